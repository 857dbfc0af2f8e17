#include "domain/routing/check.h"

#include "domain/routing/routing_test_kit.h"

namespace parlor::routing::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Casa & Co as it should be; each story makes one thing wrong.
struct Casa {
  std::vector<Team> teams{orders(), billing()};
  std::vector<SkillId> skills{kSpanish, kSofas};
  std::vector<Agent> agents{with(ada(), &Agent::skills, {{kSpanish, 3}}),
                            with(online(kBen, {kOrders, kBilling}), &Agent::skills, {{kSofas, 1}})};
  std::vector<Rule> rules;
  std::vector<Weight> weights{kChatWeight, 25};

  std::vector<Fault> faults() const { return check({teams, skills, agents, rules, weights}); }
};

Casa with_team(Team team) {
  Casa casa;
  casa.teams[0] = std::move(team);
  return casa;
}
Casa with_agent(Agent agent) {
  Casa casa;
  casa.agents.push_back(std::move(agent));
  return casa;
}
Casa with_rule(std::vector<Action> actions) {
  Casa casa;
  casa.rules = {{std::move(actions)}};
  return casa;
}
Agent orla() {
  return online(kOrla);
}
Team overflowing(Overflow overflow) {
  return with(orders(), &Team::overflow, overflow);
}
Fault of_orders(Flaw flaw) {
  return {.flaw = flaw, .team = kOrders};
}

TEST(Configuration, ThatMakesSenseHasNoFault) {
  auto casa = with_team(overflowing({kBilling, 2min, 20}));
  casa.rules = {{{ToTeam{kBilling}, RequireSkill{{kSofas, 1}}, PreferSkill{{kSpanish, 5}}, SetPriority{Priority::high},
                  AddTag{"vip"}, AskAssistant{}, SendMessage{"Hello"}}}};
  EXPECT_THAT(casa.faults(), IsEmpty());
  EXPECT_THAT(check({}), IsEmpty());
}

TEST(Team, WithoutMembersIsAFault) {
  Casa casa;
  casa.teams.push_back({.id = kReturns});
  EXPECT_THAT(casa.faults(), ElementsAre(Fault{.flaw = Flaw::team_without_members, .team = kReturns}));
}

TEST(Team, TwiceIsAFault) {
  Casa casa;
  casa.teams.push_back(orders());
  EXPECT_THAT(casa.faults(), ElementsAre(of_orders(Flaw::team_twice)));
}

TEST(Team, HasEachCriterionOnce) {
  const auto team = with(orders(), &Team::criteria, {Criterion::language, Criterion::least_busy, Criterion::language});
  EXPECT_THAT(with_team(team).faults(), ElementsAre(of_orders(Flaw::criterion_twice)));
}

// At both ends, and one past each.
template <class Member>
void expect_range(Member Team::* member, Member low, Member high, Member step) {
  EXPECT_THAT(with_team(with(orders(), member, low)).faults(), IsEmpty());
  EXPECT_THAT(with_team(with(orders(), member, high)).faults(), IsEmpty());
  EXPECT_EQ(with_team(with(orders(), member, low - step)).faults().size(), 1U);
  EXPECT_EQ(with_team(with(orders(), member, high + step)).faults().size(), 1U);
}

TEST(Team, HoldsToTheLimitsOfItsTimes) {
  expect_range<Millis>(&Team::ring_time, limits::kRingTimeMin, limits::kRingTimeMax, 1ms);
  expect_range<Millis>(&Team::age_step, limits::kAgeStepMin, limits::kAgeStepMax, 1ms);
  expect_range<Millis>(&Team::prefer_for, 0ms, limits::kPreferTimeMax, 1ms);
  expect_range<Millis>(&Team::place_kept_for, 0ms, limits::kPlaceKeptTimeMax, 1ms);
  EXPECT_THAT(with_team(with(orders(), &Team::ring_time, 1s)).faults(),
              ElementsAre(of_orders(Flaw::ring_time_out_of_range)));
  EXPECT_THAT(with_team(with(orders(), &Team::age_step, 1s)).faults(),
              ElementsAre(of_orders(Flaw::age_step_out_of_range)));
  EXPECT_THAT(with_team(with(orders(), &Team::prefer_for, 2h)).faults(),
              ElementsAre(of_orders(Flaw::prefer_time_out_of_range)));
  EXPECT_THAT(with_team(with(orders(), &Team::place_kept_for, 2h)).faults(),
              ElementsAre(of_orders(Flaw::place_time_out_of_range)));
}

