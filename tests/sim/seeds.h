// Many seeds, one after another, until one breaks a promise or the wish is fulfilled.
#pragma once

#include <chrono>
#include <string_view>

#include "simulation.h"

namespace parlor::sim {

struct Seeds {
  std::uint64_t first{};
  std::uint64_t count{};
  double seconds{};
  Tally tally;
  // The last seed, and what it broke.
  std::uint64_t last{};
  std::optional<std::string> broken;
};

// From options.seed on: so many seeds, or, with 0, for so long.
Seeds run_seeds(Options options, std::uint64_t count, std::chrono::seconds time);
// For people, and as the line by which bin/test knows that something ran.
void print(const Seeds& seeds);
bool parse(std::string_view word, Broken& out);

}  // namespace parlor::sim
