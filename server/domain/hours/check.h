// check: what is wrong with hours that somebody wrote down. Pure, and safe for whatever was decoded: a list that is too
// long is named and not looked into.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/hours/hours.h"

namespace parlor::hours {

enum class Reason : std::uint8_t {
  unknown_weekday,
  // Not in the calendar, or in a year for which no zone is known.
  bad_date,
  // Before 00:00 or after 24:00.
  bad_minute,
  span_empty,
  // With one that stands before it; past midnight with the next weekday's, too.
  spans_overlap,
  // Blank, or too long.
  bad_name,
  duplicate_holiday,
  duplicate_exception,
  too_many,
};
std::string_view to_string(Reason reason);

struct Fault {
  // "week[3]", "holidays[0]", "exceptions[2].spans[1]"; a list's own name when it is too long.
  std::string path;
  Reason reason{};
  bool operator==(const Fault&) const = default;
};

// Empty: the hours can be relied on.
std::vector<Fault> check(const Hours& hours);

}  // namespace parlor::hours
