// When hours are open: from local minutes to times. Pure; searched at most limits::kHoursSearchTime ahead. For hours in
// which check() finds no fault; spans that overlap are taken together.
#pragma once

#include <optional>
#include <vector>

#include "domain/hours/hours.h"

namespace parlor::hours {

// `to` is the first moment after it.
struct Period {
  Time from{};
  Time to{};
  bool operator==(const Period&) const = default;
};

bool is_open(const Hours& hours, const Zone& zone, Time time);

// `time` itself while they are open.
std::optional<Time> next_open(const Hours& hours, const Zone& zone, Time time);
// When what is open at `time` closes. None while closed, and for hours that never close.
std::optional<Time> next_close(const Hours& hours, const Zone& zone, Time time);

// The holiday of the local date, unless an exception replaces it. Null: none. Valid as long as the hours.
const Holiday* holiday_at(const Hours& hours, const Zone& zone, Time time);

// Ascending, apart from each other, cut to [from, to). Spans that touch are one.
std::vector<Period> open_spans(const Hours& hours, const Zone& zone, Time from, Time to);

// What begins on one local date, ascending. A span that a change of the clocks leaves nothing of is not there.
std::vector<Period> spans_of_day(const Hours& hours, const Zone& zone, std::chrono::local_days day);

}  // namespace parlor::hours
