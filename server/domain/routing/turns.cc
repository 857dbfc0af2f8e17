#include "domain/routing/turns.h"

#include <algorithm>

namespace parlor::routing {

bool may_be_offered(const Waiting& waiting, const Team& team) {
  return team.mode == Mode::automatic && !waiting.has_offer && !waiting.visitor_left_at;
}

std::vector<std::size_t> turns(const Floor& floor, const Candidates& candidates) {
  std::vector<std::pair<Turn, std::size_t>> order;
  for (std::size_t index = 0; index < floor.waiting.size(); ++index) {
    const auto& waiting = floor.waiting[index];
    const auto* team = candidates.team_of(waiting);
    if (team && may_be_offered(waiting, *team) && candidates.team_is_free(waiting))
      order.emplace_back(turn_of(waiting, team->age_step), index);
  }
  std::ranges::sort(order);
  std::vector<std::size_t> turns;
  turns.reserve(order.size());
  for (const auto& [turn, index] : order)
    turns.push_back(index);
  return turns;
}

}  // namespace parlor::routing
