#include "domain/routing/estimate.h"

#include <algorithm>

#include "domain/routing/order.h"
#include "domain/routing/taps.h"

namespace parlor::routing {

void Estimator::arrived(const Waiting& waiting, Time at) {
  paces_[waiting.team].arrived(at);
}

void Estimator::began(const Waiting& waiting, Time at) {
  paces_[waiting.team].began(at);
  const auto told = told_.find(waiting.id);
  if (told == told_.end()) return;
  proofs_[waiting.team].add(told->second, at - told->second.at);
  told_.erase(told);
}

void Estimator::ended(TeamId team, Time at) {
  paces_[team].ended(at);
}

void Estimator::left(const Waiting& waiting, Time at) {
  paces_[waiting.team].left(at);
  told_.erase(waiting.id);
}

std::vector<Estimate> Estimator::estimates(const Floor& floor) const {
  Candidates candidates(floor);
  std::vector<std::pair<Turn, const Waiting*>> order;
  for (const auto& waiting : floor.waiting)
    if (const auto* team = candidates.team_of(waiting)) order.emplace_back(turn_of(waiting, team->age_step), &waiting);
  std::ranges::sort(order);
  Taps taps(candidates, paces_);
  std::vector<Estimate> estimates;
  estimates.reserve(order.size());
  for (const auto& [turn, waiting] : order) {
    // One that rings has its room already.
    const auto wait =
        waiting->has_offer ? std::optional(0.0) : taps.draw(*waiting, candidates.sift(*waiting).reachable);
    estimates.push_back({waiting->id, wait ? std::optional(corrected(waiting->team, *wait)) : std::nullopt});
  }
  return estimates;
}

double Estimator::correction(TeamId team) const {
  const auto found = proofs_.find(team);
  return found == proofs_.end() ? 1 : found->second.correction();
}

Millis Estimator::corrected(TeamId team, double wait) const {
  return std::min(Millis(static_cast<std::int64_t>(wait * correction(team))), Millis(limits::kEstimateMax));
}

void Estimator::told(const Waiting& waiting, Millis wait, Time at) {
  told_.try_emplace(waiting.id, Told{at, wait, correction(waiting.team)});
}

std::optional<Accuracy> Estimator::accuracy(TeamId team) const {
  const auto found = proofs_.find(team);
  return found == proofs_.end() ? std::nullopt : found->second.accuracy();
}

WaitBand band(Millis wait) {
  if (wait < std::chrono::minutes(1)) return WaitBand::under_1_min;
  if (wait < std::chrono::seconds(210)) return WaitBand::about_2_min;
  return wait < std::chrono::minutes(10) ? WaitBand::about_5_min : WaitBand::over_10_min;
}

}  // namespace parlor::routing
