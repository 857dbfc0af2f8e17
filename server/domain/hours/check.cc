#include "domain/hours/check.h"

#include <algorithm>
#include <optional>
#include <span>

#include "base/limits.h"
#include "domain/text.h"

namespace parlor::hours {
namespace {

using std::chrono::days;
using std::chrono::minutes;

constexpr minutes kDay = days(1);
constexpr minutes kWeek = days(7);

using Found = std::optional<Reason>;

// A span on a dial that goes round: of a week, or of two days, where none that begins on the first comes round.
struct OnDial {
  minutes from{};
  minutes length{};
};

OnDial on_dial(const Span& span, minutes day) {
  return {day + span.from, span.to > span.from ? span.to - span.from : span.to + kDay - span.from};
}

bool begins_within(const OnDial& one, const OnDial& other, minutes dial) {
  const auto later = (one.from - other.from + dial) % dial;
  return later < other.length;
}

bool overlap(const OnDial& one, const OnDial& other, minutes dial) {
  return begins_within(one, other, dial) || begins_within(other, one, dial);
}

Found fault_of(const Span& span) {
  if (span.from < minutes(0) || span.from >= kDay) return Reason::bad_minute;
  if (span.to < minutes(0) || span.to > kDay) return Reason::bad_minute;
  if (span.from == span.to) return Reason::span_empty;
  return std::nullopt;
}

Found fault_of(const Date& date) {
  const auto year = static_cast<int>(date.year());
  if (!date.ok() || year < limits::kHoursYearMin || year > limits::kHoursYearMax) return Reason::bad_date;
  return std::nullopt;
}

Found fault_of(const WeeklySpan& weekly) {
  if (!weekly.weekday.ok()) return Reason::unknown_weekday;
  return fault_of(weekly.span);
}

std::string item(std::string_view list, std::size_t index) {
  return std::string(list).append("[").append(std::to_string(index)).append("]");
}

class Inspection {
 public:
  void look_at_week(const std::vector<WeeklySpan>& week) {
    if (week.size() > 7 * limits::kSpansPerDayMax) return add("week", Reason::too_many);
    for (std::size_t i = 0; i < week.size(); ++i)
      add(item("week", i), fault_in_week(std::span(week).first(i), week[i]));
  }

  void look_at_holidays(const std::vector<Holiday>& holidays) {
    if (holidays.size() > limits::kHolidaysMax) return add("holidays", Reason::too_many);
    for (std::size_t i = 0; i < holidays.size(); ++i) {
      const auto path = item("holidays", i);
      look_at_day(path, std::span(holidays).first(i), holidays[i], Reason::duplicate_holiday);
      const auto& name = holidays[i].name;
      if (text::is_blank(name) || text::code_points(name) > limits::kNameCodePointsMax) add(path, Reason::bad_name);
    }
  }

  void look_at_exceptions(const std::vector<Exception>& exceptions) {
    if (exceptions.size() > limits::kHoursExceptionsMax) return add("exceptions", Reason::too_many);
    for (std::size_t i = 0; i < exceptions.size(); ++i) {
      look_at_day(item("exceptions", i), std::span(exceptions).first(i), exceptions[i], Reason::duplicate_exception);
    }
  }

  std::vector<Fault> take() && { return std::move(faults_); }

 private:
  void add(std::string path, Found fault) {
    if (fault) faults_.push_back({std::move(path), *fault});
  }

  static Found fault_in_week(std::span<const WeeklySpan> before, const WeeklySpan& weekly) {
    if (const auto fault = fault_of(weekly)) return fault;
    const auto same_day =
        std::ranges::count_if(before, [&](const auto& other) { return other.weekday == weekly.weekday; });
    if (same_day >= static_cast<std::ptrdiff_t>(limits::kSpansPerDayMax)) return Reason::too_many;
    const auto place = [](const WeeklySpan& one) { return on_dial(one.span, kDay * one.weekday.c_encoding()); };
    const bool overlaps = std::ranges::any_of(
        before, [&](const auto& other) { return !fault_of(other) && overlap(place(weekly), place(other), kWeek); });
    return overlaps ? Found(Reason::spans_overlap) : std::nullopt;
  }

  // A holiday's or an exception's date and spans.
  template <class Dated>
  void look_at_day(const std::string& path, std::span<const Dated> before, const Dated& day, Reason duplicate) {
    add(path, fault_of(day.date));
    if (std::ranges::find(before, day.date, &Dated::date) != before.end()) add(path, duplicate);
    const auto list = path + ".spans";
    if (day.spans.size() > limits::kSpansPerDayMax) return add(list, Reason::too_many);
    for (std::size_t i = 0; i < day.spans.size(); ++i)
      add(item(list, i), fault_in_day(std::span(day.spans).first(i), day.spans[i]));
  }

  static Found fault_in_day(std::span<const Span> before, const Span& span) {
    if (const auto fault = fault_of(span)) return fault;
    const bool overlaps = std::ranges::any_of(before, [&](const auto& other) {
      return !fault_of(other) && overlap(on_dial(span, {}), on_dial(other, {}), 2 * kDay);
    });
    return overlaps ? Found(Reason::spans_overlap) : std::nullopt;
  }

  std::vector<Fault> faults_;
};

}  // namespace

std::string_view to_string(Reason reason) {
  switch (reason) {
    case Reason::unknown_weekday:
      return "unknown_weekday";
    case Reason::bad_date:
      return "bad_date";
    case Reason::bad_minute:
      return "bad_minute";
    case Reason::span_empty:
      return "span_empty";
    case Reason::spans_overlap:
      return "spans_overlap";
    case Reason::bad_name:
      return "bad_name";
    case Reason::duplicate_holiday:
      return "duplicate_holiday";
    case Reason::duplicate_exception:
      return "duplicate_exception";
    case Reason::too_many:
      return "too_many";
  }
  return {};
}

std::vector<Fault> check(const Hours& hours) {
  Inspection inspection;
  inspection.look_at_week(hours.week);
  inspection.look_at_holidays(hours.holidays);
  inspection.look_at_exceptions(hours.exceptions);
  return std::move(inspection).take();
}

}  // namespace parlor::hours
