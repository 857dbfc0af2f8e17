#include "domain/condition/check.h"

#include <algorithm>
#include <optional>

#include "base/limits.h"
#include "domain/condition/fold.h"
#include "domain/text.h"

namespace parlor::condition {
namespace {

using Found = std::optional<Reason>;

// A value against the bounds of its field.
struct ValueFault {
  const CatalogueRow& row;

  Found operator()(std::monostate) const { return std::nullopt; }
  Found operator()(bool) const { return std::nullopt; }
  Found operator()(double number) const {
    // NaN is in no bounds.
    if (number >= row.low && number <= row.high) return std::nullopt;
    return Reason::value_unfit;
  }
  Found operator()(const Range& range) const {
    if (const auto fault = (*this)(range.from)) return fault;
    if (const auto fault = (*this)(range.to)) return fault;
    if (range.from > range.to) return Reason::value_unfit;
    return std::nullopt;
  }
  Found operator()(const std::string& text) const {
    // Every text contains the empty one, and none is it.
    if (text.empty()) return Reason::value_unfit;
    if (text::code_points(text) > limits::kConditionTextCodePointsMax) return Reason::text_too_long;
    if (!is_choice(text)) return Reason::value_unfit;
    return std::nullopt;
  }
  Found operator()(const Texts& texts) const {
    if (texts.empty()) return Reason::value_unfit;
    if (texts.size() > limits::kConditionListMax) return Reason::list_too_long;
    for (const auto& text : texts) {
      if (const auto fault = (*this)(text)) return fault;
    }
    return std::nullopt;
  }

  bool is_choice(const std::string& text) const {
    return row.choices.empty() || std::ranges::find(row.choices, fold(text)) != row.choices.end();
  }
};

bool takes_operator(const CatalogueRow& row, Operator op) {
  return std::ranges::any_of(fits(), [&](const Fit& fit) { return fit.op == op && row.has(fit.type); });
}

bool takes_operand(const CatalogueRow& row, const Clause& clause) {
  return std::ranges::any_of(row.types, [&](Type type) { return is_fit({clause.op, type, kind_of(clause.operand)}); });
}

Found fault_of(const Clause& clause) {
  const auto* row = row_of(clause.subject);
  // A key that the catalogue would not read, or one where none belongs, reads as something else.
  if (!row || Subject::named(clause.subject.name()) != clause.subject) return Reason::unknown_field;
  if (!takes_operator(*row, clause.op)) return Reason::operator_unfit;
  if (!takes_operand(*row, clause)) return Reason::value_unfit;
  return std::visit(ValueFault{*row}, clause.operand);
}

// Goes through the tree once. What has nothing below it, a clause or a group that is empty or too deep, counts as a
// clause, so that neither the work nor the list of faults grows with what was sent.
class Inspection {
 public:
  void look_at(const Condition& condition, const std::string& path, std::size_t groups_above) {
    if (const auto* clause = std::get_if<Clause>(&condition.node)) return end(path, fault_of(*clause));
    const auto& group = std::get<Group>(condition.node);
    if (group.parts.empty()) return end(path, Reason::empty_group);
    if (groups_above == limits::kConditionGroupsDeepMax) return end(path, Reason::too_deep);
    for (std::size_t i = 0; i < group.parts.size() && !full(); ++i)
      look_at(group.parts[i], path_of_part(path, group.quantifier, i), groups_above + 1);
  }
  std::vector<Fault> take() && { return std::move(faults_); }

 private:
  bool full() const { return ends_ > limits::kConditionClausesMax; }

  void end(const std::string& path, Found fault) {
    ++ends_;
    if (full()) fault = Reason::too_many;
    if (fault) faults_.push_back({path, *fault});
  }

  std::size_t ends_ = 0;
  std::vector<Fault> faults_;
};

}  // namespace

std::string_view to_string(Reason reason) {
  switch (reason) {
    case Reason::unknown_field:
      return "unknown_field";
    case Reason::operator_unfit:
      return "operator_unfit";
    case Reason::value_unfit:
      return "value_unfit";
    case Reason::text_too_long:
      return "text_too_long";
    case Reason::list_too_long:
      return "list_too_long";
    case Reason::empty_group:
      return "empty_group";
    case Reason::too_deep:
      return "too_deep";
    case Reason::too_many:
      return "too_many";
  }
  return {};
}

std::vector<Fault> check(const Condition& condition) {
  Inspection inspection;
  inspection.look_at(condition, {}, 0);
  return std::move(inspection).take();
}

}  // namespace parlor::condition
