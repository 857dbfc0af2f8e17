#include "app/routing/departures.h"

#include <algorithm>

namespace parlor::app {
namespace {

constexpr auto kTellAgain = std::chrono::seconds(5);

bool ends_with_its_visitor(const Glance& glance) {
  using conversation::Status;
  const bool is_alive = glance.status == Status::queued || glance.status == Status::open;
  return is_alive && glance.place.reach == Reach::chat;
}

void note_presence(std::optional<Time>& left_at, bool there, Time now) {
  if (there) {
    left_at.reset();
  } else if (!left_at) {
    left_at = now;
  }
}

std::unordered_map<InboxId, Millis> limits_of(const routing::Setup& setup) {
  std::unordered_map<InboxId, Millis> limits;
  for (const auto& inbox : setup.inboxes) {
    if (inbox.resolve_gone_after) limits.emplace(inbox.inbox, *inbox.resolve_gone_after);
  }
  return limits;
}

}  // namespace

void Departures::see(const Glance& glance, bool visitor_there, Time now) {
  if (!ends_with_its_visitor(glance)) {
    chats_.erase(glance.conversation);
    return;
  }
  auto [chat, is_new] = chats_.try_emplace(glance.conversation, Chat{glance.contact, glance.inbox});
  if (is_new) note_presence(chat->second.left_at, visitor_there, now);
}

void Departures::visitor_is(ContactId contact, bool there, Time now) {
  for (auto& [conversation, chat] : chats_) {
    if (chat.contact == contact) note_presence(chat.left_at, there, now);
  }
}

Departures::Step Departures::step(const routing::Setup& setup, Time now) {
  Step step;
  const auto wait_until = [&](Time at) {
    if (!step.due_at || at < *step.due_at) step.due_at = at;
  };
  const auto limits = limits_of(setup);
  if (limits.empty()) return step;
  for (auto& [conversation, chat] : chats_) {
    const auto limit = chat.left_at ? limits.find(chat.inbox) : limits.end();
    if (limit == limits.end()) continue;
    const auto gone_at = *chat.left_at + limit->second;
    const auto at = chat.told_at ? std::max(gone_at, *chat.told_at + kTellAgain) : gone_at;
    if (at > now) {
      wait_until(at);
      continue;
    }
    chat.told_at = now;
    wait_until(now + kTellAgain);
    step.over.push_back({conversation, limit->second});
  }
  return step;
}

}  // namespace parlor::app
