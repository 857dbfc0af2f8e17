// Places and hours for the tests of this folder. Casa & Co is in Vienna; the other places are there for their clocks.
#pragma once

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/limits.h"
#include "domain/hours/opening.h"

namespace parlor::hours::testing {

// Months, weekdays and literals.
using namespace std::chrono;

// 02:00 -> 03:00 on 29 March 2026, 03:00 -> 02:00 on 25 October.
inline const Zone kVienna{{{sys_days{2025y / October / 26} + 1h, 1h},
                           {sys_days{2026y / March / 29} + 1h, 2h},
                           {sys_days{2026y / October / 25} + 1h, 1h}}};
// Half an hour: 02:00 -> 02:30 on 4 October 2026, 02:00 -> 01:30 on 5 April.
inline const Zone kLordHowe{{{sys_days{2025y / October / 4} + 15h + 30min, 11h},
                             {sys_days{2026y / April / 4} + 15h, 10h + 30min},
                             {sys_days{2026y / October / 3} + 15h + 30min, 11h}}};
// At midnight: 00:00 -> 01:00 on 4 November 2018, 24:00 -> 23:00 on 16 February 2019.
inline const Zone kSaoPaulo{{{sys_days{2018y / February / 18} + 2h, -3h},
                             {sys_days{2018y / November / 4} + 3h, -2h},
                             {sys_days{2019y / February / 17} + 2h, -3h}}};
// A minute past midnight: 00:01 -> 23:01 of the day before on 7 November 2010.
inline const Zone kStJohns{{{sys_days{2010y / March / 14} + 3h + 31min, -(2h + 30min)},
                            {sys_days{2010y / November / 7} + 2h + 31min, -(3h + 30min)}}};
// There was no 30 December 2011.
inline const Zone kApia{{{sys_days{2011y / September / 24} + 14h, -10h}, {sys_days{2011y / December / 30} + 10h, 14h}}};

struct Place {
  const char* name;
  const Zone* zone;
  // A change of the clocks.
  Date change;
};
inline const std::vector<Place> kPlaces{
    {"Vienna, spring", &kVienna, 2026y / March / 29},        {"Vienna, autumn", &kVienna, 2026y / October / 25},
    {"Lord Howe, spring", &kLordHowe, 2026y / October / 4},  {"Lord Howe, autumn", &kLordHowe, 2026y / April / 5},
    {"Sao Paulo, spring", &kSaoPaulo, 2018y / November / 4}, {"Sao Paulo, autumn", &kSaoPaulo, 2019y / February / 17},
    {"St. John's, autumn", &kStJohns, 2010y / November / 7}, {"Apia, the day left out", &kApia, 2011y / December / 30},
};

// A plain one.
inline constexpr Date kWednesday = 2026y / July / 1;

inline Hours every_day(const std::vector<Span>& spans) {
  Hours hours;
  for (unsigned weekday = 0; weekday < 7; ++weekday) {
    for (const auto& span : spans)
      hours.week.push_back({std::chrono::weekday{weekday}, span});
  }
  return hours;
}

// Monday to Friday 09:00 to 12:00 and 13:00 to 17:00.
inline Hours office_hours() {
  Hours hours;
  for (const auto weekday : {Monday, Tuesday, Wednesday, Thursday, Friday}) {
    hours.week.push_back({weekday, {9h, 12h}});
    hours.week.push_back({weekday, {13h, 17h}});
  }
  return hours;
}

// Local time, as the clock on the wall shows it first.
inline LocalTime local(Date date, Millis of_day) {
  return local_days{date} + of_day;
}

}  // namespace parlor::hours::testing
