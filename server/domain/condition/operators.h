// Operators: how a clause compares a field with its operand, and the table of which operator takes what. Pure.
//
// Nothing is known of a field that is absent: of all operators only `is_absent` holds then, also not `is_not`. Whoever
// means "is not VIP, or we do not know" writes `none of (contact.vip is true)`.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/condition/field.h"

namespace parlor::condition {

enum class Operator : std::uint8_t {
  is,
  is_not,
  // Of a text a part of it; of a list one of its texts.
  contains,
  starts_with,
  ends_with,
  // It, or one of its texts, is one of the operand's.
  matches_any,
  greater_than,
  at_least,
  less_than,
  at_most,
  // Both ends included.
  between,
  is_present,
  is_absent,
};
inline constexpr std::size_t kOperators = static_cast<std::size_t>(Operator::is_absent) + 1;

std::string_view to_string(Operator op);
std::optional<Operator> operator_named(std::string_view name);

struct Range {
  double from = 0;
  double to = 0;
  bool operator==(const Range&) const = default;
};
using Texts = std::vector<std::string>;

// What a clause compares with, and the kinds of it in the same order.
using Operand = std::variant<std::monostate, bool, double, std::string, Texts, Range>;
enum class OperandKind : std::uint8_t { none, flag, number, text, texts, range };

inline OperandKind kind_of(const Operand& operand) {
  return static_cast<OperandKind>(operand.index());
}

// One row of the table: the operator takes a field of this type together with an operand of this kind.
struct Fit {
  Operator op{};
  Type type{};
  OperandKind operand{};
  bool operator==(const Fit&) const = default;
};

std::span<const Fit> fits();
bool is_fit(const Fit& fit);

}  // namespace parlor::condition
