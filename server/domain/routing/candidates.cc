#include "domain/routing/candidates.h"

#include <algorithm>

namespace parlor::routing {
namespace {

// The smaller part of the capacity, without a division.
bool less_loaded(const Agent& one, const Agent& other) {
  return std::int64_t{one.load} * std::max(other.capacity, 1) < std::int64_t{other.load} * std::max(one.capacity, 1);
}

bool longer_without(const Agent& one, const Agent& other) {
  return one.last_offered_at < other.last_offered_at;
}

// Rank 0 for those before whom nobody comes; equals share theirs.
template <class Before>
std::vector<std::uint32_t> ranks_by(const std::vector<const Agent*>& agents, Before before) {
  std::vector<Seat> order(agents.size());
  for (Seat seat = 0; seat < order.size(); ++seat)
    order[seat] = seat;
  std::ranges::sort(order, [&](Seat one, Seat other) { return before(*agents[one], *agents[other]); });
  std::vector<std::uint32_t> ranks(agents.size());
  for (std::size_t i = 1; i < order.size(); ++i)
    ranks[order[i]] = ranks[order[i - 1]] + (before(*agents[order[i - 1]], *agents[order[i]]) ? 1 : 0);
  return ranks;
}

}  // namespace

Candidates::Candidates(const Floor& floor) : now_(floor.now), free_(floor.agents.size()) {
  const auto agents = floor.agents.size();
  agents_.reserve(agents);
  for (const auto& agent : floor.agents)
    agents_.push_back(&agent);
  std::ranges::sort(agents_, {}, &Agent::id);
  for (const auto& team : floor.teams)
    crews_.emplace(team.id, Crew{&team, AgentSet(agents)});
  seats_.reserve(agents);
  for (Seat seat = 0; seat < agents; ++seat)
    admit(*agents_[seat], seat);
  load_ranks_ = ranks_by(agents_, less_loaded);
  turn_ranks_ = ranks_by(agents_, longer_without);
}

// Whoever is not online is nobody's candidate and has no seat in any set.
void Candidates::admit(const Agent& agent, Seat seat) {
  seats_.emplace(agent.id, seat);
  if (agent.status != presence::Status::online) return;
  if (!agent.has_offer && agent.room() > 0) free_.add(seat);
  for (const auto team : agent.teams) {
    if (const auto crew = crews_.find(team); crew != crews_.end()) crew->second.online.add(seat);
  }
  for (const auto& skill : agent.skills) {
    auto [found, is_new] = skilled_.try_emplace(skill.id);
    if (is_new) found->second.fill(AgentSet(agents_.size()));
    const auto levels = std::min<std::size_t>(skill.level, found->second.size());
    for (std::size_t level = 0; level < levels; ++level)
      found->second[level].add(seat);
  }
}

const Candidates::Crew* Candidates::crew_of(TeamId team) const {
  const auto found = crews_.find(team);
  return found == crews_.end() ? nullptr : &found->second;
}

const Team* Candidates::team_of(const Waiting& waiting) const {
  const auto* crew = crew_of(waiting.team);
  return crew ? crew->team : nullptr;
}

// Nothing: nobody online has it at that level.
const AgentSet* Candidates::with(const Skill& skill) const {
  const auto found = skilled_.find(skill.id);
  if (found == skilled_.end() || skill.level == 0 || skill.level > found->second.size()) return nullptr;
  return &found->second[skill.level - 1U];
}

const AgentSet& Candidates::with_room(Weight weight) {
  auto [found, is_new] = roomy_.try_emplace(weight, agents_.size());
  if (is_new) {
    for (Seat seat = 0; seat < agents_.size(); ++seat) {
      if (agents_[seat]->room() >= weight) found->second.add(seat);
    }
  }
  return found->second;
}

bool Candidates::team_is_free(const Waiting& waiting) const {
  const auto* crew = crew_of(waiting.team);
  return crew && crew->online.meets(free_);
}

void Candidates::keep_with(AgentSet& set, const Skill& skill) const {
  const auto* skilled = with(skill);
  skilled ? set.keep(*skilled) : set.clear();
}

void Candidates::keep_unasked(const Waiting& waiting) {
  sifted_.unasked = sifted_.reachable;
  sifted_.asks_again = false;
  if (waiting.passed_by.empty()) return;
  for (const auto agent : waiting.passed_by) {
    if (const auto seat = seats_.find(agent); seat != seats_.end()) sifted_.unasked.remove(seat->second);
  }
  if (!sifted_.unasked.empty() || sifted_.reachable.empty()) return;
  sifted_.unasked = sifted_.reachable;
  sifted_.asks_again = true;
}

const Sifted& Candidates::sift(const Waiting& waiting) {
  const auto* crew = crew_of(waiting.team);
  if (!crew) {
    const AgentSet nobody(agents_.size());
    return sifted_ = {nobody, nobody, nobody, nobody, false};
  }
  sifted_.reachable = crew->online;
  for (const auto& skill : waiting.required)
    keep_with(sifted_.reachable, skill);
  keep_unasked(waiting);
  sifted_.takeable = sifted_.unasked;
  sifted_.takeable.keep(free_);
  sifted_.takeable.keep(with_room(waiting.weight));
  sifted_.now = sifted_.takeable;
  if (now_ < waiting.since + crew->team->prefer_for) keep_most_preferred(sifted_.now, sifted_.unasked, waiting);
  return sifted_;
}

std::optional<Choice> Candidates::choose(const Waiting& waiting) {
  auto& left = sifted_.now;
  sift(waiting);
  if (left.empty()) return std::nullopt;
  for (const auto criterion : team_of(waiting)->criteria)
    narrow(left, criterion, waiting);
  return Choice{left.first(), sifted_.asks_again};
}

void Candidates::narrow(AgentSet& set, Criterion criterion, const Waiting& waiting) {
  switch (criterion) {
    case Criterion::last_agent:
      return keep_last(set, waiting);
    case Criterion::language:
      return keep_fluent(set, waiting);
    case Criterion::preferred_skills:
      return keep_most_preferred(set, set, waiting);
    case Criterion::least_busy:
      return keep_lowest(set, load_ranks_);
    case Criterion::round_robin:
      return keep_lowest(set, turn_ranks_);
  }
}

void Candidates::keep_last(AgentSet& set, const Waiting& waiting) const {
  if (!waiting.last_agent) return;
  const auto found = seats_.find(*waiting.last_agent);
  if (found == seats_.end() || !set.has(found->second)) return;
  set.clear();
  set.add(found->second);
}

// Those who speak it best.
void Candidates::keep_fluent(AgentSet& set, const Waiting& waiting) const {
  if (!waiting.language) return;
  const auto found = skilled_.find(*waiting.language);
  if (found == skilled_.end()) return;
  for (auto speakers = found->second.rbegin(); speakers != found->second.rend(); ++speakers) {
    if (speakers->meets(set)) return set.keep(*speakers);
  }
}

// Those of the set who have as many of the preferred skills as anybody in `among` has; so none, if only others do.
void Candidates::keep_most_preferred(AgentSet& set, const AgentSet& among, const Waiting& waiting) {
  if (waiting.preferred.empty()) return;
  // at_least_[n]: who has n of the skills seen so far, or more.
  at_least_.resize(std::max(at_least_.size(), waiting.preferred.size() + 1), AgentSet(agents_.size()));
  at_least_[0] = among;
  for (std::size_t n = 1; n <= waiting.preferred.size(); ++n)
    at_least_[n].clear();
  for (std::size_t seen = 0; seen < waiting.preferred.size(); ++seen) {
    const auto* skilled = with(waiting.preferred[seen]);
    if (!skilled) continue;
    for (std::size_t n = seen + 1; n > 0; --n)
      at_least_[n].add_common(at_least_[n - 1], *skilled);
  }
  for (auto n = waiting.preferred.size(); n > 0; --n) {
    if (!at_least_[n].empty()) return set.keep(at_least_[n]);
  }
}

void Candidates::keep_lowest(AgentSet& set, const std::vector<std::uint32_t>& ranks) const {
  auto lowest = UINT32_MAX;
  set.for_each([&](Seat seat) { lowest = std::min(lowest, ranks[seat]); });
  set.for_each([&](Seat seat) {
    if (ranks[seat] != lowest) set.remove(seat);
  });
}

}  // namespace parlor::routing
