// Hours that open and close where and when clocks change: the rules of domain/hours with the zones of the machine, to
// the millisecond. The changes are written down here, so that neither is compared with itself.
#include "domain/hours/opening.h"

#include <ostream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "zones/machine_zones.h"

namespace parlor::zones::testing {
namespace {

// Months, weekdays and literals.
using namespace std::chrono;
using hours::Hours;
using hours::LocalTime;
using hours::Zone;

struct Change {
  const char* place;
  Time at;
  Millis offset_before;
  Millis offset_after;
};

std::ostream& operator<<(std::ostream& out, const Change& change) {
  return out << change.place << " at " << to_unix_ms(change.at);
}

const std::vector<Change> kForward{
    {"Europe/Vienna", sys_days{2025y / March / 30} + 1h, 1h, 2h},
    {"Europe/London", sys_days{2025y / March / 30} + 1h, 0h, 1h},
    {"America/New_York", sys_days{2025y / March / 9} + 7h, -5h, -4h},
    // Half an hour.
    {"Australia/Lord_Howe", sys_days{2025y / October / 4} + 15h + 30min, 10h + 30min, 11h},
    // At midnight: 4 November 2018 began at 01:00.
    {"America/Sao_Paulo", sys_days{2018y / November / 4} + 3h, -3h, -2h},
    // After Ramadan.
    {"Africa/Casablanca", sys_days{2024y / April / 14} + 2h, 0h, 1h},
    {"Pacific/Apia", sys_days{2020y / September / 26} + 14h, 13h, 14h},
    // There was no 30 December 2011.
    {"Pacific/Apia", sys_days{2011y / December / 30} + 10h, -10h, 14h},
    // Two hours.
    {"Antarctica/Troll", sys_days{2025y / March / 30} + 1h, 0h, 2h},
};

const std::vector<Change> kBack{
    {"Europe/Vienna", sys_days{2025y / October / 26} + 1h, 2h, 1h},
    {"Europe/London", sys_days{2025y / October / 26} + 1h, 1h, 0h},
    {"America/New_York", sys_days{2025y / November / 2} + 6h, -4h, -5h},
    {"Australia/Lord_Howe", sys_days{2025y / April / 5} + 15h, 11h, 10h + 30min},
    // At midnight: 16 February 2019 had its last hour twice.
    {"America/Sao_Paulo", sys_days{2019y / February / 17} + 2h, -2h, -3h},
    // Before Ramadan.
    {"Africa/Casablanca", sys_days{2024y / March / 10} + 2h, 1h, 0h},
    {"Pacific/Apia", sys_days{2021y / April / 3} + 14h, 14h, 13h},
    {"Antarctica/Troll", sys_days{2025y / October / 26} + 1h, 2h, 0h},
};

class AtAChange : public ::testing::TestWithParam<Change> {
 protected:
  LocalTime shown_before() const { return LocalTime{change_.at.time_since_epoch()} + change_.offset_before; }
  LocalTime shown_after() const { return LocalTime{change_.at.time_since_epoch()} + change_.offset_after; }

  void opens_at(const Hours& hours, Time time) const {
    EXPECT_FALSE(is_open(hours, zone_, time - 1ms));
    EXPECT_TRUE(is_open(hours, zone_, time));
    EXPECT_TRUE(is_open(hours, zone_, time + 1ms));
    EXPECT_EQ(next_open(hours, zone_, time - 1ms), time);
  }
  void closes_at(const Hours& hours, Time time) const {
    EXPECT_TRUE(is_open(hours, zone_, time - 1ms));
    EXPECT_FALSE(is_open(hours, zone_, time));
    EXPECT_FALSE(is_open(hours, zone_, time + 1ms));
    EXPECT_EQ(next_close(hours, zone_, time - 1ms), time);
  }

