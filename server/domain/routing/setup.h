// Setup: how a workspace wants its conversations to be routed, as its owners write it down and replace it as a whole.
// A plain value; any thread. Without teams nothing is offered and nobody has a limit: people take what waits.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/condition/check.h"
#include "domain/condition/evaluate.h"
#include "domain/hours/check.h"
#include "domain/routing/check.h"

namespace parlor::routing {

struct TeamHours {
  // An IANA name.
  std::string zone;
  hours::Hours hours;
  bool operator==(const TeamHours&) const = default;
};

struct TeamSetup {
  // Its `open` is for whoever knows the time.
  Team team;
  std::string name;
  // An agent of the team who is silent for so long is reminded; nothing: never.
  std::optional<Millis> alert_after;
  // None: always there.
  std::optional<TeamHours> hours;
};

struct SkillSetup {
  SkillId id;
  std::string name;
  // The language of visitors whom it helps, as its primary subtag: "es".
  std::optional<std::string> language;
};

struct AgentSetup {
  UserId id;
  int capacity = limits::kAgentCapacityDefault;
  std::vector<TeamId> teams;
  std::vector<Skill> skills;
};

struct InboxSetup {
  InboxId inbox;
  // None: the first team.
  std::optional<TeamId> team;
  // A visitor who has been gone for so long does not come back, and their conversation is resolved; nothing: never.
  std::optional<Millis> resolve_gone_after = {};
};

struct RuleSetup {
  std::string name;
  // None: it always holds.
  std::optional<condition::Condition> when;
  Rule rule;
};

// Whether a rule may ask about it: only what is known when a conversation begins to wait.
bool is_known_at_start(const condition::Subject& subject);

// The inboxes that its condition compares with, as they are written.
std::vector<std::string> inboxes_of(const RuleSetup& rule);

struct Setup {
  std::uint64_t version = 0;
  std::vector<TeamSetup> teams;
  std::vector<SkillSetup> skills;
  std::vector<AgentSetup> agents;
  std::vector<InboxSetup> inboxes;
  // Asked in this order.
  std::vector<RuleSetup> rules;

  // Null: there is none.
  const TeamSetup* team(TeamId id) const;
  const SkillSetup* skill(SkillId id) const;
  const AgentSetup* agent(UserId id) const;
  const InboxSetup* inbox(InboxId id) const;

  // Where visitors of an inbox wait; none without teams. An inbox that is not named sends them to the first team.
  std::optional<Place> place_for(InboxId inbox) const;
  // The same after all rules. The team is none without teams.
  RulesApplied route(InboxId inbox, const condition::Facts& facts) const;
  // The skill that helps a visitor with this language tag ("es-MX").
  std::optional<SkillId> language_of(std::string_view locale) const;
};

struct HoursFault {
  TeamId team;
  hours::Fault fault;
};
struct UnknownZone {
  TeamId team;
};
// From limits::kHeldTimeMin to kHeldTimeMax.
struct AlertTimeOutOfRange {
  TeamId team;
};
struct UnknownAgent {
  UserId agent;
};
struct UnknownInbox {
  InboxId inbox;
};
struct InboxToUnknownTeam {
  InboxId inbox;
};
struct InboxTwice {
  InboxId inbox;
};
// From limits::kHeldTimeMin to kHeldTimeMax.
struct GoneTimeOutOfRange {
  InboxId inbox;
};
struct RuleConditionFault {
  std::size_t rule{};
  condition::Fault fault;
};
struct RuleAsksUnknownFact {
  std::size_t rule{};
  std::string field;
};
struct RuleNamesUnknownInbox {
  std::size_t rule{};
};
// An action does not say which team, priority, skill or tag; found by whoever read it.
struct RuleActionIncomplete {
  std::size_t rule{};
};
using SetupFault = std::variant<Fault, HoursFault, UnknownZone, AlertTimeOutOfRange, UnknownAgent, UnknownInbox,
                                InboxToUnknownTeam, InboxTwice, GoneTimeOutOfRange, RuleConditionFault,
                                RuleAsksUnknownFact, RuleNamesUnknownInbox, RuleActionIncomplete>;

// Nothing: it makes sense. Which zones, agents and inboxes there are is for whoever knows them.
std::vector<SetupFault> check(const Setup& setup);

}  // namespace parlor::routing
