#include "world.h"

#include <fmt/core.h>

namespace parlor::sim {

World::World(const Options& given)
    : options(given), chance(given.seed), ledger(tally), store(ledger, tally, given.broken == Broken::client_ids) {}

Time World::wall_now() const {
  return Time{wall + std::chrono::duration_cast<Millis>(timeline.now())};
}

void World::trace(const std::string& text) const {
  if (!options.trace) return;
  const auto now = std::chrono::duration<double>(timeline.now()).count();
  fmt::print("{:10.4f} #{:<5} {}\n", now - 3600, timeline.steps(), text);
}

}  // namespace parlor::sim
