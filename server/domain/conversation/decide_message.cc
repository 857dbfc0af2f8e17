// What people write: post, edit, delete, note.
#include "base/limits.h"
#include "domain/conversation/draft.h"
#include "domain/text.h"

namespace parlor::conversation {
namespace {

bool is_sendable(std::string_view text) {
  return !text::is_blank(text) && text.size() <= limits::kTextBytesMax &&
         text::code_points(text) <= limits::kTextCodePointsMax;
}

// The rule that a resolved conversation reopens when the visitor writes: to its agent if online, else to the queue;
// after a day not at all.
Refused reopen_by_visitor(Draft& draft) {
  const auto& state = draft.state();
  if (draft.context().now - *state.resolved_at >= limits::kReopenTime) return Refusal::conversation_resolved;
  const bool to_agent = state.assignee && draft.context().assignee_online;
  draft.add(Reopened{to_agent ? Status::open : Status::queued});
  return std::nullopt;
}

void wake_by_visitor(Draft& draft) {
  const auto& state = draft.state();
  if (state.assignee && draft.context().assignee_online) {
    draft.assign(*state.assignee);
  } else {
    draft.add(Queued{QueuedReason::visitor_wrote});
  }
}

// What must happen so that the visitor's message lands in a conversation that somebody looks after.
Refused make_room_for_visitor(Draft& draft) {
  switch (draft.state().status) {
    case Status::resolved:
      return reopen_by_visitor(draft);
    case Status::snoozed:
      // A time to call back stands, whatever the visitor adds until then.
      if (!is_booked(draft.state())) wake_by_visitor(draft);
      return std::nullopt;
    case Status::assistant:
    case Status::queued:
    case Status::open:
      return std::nullopt;
  }
  return Refusal::conflict;
}

// An agent who writes takes a conversation that nobody has, and joins one that a colleague has.
Refused make_room_for_agent(Draft& draft) {
  const auto& state = draft.state();
  const auto me = draft.actor().user();
  const bool takes = state.status != Status::open && state.status != Status::snoozed;
  if (takes && draft.context().taker_is_full) return Refusal::agent_full;
  switch (state.status) {
    case Status::assistant:
    case Status::queued:
      draft.assign(me);
      return std::nullopt;
    case Status::open:
      draft.join(me);
      return std::nullopt;
    case Status::snoozed:
      draft.add(Assigned{state.assignee.value_or(me)});
      draft.join(me);
      return std::nullopt;
    case Status::resolved:
      draft.add(Reopened{Status::open});
      draft.assign(me);
      return std::nullopt;
  }
  return Refusal::conflict;
}

void add_message(Draft& draft, const Body& body) {
  const auto id = draft.context().fresh_id;
  draft.add(MessagePosted{id});
  draft.answer_with(id, 1);
  draft.keep({ContentKind::message, id, 1, Body{text::mask_card_numbers(body.text)}});
}

Refused refuse_change(const MessageFacts* facts, Actor actor, bool owner_may) {
  if (!facts || facts->is_note) return Refusal::message_unknown;
  if (facts->deleted) return Refusal::message_deleted;
  if (facts->author != actor && !owner_may) return Refusal::not_permitted;
  return std::nullopt;
}

const MessageFacts* named_message(const Draft& draft, MessageId id) {
  const auto found = draft.state().named.find(id);
  return found == draft.state().named.end() ? nullptr : &found->second;
}

}  // namespace

Refused decide_wish(Draft& draft, const PostMessage& wish) {
  if (!is_sendable(wish.body.text)) return Refusal::invalid_text;
  const bool is_visitor = draft.actor().is_visitor();
  if (is_visitor) {
    if (const auto refused = make_room_for_visitor(draft)) return refused;
  } else if (const auto refused = make_room_for_agent(draft)) {
    return refused;
  }
  add_message(draft, wish.body);
  const bool nobody_answers = draft.state().status == Status::assistant && !draft.context().assistant_answers;
  if (is_visitor && nobody_answers) {
    draft.add(Queued{QueuedReason::started, draft.context().place});
    if (!draft.context().tags.empty()) draft.add(Tagged{draft.context().tags, {}});
    for (const auto& message : draft.context().messages)
      draft.say(message);
  }
  return std::nullopt;
}

Refused decide_wish(Draft& draft, const EditMessage& wish) {
  const auto* facts = named_message(draft, wish.message);
  if (const auto refused = refuse_change(facts, draft.actor(), false)) return refused;
  if (!is_sendable(wish.body.text)) return Refusal::invalid_text;
  const auto time_limit = draft.actor().is_visitor() ? limits::kVisitorEditTime : limits::kAgentEditTime;
  if (draft.context().now - facts->at > time_limit) return Refusal::edit_closed;
  const Version version = facts->version + 1;
  draft.add(MessageEdited{wish.message, version});
  draft.answer_with(wish.message, version);
  draft.keep({ContentKind::message, wish.message, version, Body{text::mask_card_numbers(wish.body.text)}});
  return std::nullopt;
}

Refused decide_wish(Draft& draft, const DeleteMessage& wish) {
  const auto* facts = named_message(draft, wish.message);
  const bool is_owner = draft.context().actor_is_owner;
  if (const auto refused = refuse_change(facts, draft.actor(), is_owner)) return refused;
  const Millis time_limit = draft.actor().is_visitor() ? limits::kVisitorEditTime : limits::kAgentDeleteTime;
  if (!is_owner && draft.context().now - facts->at > time_limit) return Refusal::edit_closed;
  const Version version = facts->version + 1;
  draft.add(MessageDeleted{wish.message, version});
  draft.answer_with(wish.message, version);
  draft.keep({ContentKind::message, wish.message, version, std::nullopt});
  return std::nullopt;
}

Refused decide_wish(Draft& draft, const PostNote& wish) {
  if (!is_sendable(wish.text)) return Refusal::invalid_text;
  const auto id = draft.context().fresh_id;
  draft.add(NotePosted{id, 1, wish.mentions});
  draft.answer_with(id, 1);
  draft.keep({ContentKind::note, id, 1, Body{text::mask_card_numbers(wish.text)}});
  return std::nullopt;
}

}  // namespace parlor::conversation
