// Line: one connection of a tab to a node, with the session behind it: frames on their way in both directions, lost
// from a random moment when it is cut, which either side notices later. PushLine is as a WebSocket; PollLine as the
// HTTP transports: calls by requests, and numbered units by repeated polls.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "edge/session/session.h"
#include "edge/transports/units/units.h"
#include "node.h"

namespace parlor::sim {

// The client's end. It may be told after it has hung up; then it must not care.
class Hearer {
 public:
  virtual ~Hearer() = default;
  virtual void heard(const Line& line, const std::string& text) = 0;
  virtual void line_ended(const Line& line) = 0;
};

class Line : public edge::Sink, public std::enable_shared_from_this<Line> {
 public:
  ~Line() override;

  static std::shared_ptr<Line> open(World& world, SimNode& node, std::weak_ptr<Hearer> hearer, bool push);

  virtual wire::Transport transport() const = 0;
  std::size_t node() const { return node_.index(); }
  // The client's side.
  virtual void say(std::string text) = 0;
  void hang_up();
  // The network between.
  void cut();
  // The server's side.
  virtual void tick(Time now);
  void node_crashed();
  std::size_t worker() const { return worker_; }

 protected:
  struct Direction {
    Span last{};
    bool is_cut = false;
  };

  Line(World& world, SimNode& node, std::weak_ptr<Hearer> hearer);
  virtual std::vector<Direction*> directions() { return {&up_, &down_}; }
  void accept();
  bool lives_at_server() const;
  // In order within one direction; nothing arrives once that is cut.
  void travel(Direction& direction, std::move_only_function<void()> arrive);
  // On the session's worker, if the node still lives the same life.
  void at_server(std::move_only_function<void(edge::Session&)> function);
  void tell(const std::string& text);
  void end_for_client();
  void end_for_server();

  World& world_;
  SimNode& node_;
  std::uint64_t life_;
  std::size_t worker_;
  std::weak_ptr<Hearer> hearer_;
  std::shared_ptr<edge::Session> session_;
  Direction up_;
  Direction down_;
  bool is_cut_ = false;
  bool over_for_client_ = false;
  // A connection with little room for what waits.
  bool is_slow_;
  std::size_t bytes_on_the_way_ = 0;
};

class PushLine final : public Line {
 public:
  PushLine(World& world, SimNode& node, std::weak_ptr<Hearer> hearer) : Line(world, node, std::move(hearer)) {}
  wire::Transport transport() const override { return wire::Transport::kWebsocket; }
  void say(std::string text) override;
  void send(const edge::SharedFrame& frame) override;
  void end(wire::Closing why) override;
};

class PollLine final : public Line {
 public:
  PollLine(World& world, SimNode& node, std::weak_ptr<Hearer> hearer);
  wire::Transport transport() const override { return wire::Transport::kPoll; }
  void say(std::string text) override;
  void send(const edge::SharedFrame& frame) override;
  void end(wire::Closing why) override;
  void tick(Time now) override;

 private:
  struct Unit {
    std::uint64_t n;
    std::string text;
  };

  std::vector<Direction*> directions() override;
  void request_next();
  void request_arrived(std::string body);
  void end_for_client_later();
  void answered(const std::string& text);
  void poll();
  void poll_arrived(std::uint64_t after);
  void answer_poll();
  void take_units(const std::vector<Unit>& units);
  Direction unit_up_;
  Direction unit_down_;
  // The client's.
  std::vector<std::string> to_say_;
  bool asking_ = false;
  bool polling_ = false;
  std::uint64_t last_unit_ = 0;
  std::uint64_t polls_ = 0;
  // The server's.
  edge::Units units_;
  bool reader_waits_ = false;
  std::uint64_t reader_after_ = 0;
  bool ended_ = false;
  Time read_at_{};
};

}  // namespace parlor::sim
