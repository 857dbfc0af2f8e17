// Chance: all the luck of one simulated world, from its seed. The same seed gives the same world.
#pragma once

#include <cstdint>
#include <vector>

#include "runtime/clock.h"

namespace parlor::sim {

using Span = runtime::Clock::duration;

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed * 0x9e3779b97f4a7c15U + 0x2545f4914f6cdd1dU) {}

  // SplitMix64.
  std::uint64_t next() {
    auto mixed = (state_ += 0x9e3779b97f4a7c15U);
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebU;
    return mixed ^ (mixed >> 31);
  }
  std::uint64_t below(std::uint64_t end) { return next() % end; }
  bool one_in(std::uint64_t times) { return below(times) == 0; }
  bool percent(std::uint64_t part) { return below(100) < part; }
  Span between(Span from, Span to) {
    return from + Span(static_cast<Span::rep>(below(static_cast<std::uint64_t>((to - from).count()) + 1)));
  }
  template <class T>
  T& pick(std::vector<T>& from) {
    return from[below(from.size())];
  }

 private:
  std::uint64_t state_;
};

}  // namespace parlor::sim
