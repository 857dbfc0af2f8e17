#include "domain/routing/routing_test_kit.h"

namespace parlor::routing::testing {
namespace {

Team ordering_by(std::vector<Criterion> criteria) {
  return with(orders(), &Team::criteria, std::move(criteria));
}

UserId first(Team team, std::vector<Agent> agents, Waiting waiting) {
  return given({std::move(team)}, std::move(agents), {std::move(waiting)}).pass().offers.at(0).agent;
}

Agent holding(Agent agent, Weight load) {
  return with(std::move(agent), &Agent::load, load);
}
Agent offered(Agent agent, Millis after) {
  return with(std::move(agent), &Agent::last_offered_at, kMonday + after);
}

TEST(NoCriterion, LeavesTheSmallerId) {
  EXPECT_EQ(first(ordering_by({}), {ben(), ada()}, vic()), kAda);
}

TEST(LastAgent, IsFirst) {
  const auto again = with(vic(), &Waiting::last_agent, kBen);
  EXPECT_EQ(first(ordering_by({Criterion::last_agent}), {ada(), ben()}, again), kBen);
}

TEST(LastAgent, WhoMayNotTakeItDecidesNothing) {
  const auto again = with(vic(), &Waiting::last_agent, kBen);
  EXPECT_EQ(first(ordering_by({Criterion::last_agent}), {ada(), holding(ben(), 400)}, again), kAda);
  EXPECT_EQ(first(ordering_by({Criterion::last_agent}), {ada()}, again), kAda);
}

TEST(Language, PutsWhoSpeaksItBestFirst) {
  const auto spanish = with(vic(), &Waiting::language, kSpanish);
  const auto speaks = [](Agent agent, Level level) {
    return with(std::move(agent), &Agent::skills, {{kSpanish, level}});
  };
  EXPECT_EQ(first(ordering_by({Criterion::language}), {ada(), speaks(ben(), 1)}, spanish), kBen);
  EXPECT_EQ(first(ordering_by({Criterion::language}), {speaks(ada(), 2), speaks(ben(), 5)}, spanish), kBen);
  EXPECT_EQ(first(ordering_by({Criterion::language}), {speaks(ada(), 5), speaks(ben(), 2)}, spanish), kAda);
}

TEST(Language, ThatNobodySpeaksDecidesNothing) {
  const auto spanish = with(vic(), &Waiting::language, kSpanish);
  EXPECT_EQ(first(ordering_by({Criterion::language}), {ada(), ben()}, spanish), kAda);
}

TEST(PreferredSkills, PutWhoHasMostOfThemFirst) {
  const auto wishes = with(vic(), &Waiting::preferred, {{kSpanish, 2}, {kSofas, 2}});
  const auto one = with(ada(), &Agent::skills, {{kSpanish, 2}, {kSofas, 1}});
  const auto both = with(ben(), &Agent::skills, {{kSpanish, 2}, {kSofas, 2}});
  const auto relaxed = with(ordering_by({Criterion::preferred_skills}), &Team::prefer_for, 0s);
  EXPECT_EQ(first(relaxed, {one, both}, wishes), kBen);
}

TEST(PreferredSkills, OnceRelaxedDecideOnlyWhereTheTeamSaysSo) {
  const auto wishes = with(vic(), &Waiting::preferred, {{kSpanish, 2}});
  const auto speaker = with(ben(), &Agent::skills, {{kSpanish, 2}});
  EXPECT_EQ(first(with(ordering_by({}), &Team::prefer_for, 0s), {ada(), speaker}, wishes), kAda);
}

TEST(LeastBusy, ComparesLoadWithCapacity) {
  const auto team = ordering_by({Criterion::least_busy});
  EXPECT_EQ(first(team, {holding(ada(), 200), holding(ben(), 100)}, vic()), kBen);
  const auto large = with(holding(ben(), 400), &Agent::capacity, 10);
  EXPECT_EQ(first(team, {holding(ada(), 200), large}, vic()), kBen);
  EXPECT_EQ(first(team, {holding(ada(), 100), large}, vic()), kAda);
}

TEST(RoundRobin, PutsWhoWasOfferedSomethingLongestAgoFirst) {
  const auto team = ordering_by({Criterion::round_robin});
  EXPECT_EQ(first(team, {offered(ada(), 5s), offered(ben(), 4s)}, vic()), kBen);
  EXPECT_EQ(first(team, {offered(ada(), 4s), offered(ben(), 5s)}, vic()), kAda);
}

TEST(RoundRobin, PutsWhoWasNeverOfferedAnythingBeforeAll) {
  EXPECT_EQ(first(ordering_by({Criterion::round_robin}), {offered(ada(), 0s), ben()}, vic()), kBen);
}

TEST(Criteria, DecideInTheOrderOfTheTeam) {
  const auto idle = offered(holding(ada(), 0), 5s);
  const auto rested = offered(holding(ben(), 100), 4s);
  EXPECT_EQ(first(ordering_by({Criterion::least_busy, Criterion::round_robin}), {idle, rested}, vic()), kAda);
  EXPECT_EQ(first(ordering_by({Criterion::round_robin, Criterion::least_busy}), {idle, rested}, vic()), kBen);
}

TEST(Criteria, LeaveEqualsToTheNext) {
  const auto team = ordering_by({Criterion::least_busy, Criterion::round_robin});
  EXPECT_EQ(first(team, {offered(holding(ada(), 100), 5s), offered(holding(ben(), 100), 4s)}, vic()), kBen);
  const auto half = with(offered(holding(ben(), 200), 4s), &Agent::capacity, 8);
  EXPECT_EQ(first(team, {offered(holding(ada(), 100), 5s), half}, vic()), kBen);
}

}  // namespace
}  // namespace parlor::routing::testing
