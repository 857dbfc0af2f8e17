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

TEST(NextStep, IsTheFirstThatIsDue) {
  auto held = with(answered(), &Held::waiting_since, kMonday);
  EXPECT_EQ(next_step(held, {})->step, HeldStep::alert);
  held.agent_vanished_at = kMonday + 30s;
  EXPECT_EQ(next_step(held, {})->step, HeldStep::reroute);
}

}  // namespace
}  // namespace parlor::routing::testing
