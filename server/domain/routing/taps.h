// Taps: the slots that agents will free, as a flow. Each agent is a tap that runs at the pace of their chats; those who
// wait draw from the taps that they may use, one after another in the order of the queue, each the earliest water
// first. So one who needs Spanish waits for those few taps, and nobody who does not need it waits behind them. Made for
// one look at a floor and gone with it. Inside this folder only.
#pragma once

#include "domain/routing/candidates.h"
#include "domain/routing/pace.h"

namespace parlor::routing {

using Paces = std::unordered_map<TeamId, Pace>;

class Taps {
 public:
  // The paces outlive it; a team without one has the pace that is guessed.
  Taps(const Candidates& candidates, const Paces& paces);

  // In how many milliseconds these have given the conversation a slot; nothing of nobody. It draws only a part of one,
  // as it may have given up by then.
  std::optional<double> draw(const Waiting& waiting, const AgentSet& from);

 private:
  // Runs at `slots` in a millisecond, and has been drawn from until `until`.
  struct Tap {
    double slots = 0;
    double until = 0;
    // Chats that there is room for now.
    int free = 0;
  };

  const Pace& pace_of(TeamId team) const;
  double ends_of(const Agent& agent) const;
  bool draw_free(const AgentSet& from);
  double filled_at(const AgentSet& from) const;

  const Paces& paces_;
  Pace guessed_;
  std::vector<Tap> taps_;
};

}  // namespace parlor::routing
