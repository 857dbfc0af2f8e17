#include "domain/hours/check.h"

#include "domain/hours/hours_test_kit.h"

namespace parlor::hours::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr Date kChristmas = 2026y / December / 25;

std::vector<Fault> of_week(const std::vector<WeeklySpan>& week) {
  return check({week, {}, {}});
}
std::vector<Fault> of_holiday(const Holiday& holiday) {
  return check({{}, {holiday}, {}});
}
std::vector<Fault> of_exception(const Exception& exception) {
  return check({{}, {}, {exception}});
}
auto refused(const std::string& path, Reason reason) {
  return ElementsAre(Fault{path, reason});
}

TEST(Check, TakesWhatShopsHave) {
  auto hours = office_hours();
  hours.holidays = {{kChristmas, "Christmas", {}}, {2026y / December / 24, "Christmas Eve", {{9h, 12h}}}};
  hours.exceptions = {{kChristmas, {{10h, 11h}, {14h, 15h}}}, {2026y / December / 26, {}}};
  EXPECT_THAT(check(hours), IsEmpty());
  EXPECT_THAT(check({}), IsEmpty());
  EXPECT_THAT(check(every_day({{0h, 24h}})), IsEmpty());
  EXPECT_THAT(check(every_day({{22h, 6h}, {6h, 22h}})), IsEmpty());
}

TEST(Check, KnowsTheWeekdays) {
  EXPECT_THAT(of_week({{std::chrono::weekday{6}, {9h, 17h}}}), IsEmpty());
  EXPECT_THAT(of_week({{Monday, {9h, 17h}}, {std::chrono::weekday{8}, {9h, 17h}}}),
              refused("week[1]", Reason::unknown_weekday));
}

TEST(Check, HoldsMinutesInTheDay) {
  EXPECT_THAT(of_week({{Monday, {0h, 24h}}}), IsEmpty());
  EXPECT_THAT(of_week({{Monday, {23h + 59min, 0h}}}), IsEmpty());
  for (const auto& bad : {Span{-1min, 9h}, Span{24h, 9h}, Span{9h, -1min}, Span{9h, 24h + 1min}}) {
    EXPECT_THAT(of_week({{Monday, bad}}), refused("week[0]", Reason::bad_minute));
    EXPECT_THAT(of_exception({kChristmas, {bad}}), refused("exceptions[0].spans[0]", Reason::bad_minute));
  }
}

TEST(Check, RefusesAnEmptySpan) {
  EXPECT_THAT(of_week({{Monday, {9h, 9h}}}), refused("week[0]", Reason::span_empty));
  EXPECT_THAT(of_week({{Monday, {0h, 0h}}}), refused("week[0]", Reason::span_empty));
  EXPECT_THAT(of_holiday({kChristmas, "Christmas", {{9h, 9h}}}), refused("holidays[0].spans[0]", Reason::span_empty));
}

TEST(Check, RefusesSpansThatOverlap) {
  const auto overlap = refused("week[1]", Reason::spans_overlap);
  EXPECT_THAT(of_week({{Monday, {9h, 12h}}, {Monday, {11h + 59min, 17h}}}), overlap);
  EXPECT_THAT(of_week({{Monday, {9h, 12h}}, {Monday, {12h, 17h}}}), IsEmpty());
  EXPECT_THAT(of_week({{Monday, {11h, 17h}}, {Monday, {9h, 11h + 1min}}}), overlap);
  EXPECT_THAT(of_week({{Monday, {9h, 17h}}, {Monday, {12h, 13h}}}), overlap);
  EXPECT_THAT(of_week({{Monday, {12h, 13h}}, {Monday, {9h, 17h}}}), overlap);
  EXPECT_THAT(of_week({{Monday, {9h, 17h}}, {Monday, {9h, 17h}}}), overlap);
  EXPECT_THAT(of_week({{Monday, {9h, 17h}}, {Tuesday, {9h, 17h}}}), IsEmpty());
}

TEST(Check, RefusesANightThatOverlapsTheNextMorning) {
  EXPECT_THAT(of_week({{Monday, {22h, 6h}}, {Tuesday, {5h + 59min, 9h}}}), refused("week[1]", Reason::spans_overlap));
  EXPECT_THAT(of_week({{Monday, {22h, 6h}}, {Tuesday, {6h, 9h}}}), IsEmpty());
  EXPECT_THAT(of_week({{Sunday, {5h, 9h}}, {Saturday, {22h, 6h}}}), refused("week[1]", Reason::spans_overlap));
  EXPECT_THAT(of_week({{Saturday, {22h, 6h}}, {Sunday, {6h, 9h}}}), IsEmpty());
}

TEST(Check, ComparesNoSpanThatIsWrongItself) {
  EXPECT_THAT(of_week({{Monday, {-1h, 23h}}, {Monday, {9h, 17h}}}), refused("week[0]", Reason::bad_minute));
  EXPECT_THAT(of_exception({kChristmas, {{9h, 30h}, {9h, 17h}}}),
              refused("exceptions[0].spans[0]", Reason::bad_minute));
}

TEST(Check, RefusesSpansOfADateThatOverlap) {
  EXPECT_THAT(of_holiday({kChristmas, "Christmas", {{9h, 12h}, {11h, 13h}}}),
              refused("holidays[0].spans[1]", Reason::spans_overlap));
  EXPECT_THAT(of_exception({kChristmas, {{22h, 6h}, {23h, 24h}}}),
              refused("exceptions[0].spans[1]", Reason::spans_overlap));
  EXPECT_THAT(of_exception({kChristmas, {{22h, 6h}, {5h, 6h}}}), IsEmpty());
}

