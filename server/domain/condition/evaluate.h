// Does a condition hold of the facts, and why? Pure. For conditions in which check() finds no fault; one with faults is
// answered too, but not wisely: an empty `all` or `none` holds, an empty `any` does not, an unknown field is absent.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/condition/condition.h"
#include "domain/condition/facts.h"

namespace parlor::condition {

bool holds(const Condition& condition, const Facts& facts);

enum class Outcome : std::uint8_t {
  met,
  unmet,
  // Nothing is known of the field, so that only `is_absent` could be met.
  absent,
  // An attribute is a number, say, where the clause compares texts.
  other_type,
};
std::string_view to_string(Outcome outcome);

// What became of one clause or group.
struct Finding {
  std::string path;
  Outcome outcome{};
  // Of a clause what the field was, a text cut to limits::kExplainedTextCodePointsMax. It may be what a person wrote:
  // for the screen of who asked, never for the log.
  std::optional<Value> value;

  bool held() const { return outcome == Outcome::met; }
  bool operator==(const Finding&) const = default;
};

// Each group and each clause in the order of reading, none left out, also where the answer was clear before. The first
// one is the whole condition.
std::vector<Finding> explain(const Condition& condition, const Facts& facts);

}  // namespace parlor::condition
