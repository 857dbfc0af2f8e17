#include "domain/routing/rules.h"

#include "domain/routing/routing_test_kit.h"

namespace parlor::routing::testing {
namespace {

using ::testing::ElementsAre;

const Routing kInbox{.team = kOrders};

RulesApplied apply_all(const std::vector<Rule>& rules, Routing inbox = kInbox) {
  return apply(rules, std::vector<bool>(rules.size(), true), std::move(inbox));
}

ActionTrace decided_by(std::size_t rule) {
  return {Effect::decided_before, rule};
}

TEST(Rules, NoneLeaveWhatTheInboxSays) {
  EXPECT_EQ(apply({}, {}, kInbox).routing, kInbox);
}

TEST(Rules, DoWhatTheySay) {
  const auto routing =
      apply_all({{{ToTeam{kBilling}, SetPriority{Priority::high}, RequireSkill{{kSpanish, 3}}, PreferSkill{{kSofas, 2}},
                   AddTag{"invoice"}, AskAssistant{}, SendMessage{"One moment please"}}}})
          .routing;
  EXPECT_EQ(routing, (Routing{.team = kBilling,
                              .priority = Priority::high,
                              .required = {{kSpanish, 3}},
                              .preferred = {{kSofas, 2}},
                              .tags = {"invoice"},
                              .asks_assistant = true,
                              .messages = {"One moment please"}}));
}

TEST(Rules, CountOnlyWhereTheirConditionHolds) {
  const std::vector<Rule> rules{{{ToTeam{kBilling}}}, {{AddTag{"vip"}}}};
  const auto applied = apply(rules, {false, true}, kInbox);
  EXPECT_EQ(applied.routing.team, kOrders);
  EXPECT_THAT(applied.routing.tags, ElementsAre("vip"));
  EXPECT_EQ(applied.trace[0], (RuleTrace{true, false, {}}));
  EXPECT_EQ(applied.trace[1], (RuleTrace{true, true, {{}}}));
}

TEST(Rules, GoOnAfterAMatchUnlessItSaysStop) {
  EXPECT_THAT(apply_all({{{AddTag{"a"}}}, {{AddTag{"b"}}}}).routing.tags, ElementsAre("a", "b"));
  const auto stopped = apply_all({{{AddTag{"a"}}, true}, {{AddTag{"b"}}}});
  EXPECT_THAT(stopped.routing.tags, ElementsAre("a"));
  EXPECT_EQ(stopped.trace[1], (RuleTrace{false, false, {}}));
}

TEST(Rules, StopOnlyWhereTheyHold) {
  const std::vector<Rule> rules{{{AddTag{"a"}}, true}, {{AddTag{"b"}}}};
  EXPECT_THAT(apply(rules, {false, true}, kInbox).routing.tags, ElementsAre("b"));
}

TEST(Rules, ThatDisagreeAreDecidedByTheEarlierOne) {
  const auto applied = apply_all({{{AddTag{"a"}}},
                                  {{ToTeam{kBilling}, SetPriority{Priority::low}, RequireSkill{{kSpanish, 1}}}},
                                  {{ToTeam{kReturns}, SetPriority{Priority::urgent}, RequireSkill{{kSpanish, 5}}}}});
  EXPECT_EQ(applied.routing.team, kBilling);
  EXPECT_EQ(applied.routing.priority, Priority::low);
  EXPECT_THAT(applied.routing.required, ElementsAre(Skill{kSpanish, 1}));
  EXPECT_THAT(applied.trace[2].actions, ElementsAre(decided_by(1), decided_by(1), decided_by(1)));
}

TEST(Rules, OfOneRuleDecideTheFirstActionToo) {
  const auto applied = apply_all({{{ToTeam{kBilling}, ToTeam{kReturns}}}});
  EXPECT_EQ(applied.routing.team, kBilling);
  EXPECT_THAT(applied.trace[0].actions, ElementsAre(ActionTrace{}, decided_by(0)));
}

TEST(Rules, AreStrongerThanTheInbox) {
  Routing inbox = kInbox;
  inbox.priority = Priority::high;
  inbox.required = {{kSpanish, 5}};
  const auto applied = apply_all({{{SetPriority{Priority::normal}, RequireSkill{{kSpanish, 2}}}}}, inbox);
  EXPECT_EQ(applied.routing.priority, Priority::normal);
  EXPECT_THAT(applied.routing.required, ElementsAre(Skill{kSpanish, 2}));
  EXPECT_THAT(applied.trace[0].actions, ElementsAre(ActionTrace{}, ActionTrace{}));
}

TEST(Rules, MayRequireASkillAndPreferMoreOfIt) {
  const auto routing = apply_all({{{RequireSkill{{kSpanish, 1}}, PreferSkill{{kSpanish, 4}}}}}).routing;
  EXPECT_THAT(routing.required, ElementsAre(Skill{kSpanish, 1}));
  EXPECT_THAT(routing.preferred, ElementsAre(Skill{kSpanish, 4}));
}

// So many that all fit, and one more.
template <class Make>
void expect_limit(std::size_t limit, Make make) {
  Rule rule;
  for (std::size_t i = 0; i < limit; ++i)
    rule.actions.push_back(make(i));
  EXPECT_EQ(apply_all({rule}).trace[0].actions.back(), ActionTrace{});
  rule.actions.push_back(make(limit));
  EXPECT_EQ(apply_all({rule}).trace[0].actions.back(), (ActionTrace{Effect::too_many, std::nullopt}));
}

TEST(Rules, AddUpToTheLimits) {
  const auto skill = [](std::size_t number) { return Skill{make_id<SkillId>(static_cast<std::uint32_t>(number)), 1}; };
  expect_limit(limits::kRequiredSkillsMax, [&](std::size_t number) { return RequireSkill{skill(number)}; });
  expect_limit(limits::kPreferredSkillsMax, [&](std::size_t number) { return PreferSkill{skill(number)}; });
  expect_limit(limits::kTagsMax, [](std::size_t number) { return AddTag{std::to_string(number)}; });
  expect_limit(limits::kRuleMessagesMax, [](std::size_t number) { return SendMessage{std::to_string(number)}; });
}

TEST(Rules, SayTheSameThingOnce) {
  const auto applied = apply_all({{{AddTag{"vip"}}}, {{AddTag{"vip"}, AskAssistant{}}}, {{AskAssistant{}}}});
  EXPECT_THAT(applied.routing.tags, ElementsAre("vip"));
  EXPECT_THAT(applied.trace[1].actions, ElementsAre(decided_by(0), ActionTrace{}));
  EXPECT_THAT(applied.trace[2].actions, ElementsAre(decided_by(1)));
}

}  // namespace
}  // namespace parlor::routing::testing
