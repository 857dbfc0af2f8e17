#include "seeds.h"

#include <csignal>
#include <cstdio>

#include <fmt/core.h>
#include <unistd.h>

namespace parlor::sim {
namespace {

std::uint64_t running_seed = 0;

// A crash of the program itself must name its seed too.
void name_seed(int signal) {
  char text[96];
  const int length = std::snprintf(text, sizeof text, "\nsim: signal %d in seed %llu\n", signal,
                                   static_cast<unsigned long long>(running_seed));
  if (length > 0 && write(STDERR_FILENO, text, static_cast<std::size_t>(length)) < 0) _exit(3);
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

}  // namespace

Seeds run_seeds(Options options, std::uint64_t count, std::chrono::seconds time) {
  for (const int signal : {SIGABRT, SIGSEGV, SIGBUS})
    std::signal(signal, name_seed);
  const auto start = std::chrono::steady_clock::now();
  Seeds seeds;
  seeds.first = options.seed;
  for (auto goes_on = true; goes_on && !seeds.broken; ++options.seed) {
    running_seed = options.seed;
    auto outcome = run(options);
    seeds.tally.add(outcome.tally);
    seeds.last = options.seed;
    seeds.broken = std::move(outcome.broken);
    ++seeds.count;
    const auto passed = std::chrono::steady_clock::now() - start;
    seeds.seconds = std::chrono::duration<double>(passed).count();
    goes_on = count > 0 ? seeds.count < count : passed < time;
  }
  return seeds;
}

void print(const Seeds& seeds) {
  for (std::size_t i = 0; i < kCounts; ++i)
    fmt::print("  {:>12}  {}\n", seeds.tally[static_cast<Count>(i)], to_string(static_cast<Count>(i)));
  if (seeds.broken) {
    fmt::print("sim: seed {} broke a promise: {}\n", seeds.last, *seeds.broken);
    fmt::print("     see it: bin/sim --seed {} --trace\n", seeds.last);
    return;
  }
  fmt::print("sim: {} seeds from {}, {:.1f} s, {:.0f} seeds a second, no promise broken\n", seeds.count, seeds.first,
             seeds.seconds, static_cast<double>(seeds.count) / seeds.seconds);
}

bool parse(std::string_view word, Broken& out) {
  if (word == "client_ids") return out = Broken::client_ids, true;
  if (word == "acknowledge_early") return out = Broken::acknowledge_early, true;
  if (word == "bus_healing") return out = Broken::bus_healing, true;
  return false;
}

}  // namespace parlor::sim
