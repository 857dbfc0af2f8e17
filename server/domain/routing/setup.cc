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

std::vector<Rule> rules_of(const Setup& setup) {
  std::vector<Rule> rules;
  for (const auto& one : setup.rules)
    rules.push_back(one.rule);
  return rules;
}

// Each clause, however deep.
template <class Visit>
void for_each_clause(const condition::Condition& condition, const Visit& visit) {
  if (const auto* clause = std::get_if<condition::Clause>(&condition.node)) return visit(*clause);
  for (const auto& part : std::get<condition::Group>(condition.node).parts)
    for_each_clause(part, visit);
}

bool is_held_time(std::optional<Millis> time) {
  return !time || (*time >= limits::kHeldTimeMin && *time <= limits::kHeldTimeMax);
}

void check_teams(const Setup& setup, std::vector<SetupFault>& faults) {
  for (const auto& team : setup.teams) {
    if (!is_held_time(team.alert_after)) faults.emplace_back(AlertTimeOutOfRange{team.team.id});
    if (!team.hours) continue;
    for (auto& fault : hours::check(team.hours->hours))
      faults.emplace_back(HoursFault{team.team.id, std::move(fault)});
  }
}

void check_inboxes(const Setup& setup, std::vector<SetupFault>& faults) {
  for (const auto& one : setup.inboxes) {
    if (setup.inbox(one.inbox) != &one) faults.emplace_back(InboxTwice{one.inbox});
    if (one.team && !setup.team(*one.team)) faults.emplace_back(InboxToUnknownTeam{one.inbox});
    if (!is_held_time(one.resolve_gone_after)) faults.emplace_back(GoneTimeOutOfRange{one.inbox});
  }
}

void check_conditions(const Setup& setup, std::vector<SetupFault>& faults) {
  for (std::size_t rule = 0; rule < setup.rules.size(); ++rule) {
    const auto& when = setup.rules[rule].when;
    if (!when) continue;
    for (auto& fault : condition::check(*when))
      faults.emplace_back(RuleConditionFault{rule, std::move(fault)});
    for_each_clause(*when, [&](const condition::Clause& clause) {
      const bool is_known = clause.subject.field == condition::Field::unknown || is_known_at_start(clause.subject);
      if (!is_known) faults.emplace_back(RuleAsksUnknownFact{rule, clause.subject.name()});
    });
  }
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

const InboxSetup* Setup::inbox(InboxId id) const {
  const auto found = std::ranges::find(inboxes, id, &InboxSetup::inbox);
  return found == inboxes.end() ? nullptr : &*found;
}

std::optional<Place> Setup::place_for(InboxId id) const {
  if (teams.empty()) return std::nullopt;
  const auto* named = inbox(id);
  return Place{.team = named && named->team ? *named->team : teams.front().team.id};
}

RulesApplied Setup::route(InboxId inbox, const condition::Facts& facts) const {
  Routing start;
  if (const auto place = place_for(inbox)) start.team = place->team;
  std::vector<bool> holds;
  for (const auto& one : rules)
    holds.push_back(!one.when || condition::holds(*one.when, facts));
  return apply(rules_of(*this), holds, std::move(start));
}

bool is_known_at_start(const condition::Subject& subject) {
  using enum condition::Field;
  switch (subject.field) {
    case contact_attribute:
    case contact_vip:
    case contact_returning:
    case contact_language:
    case conversation_message:
    case conversation_sentiment:
    case page_url:
    case page_title:
    case page_campaign:
    case time_hour:
    case time_weekday:
    case channel_inbox:
    case queue_length:
    case queue_wait_s:
    case queue_agents_online:
      return true;
    default:
      return false;
  }
}

std::vector<std::string> inboxes_of(const RuleSetup& rule) {
  std::vector<std::string> named;
  if (!rule.when) return named;
  for_each_clause(*rule.when, [&](const condition::Clause& clause) {
    if (clause.subject.field != condition::Field::channel_inbox) return;
    if (const auto* one = std::get_if<std::string>(&clause.operand)) named.push_back(*one);
    if (const auto* several = std::get_if<condition::Texts>(&clause.operand))
      named.insert(named.end(), several->begin(), several->end());
  });
  return named;
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
  const auto rules = rules_of(setup);
  for (auto& fault : check(Configuration{teams, skills, agents, rules, {}}))
    faults.emplace_back(std::move(fault));
  check_teams(setup, faults);
  check_inboxes(setup, faults);
  check_conditions(setup, faults);
  return faults;
}

}  // namespace parlor::routing
