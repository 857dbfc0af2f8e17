// Feed: what one side of one conversation was told, in the order it came, held against what the protocol promises:
// every event once, in order of seq, without gaps. Lives on its client's thread.
#pragma once

#include <chrono>
#include <unordered_map>
#include <vector>

#include "main/client/loop.h"

namespace parlor::replay {

class Feed {
 public:
  explicit Feed(client::Loop& loop) : loop_(loop) {}

  // Live events. Those of other topics are not ours.
  void take(const wire::Event& event);
  // A snapshot stands for everything up to its seq.
  void take_snapshot(const std::vector<wire::Event>& events, std::int64_t seq);
  // From here on only this topic counts; what had come before it was known is looked at now.
  void watch(const wire::Topic& topic);

  // Waits until the message with that client id has come, or for so long.
  runtime::Task<bool> until(wire::Uuid client_id, std::chrono::milliseconds at_most);
  // The same for the end of the conversation.
  runtime::Task<bool> until_resolved(std::chrono::milliseconds at_most);
  [[nodiscard]] bool has(const wire::Uuid& client_id) const { return seen_.contains(client_id); }
  [[nodiscard]] client::Clock::time_point came_at(const wire::Uuid& client_id) const { return seen_.at(client_id); }

  [[nodiscard]] const std::vector<wire::Uuid>& order() const { return order_; }
  // Events that came again, and events that came out of order or after a gap.
  [[nodiscard]] std::size_t doubled() const { return doubled_; }
  [[nodiscard]] std::size_t misplaced() const { return misplaced_; }

 private:
  void take_new(const wire::Event& event);
  runtime::Task<> wait(client::Clock::time_point deadline);
  void wake();

  client::Loop& loop_;
  std::optional<wire::Topic> topic_;
  std::vector<wire::Event> early_;
  std::unordered_map<wire::Uuid, client::Clock::time_point> seen_;
  std::vector<wire::Uuid> order_;
  std::vector<std::shared_ptr<client::Timer>> waiting_;
  std::int64_t seq_ = 0;
  std::size_t doubled_ = 0;
  std::size_t misplaced_ = 0;
  bool resolved_ = false;
};

}  // namespace parlor::replay
