#include "domain/hours/opening.h"

#include "domain/hours/hours_test_kit.h"

namespace parlor::hours::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Time in_vienna(Date date, Millis of_day) {
  return to_time(kVienna, local(date, of_day));
}

// Hours in Vienna, and what they say.
struct Given {
  Hours hours;

  Given& holiday(Date date, const std::string& name, const std::vector<Span>& spans = {}) {
    hours.holidays.push_back({date, name, spans});
    return *this;
  }
  Given& except(Date date, const std::vector<Span>& spans) {
    hours.exceptions.push_back({date, spans});
    return *this;
  }

  void then_open(Time from, Time to) const {
    EXPECT_FALSE(is_open(hours, kVienna, from - 1ms));
    EXPECT_TRUE(is_open(hours, kVienna, from));
    EXPECT_TRUE(is_open(hours, kVienna, to - 1ms));
    EXPECT_FALSE(is_open(hours, kVienna, to));
    EXPECT_EQ(next_open(hours, kVienna, from - 1ms), from);
    EXPECT_EQ(next_close(hours, kVienna, from), to);
    EXPECT_EQ(next_close(hours, kVienna, to - 1ms), to);
  }
  void then_closed_on(Date date) const {
    EXPECT_THAT(open_spans(hours, kVienna, in_vienna(date, 0h), in_vienna(date, 24h)), IsEmpty());
  }
};
Given given(Hours hours) {
  return {std::move(hours)};
}

constexpr Date kTheFriday = 2026y / July / 3;
constexpr Date kTheMonday = 2026y / July / 6;

TEST(Week, OpensAndClosesByLocalMinutes) {
  given(office_hours()).then_open(in_vienna(kWednesday, 9h), in_vienna(kWednesday, 12h));
  given(office_hours()).then_open(in_vienna(kWednesday, 13h), in_vienna(kWednesday, 17h));
  given(office_hours()).then_open(sys_days{kWednesday} + 7h, sys_days{kWednesday} + 10h);
}

TEST(Week, EndsBeforeTheWeekend) {
  const auto hours = office_hours();
  EXPECT_EQ(next_open(hours, kVienna, in_vienna(kTheFriday, 17h)), in_vienna(kTheMonday, 9h));
  EXPECT_EQ(next_close(hours, kVienna, in_vienna(kTheFriday, 17h)), std::nullopt);
  EXPECT_EQ(next_open(hours, kVienna, in_vienna(kTheFriday, 16h)), in_vienna(kTheFriday, 16h));
}

TEST(Span, TouchesMidnight) {
  given({{{Wednesday, {0h, 6h}}}, {}, {}}).then_open(in_vienna(kWednesday, 0h), in_vienna(kWednesday, 6h));
  given({{{Wednesday, {20h, 24h}}}, {}, {}}).then_open(in_vienna(kWednesday, 20h), in_vienna(kWednesday, 24h));
  given({{{Wednesday, {20h, 0h}}}, {}, {}}).then_open(in_vienna(kWednesday, 20h), in_vienna(kWednesday, 24h));
}

TEST(Span, CrossesMidnight) {
  given({{{Wednesday, {22h, 6h}}}, {}, {}}).then_open(in_vienna(kWednesday, 22h), in_vienna(kWednesday, 30h));
  given({{{Wednesday, {9h, 8h + 59min}}}, {}, {}})
      .then_open(in_vienna(kWednesday, 9h), in_vienna(kWednesday, 32h + 59min));
}

TEST(Span, ThatIsEmptyOpensNothing) {
  given({{{Wednesday, {9h, 9h}}}, {}, {}}).then_closed_on(kWednesday);
}

TEST(Span, ThatTouchesAnotherIsOneWithIt) {
  given({{{Wednesday, {9h, 12h}}, {Wednesday, {12h, 17h}}}, {}, {}})
      .then_open(in_vienna(kWednesday, 9h), in_vienna(kWednesday, 17h));
  given({{{Wednesday, {20h, 24h}}, {Thursday, {0h, 4h}}}, {}, {}})
      .then_open(in_vienna(kWednesday, 20h), in_vienna(kWednesday, 28h));
  given({{{Wednesday, {9h, 14h}}, {Wednesday, {12h, 13h}}}, {}, {}})
      .then_open(in_vienna(kWednesday, 9h), in_vienna(kWednesday, 14h));
}

TEST(Holiday, ClosesItsDay) {
  auto hours = given(office_hours());
  hours.holiday(kWednesday, "Company outing").then_closed_on(kWednesday);
  EXPECT_EQ(next_open(hours.hours, kVienna, in_vienna(kWednesday, 10h)), in_vienna(kWednesday, 33h));
}

TEST(Holiday, MayHaveSpansOfItsOwn) {
  given(office_hours())
      .holiday(kWednesday, "Christmas Eve", {{10h, 11h}})
      .then_open(in_vienna(kWednesday, 10h), in_vienna(kWednesday, 11h));
}

