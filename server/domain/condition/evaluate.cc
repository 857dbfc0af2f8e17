#include "domain/condition/evaluate.h"

#include <algorithm>

#include "base/limits.h"
#include "domain/condition/fold.h"
#include "domain/text.h"

namespace parlor::condition {
namespace {

// What an operator says of a fact of a type that it fits. Texts on both sides are folded.
bool compare(Operator op, bool fact, bool operand) {
  return op == Operator::is && fact == operand;
}

bool compare(Operator op, double fact, double operand) {
  switch (op) {
    case Operator::is:
      return fact == operand;
    case Operator::is_not:
      return fact != operand;
    case Operator::greater_than:
      return fact > operand;
    case Operator::at_least:
      return fact >= operand;
    case Operator::less_than:
      return fact < operand;
    case Operator::at_most:
      return fact <= operand;
    default:
      return false;
  }
}

bool compare(Operator op, const std::string& fact, const std::string& operand) {
  const auto text = fold(operand);
  switch (op) {
    case Operator::is:
      return fact == text;
    case Operator::is_not:
      return fact != text;
    case Operator::contains:
      return fact.contains(text);
    case Operator::starts_with:
      return fact.starts_with(text);
    case Operator::ends_with:
      return fact.ends_with(text);
    default:
      return false;
  }
}

bool has_text(const Texts& texts, const std::string& operand) {
  return std::ranges::find(texts, fold(operand)) != texts.end();
}

bool meets(const Clause& clause, const Value& fact) {
  if (const auto* flag = std::get_if<bool>(&fact)) return compare(clause.op, *flag, std::get<bool>(clause.operand));
  if (const auto* number = std::get_if<double>(&fact)) {
    const auto* range = std::get_if<Range>(&clause.operand);
    if (range) return *number >= range->from && *number <= range->to;
    return compare(clause.op, *number, std::get<double>(clause.operand));
  }
  if (const auto* text = std::get_if<std::string>(&fact)) {
    const auto* list = std::get_if<Texts>(&clause.operand);
    if (!list) return compare(clause.op, *text, std::get<std::string>(clause.operand));
    return std::ranges::any_of(*list, [&](const auto& one) { return *text == fold(one); });
  }
  const auto& texts = std::get<Texts>(fact);
  const auto* list = std::get_if<Texts>(&clause.operand);
  if (!list) return has_text(texts, std::get<std::string>(clause.operand));
  return std::ranges::any_of(*list, [&](const auto& one) { return has_text(texts, one); });
}

Outcome outcome_of(bool met) {
  return met ? Outcome::met : Outcome::unmet;
}

Outcome outcome_of(const Clause& clause, const Fact* fact) {
  if (!fact) return clause.op == Operator::is_absent ? Outcome::met : Outcome::absent;
  // Only a row of the table leads to a comparison, which may rely on the operand's kind.
  if (!is_fit({clause.op, type_of(fact->value), kind_of(clause.operand)})) return Outcome::other_type;
  if (kind_of(clause.operand) == OperandKind::none) return outcome_of(clause.op == Operator::is_present);
  return outcome_of(meets(clause, fact->folded));
}

struct Holds {
  const Facts& facts;

  bool operator()(const Condition& condition) const { return std::visit(*this, condition.node); }
  bool operator()(const Clause& clause) const { return outcome_of(clause, facts.find(clause.subject)) == Outcome::met; }
  bool operator()(const Group& group) const {
    switch (group.quantifier) {
      case Quantifier::all:
        return std::ranges::all_of(group.parts, *this);
      case Quantifier::any:
        return std::ranges::any_of(group.parts, *this);
      case Quantifier::none:
        return std::ranges::none_of(group.parts, *this);
    }
    return false;
  }
};

Value shown(const Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  if (!text) return value;
  return std::string(text::first_code_points(*text, limits::kExplainedTextCodePointsMax));
}

class Explanation {
 public:
  explicit Explanation(const Facts& facts) : facts_(facts) {}

  bool add(const Condition& condition, const std::string& path) {
    if (const auto* clause = std::get_if<Clause>(&condition.node)) return add_clause(*clause, path);
    return add_group(std::get<Group>(condition.node), path);
  }
  std::vector<Finding> take() && { return std::move(findings_); }

 private:
  bool add_clause(const Clause& clause, const std::string& path) {
    const auto* fact = facts_.find(clause.subject);
    findings_.push_back({path, outcome_of(clause, fact), std::nullopt});
    if (fact) findings_.back().value = shown(fact->value);
    return findings_.back().held();
  }

  bool add_group(const Group& group, const std::string& path) {
    const auto place = findings_.size();
    findings_.push_back({path, Outcome::unmet, std::nullopt});
    std::size_t held = 0;
    for (std::size_t i = 0; i < group.parts.size(); ++i) {
      if (add(group.parts[i], path_of_part(path, group.quantifier, i))) ++held;
    }
    findings_[place].outcome = outcome_of(enough(group, held));
    return findings_[place].held();
  }

  static bool enough(const Group& group, std::size_t held) {
    switch (group.quantifier) {
      case Quantifier::all:
        return held == group.parts.size();
      case Quantifier::any:
        return held > 0;
      case Quantifier::none:
        return held == 0;
    }
    return false;
  }

  const Facts& facts_;
  std::vector<Finding> findings_;
};

}  // namespace

bool holds(const Condition& condition, const Facts& facts) {
  return Holds{facts}(condition);
}

std::string_view to_string(Outcome outcome) {
  switch (outcome) {
    case Outcome::met:
      return "met";
    case Outcome::unmet:
      return "unmet";
    case Outcome::absent:
      return "absent";
    case Outcome::other_type:
      return "other_type";
  }
  return {};
}

std::vector<Finding> explain(const Condition& condition, const Facts& facts) {
  Explanation explanation(facts);
  explanation.add(condition, {});
  return std::move(explanation).take();
}

}  // namespace parlor::condition
