// What the simulation once found must stay found; its guards must be what keeps the promises; and fresh seeds each
// time.
#include <cstdlib>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "seeds.h"

namespace parlor::sim {
namespace {

constexpr auto kControlTime = std::chrono::seconds(60);
constexpr std::uint64_t kFreshSecondsUsual = 20;

std::vector<std::uint64_t> regressions() {
  std::ifstream file(PARLOR_SOURCE_DIR "/tests/sim/regressions.txt");
  std::vector<std::uint64_t> seeds;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line.front() != '#') seeds.push_back(std::stoull(line));
  }
  return seeds;
}

TEST(Simulation, KeepsWhatOnceBroke) {
  const auto seeds = regressions();
  ASSERT_FALSE(seeds.empty());
  for (const auto seed : seeds) {
    Options options;
    options.seed = seed;
    EXPECT_EQ(run(options).broken.value_or(""), "") << "seed " << seed;
  }
}

TEST(Simulation, IsTheSameFromTheSameSeed) {
  Options options;
  options.seed = 7;
  const auto first = run(options).tally;
  const auto second = run(options).tally;
  for (std::size_t i = 0; i < kCounts; ++i)
    EXPECT_EQ(first[static_cast<Count>(i)], second[static_cast<Count>(i)]) << to_string(static_cast<Count>(i));
}

// With a guard off a promise breaks, and the simulation says which.
class Control : public testing::TestWithParam<std::pair<Broken, const char*>> {};

TEST_P(Control, IsNoticed) {
  Options options;
  options.broken = GetParam().first;
  const auto seeds = run_seeds(options, 0, kControlTime);
  ASSERT_TRUE(seeds.broken) << "in " << seeds.count << " seeds";
  EXPECT_THAT(*seeds.broken, testing::ContainsRegex(GetParam().second));
}

INSTANTIATE_TEST_SUITE_P(Guards, Control,
                         testing::Values(std::pair{Broken::client_ids, "stored twice"},
                                         std::pair{Broken::acknowledge_early,
                                                   "acknowledged and not stored|older than itself"},
                                         std::pair{Broken::bus_healing, "never learned"}));

TEST(Simulation, KeepsEveryPromiseInFreshSeeds) {
  const auto* wish = std::getenv("PARLOR_SIM_SECONDS");
  const auto time = std::chrono::seconds(wish ? std::strtoull(wish, nullptr, 10) : kFreshSecondsUsual);
  Options options;
  options.seed = static_cast<std::uint64_t>(std::chrono::system_clock::now().time_since_epoch().count()) / 1'000;
  const auto seeds = run_seeds(options, 0, time);
  print(seeds);
  EXPECT_EQ(seeds.broken.value_or(""), "");
}

}  // namespace
}  // namespace parlor::sim
