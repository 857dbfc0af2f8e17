#include "domain/routing/floor.h"

#include <algorithm>

namespace parlor::routing {
namespace {

bool has(const Agent& agent, const Skill& wanted) {
  return std::ranges::any_of(agent.skills,
                             [&](const Skill& skill) { return skill.id == wanted.id && skill.level >= wanted.level; });
}

}  // namespace

bool is_of(const Agent& agent, TeamId team) {
  return std::ranges::find(agent.teams, team) != agent.teams.end();
}

const Skill* missing_skill(const Agent& agent, const Waiting& waiting) {
  const auto missing = std::ranges::find_if(waiting.required, [&](const Skill& skill) { return !has(agent, skill); });
  return missing == waiting.required.end() ? nullptr : &*missing;
}

}  // namespace parlor::routing
