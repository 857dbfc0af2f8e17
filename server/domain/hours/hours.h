// Hours: when a team is there, as people write it down: by local minutes. A plain value; opening.h says when that is,
// check.h what is wrong with it. A team without hours is always there; that is for its owner to know.
//
// Of one day counts the first that there is: its exception, its holiday, its weekday. A span belongs to the day on
// which it begins: what begins on the evening before a holiday still goes past midnight.
#pragma once

#include <string>
#include <vector>

#include "domain/hours/zone.h"

namespace parlor::hours {

// From local midnight: 09:00 to 17:30, 00:00 to 24:00. One that ends before it begins ends on the next day: 22:00 to
// 06:00, and 22:00 to 00:00.
struct Span {
  std::chrono::minutes from{};
  std::chrono::minutes to{};
  bool operator==(const Span&) const = default;
};

struct WeeklySpan {
  std::chrono::weekday weekday;
  Span span;
  bool operator==(const WeeklySpan&) const = default;
};

struct Holiday {
  Date date;
  std::string name;
  // None: closed all day.
  std::vector<Span> spans;
  bool operator==(const Holiday&) const = default;
};

struct Exception {
  Date date;
  // None: closed all day.
  std::vector<Span> spans;
  bool operator==(const Exception&) const = default;
};

struct Hours {
  std::vector<WeeklySpan> week;
  std::vector<Holiday> holidays;
  std::vector<Exception> exceptions;
  bool operator==(const Hours&) const = default;
};

}  // namespace parlor::hours
