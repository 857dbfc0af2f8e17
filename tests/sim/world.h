// World: what everything in one simulation shares: time, chance, the one durable store, the ledger of what is true, and
// the count of what happened. Owned by the simulation; one thread.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>

#include "chance.h"
#include "durable_store.h"
#include "ledger.h"
#include "tally.h"
#include "timeline.h"

namespace parlor::sim {

// Guards that a run can switch off to show that the simulation notices.
enum class Broken : std::uint8_t { nothing, client_ids, acknowledge_early, bus_healing };

struct Options {
  std::uint64_t seed = 1;
  // At least so many steps with faults, before everything heals.
  std::uint64_t steps = 2000;
  Broken broken = Broken::nothing;
  bool trace = false;
};

struct World {
  explicit World(const Options& given);

  Options options;
  Chance chance;
  Timeline timeline;
  Tally tally;
  Ledger ledger;
  DurableStore store;
  // Faults happen. Later they stop, and everything must come right.
  bool rough = true;
  // The wall clock's distance to the timeline; nights move it.
  Millis wall{1'790'000'000'000};

  Time wall_now() const;
  // With faults on, one in so many times.
  bool strikes(std::uint64_t one_in) { return rough && chance.one_in(one_in); }
  void trace(const std::string& text) const;
  bool traces() const { return options.trace; }
};

}  // namespace parlor::sim