TEST(Team, HoldsToTheLimitsOfItsQueue) {
  const auto faults = [](std::size_t limit) { return with_team(with(orders(), &Team::queue_limit, limit)).faults(); };
  EXPECT_THAT(faults(1), IsEmpty());
  EXPECT_THAT(faults(limits::kQueueLimitMax), IsEmpty());
  EXPECT_THAT(faults(0), ElementsAre(of_orders(Flaw::queue_limit_out_of_range)));
  EXPECT_THAT(faults(limits::kQueueLimitMax + 1), ElementsAre(of_orders(Flaw::queue_limit_out_of_range)));
}

TEST(Overflow, NeedsATeamThatIsThere) {
  EXPECT_THAT(with_team(overflowing({kReturns, 2min, {}})).faults(),
              ElementsAre(of_orders(Flaw::overflow_to_unknown_team)));
}

TEST(Overflow, NeedsAReason) {
  EXPECT_THAT(with_team(overflowing({kBilling, {}, {}})).faults(),
              ElementsAre(of_orders(Flaw::overflow_without_reason)));
}

TEST(Overflow, HoldsToTheLimitsOfItsReasons) {
  const auto after = [](Millis time) { return with_team(overflowing({kBilling, time, {}})).faults(); };
  EXPECT_THAT(after(limits::kOverflowAfterMin), IsEmpty());
  EXPECT_THAT(after(limits::kOverflowAfterMax), IsEmpty());
  EXPECT_THAT(after(limits::kOverflowAfterMin - 1ms), ElementsAre(of_orders(Flaw::overflow_time_out_of_range)));
  EXPECT_THAT(after(limits::kOverflowAfterMax + 1ms), ElementsAre(of_orders(Flaw::overflow_time_out_of_range)));
}

TEST(Overflow, BeyondALengthThatTheQueueCannotHaveIsAFault) {
  const auto beyond = [](std::size_t length) {
    return with_team(with(overflowing({kBilling, {}, length}), &Team::queue_limit, 10)).faults();
  };
  EXPECT_THAT(beyond(9), IsEmpty());
  EXPECT_THAT(beyond(10), ElementsAre(of_orders(Flaw::overflow_length_out_of_range)));
  const auto free = [](std::size_t length) { return with_team(overflowing({kBilling, {}, length})).faults(); };
  EXPECT_THAT(free(limits::kQueueLimitMax - 1), IsEmpty());
  EXPECT_THAT(free(limits::kQueueLimitMax), ElementsAre(of_orders(Flaw::overflow_length_out_of_range)));
}

TEST(Overflow, IntoALoopNamesTheWay) {
  Casa casa;
  casa.agents[0].teams = {kOrders, kBilling, kReturns};
  casa.teams = {with(orders(), &Team::overflow, Overflow{kBilling, 1min, {}}),
                with(billing(), &Team::overflow, Overflow{kReturns, 1min, {}}),
                with(Team{.id = kReturns}, &Team::overflow, Overflow{kBilling, 1min, {}})};
  EXPECT_THAT(
      casa.faults(),
      ElementsAre(Fault{.flaw = Flaw::overflow_loop, .team = kBilling, .path = {kBilling, kReturns, kBilling}}));
  casa.teams[2].overflow.reset();
  EXPECT_THAT(casa.faults(), IsEmpty());
}

