#include "edge/routing/rule_document.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "domain/text.h"
#include "edge/session/floor_to_wire.h"
#include "edge/session/from_wire.h"
#include "edge/session/to_wire.h"

namespace parlor::edge {
namespace {

using condition::Clause;
using condition::Condition;
using condition::Group;
using condition::Operand;
using condition::OperandKind;
using condition::Quantifier;

// None: these values are not of this kind.
std::optional<Operand> operand_of(OperandKind kind, const std::vector<std::string>& values) {
  const auto* only = values.size() == 1 ? &values.front() : nullptr;
  switch (kind) {
    case OperandKind::none:
      return values.empty() ? std::optional<Operand>(std::monostate()) : std::nullopt;
    case OperandKind::flag:
      if (!only || (*only != "true" && *only != "false")) return std::nullopt;
      return *only == "true";
    case OperandKind::number:
      if (const auto number = only ? text::number_in(*only) : std::nullopt) return *number;
      return std::nullopt;
    case OperandKind::text:
      return only ? std::optional<Operand>(*only) : std::nullopt;
    case OperandKind::texts:
      return values;
    case OperandKind::range: {
      const bool is_pair = values.size() == 2;
      const auto from = is_pair ? text::number_in(values.front()) : std::nullopt;
      const auto to = is_pair ? text::number_in(values.back()) : std::nullopt;
      return from && to ? std::optional<Operand>(condition::Range{*from, *to}) : std::nullopt;
    }
  }
  return std::nullopt;
}

// A clause in which check() finds that its value does not fit.
Clause unfit(condition::Subject subject, const std::vector<std::string>& values) {
  return {std::move(subject), condition::Operator::is_present, condition::Texts(values)};
}

Clause from_wire(const wire::ConditionClause& clause) {
  auto subject = condition::Subject::named(clause.field);
  const auto op = condition::operator_named(clause.op);
  const auto* row = condition::row_of(subject);
  if (!op || !row) return unfit(std::move(subject), clause.values);
  for (const auto& fit : condition::fits()) {
    if (fit.op != *op || !row->has(fit.type)) continue;
    if (auto operand = operand_of(fit.operand, clause.values)) return {std::move(subject), *op, std::move(*operand)};
  }
  return unfit(std::move(subject), clause.values);
}

Condition from_wire(const wire::ConditionGroup& group) {
  Group out{static_cast<Quantifier>(group.match), {}};
  for (const auto& clause : group.clauses)
    out.parts.push_back({from_wire(clause)});
  return {std::move(out)};
}

std::optional<Condition> from_wire(const std::vector<wire::ConditionGroup>& groups) {
  if (groups.empty()) return std::nullopt;
  if (groups.size() == 1) return from_wire(groups.front());
  std::vector<Condition> parts;
  for (const auto& group : groups)
    parts.push_back(from_wire(group));
  return condition::all_of(std::move(parts));
}

struct Values {
  using Texts = std::vector<std::string>;
  Texts operator()(std::monostate) const { return {}; }
  Texts operator()(bool flag) const { return {flag ? "true" : "false"}; }
  Texts operator()(double number) const { return {fmt::format("{}", number)}; }
  Texts operator()(const std::string& text) const { return {text}; }
  Texts operator()(const Texts& texts) const { return texts; }
  Texts operator()(const condition::Range& range) const {
    return {fmt::format("{}", range.from), fmt::format("{}", range.to)};
  }
};

wire::ConditionClause to_wire(const Clause& clause) {
  return {clause.subject.name(), std::string(condition::to_string(clause.op)), std::visit(Values{}, clause.operand)};
}

wire::ConditionGroup group_to_wire(const Group& group) {
  wire::ConditionGroup out{static_cast<wire::Match>(group.quantifier), {}};
  for (const auto& part : group.parts) {
    if (const auto* clause = std::get_if<Clause>(&part.node)) out.clauses.push_back(to_wire(*clause));
  }
  return out;
}

// As from_wire built it: one group, or all of several.
std::vector<wire::ConditionGroup> groups_to_wire(const Group& group) {
  const bool has_groups =
      std::ranges::any_of(group.parts, [](const Condition& part) { return std::holds_alternative<Group>(part.node); });
  if (!has_groups) return {group_to_wire(group)};
  std::vector<wire::ConditionGroup> groups;
  for (const auto& part : group.parts)
    groups.push_back(group_to_wire(std::get<Group>(part.node)));
  return groups;
}

routing::Action from_wire(const wire::RuleAction& action) {
  const Skill skill{edge::from_wire<SkillId>(action.skill.value_or(wire::Uuid{})),
                    static_cast<Level>(action.level.value_or(1))};
  switch (action.kind) {
    case wire::RuleActionKind::kTeam:
      return routing::ToTeam{edge::from_wire<TeamId>(action.team.value_or(wire::Uuid{}))};
    case wire::RuleActionKind::kPriority:
      return routing::SetPriority{edge::from_wire(action.priority.value_or(wire::Priority::kNormal))};
    case wire::RuleActionKind::kRequireSkill:
      return routing::RequireSkill{skill};
    case wire::RuleActionKind::kPreferSkill:
      return routing::PreferSkill{skill};
    case wire::RuleActionKind::kTag:
      return routing::AddTag{action.tag.value_or(std::string())};
    case wire::RuleActionKind::kMessage:
      return routing::SendMessage{action.message.value_or(std::string())};
  }
  return routing::AddTag{};
}

// None: a kind that the wire does not have yet.
struct ActionToWire {
  using Out = std::optional<wire::RuleAction>;
  Out operator()(const routing::ToTeam& action) const {
    return wire::RuleAction{.kind = wire::RuleActionKind::kTeam, .team = edge::to_wire(action.team)};
  }
  Out operator()(const routing::SetPriority& action) const {
    return wire::RuleAction{.kind = wire::RuleActionKind::kPriority, .priority = edge::to_wire(action.priority)};
  }
  Out operator()(const routing::RequireSkill& action) const {
    return with_skill(wire::RuleActionKind::kRequireSkill, action.skill);
  }
  Out operator()(const routing::PreferSkill& action) const {
    return with_skill(wire::RuleActionKind::kPreferSkill, action.skill);
  }
  Out operator()(const routing::AddTag& action) const {
    return wire::RuleAction{.kind = wire::RuleActionKind::kTag, .tag = action.tag};
  }
  Out operator()(const routing::AskAssistant&) const { return std::nullopt; }
  Out operator()(const routing::SendMessage& action) const {
    return wire::RuleAction{.kind = wire::RuleActionKind::kMessage, .message = action.text};
  }

