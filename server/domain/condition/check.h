// check: what is wrong with a condition, before anybody relies on it. Pure, and safe for whatever was decoded: it looks
// at no more than limits::kConditionClausesMax clauses and limits::kConditionGroupsDeepMax groups deep. Whether the
// inbox, team or attribute that a value names exists is for the caller to know.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/condition/condition.h"

namespace parlor::condition {

enum class Reason : std::uint8_t {
  unknown_field,
  // The field's type does not know this operator.
  operator_unfit,
  // Another kind than the operator takes, out of the field's bounds, not one of its words, empty, or a range that ends
  // before it begins.
  value_unfit,
  text_too_long,
  list_too_long,
  empty_group,
  too_deep,
  // One clause too many stands here; what follows was not looked at.
  too_many,
};
std::string_view to_string(Reason reason);

struct Fault {
  // Of the node, as explain() writes it.
  std::string path;
  Reason reason{};
  bool operator==(const Fault&) const = default;
};

// At most one for each node, in the order of reading. Empty: the condition can be relied on.
std::vector<Fault> check(const Condition& condition);

}  // namespace parlor::condition