TEST(Overflow, IntoItselfIsALoopToo) {
  EXPECT_THAT(with_team(overflowing({kOrders, 1min, {}})).faults(),
              ElementsAre(Fault{.flaw = Flaw::overflow_loop, .team = kOrders, .path = {kOrders, kOrders}}));
}

TEST(Overflow, OfTwoIntoTheSameTeamIsNoLoop) {
  Casa casa;
  casa.agents[0].teams = {kOrders, kBilling, kReturns};
  casa.teams = {with(orders(), &Team::overflow, Overflow{kReturns, 1min, {}}),
                with(billing(), &Team::overflow, Overflow{kReturns, 1min, {}}), Team{.id = kReturns}};
  EXPECT_THAT(casa.faults(), IsEmpty());
}

TEST(Agent, HasACapacityWithinLimits) {
  const auto faults = [](int capacity) { return with_agent(with(orla(), &Agent::capacity, capacity)).faults(); };
  EXPECT_THAT(faults(1), IsEmpty());
  EXPECT_THAT(faults(limits::kAgentCapacityMax), IsEmpty());
  EXPECT_THAT(faults(0), ElementsAre(Fault{.flaw = Flaw::capacity_out_of_range, .agent = kOrla}));
  EXPECT_THAT(faults(limits::kAgentCapacityMax + 1),
              ElementsAre(Fault{.flaw = Flaw::capacity_out_of_range, .agent = kOrla}));
}

TEST(Agent, IsOfTeamsThatAreThereAndOfEachOnce) {
  EXPECT_THAT(with_agent(online(kOrla, {kReturns})).faults(),
              ElementsAre(Fault{.flaw = Flaw::agent_in_unknown_team, .team = kReturns, .agent = kOrla}));
  EXPECT_THAT(with_agent(online(kOrla, {kOrders, kBilling, kOrders})).faults(),
              ElementsAre(Fault{.flaw = Flaw::agent_in_team_twice, .team = kOrders, .agent = kOrla}));
}

TEST(Agent, HasSkillsThatAreThereAndEachOnce) {
  EXPECT_THAT(with_agent(with(orla(), &Agent::skills, {{kGerman, 1}})).faults(),
              ElementsAre(Fault{.flaw = Flaw::agent_has_unknown_skill, .skill = kGerman, .agent = kOrla}));
  EXPECT_THAT(with_agent(with(orla(), &Agent::skills, {{kSofas, 1}, {kSofas, 2}})).faults(),
              ElementsAre(Fault{.flaw = Flaw::agent_has_skill_twice, .skill = kSofas, .agent = kOrla}));
}

TEST(Agent, HasSkillsAtLevelsFromOneToFive) {
  const auto faults = [](Level level) { return with_agent(with(orla(), &Agent::skills, {{kSofas, level}})).faults(); };
  const Fault wrong{.flaw = Flaw::agent_level_out_of_range, .skill = kSofas, .agent = kOrla};
  EXPECT_THAT(faults(1), IsEmpty());
  EXPECT_THAT(faults(5), IsEmpty());
  EXPECT_THAT(faults(0), ElementsAre(wrong));
  EXPECT_THAT(faults(6), ElementsAre(wrong));
}

TEST(Agent, TwiceIsAFault) {
  EXPECT_THAT(with_agent(ada()).faults(), ElementsAre(Fault{.flaw = Flaw::agent_twice, .agent = kAda}));
}

TEST(Skill, TwiceIsAFault) {
  Casa casa;
  casa.skills.push_back(kSofas);
  EXPECT_THAT(casa.faults(), ElementsAre(Fault{.flaw = Flaw::skill_twice, .skill = kSofas}));
}

