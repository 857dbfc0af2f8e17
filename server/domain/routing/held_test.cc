#include "domain/routing/held.h"

#include "domain/routing/routing_test_kit.h"

namespace parlor::routing::testing {
namespace {

// Vic waited from Monday on and Ada has taken it; she vanishes, as far as anybody knows, an hour later.
Held unanswered() {
  return {.since = kMonday, .agent_vanished_at = kMonday + 1h};
}
Held answered() {
  return with(unanswered(), &Held::answered, true);
}

NextStep step(HeldStep what, Millis at, Millis since) {
  return {what, kMonday + at, kMonday + since};
}

TEST(VanishedAgent, LosesAnUnansweredOneAtOnceAndItKeepsItsPlace) {
  EXPECT_EQ(next_step(unanswered(), {}), step(HeldStep::requeue, 1h, 0s));
}

TEST(VanishedAgent, KeepsAnAnsweredOneForTwoMinutes) {
  EXPECT_EQ(next_step(answered(), {}), step(HeldStep::reroute, 1h + 2min, 1h));
}

TEST(VanishedAgent, LosesOneInWhichTheVisitorWaitsWithAllThatWait) {
  const auto waits = with(answered(), &Held::waiting_since, kMonday + 59min);
  EXPECT_EQ(next_step(waits, {.alert_after = std::nullopt}), step(HeldStep::reroute, 1h + 2min, 59min));
}

TEST(VanishedAgent, WhoIsBackKeepsEverything) {
  auto held = answered();
  held.agent_vanished_at = kMonday + 2h;
  EXPECT_EQ(next_step(held, {}), step(HeldStep::reroute, 2h + 2min, 2h));
}

TEST(SilentAgent, IsAlertedOnceAndThenLosesIt) {
  auto held = with(answered(), &Held::waiting_since, kMonday + 10min);
  EXPECT_EQ(next_step(held, {}), step(HeldStep::alert, 13min, 10min));
  held.alerted_at = kMonday + 14min;
  EXPECT_EQ(next_step(held, {}), step(HeldStep::reroute, 16min, 10min));
}

TEST(SilentAgent, WhoAnsweredIsAlertedAnewOfTheNextWait) {
  auto held = with(answered(), &Held::waiting_since, kMonday + 20min);
  held.alerted_at = kMonday + 14min;
  EXPECT_EQ(next_step(held, {}), step(HeldStep::alert, 23min, 20min));
}

TEST(SilentAgent, LosesOneThatTheyNeverAnsweredToo) {
  auto held = with(unanswered(), &Held::waiting_since, kMonday);
  EXPECT_EQ(next_step(held, {}), step(HeldStep::alert, 3min, 0s));
  held.alerted_at = kMonday + 3min;
  EXPECT_EQ(next_step(held, {}), step(HeldStep::reroute, 5min, 0s));
}

TEST(SilentAgent, IsLeftAloneWhileWeWaitForTheVisitorOrTheTeamWantsNoAlert) {
  const auto vanishes = step(HeldStep::reroute, 1h + 2min, 1h);
  EXPECT_EQ(next_step(answered(), {}), vanishes);
  const auto waits = with(answered(), &Held::waiting_since, kMonday + 1h);
  EXPECT_EQ(next_step(waits, {.alert_after = std::nullopt}), vanishes);
}

TEST(SilentAgent, IsNobodyWhenNobodyHasIt) {
  const Held queued{.since = kMonday, .waiting_since = kMonday};
  EXPECT_EQ(next_step(queued, {}), std::nullopt);
}

TEST(Visitor, WhoLeftForGoodIsResolvedAfterTheInboxsLimit) {
  const auto left = with(answered(), &Held::visitor_left_at, kMonday);
  EXPECT_EQ(next_step(left, {.resolve_after = 30min}), step(HeldStep::resolve, 30min, 0s));
  EXPECT_EQ(next_step(left, {.resolve_after = std::nullopt}), step(HeldStep::reroute, 1h + 2min, 1h));
}

TEST(Visitor, WhoLeftAndWasNeverAnsweredHasAbandoned) {
  const Held queued{.since = kMonday, .visitor_left_at = kMonday};
  EXPECT_EQ(next_step(queued, {}), step(HeldStep::abandon, 1h, 0s));
}

TEST(HeldLimits, AreWithinTheirRange) {
  const auto valid = [](Millis time) {
    return std::vector{are_valid({.answered_wait = time}), are_valid({.alert_after = time}),
                       are_valid({.reroute_after_alert = time}), are_valid({.resolve_after = time})};
  };
  EXPECT_TRUE(are_valid({.alert_after = std::nullopt, .resolve_after = std::nullopt}));
  EXPECT_THAT(valid(limits::kHeldTimeMin), ::testing::Each(true));
  EXPECT_THAT(valid(limits::kHeldTimeMax), ::testing::Each(true));
  EXPECT_THAT(valid(limits::kHeldTimeMin - 1ms), ::testing::Each(false));
  EXPECT_THAT(valid(limits::kHeldTimeMax + 1ms), ::testing::Each(false));
}

TEST(NextStep, IsTheFirstThatIsDue) {
  auto held = with(answered(), &Held::visitor_left_at, kMonday + 2min);
  held.waiting_since = kMonday;
  EXPECT_EQ(next_step(held, {})->step, HeldStep::alert);
  EXPECT_EQ(next_step(held, {.resolve_after = 1min - 1ms})->step, HeldStep::resolve);
  held.agent_vanished_at = kMonday + 30s;
  EXPECT_EQ(next_step(held, {})->step, HeldStep::reroute);
}

}  // namespace
}  // namespace parlor::routing::testing
