#include "main/replay/feed.h"

#include <boost/asio/as_tuple.hpp>

namespace parlor::replay {

namespace asio = runtime::asio;

void Feed::watch(const wire::Topic& topic) {
  topic_ = topic;
  for (const auto& event : std::exchange(early_, {}))
    take(event);
}

void Feed::take(const wire::Event& event) {
  if (!event.topic || event.topic->kind != wire::TopicKind::kConversation) return;
  if (!topic_) return early_.push_back(event);
  if (*event.topic != *topic_) return;
  if (event.seq <= seq_) {
    ++doubled_;
    return;
  }
  if (event.prev != seq_) ++misplaced_;
  take_new(event);
}

void Feed::take_snapshot(const std::vector<wire::Event>& events, std::int64_t seq) {
  for (const auto& event : events) {
    if (event.seq > seq_) take_new(event);
  }
  seq_ = std::max(seq_, seq);
}

void Feed::take_new(const wire::Event& event) {
  seq_ = event.seq;
  if (event.type() == wire::EventType::kMessagePosted && event.client_id) {
    if (seen_.emplace(*event.client_id, client::Clock::now()).second) {
      order_.push_back(*event.client_id);
    } else {
      ++doubled_;
    }
  }
  if (event.type() == wire::EventType::kConversationResolved) resolved_ = true;
  wake();
}

void Feed::wake() {
  for (const auto& timer : std::exchange(waiting_, {}))
    timer->cancel();
}

runtime::Task<> Feed::wait(client::Clock::time_point deadline) {
  const auto timer = std::make_shared<client::Timer>(loop_.executor(), deadline);
  waiting_.push_back(timer);
  co_await timer->async_wait(asio::as_tuple(runtime::use_task));
}

runtime::Task<bool> Feed::until(wire::Uuid client_id, std::chrono::milliseconds at_most) {
  const auto deadline = client::Clock::now() + at_most;
  while (!seen_.contains(client_id) && client::Clock::now() < deadline)
    co_await wait(deadline);
  co_return seen_.contains(client_id);
}

runtime::Task<bool> Feed::until_resolved(std::chrono::milliseconds at_most) {
  const auto deadline = client::Clock::now() + at_most;
  while (!resolved_ && client::Clock::now() < deadline)
    co_await wait(deadline);
  co_return resolved_;
}

}  // namespace parlor::replay