  static wire::RuleAction with_skill(wire::RuleActionKind kind, const Skill& skill) {
    return {.kind = kind, .skill = edge::to_wire(skill.id), .level = skill.level};
  }
};

}  // namespace

bool is_complete(const wire::RuleAction& action) {
  switch (action.kind) {
    case wire::RuleActionKind::kTeam:
      return action.team.has_value();
    case wire::RuleActionKind::kPriority:
      return action.priority.has_value();
    case wire::RuleActionKind::kRequireSkill:
    case wire::RuleActionKind::kPreferSkill:
      return action.skill.has_value();
    case wire::RuleActionKind::kTag:
      return action.tag.has_value();
    case wire::RuleActionKind::kMessage:
      return action.message.has_value();
  }
  return false;
}

routing::RuleSetup from_wire(const wire::RuleSetup& rule) {
  routing::RuleSetup out{.name = rule.name, .when = from_wire(rule.when), .rule = {}};
  for (const auto& action : rule.then)
    out.rule.actions.push_back(from_wire(action));
  out.rule.stop = rule.stop;
  return out;
}

wire::RuleSetup to_wire(const routing::RuleSetup& rule) {
  wire::RuleSetup out{.name = rule.name, .stop = rule.rule.stop};
  if (rule.when) out.when = groups_to_wire(std::get<Group>(rule.when->node));
  for (const auto& action : rule.rule.actions) {
    if (auto known = std::visit(ActionToWire{}, action)) out.then.push_back(std::move(*known));
  }
  return out;
}

}  // namespace parlor::edge
