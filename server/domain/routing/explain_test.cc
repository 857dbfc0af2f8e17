#include "domain/routing/explain.h"

#include "domain/routing/routing_test_kit.h"

namespace parlor::routing::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Agent is(Agent agent, Status status) {
  return with(std::move(agent), &Agent::status, status);
}

LeftOut why(const Agent& agent, const Waiting& waiting) {
  const auto explanation = given({agent}, {}).explain(waiting);
  EXPECT_EQ(explanation.outcome, Outcome::waits);
  EXPECT_EQ(explanation.agent, std::nullopt);
  return explanation.left_out.at(0);
}

TEST(Explanation, NamesTheFilterThatLeavesAnAgentOut) {
  EXPECT_EQ(why(with(ada(), &Agent::teams, {}), vic()).reason, Reason::not_in_team);
  EXPECT_EQ(why(is(ada(), Status::offline), vic()).reason, Reason::offline);
  EXPECT_EQ(why(is(ada(), Status::away), vic()).reason, Reason::away);
  EXPECT_EQ(why(is(ada(), Status::busy), vic()).reason, Reason::busy);
  EXPECT_EQ(why(with(ada(), &Agent::has_offer, true), vic()).reason, Reason::has_offer);
  EXPECT_EQ(why(with(ada(), &Agent::load, 301), vic()).reason, Reason::no_room);
  EXPECT_EQ(why(with(ada(), &Agent::load, 400), vic()).reason, Reason::no_room);
}

TEST(Explanation, NamesTheSkillThatIsLacking) {
  const auto needs_two = with(vic(), &Waiting::required, {{kSpanish, 1}, {kSofas, 3}});
  const auto agent = with(ada(), &Agent::skills, {{kSpanish, 5}, {kSofas, 2}});
  EXPECT_EQ(why(agent, needs_two), (LeftOut{kAda, Reason::lacks_skill, Skill{kSofas, 3}}));
}

TEST(Explanation, TellsWhoHasPassedAndWhenTheRoundStartsAgain) {
  const auto full = with(ben(), &Agent::load, 400);
  const auto passed = given({ada(), full}, {}).explain(with(vic(), &Waiting::passed_by, {kAda}));
  EXPECT_THAT(passed.left_out, ElementsAre(LeftOut{kAda, Reason::has_passed, {}}, LeftOut{kBen, Reason::no_room, {}}));
  EXPECT_FALSE(passed.asks_again);
  EXPECT_TRUE(given({ada()}, {}).explain(with(vic(), &Waiting::passed_by, {kAda})).asks_again);
}

TEST(Explanation, TellsThatAPreferredSkillIsWaitedFor) {
  const auto speaker = with(with(ben(), &Agent::skills, {{kSpanish, 1}}), &Agent::load, 400);
  const auto wishes = with(vic(), &Waiting::preferred, {{kSpanish, 1}});
  const auto early = given({ada(), speaker}, {}).at(59s).explain(wishes);
  EXPECT_EQ(early.outcome, Outcome::waits);
  EXPECT_EQ(early.left_out.at(0), (LeftOut{kAda, Reason::waits_for_preferred, {}}));
  EXPECT_EQ(given({ada(), speaker}, {}).at(60s).explain(wishes).agent, kAda);
}

TEST(Explanation, LetsThoseAheadHaveTheirTurnFirst) {
  const auto behind = given({ada()}, {vic(0s), wanda(1s)}).explain(wanda(1s));
  EXPECT_EQ(behind.outcome, Outcome::waits);
  EXPECT_EQ(behind.position, 2U);
  EXPECT_THAT(behind.left_out, ElementsAre(LeftOut{kAda, Reason::taken_by_one_ahead, {}}));
  const auto ahead = given({ada()}, {vic(0s), wanda(1s)}).explain(vic(0s));
  EXPECT_EQ(ahead.agent, kAda);
  EXPECT_EQ(ahead.position, 1U);
}

TEST(Explanation, IsOfAConversationThatSomebodyOnlyThoughtOf) {
  const auto urgent = with(waits(kXaver, 9s), &Waiting::priority, Priority::urgent);
  const auto explanation = given({ada()}, {vic(0s), wanda(1s)}).explain(urgent);
  EXPECT_EQ(explanation.outcome, Outcome::offered);
  EXPECT_EQ(explanation.agent, kAda);
  EXPECT_EQ(explanation.position, 1U);
  EXPECT_EQ(explanation.counts_from, kMonday + 9s - 10min);
}

