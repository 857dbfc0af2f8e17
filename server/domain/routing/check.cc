#include "domain/routing/check.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "domain/routing/teams.h"
#include "domain/text.h"

namespace parlor::routing {
namespace {

template <class Value, class Low, class High>
bool is_within(Value value, Low low, High high) {
  return value >= low && value <= high;
}

bool is_level(Level level) {
  return is_within(level, 1, limits::kSkillLevelMax);
}

// The things of a list that stand in it a second time.
template <class Thing>
std::vector<Thing> doubles(std::vector<Thing> things) {
  std::ranges::sort(things);
  std::vector<Thing> doubles;
  for (std::size_t i = 1; i < things.size(); ++i) {
    const bool is_new = doubles.empty() || doubles.back() != things[i];
    if (things[i] == things[i - 1] && is_new) doubles.push_back(things[i]);
  }
  return doubles;
}

class Checking {
 public:
  explicit Checking(const Configuration& configuration) : configuration_(configuration), teams_(configuration.teams) {
    skills_.insert(configuration.skills.begin(), configuration.skills.end());
    for (const auto& agent : configuration.agents)
      for (const auto team : agent.teams)
        members_[team].push_back(&agent);
  }

  std::vector<Fault> run() {
    check_numbers();
    for (const auto weight : configuration_.weights)
      check_weight(weight);
    for (const auto& team : configuration_.teams)
      check_team(team);
    find_loops();
    for (const auto& agent : configuration_.agents)
      check_agent(agent);
    for (std::size_t number = 0; number < configuration_.rules.size(); ++number)
      check_rule(configuration_.rules[number], number);
    return std::move(faults_);
  }

 private:
  using Members = std::vector<const Agent*>;

  void add(Fault fault) { faults_.push_back(std::move(fault)); }
  void add_if(bool is_wrong, Fault fault) {
    if (is_wrong) add(std::move(fault));
  }

  void check_numbers() {
    const auto& all = configuration_;
    add_if(all.teams.size() > limits::kTeamsMax, {.flaw = Flaw::too_many_teams});
    add_if(all.skills.size() > limits::kSkillsMax, {.flaw = Flaw::too_many_skills});
    add_if(all.agents.size() > limits::kAgentsMax, {.flaw = Flaw::too_many_agents});
    add_if(all.rules.size() > limits::kRulesMax, {.flaw = Flaw::too_many_rules});
    std::vector<TeamId> teams;
    for (const auto& team : all.teams)
      teams.push_back(team.id);
    std::vector<UserId> agents;
    for (const auto& agent : all.agents)
      agents.push_back(agent.id);
    for (const auto team : doubles(std::move(teams)))
      add({.flaw = Flaw::team_twice, .team = team});
    for (const auto skill : doubles(std::vector(all.skills.begin(), all.skills.end())))
      add({.flaw = Flaw::skill_twice, .skill = skill});
    for (const auto agent : doubles(std::move(agents)))
      add({.flaw = Flaw::agent_twice, .agent = agent});
  }

  void check_weight(Weight weight) {
    add_if(!is_within(weight, 1, limits::kChannelWeightMax), {.flaw = Flaw::weight_out_of_range, .weight = weight});
    const bool somebody_can = std::ranges::any_of(
        configuration_.agents, [&](const Agent& agent) { return agent.capacity * kChatWeight >= weight; });
    add_if(!somebody_can, {.flaw = Flaw::weight_above_every_capacity, .weight = weight});
  }

  void check_team(const Team& team) {
    const auto of = [&](Flaw flaw) { return Fault{.flaw = flaw, .team = team.id}; };
    add_if(!members_.contains(team.id), of(Flaw::team_without_members));
    add_if(!doubles(team.criteria).empty(), of(Flaw::criterion_twice));
    add_if(!is_within(team.ring_time, limits::kRingTimeMin, limits::kRingTimeMax), of(Flaw::ring_time_out_of_range));
    add_if(team.queue_limit && !is_within(*team.queue_limit, 1U, limits::kQueueLimitMax),
           of(Flaw::queue_limit_out_of_range));
    add_if(!is_within(team.age_step, limits::kAgeStepMin, limits::kAgeStepMax), of(Flaw::age_step_out_of_range));
    add_if(!is_within(team.prefer_for, Millis(0), limits::kPreferTimeMax), of(Flaw::prefer_time_out_of_range));
    add_if(!is_within(team.place_kept_for, Millis(0), limits::kPlaceKeptTimeMax), of(Flaw::place_time_out_of_range));
    if (team.overflow) check_overflow(team, *team.overflow);
  }

  void check_overflow(const Team& team, const Overflow& overflow) {
    const auto of = [&](Flaw flaw) { return Fault{.flaw = flaw, .team = team.id}; };
    add_if(!teams_.find(overflow.to), of(Flaw::overflow_to_unknown_team));
    add_if(!overflow.after && !overflow.beyond && !overflow.when_closed, of(Flaw::overflow_without_reason));
    add_if(overflow.after && !is_within(*overflow.after, limits::kOverflowAfterMin, limits::kOverflowAfterMax),
           of(Flaw::overflow_time_out_of_range));
    const auto longest = team.queue_limit.value_or(limits::kQueueLimitMax);
    add_if(overflow.beyond && *overflow.beyond >= longest, of(Flaw::overflow_length_out_of_range));
  }

  const Team* next_of(const Team& team) const { return team.overflow ? teams_.find(team.overflow->to) : nullptr; }

