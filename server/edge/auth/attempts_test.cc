#include "edge/auth/attempts.h"

#include <gtest/gtest.h>

namespace parlor::edge {
namespace {

constexpr Time kNow = Time{Millis{1'000'000}};

TEST(Attempts, TenAMinuteAndNoMore) {
  Attempts attempts(10, 100);
  for (int i = 0; i < 10; ++i)
    EXPECT_FALSE(attempts.take("ada", kNow)) << i;
  const auto wait = attempts.take("ada", kNow);
  ASSERT_TRUE(wait);
  EXPECT_GT(*wait, Millis{5'900});
  EXPECT_LE(*wait, Millis{6'001});
  EXPECT_FALSE(attempts.take("ada", kNow + *wait));
}

TEST(Attempts, OneKeyDoesNotSpendForAnother) {
  Attempts attempts(1, 100);
  EXPECT_FALSE(attempts.take("ada", kNow));
  EXPECT_TRUE(attempts.take("ada", kNow));
  EXPECT_FALSE(attempts.take("ben", kNow));
}

TEST(Attempts, WhatIsGivenBackCanBeTakenAgain) {
  Attempts attempts(1, 100);
  EXPECT_FALSE(attempts.take("ada", kNow));
  attempts.give_back("ada");
  EXPECT_FALSE(attempts.take("ada", kNow));
  EXPECT_TRUE(attempts.take("ada", kNow));
}

TEST(Attempts, RemembersABoundedNumberOfKeys) {
  Attempts attempts(2, 3);
  for (const auto* key : {"a", "b", "c", "d", "e"})
    EXPECT_FALSE(attempts.take(key, kNow));
  EXPECT_LE(attempts.size(), 3U);
}

TEST(Attempts, ForgetsWholeBudgetsFirst) {
  Attempts attempts(2, 2);
  EXPECT_FALSE(attempts.take("old", kNow));
  const auto later = kNow + std::chrono::minutes(5);
  EXPECT_FALSE(attempts.take("busy", later));
  EXPECT_FALSE(attempts.take("busy", later));
  EXPECT_FALSE(attempts.take("new", later));
  EXPECT_TRUE(attempts.take("busy", later)) << "the spent budget was kept";
}

TEST(Prefix, IsAHousehold) {
  const auto prefix = [](std::string_view text) { return prefix_of(*wire::http::parse_address(text)); };
  EXPECT_NE(prefix("192.0.2.1"), prefix("192.0.2.2"));
  EXPECT_EQ(prefix("2001:db8:1:2::1"), prefix("2001:db8:1:2:ffff::9"));
  EXPECT_NE(prefix("2001:db8:1:2::1"), prefix("2001:db8:1:3::1"));
}

}  // namespace
}  // namespace parlor::edge