TEST(Explanation, IsOfAWaitingOneAsItMightBe) {
  const auto explanation =
      given({ada()}, {vic(0s), wanda(1s)}).explain(with(wanda(1s), &Waiting::priority, Priority::high));
  EXPECT_EQ(explanation.agent, kAda);
  EXPECT_EQ(explanation.position, 1U);
}

TEST(Explanation, ShowsHowEachCriterionOrders) {
  auto team = with(orders(), &Team::criteria, {Criterion::least_busy, Criterion::round_robin, Criterion::language});
  const auto half = with(online(kOrla), &Agent::load, 200);
  const auto rested = with(ben(), &Agent::last_offered_at, kMonday);
  const auto explanation = given({team}, {ada(), rested, half}, {}).explain(vic());
  EXPECT_THAT(explanation.steps,
              ElementsAre(Step{Criterion::least_busy, {{kAda, 0, true}, {kBen, 0, true}, {kOrla, 5'000, false}}},
                          Step{Criterion::round_robin, {{kAda, 0, true}, {kBen, to_unix_ms(kMonday), false}}}));
  EXPECT_EQ(explanation.agent, kAda);
}

TEST(Explanation, ShowsTheFiguresOfEachCriterion) {
  auto waiting = with(with(vic(), &Waiting::language, kSpanish), &Waiting::preferred, {{kSpanish, 2}, {kSofas, 1}});
  waiting.last_agent = kOrla;
  const auto able = with(ada(), &Agent::skills, {{kSpanish, 3}, {kSofas, 1}});
  const auto fluent = with(ben(), &Agent::skills, {{kSpanish, 3}, {kGerman, 1}});
  const auto explanation = given({with(orders(), &Team::prefer_for, 0s)}, {able, fluent}, {}).explain(waiting);
  EXPECT_THAT(explanation.steps, ElementsAre(Step{Criterion::last_agent, {{kAda, 0, true}, {kBen, 0, true}}},
                                             Step{Criterion::language, {{kAda, 3, true}, {kBen, 3, true}}},
                                             Step{Criterion::preferred_skills, {{kAda, 2, true}, {kBen, 1, false}}}));
}

TEST(Explanation, WeighsNobodyWhenOneIsLeft) {
  EXPECT_THAT(given({ada()}, {}).explain(vic()).steps, IsEmpty());
  EXPECT_EQ(given({ada()}, {}).explain(vic()).agent, kAda);
}

TEST(Explanation, NamesWhoMayTakeItEvenWhereNoCriterionOrdersThem) {
  const auto explanation =
      given({with(orders(), &Team::criteria, {})}, {ben(), ada(), is(online(kOrla), Status::away)}, {}).explain(vic());
  EXPECT_THAT(explanation.may_take, ElementsAre(kAda, kBen));
  EXPECT_THAT(explanation.left_out, ElementsAre(LeftOut{kOrla, Reason::away, {}}));
  EXPECT_THAT(explanation.steps, IsEmpty());
  EXPECT_EQ(explanation.agent, kAda);
}

TEST(Explanation, TellsWhyNothingRingsWhoeverIsFree) {
  const auto picks = with(orders(), &Team::mode, Mode::pick);
  EXPECT_EQ(given({picks}, {ada()}, {}).explain(vic()).outcome, Outcome::waits_to_be_picked);
  EXPECT_EQ(given({picks}, {ada()}, {}).explain(vic()).agent, kAda);
  EXPECT_EQ(given({ada()}, {}).explain(with(vic(), &Waiting::has_offer, true)).outcome, Outcome::already_offered);
  const auto left = with(vic(), &Waiting::visitor_left_at, kMonday);
  EXPECT_EQ(given({ada()}, {}).explain(left).outcome, Outcome::visitor_away);
}

TEST(Explanation, OfATeamThatIsNotThereSaysSo) {
  const auto explanation = given({billing()}, {ada()}, {}).explain(vic());
  EXPECT_EQ(explanation.outcome, Outcome::team_unknown);
  EXPECT_EQ(explanation.position, 0U);
  EXPECT_EQ(explanation.agent, std::nullopt);
}

// The visitor is away, so it has no turn itself; those behind it must not be served before it is looked at.
TEST(Explanation, OfOneWithoutATurnServesOnlyThoseAhead) {
  const auto away = with(vic(0s), &Waiting::visitor_left_at, kMonday);
  EXPECT_EQ(given({ada()}, {away, wanda(1s)}).explain(away).agent, kAda);
}

}  // namespace
}  // namespace parlor::routing::testing
