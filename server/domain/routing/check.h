// check: whether teams, skills, agents and rules make sense together, asked before a change of them is kept. Every
// fault names what is wrong and where, so that a screen can say it plainly. Pure; the domain's word, whatever wrote the
// change.
#pragma once

#include "domain/routing/rules.h"

namespace parlor::routing {

struct Configuration {
  std::span<const Team> teams;
  std::span<const SkillId> skills;
  std::span<const Agent> agents;
  std::span<const Rule> rules;
  // What a conversation of each channel weighs.
  std::span<const Weight> weights = {};
};

enum class Flaw : std::uint8_t {
  too_many_teams,
  too_many_skills,
  too_many_agents,
  too_many_rules,
  team_twice,
  skill_twice,
  agent_twice,

  // Of a channel.
  weight_out_of_range,
  // No agent has so much capacity, so that it would never be offered.
  weight_above_every_capacity,

  // Of a team.
  team_without_members,
  criterion_twice,
  ring_time_out_of_range,
  queue_limit_out_of_range,
  age_step_out_of_range,
  prefer_time_out_of_range,
  place_time_out_of_range,
  overflow_to_unknown_team,
  // Neither after a wait, nor beyond a length, nor outside of its hours.
  overflow_without_reason,
  overflow_time_out_of_range,
  // Beyond a length that its own limit never lets it reach.
  overflow_length_out_of_range,
  // `path` says along which teams, the first again at the end.
  overflow_loop,

  // Of an agent.
  capacity_out_of_range,
  agent_in_unknown_team,
  agent_in_team_twice,
  agent_has_unknown_skill,
  agent_has_skill_twice,
  agent_has_too_many_skills,
  agent_level_out_of_range,

  // Of a rule.
  rule_without_action,
  too_many_actions,
  rule_names_unknown_team,
  rule_names_unknown_skill,
  rule_level_out_of_range,
  rule_tag_invalid,
  rule_message_invalid,
  // Nobody of the team that the rule names has it at that level; nobody at all, if it names none.
  no_member_has_skill,
  // Somebody has each of them, nobody all.
  no_member_has_all_skills,
};

struct Fault {
  Flaw flaw{};
  std::optional<TeamId> team;
  std::optional<SkillId> skill;
  std::optional<UserId> agent;
  // Its number in the list, from 0.
  std::optional<std::size_t> rule;
  std::optional<Weight> weight;
  std::vector<TeamId> path;
  bool operator==(const Fault&) const = default;
};

// Nothing: it makes sense.
std::vector<Fault> check(const Configuration& configuration);

}  // namespace parlor::routing
