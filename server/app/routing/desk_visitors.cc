// Visitors who leave while they wait, and come back.
#include "app/routing/desk.h"

namespace parlor::app {

void Desk::visitor_is(ContactId contact, bool there, Time now) {
  const auto set = [&](std::optional<Time>& left_at) {
    if (there) {
      left_at.reset();
    } else if (!left_at) {
      left_at = now;
    }
  };
  for (const auto& [conversation, whose] : contact_of_waiting_) {
    auto& waiting = *find_waiting(conversation);
    if (whose == contact && waiting.reach == Reach::chat) set(waiting.visitor_left_at);
  }
  for (auto& [conversation, chat] : held_) {
    if (chat.contact == contact) set(chat.held.visitor_left_at);
  }
  if (there) bring_back(contact, now);
}

void Desk::put_aside(ConversationId conversation, Time now) {
  aside_[conversation] = {contact_of_waiting_.at(conversation), *find_waiting(conversation)};
  stop_waiting(conversation, std::nullopt, now);
}

void Desk::bring_back(ContactId contact, Time now) {
  std::erase_if(aside_, [&](auto& aside) {
    if (aside.second.contact != contact) return false;
    auto waiting = std::move(aside.second.waiting);
    waiting.visitor_left_at.reset();
    waiting.has_offer = false;
    add(std::move(waiting), contact, now);
    return true;
  });
}

}  // namespace parlor::app
