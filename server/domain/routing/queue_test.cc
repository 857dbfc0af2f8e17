#include "domain/routing/queue.h"

#include "domain/routing/routing_test_kit.h"

namespace parlor::routing::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<RunsOver> overflows_of(const Scene& scene) {
  const auto floor = scene.floor();
  return overflows(floor, std::vector<bool>(floor.waiting.size()));
}

Team to_billing(std::optional<Millis> after, std::optional<std::size_t> beyond) {
  return with(orders(), &Team::overflow, Overflow{kBilling, after, beyond});
}

TEST(Position, IsTheRankInTheTeamsQueueFromOne) {
  const auto in_billing = with(waits(kXaver, 0s), &Waiting::team, kBilling);
  EXPECT_THAT(positions(given({orders(), billing()}, {}, {wanda(2s), vic(1s), in_billing}).floor()),
              ElementsAre(Position{kXaver, kBilling, 1}, Position{kVic, kOrders, 1}, Position{kWanda, kOrders, 2}));
}

TEST(Position, CountsWhoRingsAndWhoseVisitorIsAway) {
  const auto rings = with(vic(0s), &Waiting::has_offer, true);
  const auto away = with(waits(kXaver, 1s), &Waiting::visitor_left_at, kMonday);
  EXPECT_EQ(positions(given({}, {rings, away, wanda(2s)}).floor()).back(), (Position{kWanda, kOrders, 3}));
}

TEST(Position, IsHadInKnownTeamsOnly) {
  EXPECT_THAT(positions(given({billing()}, {}, {vic()}).floor()), IsEmpty());
}

TEST(Admission, IsToTheTeamWhileItsQueueHasRoom) {
  const auto team = with(orders(), &Team::queue_limit, 2);
  EXPECT_EQ(admit(given({team}, {}, {vic()}).floor(), kOrders), kOrders);
  EXPECT_EQ(admit(given({team}, {}, {vic(), wanda()}).floor(), kOrders), std::nullopt);
  EXPECT_EQ(admit(given({orders()}, {}, {vic(), wanda()}).floor(), kOrders), kOrders);
}

TEST(Admission, IsToWhereAFullQueueRunsOver) {
  const auto full = with(to_billing(1min, std::nullopt), &Team::queue_limit, 1);
  const auto limited = with(billing(), &Team::queue_limit, 1);
  const auto there = with(wanda(), &Waiting::team, kBilling);
  EXPECT_EQ(admit(given({full, billing()}, {}, {vic()}).floor(), kOrders), kBilling);
  EXPECT_EQ(admit(given({full, limited}, {}, {vic(), there}).floor(), kOrders), std::nullopt);
  EXPECT_EQ(admit(given({full, with(billing(), &Team::open, false)}, {}, {vic()}).floor(), kOrders), std::nullopt);
  EXPECT_EQ(admit(given({full}, {}, {vic()}).floor(), kOrders), std::nullopt);
}

TEST(Admission, IsToNoTeamThatIsNotThere) {
  EXPECT_EQ(admit(given({orders()}, {}, {}).floor(), kBilling), std::nullopt);
}

TEST(Overflow, ComesAfterTheWait) {
  auto scene = given({to_billing(2min, std::nullopt), billing()}, {}, {vic()});
  EXPECT_THAT(overflows_of(scene.at(2min - 1ms)), IsEmpty());
  EXPECT_THAT(overflows_of(scene.at(2min)), ElementsAre(RunsOver{kVic, kOrders, kBilling, OverflowReason::waited}));
}

TEST(Overflow, ComesAtOnceOutsideOfTheHours) {
  auto from = with(orders(), &Team::overflow, Overflow{.to = kBilling, .when_closed = true});
  EXPECT_THAT(overflows_of(given({from, billing()}, {}, {vic()})), IsEmpty());
  from.open = false;
  EXPECT_THAT(overflows_of(given({from, billing()}, {}, {vic()})),
              ElementsAre(RunsOver{kVic, kOrders, kBilling, OverflowReason::closed}));
}

