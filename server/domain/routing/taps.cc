#include "domain/routing/taps.h"

#include <algorithm>

namespace parlor::routing {
namespace {

constexpr double kLongest = static_cast<double>(Millis(limits::kEstimateMax).count());

}  // namespace

Taps::Taps(const Candidates& candidates, const Paces& paces) : paces_(paces), taps_(candidates.count()) {
  for (Seat seat = 0; seat < candidates.count(); ++seat) {
    const auto& agent = candidates.agent(seat);
    taps_[seat].slots = agent.capacity * ends_of(agent);
    taps_[seat].free = std::max(0, agent.room() / kChatWeight);
  }
}

const Pace& Taps::pace_of(TeamId team) const {
  const auto found = paces_.find(team);
  return found == paces_.end() ? guessed_ : found->second;
}

// Of one who works in several teams, as many chats come from each.
double Taps::ends_of(const Agent& agent) const {
  double sum = 0;
  for (const auto team : agent.teams)
    sum += pace_of(team).ends();
  return sum / static_cast<double>(std::max<std::size_t>(agent.teams.size(), 1));
}

std::optional<double> Taps::draw(const Waiting& waiting, const AgentSet& from) {
  if (from.empty()) return std::nullopt;
  if (draw_free(from)) return 0;
  const auto time = filled_at(from);
  const auto stays = 1 / (1 + pace_of(waiting.team).leaves() * time);
  from.for_each([&](Seat seat) {
    auto& tap = taps_[seat];
    if (tap.until < time) tap.until += stays * (time - tap.until);
  });
  return time;
}

bool Taps::draw_free(const AgentSet& from) {
  bool has_drawn = false;
  from.for_each([&](Seat seat) {
    if (has_drawn || taps_[seat].free == 0) return;
    --taps_[seat].free;
    has_drawn = true;
  });
  return has_drawn;
}

// When these, each from where it was drawn to, have together given one slot. One that is drawn further than that gives
// nothing, so it is left out and the rest looked at again.
double Taps::filled_at(const AgentSet& from) const {
  double time = kLongest;
  for (bool is_settled = false; !is_settled;) {
    double slots = 0;
    double drawn = 1;
    from.for_each([&](Seat seat) {
      const auto& tap = taps_[seat];
      if (tap.until >= time) return;
      slots += tap.slots;
      drawn += tap.slots * tap.until;
    });
    const auto earlier = slots > 0 ? std::min(time, drawn / slots) : time;
    is_settled = earlier >= time;
    time = earlier;
  }
  return time;
}

}  // namespace parlor::routing