  const Change change_ = GetParam();
  const Zone zone_ = MachineZones().find(change_.place).value_or(Zone{});
};
class Forward : public AtAChange {};
class Back : public AtAChange {};

std::string name_of(const ::testing::TestParamInfo<Change>& change) {
  std::string name(change.param.place);
  std::erase_if(name, [](char letter) { return letter == '/' || letter == '_'; });
  return name.append(std::to_string(to_unix_ms(change.param.at) / 1000));
}
INSTANTIATE_TEST_SUITE_P(Zones, Forward, ::testing::ValuesIn(kForward), name_of);
INSTANTIATE_TEST_SUITE_P(Zones, Back, ::testing::ValuesIn(kBack), name_of);
INSTANTIATE_TEST_SUITE_P(Forward, AtAChange, ::testing::ValuesIn(kForward), name_of);
INSTANTIATE_TEST_SUITE_P(Back, AtAChange, ::testing::ValuesIn(kBack), name_of);

// Each day between two local times, of which only the minutes of the day count.
Hours every_day(LocalTime from, LocalTime to) {
  const auto of_day = [](LocalTime time) { return floor<minutes>(time - floor<days>(time)); };
  Hours hours;
  for (unsigned weekday = 0; weekday < 7; ++weekday)
    hours.week.push_back({std::chrono::weekday{weekday}, {of_day(from), of_day(to)}});
  return hours;
}

TEST_P(AtAChange, ClocksAreSetInThatMillisecond) {
  EXPECT_EQ(to_local(zone_, change_.at - 1ms), shown_before() - 1ms);
  EXPECT_EQ(to_local(zone_, change_.at), shown_after());
  EXPECT_EQ(to_local(zone_, change_.at + 1ms), shown_after() + 1ms);
}

TEST_P(AtAChange, TheDaysAroundItKeepTheirHours) {
  const auto last_evening = floor<days>(shown_before() - 17h) + 17h;
  const auto next_morning = ceil<days>(shown_after() - 9h) + 9h;
  const auto hours = every_day(next_morning, last_evening);
  closes_at(hours, change_.at - (shown_before() - last_evening));
  opens_at(hours, change_.at + (next_morning - shown_after()));
  EXPECT_EQ(next_open(hours, zone_, change_.at), change_.at + (next_morning - shown_after()));
}

TEST_P(Forward, ClosesWithTheLastMinuteBeforeTheGap) {
  closes_at(every_day(shown_before() - 15min, shown_before()), change_.at);
}

TEST_P(Forward, OpensWithTheFirstMinuteAfterTheGap) {
  opens_at(every_day(shown_after(), shown_after() + 15min), change_.at);
}

TEST_P(Back, OpensOnceWhatTheClocksShowTwice) {
  const auto shift = change_.offset_before - change_.offset_after;
  const auto hours = every_day(shown_after(), shown_after() + 15min);
  opens_at(hours, change_.at - shift);
  closes_at(hours, change_.at - shift + 15min);
  for (const auto around : {-1ms, 0ms, 1ms})
    EXPECT_FALSE(is_open(hours, zone_, change_.at + around));
}

TEST_P(Back, StaysOpenWhileTheClocksAreSetBack) {
  const auto shift = change_.offset_before - change_.offset_after;
  const auto hours = every_day(shown_after(), shown_before());
  opens_at(hours, change_.at - shift);
  for (const auto around : {-1ms, 0ms, 1ms})
    EXPECT_TRUE(is_open(hours, zone_, change_.at + around));
  closes_at(hours, change_.at + shift);
}

TEST(WithoutChanges, EveryDayOfTheYearOpensAtTheSameTime) {
  const auto kolkata = MachineZones().find("Asia/Kolkata").value();
  const auto hours = every_day(LocalTime{9h}, LocalTime{17h});
  for (auto day = sys_days{2025y / January / 1}; day < sys_days{2026y / January / 1}; day += days(1)) {
    EXPECT_EQ(next_open(hours, kolkata, day), day + 3h + 30min);
    EXPECT_EQ(next_close(hours, kolkata, day + 5h), day + 11h + 30min);
  }
}

}  // namespace
}  // namespace parlor::zones::testing
