#include "domain/routing/setup.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/id_test_kit.h"

namespace parlor::routing {
namespace {

using namespace std::chrono_literals;

const TeamId kOrders = make_id<TeamId>(1);
const TeamId kSales = make_id<TeamId>(2);
const SkillId kSpanish = make_id<SkillId>(3);
const InboxId kShop = make_id<InboxId>(4);
const InboxId kBlog = make_id<InboxId>(5);
const UserId kAda = make_id<UserId>(10);

Setup casa() {
  Setup setup{.version = 1};
  setup.teams.push_back({.team = {.id = kOrders}, .name = "Orders"});
  setup.teams.push_back({.team = {.id = kSales}, .name = "Sales"});
  setup.skills.push_back({.id = kSpanish, .name = "Spanish", .language = "es"});
  setup.agents.push_back({.id = kAda, .capacity = 4, .teams = {kOrders, kSales}, .skills = {{kSpanish, 3}}});
  setup.inboxes.push_back({kShop, kSales});
  return setup;
}

TEST(RoutingSetup, SendsEachInboxToItsTeamAndOthersToTheFirst) {
  EXPECT_EQ(casa().place_for(kShop), Place{.team = kSales});
  EXPECT_EQ(casa().place_for(kBlog), Place{.team = kOrders});
  EXPECT_EQ(routing::Setup{}.place_for(kShop), std::nullopt);
  auto timed = casa();
  timed.inboxes.push_back({kBlog, std::nullopt, 1h});
  EXPECT_EQ(timed.place_for(kBlog), Place{.team = kOrders}) << "no team: the first";
}

TEST(RoutingSetup, KnowsWhichSkillHelpsALanguage) {
  EXPECT_EQ(casa().language_of("es-MX"), kSpanish);
  EXPECT_EQ(casa().language_of("es"), kSpanish);
  EXPECT_EQ(casa().language_of("est"), std::nullopt);
  EXPECT_EQ(casa().language_of(""), std::nullopt);
}

TEST(RoutingSetup, FindsWhatItNames) {
  const auto setup = casa();
  EXPECT_EQ(setup.team(kSales)->name, "Sales");
  EXPECT_EQ(setup.skill(kSpanish)->name, "Spanish");
  EXPECT_EQ(setup.agent(kAda)->capacity, 4);
  EXPECT_EQ(setup.team(make_id<TeamId>(9)), nullptr);
}

TEST(SetupCheck, FindsNothingWrongWithCasa) {
  EXPECT_TRUE(check(casa()).empty());
}

TEST(SetupCheck, PassesOnWhatRoutingFinds) {
  auto setup = casa();
  setup.agents.front().teams = {kOrders};
  const auto faults = check(setup);
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(std::get<Fault>(faults.front()).flaw, Flaw::team_without_members);
}

TEST(SetupCheck, NamesTheTeamWhoseHoursAreWrong) {
  auto setup = casa();
  hours::Hours hours;
  hours.week.push_back({std::chrono::Monday, {std::chrono::hours(9), std::chrono::hours(9)}});
  setup.teams.back().hours = TeamHours{"Europe/Vienna", hours};
  const auto faults = check(setup);
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(std::get<HoursFault>(faults.front()).team, kSales);
  EXPECT_EQ(std::get<HoursFault>(faults.front()).fault.reason, hours::Reason::span_empty);
}

TEST(SetupCheck, NamesAnInboxWhoseTeamIsGone) {
  auto setup = casa();
  setup.inboxes.push_back({kBlog, make_id<TeamId>(9)});
  const auto faults = check(setup);
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(std::get<InboxToUnknownTeam>(faults.front()).inbox, kBlog);
}

TEST(SetupCheck, NamesAnInboxThatIsThereTwice) {
  auto setup = casa();
  setup.inboxes = {{kBlog, kSales}, {kBlog, kOrders}};
  const auto faults = check(setup);
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(std::get<InboxTwice>(faults.front()).inbox, kBlog);
}

TEST(SetupCheck, NamesTheInboxWhoseVisitorsAreGoneTooSoonOrTooLate) {
  auto setup = casa();
  const auto faults_with = [&](Millis time) {
    setup.inboxes = {{kBlog, std::nullopt, time}};
    return check(setup);
  };
  EXPECT_TRUE(faults_with(limits::kHeldTimeMin).empty());
  EXPECT_TRUE(faults_with(limits::kHeldTimeMax).empty());
  for (const auto time : {Millis(limits::kHeldTimeMin) - 1ms, Millis(limits::kHeldTimeMax) + 1ms, Millis(0)}) {
    const auto faults = faults_with(time);
    ASSERT_EQ(faults.size(), 1u);
    EXPECT_EQ(std::get<GoneTimeOutOfRange>(faults.front()).inbox, kBlog);
  }
}

TEST(SetupCheck, NamesTheTeamThatRemindsTooSoonOrTooLate) {
  auto setup = casa();
  for (const auto time : {Millis(0), Millis(limits::kHeldTimeMin) - 1ms, Millis(limits::kHeldTimeMax) + 1ms}) {
    setup.teams.back().alert_after = time;
    const auto faults = check(setup);
    ASSERT_EQ(faults.size(), 1u);
    EXPECT_EQ(std::get<AlertTimeOutOfRange>(faults.front()).team, kSales);
  }
  setup.teams.back().alert_after = limits::kHeldTimeMin;
  EXPECT_TRUE(check(setup).empty());
}

}  // namespace
}  // namespace parlor::routing
