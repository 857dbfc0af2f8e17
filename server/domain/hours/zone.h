// Zone: how far a place's clocks are ahead of UTC, and when that changes. A plain value, made outside from the IANA
// data, so that rules with local time stay pure. Any thread.
//
//   spring    01:59 -> 03:00   local times between do not exist: they move forward by what was left out
//   autumn    02:59 -> 02:00   local times between come twice: the first one is meant
//
// That reads a local time with the offset of before the change, in both cases. So what begins in a gap keeps its
// distance from what came before (a span of two hours stays two hours), and no local time is without an answer; it is
// also what calendars do (RFC 5545, java.time, Temporal's "compatible"), so that nobody is surprised.
#pragma once

#include <vector>

#include "base/time.h"

namespace parlor::hours {

// What clocks on the wall say, in no place in particular.
using LocalTime = std::chrono::local_time<Millis>;
using Date = std::chrono::year_month_day;

struct Transition {
  Time from{};
  std::chrono::seconds offset{};
  bool operator==(const Transition&) const = default;
};

struct Zone {
  // Ascending. The first one's offset holds for all time before too; without any it is UTC.
  std::vector<Transition> transitions;
  bool operator==(const Zone&) const = default;
};

std::chrono::seconds offset_at(const Zone& zone, Time time);

LocalTime to_local(const Zone& zone, Time time);
Time to_time(const Zone& zone, LocalTime local);
Date date_at(const Zone& zone, Time time);

}  // namespace parlor::hours
