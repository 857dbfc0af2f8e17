// The simulation by hand: `bin/sim` says how.
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include <fmt/core.h>
#include <unistd.h>

#include "seeds.h"
#include "simulation.h"

namespace parlor::sim {
namespace {

struct Wishes {
  Options options;
  std::uint64_t seeds = 0;
  std::uint64_t seconds = 0;
};

std::optional<Wishes> wishes_of(int argc, char** argv) {
  Wishes wishes;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--trace") {
      wishes.options.trace = true;
      continue;
    }
    if (i + 1 == argc) return std::nullopt;
    const std::string_view value = argv[++i];
    const auto number = std::strtoull(value.data(), nullptr, 10);
    if (word == "--seed") {
      wishes.options.seed = number;
    } else if (word == "--seeds") {
      wishes.seeds = number;
    } else if (word == "--seconds") {
      wishes.seconds = number;
    } else if (word == "--steps") {
      wishes.options.steps = number;
    } else if (word != "--break" || !parse(value, wishes.options.broken)) {
      return std::nullopt;
    }
  }
  if (wishes.seeds == 0 && wishes.seconds == 0) wishes.seeds = 1;
  return wishes;
}

int sim(int argc, char** argv) {
  const auto wishes = wishes_of(argc, argv);
  if (!wishes) {
    fmt::print(stderr,
               "sim [--seed N] [--seeds COUNT] [--seconds S] [--steps N] [--trace]"
               " [--break client_ids|acknowledge_early|bus_healing]\n");
    return 2;
  }
  const auto run = run_seeds(wishes->options, wishes->seeds, std::chrono::seconds(wishes->seconds));
  print(run);
  return run.broken ? 1 : 0;
}

}  // namespace
}  // namespace parlor::sim

int main(int argc, char** argv) {
  return parlor::sim::sim(argc, argv);
}
