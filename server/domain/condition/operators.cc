#include "domain/condition/operators.h"

#include <algorithm>
#include <array>

namespace parlor::condition {
namespace {

constexpr std::array<std::string_view, kOperators> kNames{
    "is",       "is_not",    "contains", "starts_with", "ends_with",  "matches_any", "greater_than",
    "at_least", "less_than", "at_most",  "between",     "is_present", "is_absent"};

constexpr auto kFits = std::to_array<Fit>({
    {Operator::is, Type::flag, OperandKind::flag},
    {Operator::is, Type::number, OperandKind::number},
    {Operator::is, Type::text, OperandKind::text},
    {Operator::is_not, Type::number, OperandKind::number},
    {Operator::is_not, Type::text, OperandKind::text},
    {Operator::contains, Type::text, OperandKind::text},
    {Operator::contains, Type::texts, OperandKind::text},
    {Operator::starts_with, Type::text, OperandKind::text},
    {Operator::ends_with, Type::text, OperandKind::text},
    {Operator::matches_any, Type::text, OperandKind::texts},
    {Operator::matches_any, Type::texts, OperandKind::texts},
    {Operator::greater_than, Type::number, OperandKind::number},
    {Operator::at_least, Type::number, OperandKind::number},
    {Operator::less_than, Type::number, OperandKind::number},
    {Operator::at_most, Type::number, OperandKind::number},
    {Operator::between, Type::number, OperandKind::range},
    {Operator::is_present, Type::flag, OperandKind::none},
    {Operator::is_present, Type::number, OperandKind::none},
    {Operator::is_present, Type::text, OperandKind::none},
    {Operator::is_present, Type::texts, OperandKind::none},
    {Operator::is_absent, Type::flag, OperandKind::none},
    {Operator::is_absent, Type::number, OperandKind::none},
    {Operator::is_absent, Type::text, OperandKind::none},
    {Operator::is_absent, Type::texts, OperandKind::none},
});

}  // namespace

std::string_view to_string(Operator op) {
  return kNames[static_cast<std::size_t>(op)];
}

std::optional<Operator> operator_named(std::string_view name) {
  const auto found = std::ranges::find(kNames, name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Operator>(found - kNames.begin());
}

std::span<const Fit> fits() {
  return kFits;
}

bool is_fit(const Fit& fit) {
  return std::ranges::find(kFits, fit) != kFits.end();
}

}  // namespace parlor::condition
