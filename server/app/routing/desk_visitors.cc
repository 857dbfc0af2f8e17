// Visitors who leave while they wait, and come back.
#include "app/routing/desk.h"

namespace parlor::app {
namespace {

void note_presence(routing::Waiting& waiting, bool there, Time now) {
  if (there) {
    waiting.visitor_left_at.reset();
  } else if (waiting.reach == Reach::chat && !waiting.visitor_left_at) {
    waiting.visitor_left_at = now;
  }
}

}  // namespace

void Desk::visitor_is(ContactId contact, bool there, Time now) {
  for (const auto& [conversation, whose] : contact_of_waiting_) {
    if (whose == contact) note_presence(*find_waiting(conversation), there, now);
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