TEST(Holiday, LeavesWhatBeganTheEveningBefore) {
  auto nights = given(every_day({{22h, 6h}}));
  nights.holiday(kWednesday, "New Year's Day");
  nights.then_open(in_vienna(2026y / June / 30, 22h), in_vienna(kWednesday, 6h));
  EXPECT_EQ(next_open(nights.hours, kVienna, in_vienna(kWednesday, 6h)), in_vienna(kWednesday, 46h));
}

TEST(Holiday, IsNamedAllItsLocalDay) {
  auto hours = given(office_hours());
  hours.holiday(kWednesday, "Company outing");
  for (const Millis of_day : {Millis(0), Millis(9h), Millis(24h - 1ms)}) {
    const auto* holiday = holiday_at(hours.hours, kVienna, in_vienna(kWednesday, of_day));
    ASSERT_TRUE(holiday);
    EXPECT_EQ(holiday->name, "Company outing");
  }
  EXPECT_EQ(holiday_at(hours.hours, kVienna, in_vienna(kWednesday, -1ms)), nullptr);
  EXPECT_EQ(holiday_at(hours.hours, kVienna, in_vienna(kWednesday, 24h)), nullptr);
}

TEST(Exception, ReplacesTheWeekday) {
  given(office_hours())
      .except(kWednesday, {{15h, 20h}})
      .then_open(in_vienna(kWednesday, 15h), in_vienna(kWednesday, 20h));
  given(office_hours()).except(kWednesday, {}).then_closed_on(kWednesday);
  given(office_hours())
      .except(2026y / July / 4, {{10h, 14h}})
      .then_open(in_vienna(2026y / July / 4, 10h), in_vienna(2026y / July / 4, 14h));
}

TEST(Exception, ReplacesTheHoliday) {
  auto hours = given(office_hours());
  hours.holiday(kWednesday, "Company outing").except(kWednesday, {{9h, 10h}});
  hours.then_open(in_vienna(kWednesday, 9h), in_vienna(kWednesday, 10h));
  EXPECT_EQ(holiday_at(hours.hours, kVienna, in_vienna(kWednesday, 9h)), nullptr);
}

TEST(Search, GoesAsFarAsItsLimit) {
  const Time now = in_vienna(kWednesday, 12h);
  const auto far = now + limits::kHoursSearchTime;
  const auto opening_at = [&](Time time) {
    const auto begin = to_local(kVienna, time);
    const auto day = std::chrono::floor<std::chrono::days>(begin);
    const auto minute = std::chrono::floor<std::chrono::minutes>(begin - day);
    return Hours{{}, {}, {{Date{day}, {{minute, minute + 1min}}}}};
  };
  EXPECT_EQ(next_open(opening_at(far - 1min), kVienna, now), far - 1min);
  EXPECT_EQ(next_open(opening_at(far), kVienna, now), std::nullopt);
  EXPECT_EQ(next_open({}, kVienna, now), std::nullopt);
  EXPECT_THAT(open_spans(opening_at(far), kVienna, now, far + 240h), IsEmpty());
}

TEST(Search, FindsWhatClosesLate) {
  const auto always = every_day({{0h, 24h}});
  const Time now = in_vienna(kWednesday, 12h);
  EXPECT_EQ(next_close(always, kVienna, now), std::nullopt);
  auto until_christmas = given(always);
  until_christmas.holiday(2026y / December / 25, "Christmas");
  EXPECT_EQ(next_close(until_christmas.hours, kVienna, now), in_vienna(2026y / December / 25, 0h));
  EXPECT_EQ(next_open(until_christmas.hours, kVienna, in_vienna(2026y / December / 25, 0h)),
            in_vienna(2026y / December / 26, 0h));
}

TEST(OpenSpans, AreCutToWhatWasAsked) {
  const auto hours = office_hours();
  EXPECT_THAT(open_spans(hours, kVienna, in_vienna(kWednesday, 10h), in_vienna(kWednesday, 14h)),
              ElementsAre(Period{in_vienna(kWednesday, 10h), in_vienna(kWednesday, 12h)},
                          Period{in_vienna(kWednesday, 13h), in_vienna(kWednesday, 14h)}));
  EXPECT_THAT(open_spans(hours, kVienna, in_vienna(kWednesday, 12h), in_vienna(kWednesday, 13h)), IsEmpty());
  EXPECT_THAT(open_spans(hours, kVienna, in_vienna(kWednesday, 10h), in_vienna(kWednesday, 10h)), IsEmpty());
  EXPECT_THAT(open_spans(hours, kVienna, in_vienna(kWednesday, 11h), in_vienna(kWednesday, 10h)), IsEmpty());
}

}  // namespace
}  // namespace parlor::hours::testing