TEST(Overflow, CountsTheWaitInThisTeamOnly) {
  auto moved = vic();
  moved.in_team_since = kMonday + 2min;
  auto scene = given({to_billing(2min, std::nullopt), billing()}, {}, {moved});
  EXPECT_THAT(overflows_of(scene.at(3min)), IsEmpty());
  EXPECT_EQ(overflows_of(scene.at(4min)).size(), 1U);
}

TEST(Overflow, OfALongQueueTakesThoseWhoCameLast) {
  const std::vector<Waiting> three{wanda(2s), vic(1s), waits(kXaver, 3s)};
  EXPECT_THAT(overflows_of(given({to_billing(std::nullopt, 3), billing()}, {}, three)), IsEmpty());
  EXPECT_THAT(overflows_of(given({to_billing(std::nullopt, 1), billing()}, {}, three)),
              ElementsAre(RunsOver{kXaver, kOrders, kBilling, OverflowReason::queue_long},
                          RunsOver{kWanda, kOrders, kBilling, OverflowReason::queue_long}));
}

TEST(Overflow, GoesOnlyToATeamThatIsOpenAndHasRoom) {
  const auto from = to_billing(1s, std::nullopt);
  EXPECT_THAT(overflows_of(given({from, with(billing(), &Team::open, false)}, {}, {vic()})), IsEmpty());
  EXPECT_THAT(overflows_of(given({from, with(billing(), &Team::queue_limit, 0)}, {}, {vic()})), IsEmpty());
  EXPECT_THAT(overflows_of(given({from}, {}, {vic()})), IsEmpty());
  EXPECT_EQ(overflows_of(given({from, with(billing(), &Team::queue_limit, 1)}, {}, {vic()})).size(), 1U);
}

TEST(Overflow, GivesTheLastRoomToWhoWaitedLongest) {
  const auto limited = with(billing(), &Team::queue_limit, 1);
  const auto moved = overflows_of(given({to_billing(1s, std::nullopt), limited}, {}, {wanda(2s), vic(1s)}));
  EXPECT_THAT(moved, ElementsAre(RunsOver{kVic, kOrders, kBilling, OverflowReason::waited}));
}

TEST(Overflow, NeverGoesBackWhereItWas) {
  const auto been = with(vic(), &Waiting::been_in, {kBilling});
  EXPECT_THAT(overflows_of(given({to_billing(1s, std::nullopt), billing()}, {}, {been})), IsEmpty());
  const auto to_itself = with(orders(), &Team::overflow, Overflow{kOrders, 1s, 0});
  EXPECT_THAT(overflows_of(given({to_itself}, {}, {vic()})), IsEmpty());
}

TEST(Overflow, LeavesAloneWhatRings) {
  const auto rings = with(vic(), &Waiting::has_offer, true);
  EXPECT_THAT(overflows_of(given({to_billing(1s, std::nullopt), billing()}, {}, {rings})), IsEmpty());
}

TEST(Overflow, LeavesAloneWhoGetsAnOfferInTheSamePass) {
  const auto moves = given({to_billing(1s, 0), billing()}, {ada()}, {vic(), wanda()}).pass();
  EXPECT_EQ(moves.offers.at(0).conversation, kVic);
  EXPECT_THAT(moves.overflows, ElementsAre(RunsOver{kWanda, kOrders, kBilling, OverflowReason::waited}));
}

// It may ring in vain and come back; until then its place is not free.
TEST(Overflow, DoesNotFillThePlaceOfOneThatIsOfferedInTheSamePass) {
  const auto limited = with(billing(), &Team::queue_limit, 1);
  const auto there = with(wanda(0s), &Waiting::team, kBilling);
  const auto moves = given({to_billing(1s, {}), limited}, {online(kAda, {kBilling})}, {vic(), there}).pass();
  EXPECT_EQ(moves.offers.at(0).conversation, kWanda);
  EXPECT_THAT(moves.overflows, IsEmpty());
}

TEST(Overflow, HoldsForTeamsThatPickToo) {
  const auto picks = with(to_billing(1s, std::nullopt), &Team::mode, Mode::pick);
  EXPECT_EQ(overflows_of(given({picks, billing()}, {}, {vic()})).size(), 1U);
}

