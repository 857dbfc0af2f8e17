// Chance: all the luck of one day, from its seed. The same seed gives the same day on every machine.
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>

#include "base/time.h"

namespace parlor::bench {

inline Millis scaled(Millis time, double by) {
  return Millis(static_cast<std::int64_t>(static_cast<double>(time.count()) * by));
}

// Of so many days, one after another.
struct Seeds {
  std::uint64_t first = 1;
  std::size_t count = 2;

  template <class Visit>
  void for_each(Visit visit) const {
    for (std::size_t i = 0; i < count; ++i)
      visit(first + i);
  }
};

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed * 0x9e3779b97f4a7c15U + 0x2545f4914f6cdd1dU) {}

  // SplitMix64.
  std::uint64_t next() {
    auto mixed = (state_ += 0x9e3779b97f4a7c15U);
    mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
    return mixed ^ (mixed >> 31U);
  }
  std::size_t below(std::size_t end) { return next() % end; }
  // Above 0 and below 1.
  double part() { return (static_cast<double>(next() >> 11U) + 0.5) / 9'007'199'254'740'992.0; }
  bool happens(double probability) { return part() < probability; }
  Millis exponential(Millis mean) { return scaled(mean, -std::log(part())); }
  Millis log_normal(Millis median, double sigma) {
    const auto normal = std::sqrt(-2 * std::log(part())) * std::cos(2 * std::numbers::pi * part());
    return scaled(median, std::exp(sigma * normal));
  }

 private:
  std::uint64_t state_;
};

}  // namespace parlor::bench
