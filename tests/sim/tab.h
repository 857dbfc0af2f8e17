// Tab: one page of one person: its connection, its calls, and the topics that it keeps up to date. In C++ what web/core
// promises: positions by seq and prev, a gap is read again, a new snapshot if that does not help. Held by its person.
//
//     away --- connect() ---> connecting --- hello answered ---> live --- line ended ---> away (comes back by itself)
#pragma once

#include <map>
#include <memory>

#include "line.h"
#include "network.h"
#include "view.h"
#include "wire/json/server_message.h"

namespace parlor::sim {

class Person;

// An answer to a call; neither: the connection was lost before.
struct CallAnswer {
  std::optional<wire::Element> result;
  std::optional<wire::RpcError> error;
  bool lost() const { return !result && !error; }
};
using OnAnswer = std::move_only_function<void(CallAnswer)>;

bool is_retried(wire::Reason reason);

class Tab final : public Hearer, public std::enable_shared_from_this<Tab> {
 public:
  Tab(World& world, Network& network, Person& person) : world_(world), network_(network), person_(person) {}
  ~Tab() override;

  void connect();
  // The page is gone, in the middle of whatever it did.
  void kill();
  bool is_live() const { return live_; }
  Line* line() { return line_.get(); }

  // Asks once, while live.
  void call(const wire::Params& params, OnAnswer answered);
  void notify(const wire::Params& params);
  void want(const wire::Topic& topic);
  // A second snapshot of what is shown, to hold both together.
  void compare_snapshot();
  const View* view(ConversationId conversation) const;
  std::vector<ConversationId> conversations() const;
  // Everything wanted is up to date and true.
  bool is_settled() const;
  void check_true() const;

  void heard(const Line& line, const std::string& text) override;
  void line_ended(const Line& line) override;

 private:
  enum class Status : std::uint8_t { idle, syncing, live };
  struct Followed {
    Status status = Status::idle;
    std::optional<wire::Position> position;
    std::vector<wire::Event> buffer;
    // The newest seq known to exist.
    std::int64_t target = 0;
    int fruitless = 0;
    // Grows with each sync: answers to older ones are ignored.
    std::uint64_t round = 0;
    View view;
    // Snapshots to compare when their seq is reached.
    std::vector<View> fresh;
  };
  using Entry = std::pair<const wire::Topic, Followed>;

  wire::SessionHelloParams hello() const;
  void greeted(CallAnswer answer);
  void come_back();
  void lost();
  void take(const wire::Notice& notice);
  void take_event(wire::Event event);

  void take(Entry& topic, const wire::Event& event);
  void apply(Entry& topic, const wire::Event& event);
  void compare(Followed& followed);
  void gap(Entry& topic, const wire::Event& event);
  void sync(Entry& topic);
  void take_snapshot(Entry& topic, bool subscribe);
  void apply(Entry& topic, const wire::TopicSnapshotResult& result);
  void become_live(Entry& topic, std::int64_t target);
  void drain(Entry& topic);
  void refused(const wire::Topic& topic, wire::Reason reason);
  // The later step of this round of syncing; not if something else came between.
  void later(const wire::Topic& topic, Span wait, std::move_only_function<void(Entry&)> step);
  void ask(Entry& topic, const wire::Params& params, std::move_only_function<void(Entry&, wire::Element)> answered);
  void rest(Followed& followed, Status status);
  bool follows(const Followed& followed, const wire::Event& event) const;

  World& world_;
  Network& network_;
  Person& person_;
  std::shared_ptr<Line> line_;
  bool live_ = false;
  bool dead_ = false;
  std::int64_t calls_ = 0;
  std::map<std::int64_t, OnAnswer> waiting_;
  std::map<wire::Topic, Followed> topics_;
  std::optional<std::size_t> last_node_;
  std::optional<wire::Transport> last_transport_;
  std::string epoch_;
};

}  // namespace parlor::sim