TEST(Channel, WeighsSomethingThatAnAgentCanHold) {
  const auto faults = [](Weight weight) {
    Casa casa;
    casa.weights = {weight};
    casa.agents[0].capacity = 10;
    return casa.faults();
  };
  EXPECT_THAT(faults(1), IsEmpty());
  EXPECT_THAT(faults(limits::kChannelWeightMax), IsEmpty());
  EXPECT_THAT(faults(0), ElementsAre(Fault{.flaw = Flaw::weight_out_of_range, .weight = 0}));
  EXPECT_THAT(faults(limits::kChannelWeightMax + 1),
              Contains(Fault{.flaw = Flaw::weight_out_of_range, .weight = 1'001}));
  Casa casa;
  casa.weights = {400};
  EXPECT_THAT(casa.faults(), IsEmpty());
  casa.weights = {401};
  EXPECT_THAT(casa.faults(), ElementsAre(Fault{.flaw = Flaw::weight_above_every_capacity, .weight = 401}));
}

TEST(Rule, DoesSomething) {
  EXPECT_THAT(with_rule({}).faults(), ElementsAre(Fault{.flaw = Flaw::rule_without_action, .rule = 0}));
}

TEST(Rule, NamesTeamsAndSkillsThatAreThere) {
  EXPECT_THAT(with_rule({ToTeam{kReturns}}).faults(),
              ElementsAre(Fault{.flaw = Flaw::rule_names_unknown_team, .team = kReturns, .rule = 0}));
  EXPECT_THAT(with_rule({PreferSkill{{kGerman, 1}}}).faults(),
              ElementsAre(Fault{.flaw = Flaw::rule_names_unknown_skill, .skill = kGerman, .rule = 0}));
  EXPECT_THAT(with_rule({RequireSkill{{kGerman, 1}}}).faults(),
              Contains(Fault{.flaw = Flaw::rule_names_unknown_skill, .skill = kGerman, .rule = 0}));
}

TEST(Rule, NamesLevelsFromOneToFive) {
  const Fault wrong{.flaw = Flaw::rule_level_out_of_range, .skill = kSofas, .rule = 0};
  EXPECT_THAT(with_rule({PreferSkill{{kSofas, 5}}}).faults(), IsEmpty());
  EXPECT_THAT(with_rule({PreferSkill{{kSofas, 6}}}).faults(), ElementsAre(wrong));
  EXPECT_THAT(with_rule({PreferSkill{{kSofas, 0}}}).faults(), ElementsAre(wrong));
  EXPECT_THAT(with_rule({RequireSkill{{kSofas, 0}}}).faults(), Contains(wrong));
}

TEST(Rule, RequiresWhatSomebodyOfTheTeamHas) {
  EXPECT_THAT(with_rule({ToTeam{kOrders}, RequireSkill{{kSpanish, 3}}}).faults(), IsEmpty());
  EXPECT_THAT(with_rule({ToTeam{kOrders}, RequireSkill{{kSpanish, 4}}}).faults(),
              ElementsAre(Fault{.flaw = Flaw::no_member_has_skill, .team = kOrders, .skill = kSpanish, .rule = 0}));
  EXPECT_THAT(with_rule({ToTeam{kBilling}, RequireSkill{{kSpanish, 1}}}).faults(),
              ElementsAre(Fault{.flaw = Flaw::no_member_has_skill, .team = kBilling, .skill = kSpanish, .rule = 0}));
}

TEST(Rule, WithoutATeamRequiresWhatSomebodyHas) {
  EXPECT_THAT(with_rule({RequireSkill{{kSpanish, 3}}}).faults(), IsEmpty());
  EXPECT_THAT(with_rule({RequireSkill{{kSpanish, 4}}}).faults(),
              ElementsAre(Fault{.flaw = Flaw::no_member_has_skill, .skill = kSpanish, .rule = 0}));
}

TEST(Rule, RequiresTogetherWhatOneMemberHas) {
  const std::vector<Action> both{ToTeam{kOrders}, RequireSkill{{kSpanish, 1}}, RequireSkill{{kSofas, 1}}};
  EXPECT_THAT(with_rule(both).faults(),
              ElementsAre(Fault{.flaw = Flaw::no_member_has_all_skills, .team = kOrders, .rule = 0}));
  auto casa = with_rule(both);
  casa.agents[0].skills.push_back({kSofas, 1});
  EXPECT_THAT(casa.faults(), IsEmpty());
}

TEST(Rule, SaysAndTagsWhatFits) {
  const auto tag = [](std::size_t length) { return with_rule({AddTag{std::string(length, 'x')}}).faults(); };
  EXPECT_THAT(tag(limits::kTagCodePointsMax), IsEmpty());
  EXPECT_THAT(tag(limits::kTagCodePointsMax + 1), ElementsAre(Fault{.flaw = Flaw::rule_tag_invalid, .rule = 0}));
  EXPECT_THAT(tag(0), ElementsAre(Fault{.flaw = Flaw::rule_tag_invalid, .rule = 0}));
  const auto text = [](std::size_t length) { return with_rule({SendMessage{std::string(length, 'x')}}).faults(); };
  EXPECT_THAT(text(limits::kRuleMessageCodePointsMax), IsEmpty());
  EXPECT_THAT(text(limits::kRuleMessageCodePointsMax + 1),
              ElementsAre(Fault{.flaw = Flaw::rule_message_invalid, .rule = 0}));
  EXPECT_THAT(text(0), ElementsAre(Fault{.flaw = Flaw::rule_message_invalid, .rule = 0}));
}

TEST(Rule, NamesItselfByItsNumber) {
  auto casa = with_rule({AddTag{"vip"}});
  casa.rules.push_back({});
  EXPECT_THAT(casa.faults(), ElementsAre(Fault{.flaw = Flaw::rule_without_action, .rule = 1}));
}

std::uint32_t numbered(std::size_t number) {
  return static_cast<std::uint32_t>(1'000 + number);
}

// At the limit nothing is wrong; one more is.
template <class Add>
void expect_limit(std::size_t limit, Flaw flaw, Add add) {
  Casa casa;
  for (std::size_t number = 0; number < limit; ++number)
    add(casa, number);
  EXPECT_THAT(casa.faults(), IsEmpty());
  add(casa, limit);
  ASSERT_EQ(casa.faults().size(), 1U);
  EXPECT_EQ(casa.faults()[0].flaw, flaw);
}

TEST(Configuration, HoldsToItsLimits) {
  expect_limit(limits::kTeamsMax - 2, Flaw::too_many_teams, [](Casa& casa, std::size_t number) {
    casa.teams.push_back({.id = make_id<TeamId>(numbered(number))});
    casa.agents[0].teams.push_back(casa.teams.back().id);
  });
  expect_limit(limits::kSkillsMax - 2, Flaw::too_many_skills,
               [](Casa& casa, std::size_t number) { casa.skills.push_back(make_id<SkillId>(numbered(number))); });
  expect_limit(limits::kAgentsMax - 2, Flaw::too_many_agents, [](Casa& casa, std::size_t number) {
    casa.agents.push_back(online(make_id<UserId>(numbered(number))));
  });
  expect_limit(limits::kRulesMax, Flaw::too_many_rules,
               [](Casa& casa, std::size_t) { casa.rules.push_back({{AddTag{"vip"}}}); });
}

TEST(Configuration, HoldsToTheLimitsOfItsParts) {
  expect_limit(limits::kSkillsPerAgentMax - 1, Flaw::agent_has_too_many_skills, [](Casa& casa, std::size_t number) {
    casa.skills.push_back(make_id<SkillId>(numbered(number)));
    casa.agents[0].skills.push_back({casa.skills.back(), 1});
  });
  Casa casa = with_rule(std::vector<Action>(limits::kActionsPerRuleMax, AskAssistant{}));
  EXPECT_THAT(casa.faults(), IsEmpty());
  casa.rules[0].actions.emplace_back(AskAssistant{});
  EXPECT_THAT(casa.faults(), ElementsAre(Fault{.flaw = Flaw::too_many_actions, .rule = 0}));
}

}  // namespace
}  // namespace parlor::routing::testing
