#include "main/replay/tally.h"

#include <gtest/gtest.h>

namespace parlor::replay {
namespace {

Tally good() {
  Tally tally;
  tally.conversations = 1;
  tally.turns = tally.delivered = 4;
  tally.latencies_ms = {4, 1, 3, 2};
  return tally;
}

TEST(Tally, IsRightOnlyIfNothingIsWrong) {
  EXPECT_TRUE(good().all_right());
  EXPECT_FALSE(Tally{}.all_right());
  for (auto member : {&Tally::lost, &Tally::doubled, &Tally::reordered, &Tally::transcript_mismatches}) {
    Tally tally = good();
    tally.*member = 1;
    EXPECT_FALSE(tally.all_right());
  }
  Tally undelivered = good();
  undelivered.delivered = 3;
  EXPECT_FALSE(undelivered.all_right());
  Tally failed = good();
  failed.failures["no hello"] = 1;
  EXPECT_FALSE(failed.all_right());
}

TEST(Percentile, IsTheNearestRank) {
  const std::vector<double> values{1, 2, 3, 4};
  EXPECT_EQ(percentile(values, 0.5), 2);
  EXPECT_EQ(percentile(values, 0.9), 4);
  EXPECT_EQ(percentile(values, 0), 1);
  EXPECT_EQ(percentile({}, 0.5), 0);
}

TEST(Report, SortsAndSaysHowItWent) {
  const std::string text = report(good());
  EXPECT_NE(text.find("p50 2.00, p90 4.00"), std::string::npos) << text;
  EXPECT_NE(text.find("\nall is right"), std::string::npos) << text;
}

}  // namespace
}  // namespace parlor::replay
