#include "domain/routing/estimate.h"

#include "domain/routing/any_floor_test_kit.h"

namespace parlor::routing::testing {
namespace {

Agent full(Agent agent) {
  return with(std::move(agent), &Agent::load, agent.capacity * kChatWeight);
}
Agent speaks(Agent agent, SkillId skill) {
  return with(std::move(agent), &Agent::skills, {{skill, 3}});
}
Waiting needs(ConversationId id, SkillId skill, Millis after) {
  return with(waits(id, after), &Waiting::required, {{skill, 1}});
}

// What each would be told on this floor, by who has learned what `estimator` has; in minutes, -1 for nothing.
std::vector<double> minutes(const Scene& scene, const Estimator& estimator = {}) {
  std::vector<double> minutes;
  for (const auto& estimate : estimator.estimates(scene.floor()))
    minutes.push_back(estimate.wait ? static_cast<double>(estimate.wait->count()) / 60'000 : -1);
  return minutes;
}

// One of the ten chats of `patient_and_slow` ends, and the next begins.
void serve(Estimator& estimator, Time at) {
  estimator.ended(kOrders, at);
  estimator.began(waits(make_id<ConversationId>(1'000)), at);
}

// Ten chats at a time of ten minutes each until Monday morning, and visitors who never give up.
Estimator patient_and_slow() {
  Estimator estimator;
  estimator.arrived(wanda(), kMonday - 2'000h);
  estimator.left(wanda(), kMonday - 1'000h);
  Time now = kMonday - 200min;
  for (int i = 0; i < 10; ++i)
    estimator.began(waits(make_id<ConversationId>(static_cast<std::uint32_t>(1'000 + i))), now);
  for (int i = 0; i < 200; ++i) {
    now += 1min;
    serve(estimator, now);
  }
  return estimator;
}

using ::testing::DoubleNear;
using ::testing::ElementsAre;

TEST(Estimate, IsNoneWhereNobodyIsThereWhoCouldTakeIt) {
  EXPECT_THAT(minutes(given({}, {vic()})), ElementsAre(-1));
  EXPECT_THAT(minutes(given({with(ada(), &Agent::status, Status::away)}, {vic()})), ElementsAre(-1));
  EXPECT_THAT(minutes(given({ada()}, {needs(kVic, kSpanish, 0s)})), ElementsAre(-1));
}

TEST(Estimate, IsNoWaitWhileASlotIsFree) {
  const auto one_free = with(ada(), &Agent::load, 300);
  EXPECT_THAT(minutes(given({one_free}, {vic()})), ElementsAre(0));
  EXPECT_GT(minutes(given({one_free}, {vic(), wanda()}))[1], 0);
}

TEST(Estimate, IsNoWaitForOneThatRingsAndItsRoomIsNotTakenTwice) {
  const auto rings = with(vic(), &Waiting::has_offer, true);
  const auto alone = minutes(given({full(ada())}, {wanda()}));
  EXPECT_THAT(minutes(given({full(ada())}, {rings, wanda()})), ElementsAre(0, alone[0]));
}

// Four slots, chats of eight minutes as is guessed: one is free every two minutes.
TEST(Estimate, BeginsWithAGuess) {
  EXPECT_THAT(minutes(given({full(ada())}, {vic(), wanda()})), ElementsAre(DoubleNear(2, 0.01), DoubleNear(4, 0.1)));
}

TEST(Estimate, IsWhatItTakesToServeAllWhoAreAhead) {
  const auto learned = patient_and_slow();
  EXPECT_THAT(minutes(given({full(ada()), full(ben())}, {vic(), wanda(), waits(kXaver, 2s)}), learned),
              ElementsAre(DoubleNear(1.25, 0.05), DoubleNear(2.5, 0.1), DoubleNear(3.75, 0.15)));
}

TEST(Estimate, CountsAnAgentWhoComesOrLeavesAtOnce) {
  const auto learned = patient_and_slow();
  const auto one = minutes(given({full(ada())}, {vic()}), learned);
  const auto two = minutes(given({full(ada()), full(ben())}, {vic()}), learned);
  EXPECT_NEAR(one[0], 2 * two[0], 0.01);
}

TEST(Estimate, OfWhoNeedsASkillIsOfTheAgentsWhoHaveIt) {
  const auto learned = patient_and_slow();
  const auto scene = given({full(ada()), full(speaks(ben(), kSpanish))}, {needs(kVic, kSpanish, 0s)});
  EXPECT_THAT(minutes(scene, learned), ElementsAre(DoubleNear(2.5, 0.05)));
}

TEST(Estimate, OfOthersIsNotOfThoseAheadWhoWaitForASkill) {
  const auto learned = patient_and_slow();
  const std::vector<Agent> agents{full(ada()), full(speaks(ben(), kSpanish))};
  const auto behind =
      minutes(given(agents, {needs(kVic, kSpanish, 0s), needs(kWanda, kSpanish, 1s), waits(kXaver, 2s)}), learned);
  EXPECT_THAT(behind, ElementsAre(DoubleNear(2.5, 0.05), DoubleNear(5, 0.1), DoubleNear(2.5, 0.05)));
}

TEST(Estimate, OfOneWhoNeedsASkillKnowsWhoElseTakesThoseAgents) {
  const auto learned = patient_and_slow();
  const std::vector<Agent> agents{full(ada()), full(speaks(ben(), kSpanish))};
  const auto waits_last = minutes(given(agents, {vic(), wanda(), needs(kXaver, kSpanish, 2s)}), learned);
  // The two ahead share both agents' slots until two and a half minutes; one more of Ben's takes as long again.
  EXPECT_NEAR(waits_last[2], 5, 0.1);
}

TEST(Estimate, OfTwoTeamsWithOneAgentIsOfBothQueues) {
  const auto shared = full(online(kAda, {kOrders, kBilling}));
  const auto in_billing = with(wanda(), &Waiting::team, kBilling);
  EXPECT_THAT(minutes(given({orders(), billing()}, {shared}, {vic(), in_billing})),
              ElementsAre(DoubleNear(2, 0.01), DoubleNear(4, 0.1)));
}

TEST(Estimate, IsShorterWhereThoseAheadGiveUp) {
  auto learned = patient_and_slow();
  for (std::size_t i = 0; i < 2 * limits::kPaceEventsKept; ++i) {
    const Time at = kMonday + i * 1min;
    serve(learned, at);
    learned.arrived(wanda(), at);
    learned.left(wanda(), at + 30s);
  }
  const auto scene = given({full(ada())}, {vic(), wanda(), waits(kXaver, 2s)});
  EXPECT_NEAR(minutes(scene, learned)[0], minutes(scene, patient_and_slow())[0], 0.1);
  EXPECT_LT(minutes(scene, learned)[2], 0.6 * minutes(scene, patient_and_slow())[2]);
}

TEST(Estimate, IsADayAtMost) {
  Estimator estimator;
  estimator.began(vic(), kMonday - 10'000h);
  for (int i = 0; i < 11; ++i)
    estimator.ended(kOrders, kMonday);
  EXPECT_EQ(estimator.estimates(given({full(ada())}, {vic()}).floor()),
            (std::vector<Estimate>{{kVic, limits::kEstimateMax}}));
}

TEST(Estimate, IsOfTheQueuesOrderAndOfKnownTeamsOnly) {
  const auto elsewhere = with(vic(), &Waiting::team, kReturns);
  const auto estimates = Estimator().estimates(given({ada()}, {waits(kXaver, 2s), wanda(), elsewhere}).floor());
  ASSERT_EQ(estimates.size(), 2U);
  EXPECT_EQ(estimates[0].conversation, kWanda);
}

// Vic is told what everybody is told with Ada's four slots full, two minutes as is guessed, and begins after `real`.
void prove(Estimator& estimator, Time at, Millis real) {
  estimator.arrived(vic(), at);
  estimator.told(vic(), *estimator.estimates(given({full(ada())}, {vic()}).floor())[0].wait, at);
  estimator.began(vic(), at + real);
  estimator.ended(kOrders, at + real);
}

TEST(Estimate, IsCorrectedByWhatCame) {
  Estimator estimator;
  for (int i = 0; i < 100; ++i)
    prove(estimator, kMonday + i * 5min, 3min);
  EXPECT_NEAR(minutes(given({full(ada())}, {vic()}), estimator)[0], 3, 0.01);
  EXPECT_NEAR(minutes(given({billing()}, {full(online(kAda, {kBilling}))}, {with(vic(), &Waiting::team, kBilling)}),
                      estimator)[0],
              2, 0.01);
}

TEST(Accuracy, IsOfATeamsOwnProofs) {
  Estimator estimator;
  EXPECT_EQ(estimator.accuracy(kOrders), std::nullopt);
  estimator.told(vic(), 60s, kMonday);
  EXPECT_EQ(estimator.accuracy(kOrders), std::nullopt);
  estimator.began(vic(), kMonday + 50s);
  EXPECT_EQ(estimator.accuracy(kOrders), (Accuracy{1, 10s, 20}));
  EXPECT_EQ(estimator.accuracy(kBilling), std::nullopt);
}

TEST(Accuracy, IsOfWhatWasToldFirst) {
  Estimator estimator;
  estimator.told(vic(), 60s, kMonday);
  estimator.told(vic(), 10s, kMonday + 50s);
  estimator.began(vic(), kMonday + 60s);
  EXPECT_EQ(estimator.accuracy(kOrders), (Accuracy{1, 0s, 0}));
}

TEST(Accuracy, CountsNobodyWhoGaveUp) {
  Estimator estimator;
  estimator.told(vic(), 60s, kMonday);
  estimator.left(vic(), kMonday + 10s);
  estimator.began(vic(), kMonday + 20s);
  EXPECT_EQ(estimator.accuracy(kOrders), std::nullopt);
}

TEST(Band, IsWhatAVisitorIsTold) {
  EXPECT_EQ(band(0ms), WaitBand::under_1_min);
  EXPECT_EQ(band(1min - 1ms), WaitBand::under_1_min);
  EXPECT_EQ(band(1min), WaitBand::about_2_min);
  EXPECT_EQ(band(210s - 1ms), WaitBand::about_2_min);
  EXPECT_EQ(band(210s), WaitBand::about_5_min);
  EXPECT_EQ(band(10min - 1ms), WaitBand::about_5_min);
  EXPECT_EQ(band(10min), WaitBand::over_10_min);
}

}  // namespace
}  // namespace parlor::routing::testing
