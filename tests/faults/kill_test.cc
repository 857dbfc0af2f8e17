// kill -9 under load, with the ledger of what was acknowledged.
#include <cstdlib>

#include <gtest/gtest.h>

#include "tests/faults/fire.h"

namespace parlor::tests {
namespace {

std::size_t kills_wanted() {
  const char* named = std::getenv("PARLOR_KILLS");  // NOLINT(concurrency-mt-unsafe): nothing changes the environment
  return named != nullptr ? std::strtoul(named, nullptr, 10) : 30;
}

TEST(KillTest, NothingAcknowledgedIsLostDoubledOrReordered) {
  const Findings found = hold_under_fire({.server = {}, .kills_max = kills_wanted()});
  std::cout << found.report();
  ASSERT_EQ(found.trouble, "");
  EXPECT_EQ(found.kills, kills_wanted());
  EXPECT_GT(found.acknowledged, 10 * found.kills) << "too little was going on for the kills to hit anything";
  EXPECT_GE(found.returns, found.kills) << "clients did not come back by themselves";
  EXPECT_EQ(found.lost, 0U);
  EXPECT_EQ(found.doubled, 0U);
  EXPECT_EQ(found.reordered, 0U);
  EXPECT_EQ(found.different, 0U);
  EXPECT_EQ(found.unrecovered, 0U);
  EXPECT_EQ(found.unseen, 0U);
  EXPECT_EQ(found.refused, 0U);
}

// The same eyes must see a loss where there is one.
TEST(KillTest, SeesTheLossWhenTheServerAcknowledgesBeforeItHasCommitted) {
  const ServerSettings careless{.arguments = {"--demo", "--test-endpoints", "--unsafe-acknowledge-early"}};
  std::size_t lost = 0;
  for (int round = 0; round < 5 && lost == 0; ++round) {
    const Findings found = hold_under_fire({.server = careless, .kills_max = 12});
    std::cout << found.report();
    lost = found.lost;
  }
  EXPECT_GT(lost, 0U) << "a server that lies about what is stored went unnoticed";
}

}  // namespace
}  // namespace parlor::tests
