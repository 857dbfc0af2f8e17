// Slots: the times at which a visitor can ask to be called back. Pure.
#pragma once

#include <cstddef>
#include <vector>

#include "domain/hours/opening.h"

namespace parlor::hours {

struct SlotWish {
  // None begins before.
  Time from{};
  Millis length{};
  // At most limits::kCallbackSlotsMax are given.
  std::size_t count = 0;
};

// Each as long as wished, inside one span, one after another from where the span opens: everybody sees the same slots,
// whenever they ask, so that a booked one can be left out. Fewer, or none, when hours do not open often enough within
// limits::kHoursSearchTime.
std::vector<Period> slots(const Hours& hours, const Zone& zone, const SlotWish& wish);

}  // namespace parlor::hours
