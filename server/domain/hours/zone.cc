#include "domain/hours/zone.h"

#include <algorithm>

namespace parlor::hours {
namespace {

// More than any place ever was ahead of UTC.
constexpr auto kOffsetMax = std::chrono::hours(26);

// The transition that is in force.
std::size_t place_of(const Zone& zone, Time time) {
  const auto next = std::ranges::upper_bound(zone.transitions, time, {}, &Transition::from);
  const auto place = next - zone.transitions.begin();
  return place == 0 ? 0 : static_cast<std::size_t>(place - 1);
}

Time at_offset(LocalTime local, std::chrono::seconds offset) {
  return Time{local.time_since_epoch()} - offset;
}

}  // namespace

std::chrono::seconds offset_at(const Zone& zone, Time time) {
  return zone.transitions.empty() ? std::chrono::seconds(0) : zone.transitions[place_of(zone, time)].offset;
}

LocalTime to_local(const Zone& zone, Time time) {
  return LocalTime{time.time_since_epoch()} + offset_at(zone, time);
}

Time to_time(const Zone& zone, LocalTime local) {
  const auto& all = zone.transitions;
  if (all.empty()) return at_offset(local, std::chrono::seconds(0));
  // No earlier offset can be meant. The first one under which the time comes before the next change is the answer: it
  // is also the earlier of two, and in a gap, where the time is after the change by the offset before it and before
  // the change by the offset after it, the one before counts.
  auto place = place_of(zone, at_offset(local, kOffsetMax));
  for (; place + 1 < all.size(); ++place) {
    const auto change = all[place + 1].from;
    const auto before = at_offset(local, all[place].offset);
    if (before < change || at_offset(local, all[place + 1].offset) < change) return before;
  }
  return at_offset(local, all[place].offset);
}

Date date_at(const Zone& zone, Time time) {
  return Date{std::chrono::floor<std::chrono::days>(to_local(zone, time))};
}

}  // namespace parlor::hours