TEST(Place, IsKeptForATimeAndThenAbandoned) {
  const auto left = with(vic(), &Waiting::visitor_left_at, kMonday + 5s);
  EXPECT_FALSE(is_abandoned(vic(), orders(), kMonday + 24h));
  EXPECT_FALSE(is_abandoned(left, orders(), kMonday + 5s + 2min - 1ms));
  EXPECT_TRUE(is_abandoned(left, orders(), kMonday + 5s + 2min));
}

TEST(Place, OfWhomSomebodyAnsweredIsNeverAbandoned) {
  const auto left = with(with(vic(), &Waiting::answered, true), &Waiting::visitor_left_at, kMonday);
  EXPECT_FALSE(is_abandoned(left, orders(), kMonday + 24h));
}

TEST(Place, AbandonedIsToldByThePassAndMovedNowhere) {
  const auto left = with(vic(), &Waiting::visitor_left_at, kMonday);
  auto scene = given({to_billing(1s, 0), billing()}, {}, {left});
  EXPECT_THAT(scene.at(2min).pass().abandoned, ElementsAre(kVic));
  EXPECT_THAT(scene.at(2min).pass().overflows, IsEmpty());
  EXPECT_THAT(scene.at(2min).pass().ways_out, IsEmpty());
  EXPECT_THAT(scene.at(2min - 1ms).pass().abandoned, IsEmpty());
}

TEST(Place, AbandonedMakesRoomAtOnce) {
  const auto left = with(wanda(0s), &Waiting::visitor_left_at, kMonday);
  EXPECT_THAT(given({to_billing(std::nullopt, 1), billing()}, {}, {left, vic(1s)}).at(2min).pass().overflows,
              IsEmpty());
}

TEST(WaysOut, AreShownAfterTheWaitOrAtOnceIfItWillBeLonger) {
  EXPECT_FALSE(ways_out_due(vic(), orders(), kMonday + 60s - 1ms));
  EXPECT_TRUE(ways_out_due(vic(), orders(), kMonday + 60s));
  EXPECT_FALSE(ways_out_due(with(vic(), &Waiting::estimate, 60s), orders(), kMonday));
  EXPECT_TRUE(ways_out_due(with(vic(), &Waiting::estimate, 60s + 1ms), orders(), kMonday));
}

TEST(WaysOut, AreShownOnceAndOnlyToWhoIsThere) {
  EXPECT_FALSE(ways_out_due(with(vic(), &Waiting::ways_out_shown, true), orders(), kMonday + 1h));
  EXPECT_FALSE(ways_out_due(with(vic(), &Waiting::reach, Reach::mail), orders(), kMonday + 1h));
  EXPECT_FALSE(ways_out_due(with(vic(), &Waiting::visitor_left_at, kMonday), orders(), kMonday + 1h));
}

TEST(WaysOut, AreToldByThePass) {
  EXPECT_THAT(given({}, {vic()}).at(60s).pass().ways_out, ElementsAre(kVic));
  EXPECT_THAT(given({ada()}, {vic()}).at(60s).pass().ways_out, IsEmpty());
}

TEST(Due, IsTheFirstOfAllThatTimeChanges) {
  const auto due = [](const Waiting& waiting, const Team& team, Millis now) -> std::optional<Millis> {
    const auto moment = due_at(waiting, team, kMonday + now);
    if (!moment) return std::nullopt;
    return *moment - kMonday;
  };
  const auto wishes = with(vic(), &Waiting::preferred, {{kSpanish, 1}});
  const auto left = with(wishes, &Waiting::visitor_left_at, kMonday);
  const auto team = with(to_billing(90s, std::nullopt), &Team::prefer_for, 40s);
  EXPECT_EQ(due(left, team, 0s), 40s);
  EXPECT_EQ(due(left, team, 40s), 60s);
  EXPECT_EQ(due(left, team, 60s), 90s);
  EXPECT_EQ(due(left, team, 90s), 2min);
  EXPECT_EQ(due(left, team, 2min), std::nullopt);
}

}  // namespace
}  // namespace parlor::routing::testing
