// What must be so of all hours: random weeks, holidays and exceptions, around each change of the clocks. A failure
// prints its seed.
#include <random>

#include "domain/hours/hours_test_kit.h"
#include "domain/hours/slots.h"

namespace parlor::hours::testing {
namespace {

constexpr std::uint64_t kCases = 400;

struct Case {
  explicit Case(std::uint64_t seed) : random(seed), place(kPlaces[seed % kPlaces.size()]) {
    for (unsigned weekday = 0; weekday < 7; ++weekday) {
      for (const auto& span : spans())
        hours.week.push_back({std::chrono::weekday{weekday}, span});
    }
    if (below(2) == 0) hours.holidays.push_back({day(), "Holiday", spans()});
    if (below(2) == 0) hours.exceptions.push_back({day(), spans()});
  }

  unsigned below(unsigned bound) { return std::uniform_int_distribution<unsigned>(0, bound - 1)(random); }
  // Within three days of the change.
  Time moment() { return sys_days{place.change} - 72h + std::chrono::minutes(below(6 * 24 * 60)); }
  Date day() { return Date{local_days{place.change} - std::chrono::days(2) + std::chrono::days(below(5))}; }

  // None, one or two, of quarters of an hour, not over midnight twice.
  std::vector<Span> spans() {
    std::vector<Span> spans;
    if (below(4) == 0) return spans;
    const auto noon = std::chrono::minutes(15) * below(48);
    spans.push_back({noon, noon + std::chrono::minutes(15) * (1 + below(20))});
    const auto evening = spans.back().to + std::chrono::minutes(15) * below(10);
    if (below(2) == 0 && evening < 24h) spans.push_back({evening, std::chrono::minutes(15) * below(4)});
    if (spans.back().from == spans.back().to) spans.pop_back();
    return spans;
  }

  std::mt19937_64 random;
  Place place;
  Hours hours;
};

// What the hours say of a local minute, read as people read them, without times.
bool says_open(const Hours& hours, LocalTime local) {
  const auto today = std::chrono::floor<std::chrono::days>(local);
  const auto written = [&](local_days day) {
    for (const auto& exception : hours.exceptions)
      if (exception.date == Date{day}) return exception.spans;
    for (const auto& holiday : hours.holidays)
      if (holiday.date == Date{day}) return holiday.spans;
    std::vector<Span> spans;
    for (const auto& weekly : hours.week)
      if (weekly.weekday == std::chrono::weekday{day}) spans.push_back(weekly.span);
    return spans;
  };
  const auto minute = local - today;
  const auto over_midnight = [](const Span& span) { return span.to < span.from; };
  return std::ranges::any_of(
             written(today),
             [&](const Span& span) { return minute >= span.from && (over_midnight(span) || minute < span.to); }) ||
         std::ranges::any_of(written(today - std::chrono::days(1)),
                             [&](const Span& span) { return over_midnight(span) && minute < span.to; });
}

bool is_near_a_change(const Zone& zone, Time time, Millis distance) {
  return offset_at(zone, time - distance) != offset_at(zone, time + distance);
}

TEST(Property, AwayFromChangesItIsOpenWhenTheClockOnTheWallSaysSo) {
  std::size_t asked = 0;
  std::size_t open = 0;
  for (std::uint64_t seed = 1; seed <= kCases; ++seed) {
    Case one(seed);
    for (int i = 0; i < 40; ++i) {
      const auto time = one.moment();
      if (is_near_a_change(*one.place.zone, time, 26h)) continue;
      ++asked;
      const bool expected = says_open(one.hours, to_local(*one.place.zone, time));
      if (expected) ++open;
      ASSERT_EQ(is_open(one.hours, *one.place.zone, time), expected) << one.place.name << ", seed " << seed;
    }
  }
  EXPECT_GT(asked, kCases * 20);
  EXPECT_GT(open, asked / 10);
  EXPECT_LT(open, asked * 9 / 10);
}

// Every quarter of an hour, and a millisecond before it.
TEST(Property, AllFourAgree) {
  for (std::uint64_t seed = 1; seed <= kCases / 8; ++seed) {
    Case one(seed);
    const auto& zone = *one.place.zone;
    const Time from = sys_days{one.place.change} - 48h;
    const Time to = from + 96h;
    const auto spans = open_spans(one.hours, zone, from, to);
    for (Time time = from; time < to; time += 15min) {
      for (const Time moment : {time, time + 15min - 1ms}) {
        const auto around = std::ranges::find_if(spans, [&](const Period& span) { return moment < span.to; });
        const bool open = around != spans.end() && around->from <= moment;
        ASSERT_EQ(is_open(one.hours, zone, moment), open) << one.place.name << ", seed " << seed;
        const auto opens = next_open(one.hours, zone, moment);
        const auto closes = next_close(one.hours, zone, moment);
        if (!open) ASSERT_EQ(closes, std::nullopt) << one.place.name << ", seed " << seed;
        if (open) ASSERT_EQ(opens, moment) << one.place.name << ", seed " << seed;
        if (open && around->to < to) ASSERT_EQ(closes, around->to) << one.place.name << ", seed " << seed;
        if (!open && around != spans.end()) ASSERT_EQ(opens, around->from) << one.place.name << ", seed " << seed;
      }
    }
  }
}

TEST(Property, OpenSpansAreApartAndInOrder) {
  for (std::uint64_t seed = 1; seed <= kCases; ++seed) {
    Case one(seed);
    const Time from = one.moment();
    const auto spans = open_spans(one.hours, *one.place.zone, from, from + 96h);
    Time before = from - 1ms;
    for (const auto& span : spans) {
      ASSERT_GT(span.from, before) << one.place.name << ", seed " << seed;
      ASSERT_LT(span.from, span.to) << one.place.name << ", seed " << seed;
      before = span.to;
    }
    ASSERT_LE(before, from + 96h) << one.place.name << ", seed " << seed;
  }
}

TEST(Property, SlotsLieInOpenSpansAndDoNotDependOnWhenOneAsks) {
  for (std::uint64_t seed = 1; seed <= kCases; ++seed) {
    Case one(seed);
    const auto& zone = *one.place.zone;
    const Millis length = std::chrono::minutes(15 * (1 + one.below(4)));
    const Time from = one.moment();
    const auto all = slots(one.hours, zone, {from, length, 40});
    for (std::size_t i = 0; i < all.size(); ++i) {
      ASSERT_EQ(all[i].to - all[i].from, length) << one.place.name << ", seed " << seed;
      ASSERT_GE(all[i].from, i == 0 ? from : all[i - 1].to) << one.place.name << ", seed " << seed;
      const auto around = open_spans(one.hours, zone, all[i].from, all[i].to);
      ASSERT_EQ(around, std::vector<Period>{all[i]}) << one.place.name << ", seed " << seed;
    }
    if (all.size() < 20) continue;
    const auto later = slots(one.hours, zone, {all[10].from - 1ms, length, 30});
    ASSERT_EQ(later, std::vector<Period>(all.begin() + 10, all.end())) << one.place.name << ", seed " << seed;
  }
}

}  // namespace
}  // namespace parlor::hours::testing
