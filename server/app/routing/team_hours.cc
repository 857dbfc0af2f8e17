#include "app/routing/team_hours.h"

#include "domain/hours/opening.h"

namespace parlor::app {

Opening opening_of(const routing::TeamSetup& team, const ports::Zones* zones, Time now) {
  if (!team.hours || !zones) return {};
  const auto zone = zones->find(team.hours->zone);
  if (!zone) return {};
  const auto& hours = team.hours->hours;
  if (hours::is_open(hours, *zone, now)) return {true, hours::next_close(hours, *zone, now)};
  return {false, hours::next_open(hours, *zone, now)};
}

std::optional<Time> back_at(const routing::Setup& setup, InboxId inbox, const ports::Zones* zones, Time now) {
  const auto place = setup.place_for(inbox);
  const auto* team = place && place->team ? setup.team(*place->team) : nullptr;
  if (!team) return std::nullopt;
  const auto opening = opening_of(*team, zones, now);
  if (opening.is_open) return std::nullopt;
  const auto& overflow = team->team.overflow;
  const auto* other = overflow && overflow->when_closed ? setup.team(overflow->to) : nullptr;
  if (other && opening_of(*other, zones, now).is_open) return std::nullopt;
  return opening.until;
}

}  // namespace parlor::app
