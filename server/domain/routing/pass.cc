#include "domain/routing/pass.h"

#include <algorithm>

#include "domain/routing/turns.h"

namespace parlor::routing {
namespace {

// Marks in `settled` whom it served.
std::vector<Offering> offers(const Floor& floor, std::vector<bool>& settled) {
  std::vector<Offering> offers;
  Candidates candidates(floor);
  if (!candidates.anybody_free()) return offers;
  for (const auto index : turns(floor, candidates)) {
    if (!candidates.anybody_free()) break;
    const auto& waiting = floor.waiting[index];
    const auto choice = candidates.choose(waiting);
    if (!choice) continue;
    candidates.take(choice->agent);
    settled[index] = true;
    offers.push_back({waiting.id, candidates.agent(choice->agent).id, waiting.team,
                      candidates.team_of(waiting)->ring_time, choice->asks_again});
  }
  return offers;
}

// They have left the queue before anybody is moved in it.
std::vector<ConversationId> abandoned(const Floor& floor, const Teams& teams, std::vector<bool>& settled) {
  std::vector<ConversationId> abandoned;
  for (std::size_t index = 0; index < floor.waiting.size(); ++index) {
    const auto& waiting = floor.waiting[index];
    const auto* team = teams.of(waiting);
    if (!team || !is_abandoned(waiting, *team, floor.now)) continue;
    settled[index] = true;
    abandoned.push_back(waiting.id);
  }
  return abandoned;
}

void add_due(std::optional<Time>& due, std::optional<Time> moment) {
  if (moment && (!due || *moment < *due)) due = moment;
}

// What is due to each of those who go on waiting.
void tend(const Floor& floor, const Teams& teams, const std::vector<bool>& settled, Moves& moves) {
  for (std::size_t index = 0; index < floor.waiting.size(); ++index) {
    const auto& waiting = floor.waiting[index];
    const auto* team = teams.of(waiting);
    if (!team || settled[index]) continue;
    if (ways_out_due(waiting, *team, floor.now)) moves.ways_out.push_back(waiting.id);
    add_due(moves.due_at, due_at(waiting, *team, floor.now));
  }
}

bool may_have(const Agent& agent, const Waiting& waiting) {
  return !waiting.has_offer && !waiting.visitor_left_at && is_of(agent, waiting.team) &&
         agent.room() >= waiting.weight && !missing_skill(agent, waiting);
}

}  // namespace

Moves pass(const Floor& floor) {
  Moves moves;
  std::vector<bool> settled(floor.waiting.size());
  const Teams teams(floor.teams);
  moves.abandoned = abandoned(floor, teams, settled);
  moves.offers = offers(floor, settled);
  moves.overflows = overflows(floor, settled);
  tend(floor, teams, settled, moves);
  return moves;
}

std::optional<ConversationId> first_for(const Floor& floor, UserId agent) {
  const auto found = std::ranges::find(floor.agents, agent, &Agent::id);
  if (found == floor.agents.end()) return std::nullopt;
  const Teams teams(floor.teams);
  std::optional<Turn> first;
  for (const auto& waiting : floor.waiting) {
    const auto* team = teams.of(waiting);
    if (!team || !may_have(*found, waiting)) continue;
    const auto turn = turn_of(waiting, team->age_step);
    if (!first || turn < *first) first = turn;
  }
  if (!first) return std::nullopt;
  return first->conversation;
}

}  // namespace parlor::routing
