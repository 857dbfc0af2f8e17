#include "domain/hours/zone.h"

#include "domain/hours/hours_test_kit.h"

namespace parlor::hours::testing {
namespace {

struct LocalCase {
  const char* what;
  const Zone& zone;
  LocalTime local;
  Time time;
};

TEST(Zone, WithoutTransitionsIsUtc) {
  const Time noon = sys_days{2026y / July / 1} + 12h;
  EXPECT_EQ(offset_at({}, noon), 0s);
  EXPECT_EQ(to_local({}, noon), local(2026y / July / 1, 12h));
  EXPECT_EQ(to_time({}, local(2026y / July / 1, 12h)), noon);
}

TEST(Zone, ChangesWithItsTransitions) {
  const Time change = sys_days{2026y / March / 29} + 1h;
  EXPECT_EQ(offset_at(kVienna, change - 1ms), 1h);
  EXPECT_EQ(offset_at(kVienna, change), 2h);
  EXPECT_EQ(offset_at(kVienna, sys_days{1960y / January / 1}), 1h);
  EXPECT_EQ(offset_at(kVienna, sys_days{2090y / January / 1}), 1h);
  EXPECT_EQ(to_local(kVienna, change - 1ms), local(2026y / March / 29, 2h - 1ms));
  EXPECT_EQ(to_local(kVienna, change), local(2026y / March / 29, 3h));
}

TEST(Zone, HasOffsetsOfAnySeconds) {
  const Zone liberia{{{Time{}, -(44min + 30s)}}};
  EXPECT_EQ(to_local(liberia, sys_days{1970y / March / 1} + 12h), local(1970y / March / 1, 11h + 15min + 30s));
  EXPECT_EQ(to_time(liberia, local(1970y / March / 1, 11h + 15min + 30s)), sys_days{1970y / March / 1} + 12h);
}

TEST(LocalTime, InAGapMovesForwardByIt) {
  const LocalCase cases[] = {
      {"before it", kVienna, local(2026y / March / 29, 2h - 1ms), sys_days{2026y / March / 29} + 1h - 1ms},
      {"its begin", kVienna, local(2026y / March / 29, 2h), sys_days{2026y / March / 29} + 1h},
      {"in it", kVienna, local(2026y / March / 29, 2h + 30min), sys_days{2026y / March / 29} + 1h + 30min},
      {"its end", kVienna, local(2026y / March / 29, 3h), sys_days{2026y / March / 29} + 1h},
      {"half an hour", kLordHowe, local(2026y / October / 4, 2h + 10min), sys_days{2026y / October / 3} + 15h + 40min},
      {"at midnight", kSaoPaulo, local(2018y / November / 4, 15min), sys_days{2018y / November / 4} + 3h + 15min},
      {"a whole day", kApia, local(2011y / December / 30, 9h), sys_days{2011y / December / 30} + 19h},
  };
  for (const auto& one : cases)
    EXPECT_EQ(to_time(one.zone, one.local), one.time) << one.what;
  EXPECT_EQ(to_local(kVienna, to_time(kVienna, local(2026y / March / 29, 2h + 30min))),
            local(2026y / March / 29, 3h + 30min));
  EXPECT_EQ(date_at(kApia, to_time(kApia, local(2011y / December / 30, 9h))), 2011y / December / 31);
}

TEST(LocalTime, ThatComesTwiceIsTheFirst) {
  const LocalCase cases[] = {
      {"before them", kVienna, local(2026y / October / 25, 2h - 1ms), sys_days{2026y / October / 25} - 1ms},
      {"their begin", kVienna, local(2026y / October / 25, 2h), sys_days{2026y / October / 25}},
      {"the last", kVienna, local(2026y / October / 25, 3h - 1ms), sys_days{2026y / October / 25} + 1h - 1ms},
      {"after them", kVienna, local(2026y / October / 25, 3h), sys_days{2026y / October / 25} + 2h},
      {"half an hour", kLordHowe, local(2026y / April / 5, 1h + 40min), sys_days{2026y / April / 4} + 14h + 40min},
      {"until midnight", kSaoPaulo, local(2019y / February / 16, 23h + 30min), sys_days{2019y / February / 17} + 90min},
      {"past midnight", kStJohns, local(2010y / November / 7, 0h), sys_days{2010y / November / 7} + 2h + 30min},
  };
  for (const auto& one : cases)
    EXPECT_EQ(to_time(one.zone, one.local), one.time) << one.what;
}

// Every ten minutes of the days around each change, and back.
TEST(LocalTime, LeadsBackToTheTimeOrTheFirstOfTwo) {
  std::size_t second_ones = 0;
  for (const auto& place : kPlaces) {
    for (Time time = sys_days{place.change} - 72h; time < sys_days{place.change} + 72h; time += 10min) {
      const auto back = to_time(*place.zone, to_local(*place.zone, time));
      ASSERT_LE(back, time) << place.name;
      ASSERT_EQ(to_local(*place.zone, back), to_local(*place.zone, time)) << place.name;
      if (back != time) ++second_ones;
    }
  }
  // Six each for the hours of Vienna, Sao Paulo and St. John's, three for Lord Howe.
  EXPECT_EQ(second_ones, 6U + 6 + 6 + 3);
}

TEST(LocalTime, NeverHasATimeThatIsEarlierWhenItIsLaterButAfterAGap) {
  for (const auto& place : kPlaces) {
    const auto from = local_days{place.change} - 72h;
    for (LocalTime local = from; local < from + 144h; local += 10min) {
      const auto time = to_time(*place.zone, local);
      const bool in_gap = to_local(*place.zone, time) != local;
      if (!in_gap) ASSERT_LT(time, to_time(*place.zone, local + 10min)) << place.name;
    }
  }
}

TEST(Date, IsOfThePlace) {
  const Time late = sys_days{2026y / July / 1} + 22h + 30min;
  EXPECT_EQ(date_at(kVienna, late), 2026y / July / 2);
  EXPECT_EQ(date_at(kVienna, late - 31min), 2026y / July / 1);
  EXPECT_EQ(date_at({}, late), 2026y / July / 1);
}

}  // namespace
}  // namespace parlor::hours::testing
