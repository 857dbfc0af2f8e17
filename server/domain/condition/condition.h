// Condition: all, any or none of clauses, nestable; a clause is field, operator, value. The one small language of
// routing rules, triggers and automations. A plain value: evaluate.h says what it means, check.h what is wrong with it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "domain/condition/operators.h"

namespace parlor::condition {

struct Clause {
  Subject subject;
  Operator op{};
  Operand operand;
  bool operator==(const Clause&) const = default;
};

enum class Quantifier : std::uint8_t { all, any, none };
std::string_view to_string(Quantifier quantifier);

struct Condition;

struct Group {
  Quantifier quantifier{};
  std::vector<Condition> parts;
  bool operator==(const Group&) const;
};

struct Condition {
  std::variant<Clause, Group> node;
  bool operator==(const Condition&) const = default;
};

inline bool Group::operator==(const Group&) const = default;

inline Condition where(std::string_view field, Operator op, Operand operand = {}) {
  return {Clause{Subject::named(field), op, std::move(operand)}};
}
inline Condition all_of(std::vector<Condition> parts) {
  return {Group{Quantifier::all, std::move(parts)}};
}
inline Condition any_of(std::vector<Condition> parts) {
  return {Group{Quantifier::any, std::move(parts)}};
}
inline Condition none_of(std::vector<Condition> parts) {
  return {Group{Quantifier::none, std::move(parts)}};
}

// Where a node stands: "all[1].any[0]". The outermost one's path is empty.
std::string path_of_part(std::string_view group_path, Quantifier quantifier, std::size_t index);

}  // namespace parlor::condition
