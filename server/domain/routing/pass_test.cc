#include "domain/routing/pass.h"

#include "domain/routing/routing_test_kit.h"

namespace parlor::routing::testing {
namespace {

using ::testing::IsEmpty;

const Rings kNobody;

Waiting needs(SkillId skill, Level level) {
  return with(vic(), &Waiting::required, {{skill, level}});
}
Agent speaks(Agent agent, SkillId skill, Level level) {
  return with(std::move(agent), &Agent::skills, {{skill, level}});
}
Waiting prefers_spanish() {
  return with(vic(), &Waiting::preferred, {{kSpanish, 3}});
}

TEST(Pass, OffersWhoWaitsToWhoIsFree) {
  const auto moves = given({ada()}, {vic()}).pass();
  ASSERT_EQ(moves.offers.size(), 1U);
  EXPECT_EQ(moves.offers[0], (Offering{kVic, kAda, kOrders, 15s, false}));
}

TEST(Pass, RingsAsLongAsTheTeamSays) {
  const auto patient = with(orders(), &Team::ring_time, 30s);
  EXPECT_EQ(given({patient}, {ada()}, {vic()}).pass().offers.at(0).ring_time, 30s);
}

TEST(Pass, HasNothingToDoOnAnEmptyFloor) {
  const auto moves = given({}, {}, {}).pass();
  EXPECT_THAT(moves.offers, IsEmpty());
  EXPECT_EQ(moves.due_at, std::nullopt);
}

TEST(Pass, OffersOneThingToAnAgentAtATime) {
  EXPECT_EQ(given({ada()}, {wanda(), vic()}).rings(), (Rings{{kVic, kAda}}));
  EXPECT_EQ(given({ada(), ben()}, {wanda(), vic()}).rings(), (Rings{{kVic, kAda}, {kWanda, kBen}}));
}

TEST(Pass, AsksOnlyMembersOfTheTeam) {
  EXPECT_EQ(given({orders(), billing()}, {online(kAda, {kBilling})}, {vic()}).rings(), kNobody);
  EXPECT_EQ(given({orders(), billing()}, {online(kAda, {kBilling, kOrders})}, {vic()}).rings(), (Rings{{kVic, kAda}}));
}

TEST(Pass, KnowsNoTeamThatIsNotThere) {
  EXPECT_EQ(given({billing()}, {ada()}, {vic()}).rings(), kNobody);
}

TEST(Pass, AsksOnlyWhoIsOnline) {
  for (const auto status : {Status::busy, Status::away, Status::offline}) {
    EXPECT_EQ(given({with(ada(), &Agent::status, status)}, {vic()}).rings(), kNobody);
  }
}

TEST(Pass, AsksNobodyAtWhomSomethingRings) {
  EXPECT_EQ(given({with(ada(), &Agent::has_offer, true)}, {vic()}).rings(), kNobody);
}

TEST(Pass, AsksOnlyWhoHasRoomForTheWeight) {
  const auto holds = [](Weight load) { return with(ada(), &Agent::load, load); };
  EXPECT_EQ(given({holds(300)}, {vic()}).rings(), (Rings{{kVic, kAda}}));
  EXPECT_EQ(given({holds(301)}, {vic()}).rings(), kNobody);
  EXPECT_EQ(given({holds(375)}, {with(vic(), &Waiting::weight, 25)}).rings(), (Rings{{kVic, kAda}}));
  EXPECT_EQ(given({holds(376)}, {with(vic(), &Waiting::weight, 25)}).rings(), kNobody);
}

TEST(Pass, GivesTheRoomThatIsTooSmallForOneToTheNext) {
  const auto full = with(ada(), &Agent::load, 350);
  EXPECT_EQ(given({full}, {vic(), with(wanda(), &Waiting::weight, 50)}).rings(), (Rings{{kWanda, kAda}}));
}

TEST(Pass, CountsCapacityInChats) {
  const auto small = with(with(ada(), &Agent::capacity, 1), &Agent::load, 100);
  EXPECT_EQ(given({small}, {vic()}).rings(), kNobody);
  EXPECT_EQ(given({with(small, &Agent::capacity, 2)}, {vic()}).rings(), (Rings{{kVic, kAda}}));
}

TEST(RequiredSkill, IsHadAtItsLevelOrNotAtAll) {
  EXPECT_EQ(given({ada()}, {needs(kSpanish, 1)}).rings(), kNobody);
  EXPECT_EQ(given({speaks(ada(), kSpanish, 2)}, {needs(kSpanish, 3)}).rings(), kNobody);
  EXPECT_EQ(given({speaks(ada(), kSpanish, 3)}, {needs(kSpanish, 3)}).rings(), (Rings{{kVic, kAda}}));
  EXPECT_EQ(given({speaks(ada(), kSpanish, 5)}, {needs(kSpanish, 3)}).rings(), (Rings{{kVic, kAda}}));
  EXPECT_EQ(given({speaks(ada(), kGerman, 5)}, {needs(kSpanish, 3)}).rings(), kNobody);
}

TEST(RequiredSkill, IsOneOfAllThatMustBeThere) {
  const auto both = with(vic(), &Waiting::required, {{kSpanish, 1}, {kSofas, 1}});
  EXPECT_EQ(given({speaks(ada(), kSpanish, 5)}, {both}).rings(), kNobody);
  EXPECT_EQ(given({with(ada(), &Agent::skills, {{kSofas, 1}, {kSpanish, 1}})}, {both}).rings(), (Rings{{kVic, kAda}}));
}

TEST(RequiredSkill, NeverRelaxes) {
  EXPECT_EQ(given({ada()}, {needs(kSpanish, 1)}).at(24h).rings(), kNobody);
}

TEST(WhoPassed, IsNotAskedAgain) {
  const auto passed = with(vic(), &Waiting::passed_by, {kAda});
  EXPECT_EQ(given({ada(), ben()}, {passed}).rings(), (Rings{{kVic, kBen}}));
}

TEST(WhoPassed, IsAskedAgainOnceEverybodyHas) {
  const auto moves = given({ada(), ben()}, {with(vic(), &Waiting::passed_by, {kAda, kBen})}).pass();
  ASSERT_EQ(moves.offers.size(), 1U);
  EXPECT_TRUE(moves.offers[0].asks_again);
}

TEST(WhoPassed, WaitsForColleaguesWhoAreOnlineButHaveNoRoom) {
  const auto passed = with(vic(), &Waiting::passed_by, {kAda});
  EXPECT_EQ(given({ada(), with(ben(), &Agent::load, 400)}, {passed}).rings(), kNobody);
  EXPECT_EQ(given({ada(), with(ben(), &Agent::status, Status::away)}, {passed}).rings(), (Rings{{kVic, kAda}}));
}

TEST(PreferredSkill, IsWaitedForWhileSomebodyWhoHasItIsReachable) {
  const auto full = with(speaks(ben(), kSpanish, 3), &Agent::load, 400);
  EXPECT_EQ(given({ada(), full}, {prefers_spanish()}).at(60s - 1ms).rings(), kNobody);
  EXPECT_EQ(given({ada(), full}, {prefers_spanish()}).at(60s).rings(), (Rings{{kVic, kAda}}));
}

TEST(PreferredSkill, IsNotWaitedForWhenNobodyReachableHasIt) {
  const auto away = with(speaks(ben(), kSpanish, 3), &Agent::status, Status::busy);
  EXPECT_EQ(given({ada(), away}, {prefers_spanish()}).rings(), (Rings{{kVic, kAda}}));
  EXPECT_EQ(given({ada(), speaks(ben(), kSpanish, 2)}, {prefers_spanish()}).rings(), (Rings{{kVic, kAda}}));
}

TEST(PreferredSkill, IsNotWaitedForWhenItsOwnersHavePassed) {
  const auto passed = with(prefers_spanish(), &Waiting::passed_by, {kBen});
  EXPECT_EQ(given({ada(), speaks(ben(), kSpanish, 3)}, {passed}).rings(), (Rings{{kVic, kAda}}));
}

TEST(PreferredSkill, OfSeveralTheAgentWithMostIsWaitedFor) {
  const auto wishes = with(vic(), &Waiting::preferred, {{kSpanish, 1}, {kSofas, 1}});
  const auto one = speaks(ada(), kSofas, 1);
  const auto both = with(ben(), &Agent::skills, {{kSpanish, 1}, {kSofas, 1}});
  EXPECT_EQ(given({one, both}, {wishes}).rings(), (Rings{{kVic, kBen}}));
  EXPECT_EQ(given({one, with(both, &Agent::load, 400)}, {wishes}).rings(), kNobody);
  EXPECT_EQ(given({one, with(both, &Agent::load, 400)}, {wishes}).at(1min).rings(), (Rings{{kVic, kAda}}));
}

TEST(PreferredSkill, IsNotWaitedForWhereTheTeamDoesNotWait) {
  const auto brisk = with(orders(), &Team::prefer_for, 0s);
  const auto full = with(speaks(ben(), kSpanish, 3), &Agent::load, 400);
  EXPECT_EQ(given({brisk}, {ada(), full}, {prefers_spanish()}).at(0s).rings(), (Rings{{kVic, kAda}}));
}

TEST(Queue, IsOneOverAllTeamsOfAnAgent) {
  const auto in_billing = with(wanda(0s), &Waiting::team, kBilling);
  EXPECT_EQ(given({orders(), billing()}, {online(kAda, {kOrders, kBilling})}, {vic(1s), in_billing}).rings(),
            (Rings{{kWanda, kAda}}));
}

TEST(Queue, LetsAHigherClassGoFirst) {
  const auto high = with(wanda(4min), &Waiting::priority, Priority::high);
  EXPECT_EQ(given({ada()}, {vic(), high}).at(5min).rings(), (Rings{{kWanda, kAda}}));
}

TEST(Queue, LetsNobodyStarve) {
  const auto urgent = with(wanda(10min + 1ms), &Waiting::priority, Priority::urgent);
  EXPECT_EQ(given({ada()}, {vic(), urgent}).at(11min).rings(), (Rings{{kVic, kAda}}));
  EXPECT_EQ(given({with(orders(), &Team::age_step, 6min)}, {ada()}, {vic(), urgent}).at(11min).rings(),
            (Rings{{kWanda, kAda}}));
}

TEST(Queue, SkipsWhomNobodyFreeMayTakeAndGoesOn) {
  EXPECT_EQ(given({ada()}, {needs(kSpanish, 1), wanda()}).rings(), (Rings{{kWanda, kAda}}));
}

TEST(Pass, OffersNothingOfATeamThatPicks) {
  EXPECT_EQ(given({with(orders(), &Team::mode, Mode::pick)}, {ada()}, {vic()}).rings(), kNobody);
}

TEST(Pass, OffersNothingThatRingsAlready) {
  EXPECT_EQ(given({ada()}, {with(vic(), &Waiting::has_offer, true)}).rings(), kNobody);
}

TEST(Pass, OffersNothingWhoseVisitorIsAway) {
  EXPECT_EQ(given({ada()}, {with(vic(), &Waiting::visitor_left_at, kMonday)}).rings(), kNobody);
}

TEST(Pass, TellsWhenToLookAgain) {
  EXPECT_EQ(given({}, {vic()}).pass().due_at, kMonday + 60s);
  EXPECT_EQ(given({}, {with(vic(), &Waiting::ways_out_shown, true)}).pass().due_at, std::nullopt);
  EXPECT_EQ(given({ada()}, {vic()}).pass().due_at, std::nullopt);
}

TEST(TakingByHand, BeginsWithTheFirstThatTheAgentMayHave) {
  const auto team = with(orders(), &Team::mode, Mode::pick);
  const auto scene = given({team}, {ada()}, {wanda(), needs(kSpanish, 1)});
  EXPECT_EQ(first_for(scene.floor(), kAda), kWanda);
  EXPECT_EQ(first_for(given({speaks(ada(), kSpanish, 1)}, {wanda(), needs(kSpanish, 1)}).floor(), kAda), kVic);
}

TEST(TakingByHand, IsForAgentsWhoAreAwayAsWell) {
  EXPECT_EQ(first_for(given({with(ada(), &Agent::status, Status::away)}, {vic()}).floor(), kAda), kVic);
}

TEST(TakingByHand, FindsNothingThatIsNotToBeHad) {
  const auto nothing = [](const Agent& agent, const Waiting& waiting) {
    return first_for(given({agent}, {waiting}).floor(), kAda) == std::nullopt;
  };
  EXPECT_FALSE(nothing(ada(), vic()));
  EXPECT_TRUE(nothing(ben(), vic()));
  EXPECT_TRUE(nothing(with(ada(), &Agent::load, 301), vic()));
  EXPECT_TRUE(nothing(with(ada(), &Agent::teams, {}), vic()));
  EXPECT_TRUE(nothing(ada(), with(vic(), &Waiting::has_offer, true)));
  EXPECT_TRUE(nothing(ada(), with(vic(), &Waiting::visitor_left_at, kMonday)));
  EXPECT_TRUE(nothing(ada(), with(vic(), &Waiting::team, kBilling)));
}

}  // namespace
}  // namespace parlor::routing::testing
