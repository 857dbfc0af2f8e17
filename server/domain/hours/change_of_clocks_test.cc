// Hours on the days on which the clocks change.
#include "domain/hours/hours_test_kit.h"

namespace parlor::hours::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr Date kSpring = 2026y / March / 29;
constexpr Date kAutumn = 2026y / October / 25;

std::vector<Period> in_vienna(Date date, const Span& span) {
  return spans_of_day(every_day({span}), kVienna, local_days{date});
}

TEST(Spring, ADayHas23Hours) {
  EXPECT_THAT(in_vienna(kSpring, {0h, 24h}), ElementsAre(Period{sys_days{kSpring} - 1h, sys_days{kSpring} + 22h}));
  EXPECT_THAT(in_vienna(kSpring, {9h, 17h}), ElementsAre(Period{sys_days{kSpring} + 7h, sys_days{kSpring} + 15h}));
}

TEST(Spring, AcrossTheGapAnHourIsMissing) {
  EXPECT_THAT(in_vienna(kSpring, {1h, 4h}), ElementsAre(Period{sys_days{kSpring}, sys_days{kSpring} + 2h}));
  EXPECT_THAT(in_vienna(kSpring, {1h, 3h}), ElementsAre(Period{sys_days{kSpring}, sys_days{kSpring} + 1h}));
}

TEST(Spring, WhatEndsInTheGapKeepsItsLength) {
  EXPECT_THAT(in_vienna(kSpring, {0h, 2h + 30min}),
              ElementsAre(Period{sys_days{kSpring} - 1h, sys_days{kSpring} + 1h + 30min}));
}

TEST(Spring, WhatBeginsInTheGapBeginsLater) {
  EXPECT_THAT(in_vienna(kSpring, {2h + 15min, 2h + 45min}),
              ElementsAre(Period{sys_days{kSpring} + 1h + 15min, sys_days{kSpring} + 1h + 45min}));
  EXPECT_THAT(in_vienna(kSpring, {2h + 30min, 9h}),
              ElementsAre(Period{sys_days{kSpring} + 1h + 30min, sys_days{kSpring} + 7h}));
}

TEST(Spring, NothingIsLeftOfWhatBeginsInTheGapAndEndsAfterItTooSoon) {
  EXPECT_THAT(in_vienna(kSpring, {2h + 30min, 3h + 30min}), IsEmpty());
  EXPECT_THAT(in_vienna(kSpring, {2h + 30min, 3h}), IsEmpty());
  EXPECT_FALSE(is_open(every_day({{2h + 30min, 3h}}), kVienna, sys_days{kSpring} + 1h + 30min));
}

TEST(Autumn, ADayHas25Hours) {
  EXPECT_THAT(in_vienna(kAutumn, {0h, 24h}), ElementsAre(Period{sys_days{kAutumn} - 2h, sys_days{kAutumn} + 23h}));
  EXPECT_THAT(in_vienna(kAutumn, {9h, 17h}), ElementsAre(Period{sys_days{kAutumn} + 8h, sys_days{kAutumn} + 16h}));
}

TEST(Autumn, WhatBeginsOrEndsTwiceDoesSoTheFirstTime) {
  EXPECT_THAT(in_vienna(kAutumn, {2h + 15min, 2h + 45min}),
              ElementsAre(Period{sys_days{kAutumn} + 15min, sys_days{kAutumn} + 45min}));
  EXPECT_THAT(in_vienna(kAutumn, {0h, 2h + 30min}),
              ElementsAre(Period{sys_days{kAutumn} - 2h, sys_days{kAutumn} + 30min}));
  EXPECT_THAT(in_vienna(kAutumn, {2h + 30min, 4h}),
              ElementsAre(Period{sys_days{kAutumn} + 30min, sys_days{kAutumn} + 3h}));
  const auto until_half_past_two = every_day({{0h, 2h + 30min}});
  EXPECT_TRUE(is_open(until_half_past_two, kVienna, sys_days{kAutumn} + 15min));
  EXPECT_FALSE(is_open(until_half_past_two, kVienna, sys_days{kAutumn} + 1h + 15min));
}

