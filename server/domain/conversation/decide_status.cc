// Who has the conversation: start, accept, assign, snooze, wake, resolve, reopen, end.
#include "base/limits.h"
#include "domain/conversation/draft.h"

namespace parlor::conversation {
namespace {

bool resolved(const Draft& draft) {
  return draft.state().status == Status::resolved;
}

Refused resolve(Draft& draft) {
  if (resolved(draft)) return Refusal::conversation_resolved;
  draft.add(Resolved{});
  return std::nullopt;
}

}  // namespace

Refused decide_wish(Draft& draft, const Start& wish) {
  draft.add(Started{wish.inbox, wish.contact});
  return std::nullopt;
}

Refused decide_wish(Draft& draft, const Accept&) {
  const auto& state = draft.state();
  const auto me = draft.actor().user();
  if (resolved(draft)) return Refusal::conversation_resolved;
  if (is_held_by(state, me)) return std::nullopt;
  if (state.assignee && *state.assignee != me) return Refusal::already_assigned;
  if (draft.context().taker_is_full) return Refusal::agent_full;
  draft.assign(me);
  return std::nullopt;
}

Refused decide_wish(Draft& draft, const Assign& wish) {
  if (resolved(draft)) return Refusal::conversation_resolved;
  if (is_held_by(draft.state(), wish.assignee)) return std::nullopt;
  if (draft.context().taker_is_full) return Refusal::agent_full;
  draft.assign(wish.assignee);
  return std::nullopt;
}

Refused decide_wish(Draft& draft, const Snooze& wish) {
  const auto& context = draft.context();
  if (draft.state().status != Status::open) return Refusal::conversation_not_open;
  if (wish.until <= context.now || wish.until > context.now + limits::kSnoozeTimeMax) return Refusal::invalid_time;
  draft.add(Snoozed{wish.until});
  return std::nullopt;
}

Refused decide_wish(Draft& draft, const Wake&) {
  const auto& state = draft.state();
  if (state.status != Status::snoozed || draft.context().now < *state.snoozed_until) return std::nullopt;
  if (state.assignee && draft.context().assignee_online) {
    draft.assign(*state.assignee);
  } else {
    draft.add(Queued{QueuedReason::snooze_over});
  }
  return std::nullopt;
}

Refused decide_wish(Draft& draft, const Resolve&) {
  return resolve(draft);
}
Refused decide_wish(Draft& draft, const End&) {
  return resolve(draft);
}

Refused decide_wish(Draft& draft, const Reopen&) {
  if (!resolved(draft)) return Refusal::conversation_not_resolved;
  if (draft.context().taker_is_full) return Refusal::agent_full;
  draft.add(Reopened{Status::open});
  draft.assign(draft.actor().user());
  return std::nullopt;
}

}  // namespace parlor::conversation
