#include "compare_policies.h"

#include <fmt/format.h>

#include "floor_run.h"

namespace parlor::bench {
namespace {

Figures days_under(const Policy& policy, Seeds seeds) {
  Figures sum;
  seeds.for_each([&](std::uint64_t seed) {
    const auto plan = whole_day(Chance(seed));
    sum.add(FloorRun(plan, policy, Chance(~seed)).run());
  });
  return sum;
}

void print(const Policy& policy, const Figures& figures) {
  const auto of_all = [&](std::size_t part) {
    return percent(static_cast<double>(part), static_cast<double>(figures.visitors));
  };
  fmt::print("{:<24}{:>10.1f}{:>10.1f}{:>12.1f}{:>12.1f}{:>10.1f}{:>12.1f}{:>10.1f}{:>10.1f}\n", policy.name,
             mean_s(figures.waits), percentile_s(figures.waits, 0.95), 100 - of_all(figures.taken_within_60_s),
             of_all(figures.gave_up), percent(figures.busy, figures.staffed), of_all(figures.reassigned),
             mean_s(figures.until_helped), median_error(figures.proofs));
}

}  // namespace

void compare_policies(Seeds seeds) {
  fmt::print("{:<24}{:>10}{:>10}{:>12}{:>12}{:>10}{:>12}{:>10}{:>10}\n", "policy", "mean s", "p95 s", "60 s lost %",
             "gave up %", "used %", "sent on %", "helped s", "error %");
  for (const auto& policy : policies())
    print(policy, days_under(policy, seeds));
}

}  // namespace parlor::bench