TEST(Night, IsShorterInSpringAndLongerInAutumn) {
  EXPECT_THAT(in_vienna(2026y / March / 28, {22h, 6h}),
              ElementsAre(Period{sys_days{kSpring} - 3h, sys_days{kSpring} + 4h}));
  EXPECT_THAT(in_vienna(2026y / October / 24, {22h, 6h}),
              ElementsAre(Period{sys_days{kAutumn} - 4h, sys_days{kAutumn} + 5h}));
}

TEST(LordHowe, ChangesByHalfAnHour) {
  const auto days_work = [](Date date) { return spans_of_day(every_day({{0h, 24h}}), kLordHowe, local_days{date}); };
  EXPECT_THAT(days_work(2026y / October / 4),
              ElementsAre(Period{sys_days{2026y / October / 3} + 13h + 30min, sys_days{2026y / October / 4} + 13h}));
  EXPECT_THAT(days_work(2026y / April / 5),
              ElementsAre(Period{sys_days{2026y / April / 4} + 13h, sys_days{2026y / April / 5} + 13h + 30min}));
}

TEST(SaoPaulo, HasDaysThatBeginAtOne) {
  const auto all_day = every_day({{0h, 24h}});
  EXPECT_THAT(spans_of_day(all_day, kSaoPaulo, local_days{2018y / November / 4}),
              ElementsAre(Period{sys_days{2018y / November / 4} + 3h, sys_days{2018y / November / 5} + 2h}));
  EXPECT_THAT(spans_of_day(all_day, kSaoPaulo, local_days{2018y / November / 3}),
              ElementsAre(Period{sys_days{2018y / November / 3} + 3h, sys_days{2018y / November / 4} + 3h}));
  EXPECT_THAT(spans_of_day(all_day, kSaoPaulo, local_days{2019y / February / 16}),
              ElementsAre(Period{sys_days{2019y / February / 16} + 2h, sys_days{2019y / February / 17} + 3h}));
}

TEST(StJohns, IsOpenOnSundayBeforeSaturdayIsOver) {
  const Hours sundays{{{Sunday, {0h, 24h}}}, {}, {}};
  const Time first_midnight = sys_days{2010y / November / 7} + 2h + 30min;
  const Time change = first_midnight + 1min;
  EXPECT_EQ(date_at(kStJohns, change), 2010y / November / 6);
  EXPECT_TRUE(is_open(sundays, kStJohns, first_midnight));
  EXPECT_TRUE(is_open(sundays, kStJohns, change));
  EXPECT_EQ(next_close(sundays, kStJohns, first_midnight), sys_days{2010y / November / 8} + 3h + 30min);
}

TEST(Apia, IsOpenOnTheDayAfterTheOneLeftOut) {
  const Hours hours{{{Thursday, {9h, 17h}}, {Friday, {10h, 18h}}, {Saturday, {9h, 12h}}}, {}, {}};
  const Time thursday_evening = to_time(kApia, local(2011y / December / 29, 17h));
  const Time saturday_morning = to_time(kApia, local(2011y / December / 31, 9h));
  EXPECT_EQ(next_open(hours, kApia, thursday_evening), saturday_morning);
  EXPECT_EQ(saturday_morning - thursday_evening, 16h);
}

// What is always open is open through every change, without a crack.
TEST(Always, NeverCloses) {
  const auto always = every_day({{0h, 24h}});
  const auto in_thirds = every_day({{0h, 8h}, {8h, 16h}, {16h, 24h}});
  for (const auto& place : kPlaces) {
    const Time from = sys_days{place.change} - 72h;
    const Time to = sys_days{place.change} + 72h;
    for (const auto& hours : {always, in_thirds}) {
      EXPECT_THAT(open_spans(hours, *place.zone, from, to), ElementsAre(Period{from, to})) << place.name;
      EXPECT_EQ(next_close(hours, *place.zone, from), std::nullopt) << place.name;
    }
  }
}

}  // namespace
}  // namespace parlor::hours::testing
