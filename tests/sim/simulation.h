// Simulation: one world from one seed: nodes over one store, a network between them, visitors and agents; rough for a
// while, then healed, then held against the truth.
#pragma once

#include "person.h"

namespace parlor::sim {

struct Outcome {
  Tally tally;
  // What was broken; none: every promise was kept.
  std::optional<std::string> broken;
};

Outcome run(const Options& options);

}  // namespace parlor::sim
