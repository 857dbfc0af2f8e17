#include "domain/routing/queue.h"

#include <algorithm>

namespace parlor::routing {
namespace {

struct Queued {
  Turn turn;
  std::size_t index{};
  const Team* team{};
};

// Of everybody in a team that exists.
std::vector<Queued> in_order(const Floor& floor, const Teams& teams) {
  std::vector<Queued> order;
  order.reserve(floor.waiting.size());
  for (std::size_t index = 0; index < floor.waiting.size(); ++index) {
    const auto& waiting = floor.waiting[index];
    if (const auto* team = teams.of(waiting)) order.push_back({turn_of(waiting, team->age_step), index, team});
  }
  std::ranges::sort(order, {}, &Queued::turn);
  return order;
}

using Lengths = std::unordered_map<TeamId, std::size_t>;

Lengths lengths_of(std::span<const Waiting> waiting) {
  Lengths lengths;
  for (const auto& one : waiting)
    ++lengths[one.team];
  return lengths;
}

bool is_full(const Team& team, Lengths& lengths) {
  return team.queue_limit && lengths[team.id] >= *team.queue_limit;
}

bool has_been_in(const Waiting& waiting, TeamId team) {
  return waiting.team == team || std::ranges::find(waiting.been_in, team) != waiting.been_in.end();
}

class Overflowing {
 public:
  Overflowing(const Floor& floor, const std::vector<bool>& settled)
      : floor_(floor), settled_(settled), teams_(floor.teams), lengths_(lengths_of(floor.waiting)) {
    // Whoever is offered to an agent may yet come back; whoever abandoned is gone.
    for (const auto& waiting : floor.waiting) {
      const auto* team = teams_.of(waiting);
      if (team && is_abandoned(waiting, *team, floor.now)) --lengths_[team->id];
    }
  }

  std::vector<RunsOver> run() {
    const auto order = in_order(floor_, teams_);
    // Room elsewhere goes to those who waited longest; of a long queue the end goes.
    for (const auto& queued : order)
      if (is_closed(queued)) move(queued, OverflowReason::closed);
    for (const auto& queued : order)
      if (has_waited(queued)) move(queued, OverflowReason::waited);
    for (auto queued = order.rbegin(); queued != order.rend(); ++queued)
      if (is_beyond(*queued)) move(*queued, OverflowReason::queue_long);
    return std::move(moved_);
  }

 private:
  static bool is_closed(const Queued& queued) {
    const auto& overflow = queued.team->overflow;
    return overflow && overflow->when_closed && !queued.team->open;
  }
  bool has_waited(const Queued& queued) const {
    const auto& overflow = queued.team->overflow;
    return overflow && overflow->after && floor_.now >= floor_.waiting[queued.index].in_team_since + *overflow->after;
  }
  bool is_beyond(const Queued& queued) {
    const auto& overflow = queued.team->overflow;
    return overflow && overflow->beyond && lengths_[queued.team->id] > *overflow->beyond;
  }
  void move(const Queued& queued, OverflowReason reason) {
    const auto& waiting = floor_.waiting[queued.index];
    const auto* to = teams_.find(queued.team->overflow->to);
    if (settled_[queued.index] || waiting.has_offer || !to || !to->open) return;
    if (has_been_in(waiting, to->id) || is_full(*to, lengths_)) return;
    moved_.push_back({waiting.id, waiting.team, to->id, reason});
    settled_[queued.index] = true;
    --lengths_[waiting.team];
    ++lengths_[to->id];
  }

  const Floor& floor_;
  std::vector<bool> settled_;
  Teams teams_;
  Lengths lengths_;
  std::vector<RunsOver> moved_;
};

}  // namespace

std::vector<Position> positions(const Floor& floor) {
  const Teams teams(floor.teams);
  Lengths lengths;
  std::vector<Position> positions;
  positions.reserve(floor.waiting.size());
  for (const auto& queued : in_order(floor, teams))
    positions.push_back({queued.turn.conversation, queued.team->id, ++lengths[queued.team->id]});
  return positions;
}

std::optional<TeamId> admit(const Floor& floor, TeamId team) {
  const Teams teams(floor.teams);
  auto lengths = lengths_of(floor.waiting);
  const auto* wanted = teams.find(team);
  if (!wanted) return std::nullopt;
  if (!is_full(*wanted, lengths)) return team;
  const auto* other = wanted->overflow ? teams.find(wanted->overflow->to) : nullptr;
  if (!other || !other->open || is_full(*other, lengths)) return std::nullopt;
  return other->id;
}

bool is_abandoned(const Waiting& waiting, const Team& team, Time now) {
  return !waiting.answered && waiting.visitor_left_at && now >= *waiting.visitor_left_at + team.place_kept_for;
}

bool ways_out_due(const Waiting& waiting, const Team& team, Time now) {
  if (waiting.ways_out_shown || waiting.visitor_left_at || waiting.reach != Reach::chat) return false;
  return now >= waiting.since + team.ways_out_after || (waiting.estimate && *waiting.estimate > team.ways_out_after);
}

std::vector<RunsOver> overflows(const Floor& floor, const std::vector<bool>& settled) {
  // Sorting ten thousand for a workspace whose queues run nowhere would be for nothing.
  if (std::ranges::none_of(floor.teams, [](const Team& team) { return team.overflow.has_value(); })) return {};
  return Overflowing(floor, settled).run();
}

std::optional<Time> due_at(const Waiting& waiting, const Team& team, Time now) {
  std::optional<Time> due;
  const auto add = [&](Time moment) {
    if (moment > now && (!due || moment < *due)) due = moment;
  };
  if (waiting.visitor_left_at && !waiting.answered) add(*waiting.visitor_left_at + team.place_kept_for);
  if (!waiting.preferred.empty()) add(waiting.since + team.prefer_for);
  if (team.overflow && team.overflow->after && !has_been_in(waiting, team.overflow->to))
    add(waiting.in_team_since + *team.overflow->after);
  if (!waiting.ways_out_shown) add(waiting.since + team.ways_out_after);
  return due;
}

}  // namespace parlor::routing
