#include "domain/routing/setup.h"

#include <algorithm>

namespace parlor::routing {
namespace {

template <class List, class Id>
auto find_in(const List& list, Id id) -> decltype(&*list.begin()) {
  const auto found = std::ranges::find_if(list, [&](const auto& one) { return one.id == id; });
  return found == list.end() ? nullptr : &*found;
}

std::vector<Team> teams_of(const Setup& setup) {
  std::vector<Team> teams;
  for (const auto& one : setup.teams)
    teams.push_back(one.team);
  return teams;
}

std::vector<SkillId> skills_of(const Setup& setup) {
  std::vector<SkillId> skills;
  for (const auto& skill : setup.skills)
    skills.push_back(skill.id);
  return skills;
}

std::vector<Agent> agents_of(const Setup& setup) {
  std::vector<Agent> agents;
  for (const auto& one : setup.agents) {
    Agent agent;
    agent.id = one.id;
    agent.capacity = one.capacity;
    agent.teams = one.teams;
    agent.skills = one.skills;
    agents.push_back(std::move(agent));
  }
  return agents;
}

}  // namespace

const TeamSetup* Setup::team(TeamId id) const {
  const auto found = std::ranges::find_if(teams, [&](const TeamSetup& one) { return one.team.id == id; });
  return found == teams.end() ? nullptr : &*found;
}
const SkillSetup* Setup::skill(SkillId id) const {
  return find_in(skills, id);
}
const AgentSetup* Setup::agent(UserId id) const {
  return find_in(agents, id);
}

std::optional<Place> Setup::place_for(InboxId inbox) const {
  if (teams.empty()) return std::nullopt;
  const auto named = std::ranges::find(inboxes, inbox, &InboxTeam::inbox);
  return Place{.team = named == inboxes.end() ? teams.front().team.id : named->team};
}

std::optional<SkillId> Setup::language_of(std::string_view locale) const {
  const auto primary = locale.substr(0, locale.find('-'));
  const auto found = std::ranges::find_if(skills, [&](const SkillSetup& skill) { return skill.language == primary; });
  return found == skills.end() ? std::nullopt : std::optional(found->id);
}

std::vector<SetupFault> check(const Setup& setup) {
  std::vector<SetupFault> faults;
  const auto teams = teams_of(setup);
  const auto skills = skills_of(setup);
  const auto agents = agents_of(setup);
  for (auto& fault : check(Configuration{teams, skills, agents, {}, {}}))
    faults.emplace_back(std::move(fault));
  for (const auto& team : setup.teams) {
    if (!team.hours) continue;
    for (auto& fault : hours::check(team.hours->hours))
      faults.emplace_back(HoursFault{team.team.id, std::move(fault)});
  }
  for (const auto& [inbox, team] : setup.inboxes) {
    if (!setup.team(team)) faults.emplace_back(InboxToUnknownTeam{inbox});
  }
  return faults;
}

}  // namespace parlor::routing
