// Business rules: "if … then team, priority, skill, tag, assistant, message", an ordered list that the dashboard edits.
// Whether a rule's condition holds is the caller's to say; here is what follows. Pure.
//
// From the first to the last; a rule that holds and says `stop` is the last. Where two rules disagree the earlier one
// decides: team, priority, and the level of a skill are set by the first that names them; what the inbox says counts
// only where no rule does. Tags, skills and messages of all rules add up.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "domain/routing/floor.h"

namespace parlor::routing {

struct ToTeam {
  TeamId team;
};
struct SetPriority {
  Priority priority{};
};
struct RequireSkill {
  Skill skill;
};
struct PreferSkill {
  Skill skill;
};
struct AddTag {
  std::string tag;
};
// The assistant answers before a person is looked for.
struct AskAssistant {};
struct SendMessage {
  std::string text;
};

using Action = std::variant<ToTeam, SetPriority, RequireSkill, PreferSkill, AddTag, AskAssistant, SendMessage>;

struct Rule {
  std::vector<Action> actions;
  bool stop = false;
};

// What a new conversation begins its way with.
struct Routing {
  std::optional<TeamId> team;
  Priority priority = Priority::normal;
  std::vector<Skill> required;
  std::vector<Skill> preferred;
  std::vector<std::string> tags;
  bool asks_assistant = false;
  std::vector<std::string> messages;
  bool operator==(const Routing&) const = default;
};

enum class Effect : std::uint8_t {
  done,
  // An earlier rule has decided this, in the same sense or another.
  decided_before,
  // No room for one more (limits.h).
  too_many,
};

struct ActionTrace {
  Effect effect{};
  // The rule that decided before.
  std::optional<std::size_t> by;
  bool operator==(const ActionTrace&) const = default;
};

// What became of one rule; one for each, in their order.
struct RuleTrace {
  bool reached = false;
  bool held = false;
  // Of each action, if the rule was reached and held.
  std::vector<ActionTrace> actions;
  bool operator==(const RuleTrace&) const = default;
};

struct RulesApplied {
  Routing routing;
  std::vector<RuleTrace> trace;
};

// `holds` says of each rule whether its condition does. `inbox` is what holds without any rule.
RulesApplied apply(std::span<const Rule> rules, const std::vector<bool>& holds, Routing inbox);

}  // namespace parlor::routing
