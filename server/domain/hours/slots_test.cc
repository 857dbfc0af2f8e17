#include "domain/hours/slots.h"

#include "domain/hours/hours_test_kit.h"

namespace parlor::hours::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Time at(Date date, Millis of_day) {
  return to_time(kVienna, local(date, of_day));
}
Period half_hour_from(Time time) {
  return {time, time + 30min};
}

TEST(Slots, FollowEachOtherFromTheOpening) {
  EXPECT_THAT(slots(office_hours(), kVienna, {at(kWednesday, 0h), 30min, 3}),
              ElementsAre(half_hour_from(at(kWednesday, 9h)), half_hour_from(at(kWednesday, 9h + 30min)),
                          half_hour_from(at(kWednesday, 10h))));
}

TEST(Slots, ComeInTheOrderOfTheDayNotOfTheList) {
  const Hours hours{{{Wednesday, {13h, 13h + 30min}}, {Wednesday, {9h, 9h + 30min}}}, {}, {}};
  EXPECT_THAT(slots(hours, kVienna, {at(kWednesday, 0h), 30min, 2}),
              ElementsAre(half_hour_from(at(kWednesday, 9h)), half_hour_from(at(kWednesday, 13h))));
}

TEST(Slots, AreTheSameWheneverOneAsks) {
  EXPECT_THAT(slots(office_hours(), kVienna, {at(kWednesday, 9h + 7min), 30min, 1}),
              ElementsAre(half_hour_from(at(kWednesday, 9h + 30min))));
  EXPECT_THAT(slots(office_hours(), kVienna, {at(kWednesday, 9h + 30min), 30min, 1}),
              ElementsAre(half_hour_from(at(kWednesday, 9h + 30min))));
  EXPECT_THAT(slots(office_hours(), kVienna, {at(kWednesday, 9h + 30min) + 1ms, 30min, 1}),
              ElementsAre(half_hour_from(at(kWednesday, 10h))));
}

TEST(Slots, FitInsideTheirSpan) {
  EXPECT_THAT(slots(office_hours(), kVienna, {at(kWednesday, 11h + 30min), 30min, 2}),
              ElementsAre(half_hour_from(at(kWednesday, 11h + 30min)), half_hour_from(at(kWednesday, 13h))));
  EXPECT_THAT(slots(office_hours(), kVienna, {at(kWednesday, 11h + 31min), 30min, 1}),
              ElementsAre(half_hour_from(at(kWednesday, 13h))));
  EXPECT_THAT(
      slots(office_hours(), kVienna, {at(kWednesday, 9h), 2h, 2}),
      ElementsAre(Period{at(kWednesday, 9h), at(kWednesday, 11h)}, Period{at(kWednesday, 13h), at(kWednesday, 15h)}));
}

TEST(Slots, GoOnAfterTheWeekendAndAHoliday) {
  auto hours = office_hours();
  hours.holidays.push_back({2026y / July / 6, "Company outing", {}});
  EXPECT_THAT(slots(hours, kVienna, {at(2026y / July / 3, 16h + 30min), 30min, 2}),
              ElementsAre(half_hour_from(at(2026y / July / 3, 16h + 30min)), half_hour_from(at(2026y / July / 7, 9h))));
}

TEST(Slots, AreFoundInASpanThatBeganTheEveningBefore) {
  EXPECT_THAT(slots(every_day({{22h, 6h}}), kVienna, {at(kWednesday, 1h + 10min), 30min, 1}),
              ElementsAre(half_hour_from(at(kWednesday, 1h + 30min))));
}

TEST(Slots, AreFoundInASpanThatBeganBeforeADayLeftOut) {
  const Hours hours{{{Thursday, {22h, 21h}}}, {}, {}};
  const Time saturday_at_ten = to_time(kApia, local(2011y / December / 31, 10h));
  EXPECT_THAT(slots(hours, kApia, {saturday_at_ten, 1h, 1}),
              ElementsAre(Period{saturday_at_ten, saturday_at_ten + 1h}));
}

TEST(Slots, AreOfTimeNotOfTheClockOnTheWall) {
  const Time midnight = at(2026y / March / 29, 0h);
  EXPECT_THAT(slots(every_day({{1h, 4h}}), kVienna, {midnight, 1h, 2}),
              ElementsAre(Period{midnight + 1h, midnight + 2h}, Period{midnight + 2h, midnight + 3h}));
}

TEST(Slots, HaveALimit) {
  const auto all_day = every_day({{0h, 24h}});
  EXPECT_THAT(slots(all_day, kVienna, {at(kWednesday, 0h), 30min, limits::kCallbackSlotsMax}),
              SizeIs(limits::kCallbackSlotsMax));
  EXPECT_THAT(slots(all_day, kVienna, {at(kWednesday, 0h), 30min, limits::kCallbackSlotsMax + 1}),
              SizeIs(limits::kCallbackSlotsMax));
  EXPECT_THAT(slots(all_day, kVienna, {at(kWednesday, 0h), 1ms, 3}), SizeIs(3));
}

TEST(Slots, EndWithTheSearch) {
  const Time now = at(kWednesday, 12h);
  const auto last_minute = [](Date date) { return Hours{{}, {}, {{date, {{0h, 24h}}}}}; };
  const Date last_day = date_at(kVienna, now + limits::kHoursSearchTime);
  const auto found = slots(last_minute(last_day), kVienna, {now, 1h, 100});
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.back().to, now + limits::kHoursSearchTime);
  const Date next_day{local_days{last_day} + std::chrono::days(1)};
  EXPECT_THAT(slots(last_minute(next_day), kVienna, {now, 1h, 100}), IsEmpty());
}

TEST(Slots, AreNoneOfNothing) {
  EXPECT_THAT(slots(office_hours(), kVienna, {at(kWednesday, 9h), 0ms, 3}), IsEmpty());
  EXPECT_THAT(slots(office_hours(), kVienna, {at(kWednesday, 9h), -30min, 3}), IsEmpty());
  EXPECT_THAT(slots(office_hours(), kVienna, {at(kWednesday, 9h), 30min, 0}), IsEmpty());
  EXPECT_THAT(slots(office_hours(), kVienna, {at(kWednesday, 9h), 5h, 3}), IsEmpty());
  EXPECT_THAT(slots({}, kVienna, {at(kWednesday, 9h), 30min, 3}), IsEmpty());
}

}  // namespace
}  // namespace parlor::hours::testing
