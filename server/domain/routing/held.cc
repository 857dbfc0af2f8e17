#include "domain/routing/held.h"

namespace parlor::routing {
namespace {

std::optional<NextStep> after_vanishing(const Held& held, const HeldLimits& limits) {
  if (!held.agent_vanished_at) return std::nullopt;
  const auto vanished = *held.agent_vanished_at;
  if (!held.answered) return NextStep{HeldStep::requeue, vanished, held.since};
  return NextStep{HeldStep::reroute, vanished + limits.answered_wait, held.waiting_since.value_or(vanished)};
}

std::optional<NextStep> after_silence(const Held& held, const HeldLimits& limits) {
  if (!held.agent_vanished_at || !held.waiting_since || !limits.alert_after) return std::nullopt;
  const auto since = *held.waiting_since;
  // An alert of an earlier wait, which has been answered since, is none.
  if (!held.alerted_at || *held.alerted_at < since)
    return NextStep{HeldStep::alert, since + *limits.alert_after, since};
  return NextStep{HeldStep::reroute, *held.alerted_at + limits.reroute_after_alert, since};
}

}  // namespace

std::optional<NextStep> next_step(const Held& held, const HeldLimits& limits) {
  std::optional<NextStep> next;
  for (const auto& step : {after_vanishing(held, limits), after_silence(held, limits)}) {
    if (step && (!next || step->at < next->at)) next = step;
  }
  return next;
}

}  // namespace parlor::routing
