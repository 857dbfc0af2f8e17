#include "domain/hours/opening.h"

#include <algorithm>
#include <array>

#include "base/limits.h"

namespace parlor::hours {
namespace {

using std::chrono::days;
using std::chrono::local_days;

// Enough for nearly every question; the whole of limits::kHoursSearchTime is only searched through when it is not.
constexpr auto kFirstWindow = days(8);

template <class Dated>
const Dated* of_date(const std::vector<Dated>& list, Date date) {
  const auto found = std::ranges::find(list, date, &Dated::date);
  return found == list.end() ? nullptr : &*found;
}

std::vector<Span> written_for(const Hours& hours, local_days day) {
  const Date date{day};
  if (const auto* exception = of_date(hours.exceptions, date)) return exception->spans;
  if (const auto* holiday = of_date(hours.holidays, date)) return holiday->spans;
  std::vector<Span> spans;
  for (const auto& weekly : hours.week) {
    if (weekly.weekday == std::chrono::weekday{day}) spans.push_back(weekly.span);
  }
  return spans;
}

local_days local_day(const Zone& zone, Time time) {
  return std::chrono::floor<days>(to_local(zone, time));
}

// All that is open between, in the order in which it opens; perhaps overlapping, and not cut.
std::vector<Period> spans_between(const Hours& hours, const Zone& zone, Time from, Time to) {
  // A span may go past midnight, and clocks may be moved over midnight or by a whole day, as Samoa's were in 2011.
  const auto first = local_day(zone, from) - days(2);
  const auto last = local_day(zone, to) + days(1);
  std::vector<Period> spans;
  for (auto day = first; day <= last; day += days(1)) {
    for (const auto& span : spans_of_day(hours, zone, day)) {
      if (span.to > from && span.from < to) spans.push_back(span);
    }
  }
  std::ranges::sort(spans, {}, &Period::from);
  return spans;
}

std::vector<Period> joined(const std::vector<Period>& spans) {
  std::vector<Period> apart;
  for (const auto& span : spans) {
    if (apart.empty() || span.from > apart.back().to) {
      apart.push_back(span);
    } else {
      apart.back().to = std::max(apart.back().to, span.to);
    }
  }
  return apart;
}

constexpr std::array<Millis, 2> kWindows{kFirstWindow, limits::kHoursSearchTime};

}  // namespace

std::vector<Period> spans_of_day(const Hours& hours, const Zone& zone, local_days day) {
  std::vector<Period> spans;
  for (const auto& span : written_for(hours, day)) {
    const auto last_day = span.to < span.from ? day + days(1) : day;
    const Period period{to_time(zone, day + span.from), to_time(zone, last_day + span.to)};
    if (period.from < period.to) spans.push_back(period);
  }
  std::ranges::sort(spans, {}, &Period::from);
  return spans;
}

std::vector<Period> open_spans(const Hours& hours, const Zone& zone, Time from, Time to) {
  to = std::min<Time>(to, from + limits::kHoursSearchTime);
  if (from >= to) return {};
  auto spans = joined(spans_between(hours, zone, from, to));
  if (spans.empty()) return spans;
  spans.front().from = std::max(spans.front().from, from);
  spans.back().to = std::min(spans.back().to, to);
  return spans;
}

bool is_open(const Hours& hours, const Zone& zone, Time time) {
  return !spans_between(hours, zone, time, time + Millis(1)).empty();
}

std::optional<Time> next_open(const Hours& hours, const Zone& zone, Time time) {
  for (const auto window : kWindows) {
    const auto spans = open_spans(hours, zone, time, time + window);
    if (!spans.empty()) return spans.front().from;
  }
  return std::nullopt;
}

std::optional<Time> next_close(const Hours& hours, const Zone& zone, Time time) {
  for (const auto window : kWindows) {
    const auto spans = open_spans(hours, zone, time, time + window);
    if (spans.empty() || spans.front().from > time) return std::nullopt;
    if (spans.front().to < time + window) return spans.front().to;
  }
  return std::nullopt;
}

const Holiday* holiday_at(const Hours& hours, const Zone& zone, Time time) {
  const auto date = date_at(zone, time);
  return of_date(hours.exceptions, date) ? nullptr : of_date(hours.holidays, date);
}

}  // namespace parlor::hours
