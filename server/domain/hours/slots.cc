#include "domain/hours/slots.h"

#include <algorithm>

#include "base/limits.h"

namespace parlor::hours {
namespace {

using std::chrono::days;

// The first slot of a span that does not begin before `earliest`.
Time first_slot(const Period& span, Millis length, Time earliest) {
  if (earliest <= span.from) return span.from;
  return span.from + (earliest - span.from + length - Millis(1)) / length * length;
}

}  // namespace

std::vector<Period> slots(const Hours& hours, const Zone& zone, const SlotWish& wish) {
  const auto count = std::min(wish.count, limits::kCallbackSlotsMax);
  std::vector<Period> found;
  if (wish.length <= Millis(0)) return found;
  const Time until = wish.from + limits::kHoursSearchTime;
  const auto last = std::chrono::floor<days>(to_local(zone, until));
  auto earliest = wish.from;
  // From two days before, as in opening.cc.
  for (auto day = std::chrono::floor<days>(to_local(zone, wish.from)) - days(2); day <= last; day += days(1)) {
    for (const auto& span : spans_of_day(hours, zone, day)) {
      auto at = first_slot(span, wish.length, earliest);
      for (; at + wish.length <= std::min(span.to, until) && found.size() < count; at += wish.length) {
        found.push_back({at, at + wish.length});
        earliest = at + wish.length;
      }
    }
    if (found.size() == count) break;
  }
  return found;
}

}  // namespace parlor::hours
