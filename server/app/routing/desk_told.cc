// What visitors who wait are told: how far they are, and about how long it takes.
#include "app/routing/desk.h"

namespace parlor::app {

void Desk::estimate(Time now) {
  for (const auto& [conversation, wait] : estimator_.estimates(floor(now))) {
    auto& waiting = *find_waiting(conversation);
    if (wait && !waiting.estimate) estimator_.told(waiting, *wait, now);
    waiting.estimate = wait;
  }
}

std::vector<std::pair<ConversationId, QueuePosition>> Desk::moved_positions(Time now) {
  if (!waiting_.empty()) estimate(now);
  std::vector<std::pair<ConversationId, QueuePosition>> moved;
  for (const auto& [conversation, team, number] : positions(floor(now))) {
    const auto& waiting = *find_waiting(conversation);
    if (waiting.visitor_left_at || waiting.reach != Reach::chat) continue;
    const auto wait = waiting.estimate ? std::optional(routing::band(*waiting.estimate)) : std::nullopt;
    const QueuePosition position{number, team, wait, waiting.ways_out_shown};
    auto [told, is_new] = told_.try_emplace(conversation, position);
    if (!is_new && std::exchange(told->second, position) == position) continue;
    moved.emplace_back(conversation, position);
  }
  std::erase_if(told_, [&](const auto& told) {
    if (place_of_waiting_.contains(told.first)) return false;
    moved.emplace_back(told.first, QueuePosition{});
    return true;
  });
  return moved;
}

void Desk::forget_told(ContactId contact) {
  for (const auto& [conversation, whose] : contact_of_waiting_) {
    if (whose == contact) told_.erase(conversation);
  }
}

}  // namespace parlor::app
