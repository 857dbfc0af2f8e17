// Whole days by chance: what the rules do together, step by step, over agents who come, go and vanish.
#include "domain/routing/any_day_test_kit.h"

namespace parlor::routing::testing {
namespace {

constexpr std::uint64_t kDays = 8'000;
constexpr std::size_t kSteps = 60;

TEST(AnyDay, KeepsEveryPromiseAtEveryStep) {
  Tally tally;
  for_many_seeds(kDays, [&](std::uint64_t seed) { return Day(seed, tally).run(kSteps); });
  // Of what never happened the promises would say nothing.
  if (number_from("PARLOR_ROUTING_CASES", kDays) < kDays) return;
  for (auto seen = Seen::offered; seen <= Seen::resolved; seen = static_cast<Seen>(static_cast<int>(seen) + 1))
    EXPECT_GT(tally[seen], 100U) << static_cast<int>(seen);
}

}  // namespace
}  // namespace parlor::routing::testing
