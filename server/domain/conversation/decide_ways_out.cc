// How a visitor leaves the queue and is answered all the same: by mail, or by a call at a time.
#include "base/limits.h"
#include "domain/conversation/draft.h"
#include "domain/text.h"

namespace parlor::conversation {
namespace {

bool is_address(const std::string& address) {
  return !text::is_blank(address) && text::code_points(address) <= limits::kAddressCodePointsMax;
}

Refused refuse_time(const AskAnswer& wish, Time now) {
  if (wish.by == Reach::mail) return wish.at ? Refused(Refusal::invalid_time) : std::nullopt;
  const bool lies_ahead = wish.at && *wish.at > now && *wish.at <= now + limits::kSnoozeTimeMax;
  return lies_ahead ? std::nullopt : Refused(Refusal::invalid_time);
}

}  // namespace

Refused decide_wish(Draft& draft, const AskAnswer& wish) {
  const auto& state = draft.state();
  if (state.status == Status::resolved) return Refusal::conversation_resolved;
  const bool may_change_time = is_booked(state) && wish.by == Reach::phone;
  if (state.status != Status::queued && !may_change_time) return Refusal::conversation_not_queued;
  if (wish.by == Reach::chat || !is_address(wish.address)) return Refusal::invalid_text;
  if (const auto refused = refuse_time(wish, draft.context().now)) return refused;
  const auto id = draft.context().fresh_id;
  draft.add(AnswerAsked{wish.by, id, wish.at});
  draft.keep({ContentKind::address, id, 1, Body{wish.address}});
  if (wish.at) draft.add(Snoozed{*wish.at});
  return std::nullopt;
}

}  // namespace parlor::conversation