  // Each team runs over to one other at most, so that from any team there is one way, and it ends or comes back.
  void find_loops() {
    std::unordered_set<TeamId> seen;
    for (const auto& first : configuration_.teams) {
      std::vector<TeamId> path;
      const auto* team = &first;
      for (; team && seen.insert(team->id).second; team = next_of(*team))
        path.push_back(team->id);
      // Back on this very way, and not on one that was looked at before.
      const auto back = team ? std::ranges::find(path, team->id) : path.end();
      if (back == path.end()) continue;
      std::vector<TeamId> loop(back, path.end());
      loop.push_back(team->id);
      add({.flaw = Flaw::overflow_loop, .team = team->id, .path = std::move(loop)});
    }
  }

  void check_agent(const Agent& agent) {
    const auto of = [&](Flaw flaw) { return Fault{.flaw = flaw, .agent = agent.id}; };
    add_if(!is_within(agent.capacity, 1, limits::kAgentCapacityMax), of(Flaw::capacity_out_of_range));
    for (const auto team : agent.teams)
      add_if(!teams_.find(team), {.flaw = Flaw::agent_in_unknown_team, .team = team, .agent = agent.id});
    for (const auto team : doubles(agent.teams))
      add({.flaw = Flaw::agent_in_team_twice, .team = team, .agent = agent.id});
    add_if(agent.skills.size() > limits::kSkillsPerAgentMax, of(Flaw::agent_has_too_many_skills));
    std::vector<SkillId> skills;
    for (const auto& skill : agent.skills) {
      skills.push_back(skill.id);
      add_if(!skills_.contains(skill.id),
             {.flaw = Flaw::agent_has_unknown_skill, .skill = skill.id, .agent = agent.id});
      add_if(!is_level(skill.level), {.flaw = Flaw::agent_level_out_of_range, .skill = skill.id, .agent = agent.id});
    }
    for (const auto skill : doubles(std::move(skills)))
      add({.flaw = Flaw::agent_has_skill_twice, .skill = skill, .agent = agent.id});
  }

  void check_rule(const Rule& rule, std::size_t number) {
    add_if(rule.actions.empty(), {.flaw = Flaw::rule_without_action, .rule = number});
    add_if(rule.actions.size() > limits::kActionsPerRuleMax, {.flaw = Flaw::too_many_actions, .rule = number});
    for (const auto& action : rule.actions)
      std::visit([&](const auto& one) { check_action(one, number); }, action);
    check_requirements(rule, number);
  }

  void check_action(const ToTeam& action, std::size_t rule) {
    add_if(!teams_.find(action.team), {.flaw = Flaw::rule_names_unknown_team, .team = action.team, .rule = rule});
  }
  void check_action(const RequireSkill& action, std::size_t rule) { check_skill(action.skill, rule); }
  void check_action(const PreferSkill& action, std::size_t rule) { check_skill(action.skill, rule); }
  void check_action(const AddTag& action, std::size_t rule) {
    const bool is_right = !text::is_blank(action.tag) && text::code_points(action.tag) <= limits::kTagCodePointsMax;
    add_if(!is_right, {.flaw = Flaw::rule_tag_invalid, .rule = rule});
  }
  void check_action(const SendMessage& action, std::size_t rule) {
    const bool is_right =
        !text::is_blank(action.text) && text::code_points(action.text) <= limits::kRuleMessageCodePointsMax;
    add_if(!is_right, {.flaw = Flaw::rule_message_invalid, .rule = rule});
  }
  void check_action(const SetPriority&, std::size_t) {}
  void check_action(const AskAssistant&, std::size_t) {}

  void check_skill(const Skill& skill, std::size_t rule) {
    add_if(!skills_.contains(skill.id), {.flaw = Flaw::rule_names_unknown_skill, .skill = skill.id, .rule = rule});
    add_if(!is_level(skill.level), {.flaw = Flaw::rule_level_out_of_range, .skill = skill.id, .rule = rule});
  }

  // Somebody must be able to take what the rule lets through; a conversation that nobody may have waits for ever.
  void check_requirements(const Rule& rule, std::size_t number) {
    std::optional<TeamId> team;
    Waiting wanted;
    for (const auto& action : rule.actions) {
      if (const auto* to = std::get_if<ToTeam>(&action); to && !team) team = to->team;
      if (const auto* require = std::get_if<RequireSkill>(&action)) wanted.required.push_back(require->skill);
    }
    bool each_is_had = true;
    for (const auto& skill : wanted.required) {
      Waiting one;
      one.required = {skill};
      if (somebody_may_have(team, one)) continue;
      each_is_had = false;
      add({.flaw = Flaw::no_member_has_skill, .team = team, .skill = skill.id, .rule = number});
    }
    add_if(each_is_had && !wanted.required.empty() && !somebody_may_have(team, wanted),
           {.flaw = Flaw::no_member_has_all_skills, .team = team, .rule = number});
  }

  bool somebody_may_have(std::optional<TeamId> team, const Waiting& wanted) const {
    return std::ranges::any_of(configuration_.agents, [&](const Agent& agent) {
      return (!team || is_of(agent, *team)) && !missing_skill(agent, wanted);
    });
  }

  const Configuration& configuration_;
  Teams teams_;
  std::unordered_set<SkillId> skills_;
  std::unordered_map<TeamId, Members> members_;
  std::vector<Fault> faults_;
};

}  // namespace

std::vector<Fault> check(const Configuration& configuration) {
  return Checking(configuration).run();
}

}  // namespace parlor::routing