TEST(Check, KnowsTheCalendar) {
  EXPECT_THAT(of_exception({2028y / 2 / 29, {}}), IsEmpty());
  EXPECT_THAT(of_exception({2026y / 2 / 29, {}}), refused("exceptions[0]", Reason::bad_date));
  EXPECT_THAT(of_holiday({2026y / 13 / 1, "Christmas", {}}), refused("holidays[0]", Reason::bad_date));
}

TEST(Check, KnowsTheYearsThatZonesKnow) {
  const auto first = std::chrono::year(limits::kHoursYearMin);
  const auto last = std::chrono::year(limits::kHoursYearMax);
  EXPECT_THAT(of_exception({first / 1 / 1, {}}), IsEmpty());
  EXPECT_THAT(of_exception({last / 12 / 31, {}}), IsEmpty());
  EXPECT_THAT(of_exception({(first - std::chrono::years(1)) / 12 / 31, {}}),
              refused("exceptions[0]", Reason::bad_date));
  EXPECT_THAT(of_exception({(last + std::chrono::years(1)) / 1 / 1, {}}), refused("exceptions[0]", Reason::bad_date));
}

TEST(Check, RefusesADateTwice) {
  EXPECT_THAT(check({{}, {{kChristmas, "Christmas", {}}, {kChristmas, "Christmas Day", {}}}, {}}),
              refused("holidays[1]", Reason::duplicate_holiday));
  EXPECT_THAT(check({{}, {}, {{kChristmas, {}}, {kChristmas, {{9h, 12h}}}}}),
              refused("exceptions[1]", Reason::duplicate_exception));
}

TEST(Check, BoundsTheNameOfAHoliday) {
  const std::string longest(limits::kNameCodePointsMax, 'x');
  EXPECT_THAT(of_holiday({kChristmas, longest, {}}), IsEmpty());
  EXPECT_THAT(of_holiday({kChristmas, longest + "x", {}}), refused("holidays[0]", Reason::bad_name));
  EXPECT_THAT(of_holiday({kChristmas, " ", {}}), refused("holidays[0]", Reason::bad_name));
}

std::vector<Span> many_spans(std::size_t count) {
  std::vector<Span> spans;
  spans.reserve(count);
  for (std::size_t i = 0; i < count; ++i)
    spans.push_back({std::chrono::minutes(60 * i), std::chrono::minutes(60 * i + 30)});
  return spans;
}

TEST(Check, BoundsTheSpansOfADay) {
  const auto most = many_spans(limits::kSpansPerDayMax);
  const auto too_many = many_spans(limits::kSpansPerDayMax + 1);
  EXPECT_THAT(check(every_day(most)), IsEmpty());
  EXPECT_THAT(of_exception({kChristmas, most}), IsEmpty());
  EXPECT_THAT(of_exception({kChristmas, too_many}), refused("exceptions[0].spans", Reason::too_many));
  EXPECT_THAT(of_holiday({kChristmas, "Christmas", too_many}), refused("holidays[0].spans", Reason::too_many));
  EXPECT_THAT(check(every_day(too_many)), refused("week", Reason::too_many));
  std::vector<WeeklySpan> week;
  week.reserve(too_many.size());
  for (const auto& span : too_many)
    week.push_back({Monday, span});
  EXPECT_THAT(of_week(week), refused("week[8]", Reason::too_many));
}

Date nth_day(std::size_t n) {
  return Date{local_days{2026y / January / 1} + std::chrono::days(n)};
}

TEST(Check, BoundsTheDates) {
  Hours hours;
  for (std::size_t i = 0; i < limits::kHolidaysMax; ++i)
    hours.holidays.push_back({nth_day(i), "Holiday", {}});
  for (std::size_t i = 0; i < limits::kHoursExceptionsMax; ++i)
    hours.exceptions.push_back({nth_day(i), {}});
  EXPECT_THAT(check(hours), IsEmpty());
  hours.holidays.push_back({nth_day(limits::kHolidaysMax), "Holiday", {}});
  hours.exceptions.push_back({nth_day(limits::kHoursExceptionsMax), {}});
  EXPECT_THAT(check(hours), ElementsAre(Fault{"holidays", Reason::too_many}, Fault{"exceptions", Reason::too_many}));
}

TEST(Check, NamesEverythingThatIsWrong) {
  const Hours hours{{{std::chrono::weekday{9}, {9h, 17h}}, {Monday, {9h, 9h}}},
                    {{2026y / 2 / 30, "", {{9h, 25h}}}},
                    {{kChristmas, {{9h, 12h}}}, {kChristmas, {{9h, 12h}, {10h, 11h}}}}};
  EXPECT_THAT(check(hours),
              ElementsAre(Fault{"week[0]", Reason::unknown_weekday}, Fault{"week[1]", Reason::span_empty},
                          Fault{"holidays[0]", Reason::bad_date}, Fault{"holidays[0].spans[0]", Reason::bad_minute},
                          Fault{"holidays[0]", Reason::bad_name}, Fault{"exceptions[1]", Reason::duplicate_exception},
                          Fault{"exceptions[1].spans[1]", Reason::spans_overlap}));
}

TEST(Words, StayAsTheyAre) {
  std::vector<std::string_view> reasons;
  for (std::size_t i = 0; i <= static_cast<std::size_t>(Reason::too_many); ++i)
    reasons.push_back(to_string(static_cast<Reason>(i)));
  EXPECT_THAT(reasons, ElementsAre("unknown_weekday", "bad_date", "bad_minute", "span_empty", "spans_overlap",
                                   "bad_name", "duplicate_holiday", "duplicate_exception", "too_many"));
}

}  // namespace
}  // namespace parlor::hours::testing
