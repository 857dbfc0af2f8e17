// Who shall have it instead: transfer to a team or a colleague, back into the queue, left by its visitor.
#include <algorithm>

#include "base/limits.h"
#include "domain/conversation/draft.h"
#include "domain/text.h"

namespace parlor::conversation {
namespace {

Refused add_note_for_receiver(Draft& draft, const std::string& text) {
  const bool is_sendable = !text::is_blank(text) && text.size() <= limits::kTextBytesMax &&
                           text::code_points(text) <= limits::kTextCodePointsMax;
  if (!is_sendable) return Refusal::invalid_text;
  const auto id = draft.context().fresh_id;
  draft.add(NotePosted{id, 1, {}});
  draft.keep({ContentKind::note, id, 1, Body{text::mask_card_numbers(text)}});
  return std::nullopt;
}

void tag_unanswered(Draft& draft) {
  const auto& state = draft.state();
  const std::string tag(kAbandonedTag);
  const bool is_tagged = std::ranges::find(state.tags, tag) != state.tags.end();
  if (!state.answered && !is_tagged) draft.add(Tagged{{tag}, {}});
}

// The other team asks for no skill that the first one asked for; how urgent it is stays, and how the visitor is
// reached.
Place place_in(TeamId team, const Place& before) {
  return {.team = team, .priority = before.priority, .reach = before.reach};
}

}  // namespace

Refused decide_wish(Draft& draft, const Transfer& wish) {
  const auto& state = draft.state();
  if (state.status == Status::resolved) return Refusal::conversation_resolved;
  const bool is_theirs = wish.agent && is_held_by(state, *wish.agent);
  const bool waits_there = wish.team && state.status == Status::queued && state.place.team == wish.team;
  if (is_theirs || waits_there) return std::nullopt;
  if (wish.note) {
    if (const auto refused = add_note_for_receiver(draft, *wish.note)) return refused;
  }
  draft.add(Transferred{wish.team, wish.agent});
  const auto& context = draft.context();
  if (wish.team) {
    draft.add(Queued{QueuedReason::transferred, place_in(*wish.team, state.place)});
  } else if (context.receiver_is_there && !context.taker_is_full) {
    draft.assign(*wish.agent);
  } else {
    draft.add(Queued{QueuedReason::transferred});
  }
  return std::nullopt;
}

Refused decide_wish(Draft& draft, const AskColleague& wish) {
  const auto& state = draft.state();
  if (state.status == Status::resolved) return Refusal::conversation_resolved;
  if (state.status != Status::open) return Refusal::conversation_not_open;
  if (!is_held_by(state, draft.actor().user())) return Refusal::already_assigned;
  return wish.note ? add_note_for_receiver(draft, *wish.note) : std::nullopt;
}

Refused decide_wish(Draft& draft, const TakeOver& wish) {
  const auto me = draft.actor().user();
  if (is_held_by(draft.state(), me)) return std::nullopt;
  if (!is_held_by(draft.state(), wish.from)) return Refusal::offer_over;
  if (draft.context().taker_is_full) return Refusal::agent_full;
  draft.add(Transferred{std::nullopt, me});
  draft.assign(me);
  return std::nullopt;
}

Refused decide_wish(Draft& draft, const Join&) {
  if (draft.state().status == Status::resolved) return Refusal::conversation_resolved;
  draft.join(draft.actor().user());
  return std::nullopt;
}

Refused decide_wish(Draft& draft, const DeclineTransfer& wish) {
  if (is_held_by(draft.state(), wish.held_by)) draft.add(wish.declined);
  return std::nullopt;
}

Refused decide_wish(Draft& draft, const Requeue& wish) {
  const auto& state = draft.state();
  const bool waits = state.status == Status::queued && !wish.held_by;
  const bool is_held = state.status == Status::open && wish.held_by && state.assignee == wish.held_by;
  if (!waits && !is_held) return std::nullopt;
  if (waits && (!wish.place || *wish.place == state.place)) return std::nullopt;
  draft.add(Queued{wish.reason, wish.place});
  return std::nullopt;
}

Refused decide_wish(Draft& draft, const Abandon&) {
  if (draft.state().status == Status::queued) tag_unanswered(draft);
  return std::nullopt;
}

Refused decide_wish(Draft& draft, const ResolveGone& wish) {
  const auto& state = draft.state();
  const auto& last = state.last_message;
  const bool is_theirs = last && last->author == ActorKind::visitor;
  const bool has_written = is_theirs && draft.context().now < last->at + wish.gone_for;
  if (state.status == Status::resolved || has_written) return std::nullopt;
  tag_unanswered(draft);
  draft.add(Resolved{});
  return std::nullopt;
}

}  // namespace parlor::conversation
