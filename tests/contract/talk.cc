#include "talk.h"

#include <utility>

#include "domain/conversation/evolve.h"

namespace parlor::store::contract {

using namespace conversation;

Talk::Talk(std::uint32_t number, ContactId contact, WorkspaceId workspace) : workspace_(workspace), number_(number) {
  state_.id = contract::id<ConversationId>(1'000 + number);
  state_.inbox = kShop;
  state_.contact = contact;
}

Talk& Talk::when(std::int64_t seconds) {
  now_ = at(seconds);
  return *this;
}

MessageId Talk::fresh_content() {
  return last_content_ = contract::id<MessageId>(number_ * 100'000 + ++made_);
}

Talk& Talk::does(const Actor& actor, Fact fact) {
  Event event{
      .seq = state_.seq + 1, .visitor_prev = state_.visitor_seq, .at = now_, .actor = actor, .fact = std::move(fact)};
  if (actor.kind != ActorKind::system) event.client_id = contract::id<ClientId>(number_ * 100'000 + ++made_);
  evolve(state_, event);
  if (event.client_id) {
    last_request_ = {
        actor, *event.client_id, {std::uint8_t(made_)}, {state_.id, event.seq, state_.status, now_, std::nullopt, 1}};
    next_.requests.push_back(last_request_);
  }
  all_.push_back(event);
  next_.events.push_back(std::move(event));
  return *this;
}

Talk& Talk::started() {
  return does(Actor::visitor(state_.contact), Started{kShop, state_.contact});
}
Talk& Talk::visitor_posts(const std::string& text) {
  return posts(Actor::visitor(state_.contact), text);
}
Talk& Talk::agent_posts(const std::string& text, UserId agent) {
  return posts(Actor::agent(agent), text);
}

Talk& Talk::posts(const Actor& actor, const std::string& text) {
  const auto message = fresh_content();
  does(actor, MessagePosted{message, 1});
  last_request_.receipt.message = message;
  next_.requests.back() = last_request_;
  next_.contents.push_back({ContentKind::message, message, 1, TextBody{text}});
  next_.preview = text;
  return *this;
}

Talk& Talk::notes(const std::string& text) {
  const auto note = fresh_content();
  does(Actor::agent(kAda), NotePosted{note, 1, {kBen}});
  next_.contents.push_back({ContentKind::note, note, 1, TextBody{text}});
  return *this;
}

Talk& Talk::edits(MessageId message, Version version, const std::string& text) {
  does(Actor::visitor(state_.contact), MessageEdited{message, version});
  next_.contents.push_back({ContentKind::message, message, version, TextBody{text}});
  return *this;
}

Talk& Talk::deletes(MessageId message, Version version) {
  does(Actor::visitor(state_.contact), MessageDeleted{message, version});
  next_.contents.push_back({ContentKind::message, message, version, std::nullopt});
  if (state_.last_message && state_.last_message->id == message) next_.preview = "";
  return *this;
}

Talk& Talk::queued() {
  return does(Actor::system(), Queued{QueuedReason::started});
}

Talk& Talk::assigned(UserId agent) {
  does(Actor::agent(agent), Assigned{agent});
  return does(Actor::agent(agent), ParticipantJoined{Actor::agent(agent)});
}

Talk& Talk::resolved() {
  return does(Actor::agent(kAda), Resolved{});
}
Talk& Talk::snoozed(std::int64_t until) {
  return does(Actor::agent(kAda), Snoozed{at(until)});
}

Talk& Talk::rated(std::uint8_t score, const std::string& comment, std::vector<RatingReason> reasons) {
  const auto content = fresh_content();
  does(Actor::visitor(state_.contact), Rated{score, content, std::move(reasons)});
  next_.contents.push_back({ContentKind::rating_comment, content, 1, TextBody{comment}});
  return *this;
}

ports::ConversationAppend Talk::part() {
  auto part = std::exchange(next_, {});
  part.conversation = state_.id;
  part.expected_seq = state_.seq - part.events.size();
  part.after = state_;
  part.after.recent.clear();
  return part;
}

ports::Append Talk::append() {
  return {.workspace = workspace_, .contact = std::nullopt, .conversations = {part()}};
}

}  // namespace parlor::store::contract
