// Chat: conversations of a visitor and an agent each, who write to one another. Each message says its number in its
// text, so that whoever receives it knows without a table whether it is the next one. Begun and ended by a mode, which
// turns the reactor.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "plan.h"

namespace parlor::bench {

// When a message counts for the figures: by the moment at which it was meant to be sent.
struct Span {
  Clock::time_point from{};
  Clock::time_point until{};
  [[nodiscard]] bool has(Clock::time_point at) const { return at >= from && at < until; }
};

struct ChatCount {
  std::size_t sent = 0;
  std::size_t acknowledged = 0;
  std::size_t delivered = 0;
  std::size_t doubled = 0;
  std::size_t reordered = 0;
  std::size_t refused = 0;
};

class Chat {
 public:
  // Its visitors are those of the peer from `first_visitor` on.
  Chat(Reactor& reactor, Peer& peer, const RunPlan& plan, std::size_t first_visitor = 0);

  // Everybody sits down. Throws when somebody cannot.
  void assemble();
  void start();
  void stop() { is_posting_ = false; }
  // Waits until all that was sent has arrived, or no longer.
  void drain();
  void measure(Span span);
  void measure_until(Clock::time_point end) { span_.until = end; }

  [[nodiscard]] const ChatCount& count() const { return count_; }
  void add_figures(Figures& figures, std::string_view prefix) const;

 private:
  // The messages of one sender to one receiver.
  struct Lane {
    char letter = 'v';
    Seat* sender = nullptr;
    std::vector<Clock::time_point> due;  // by number
    std::size_t acknowledged = 0;
    std::size_t received = 0;
  };
  struct Pair {
    std::shared_ptr<Room> room;
    std::unique_ptr<Seat> visitor;
    std::unique_ptr<Seat> agent;
    Lane from_visitor{'v'};
    Lane from_agent{'a'};
  };

  void open_next();
  void open_agent(Pair& pair);
  SeatHooks hooks(Pair& pair, Role role);
  void acknowledged(Lane& lane);
  void hear(Lane& lane, std::string_view text);
  void post(Lane& lane, Clock::time_point due);
  void post_due();

  Reactor& reactor_;
  Peer& peer_;
  RunPlan plan_;
  std::size_t first_visitor_;
  std::vector<std::unique_ptr<Pair>> pairs_;
  std::size_t opened_ = 0;
  std::size_t assembled_ = 0;
  bool is_posting_ = false;
  Clock::time_point began_{};
  std::size_t posted_ = 0;
  std::string padding_;
  Span span_;
  ChatCount count_;
  std::size_t delivered_in_span_ = 0;
  std::vector<double> acknowledge_ms_;
  std::vector<double> deliver_ms_;
  std::string trouble_;
};

}  // namespace parlor::bench
