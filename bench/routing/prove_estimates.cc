#include "prove_estimates.h"

#include <algorithm>

#include <fmt/format.h>

#include "floor_run.h"

namespace parlor::bench {
namespace {

using namespace std::chrono_literals;

constexpr double kErrorBarPercent = 25;
// Until then the queues only fill.
constexpr auto kFillTime = 45min;
constexpr auto kTurnTime = 30min;

struct Rush {
  const char* name;
  double per_minute;
  Turn turn;
};

constexpr Rush kRushes[] = {
    {"visitors: half as many more", 22, {.arrivals = 1.5}},
    {"visitors: half as many", 34, {.arrivals = 0.5}},
    {"chats: twice as long", 22, {.handling = 2}},
    {"chats: two thirds as long", 26, {.handling = 0.67}},
    {"both: half, twice as long", 30, {.arrivals = 0.5, .handling = 2}},
    {"agents: half of them leave", 22, {.agents = 0.5}},
};

// The proofs of all days, and the error of the worst one.
struct Outcome {
  std::vector<Proof> proofs;
  double worst = 0;
};

Outcome outcome_of(const Rush& rush, Seeds seeds) {
  Outcome outcome;
  seeds.for_each([&](std::uint64_t seed) {
    const auto plan = bench::rush(Chance(seed), rush.per_minute, rush.turn);
    auto proofs = FloorRun(plan, usual_policy(), Chance(~seed)).run().proofs;
    std::erase_if(proofs, [](const Proof& proof) { return proof.at < kRushFrom + kFillTime; });
    outcome.worst = std::max(outcome.worst, median_error(proofs));
    outcome.proofs.insert(outcome.proofs.end(), proofs.begin(), proofs.end());
  });
  return outcome;
}

template <class Predicate>
double error_where(const std::vector<Proof>& proofs, Predicate holds) {
  std::vector<Proof> some;
  std::ranges::copy_if(proofs, std::back_inserter(some), holds);
  return median_error(some);
}

double median_wait_s(const std::vector<Proof>& proofs) {
  std::vector<Millis> waits;
  waits.reserve(proofs.size());
  for (const auto& proof : proofs)
    waits.push_back(proof.real);
  return percentile_s(std::move(waits), 0.5);
}

void print(const char* name, const Outcome& outcome) {
  const auto& proofs = outcome.proofs;
  const auto before = error_where(proofs, [](const Proof& proof) { return proof.at < kRushTurns; });
  const auto turning = error_where(
      proofs, [](const Proof& proof) { return proof.at >= kRushTurns && proof.at < kRushTurns + kTurnTime; });
  const auto after = error_where(proofs, [](const Proof& proof) { return proof.at >= kRushTurns; });
  const auto brief = error_where(proofs, [](const Proof& proof) { return proof.told < 1min; });
  fmt::print("{:<28}{:>10}{:>10.0f}{:>10.1f}{:>14.1f}{:>10.1f}{:>10.1f}{:>12.1f}{:>14.1f}\n", name, proofs.size(),
             median_wait_s(proofs), before, turning, after, median_error(proofs), outcome.worst, brief);
}

}  // namespace

bool prove_estimates(Seeds seeds) {
  fmt::print("\n{:<28}{:>10}{:>10}{:>10}{:>14}{:>10}{:>10}{:>12}{:>14}\n", "estimate, error in %", "waits", "median s",
             "before", "next 30 min", "after", "whole", "worst day", "told < 60 s");
  bool is_near = true;
  for (const auto& rush : kRushes) {
    const auto outcome = outcome_of(rush, seeds);
    print(rush.name, outcome);
    is_near = is_near && outcome.worst < kErrorBarPercent;
  }
  fmt::print("the bar of {:.0f} % on every single day: {}\n", kErrorBarPercent, is_near ? "held" : "MISSED");
  return is_near;
}

}  // namespace parlor::bench
