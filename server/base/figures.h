// Figures: counts and distributions for /metrics. Each has one writer at a time (a worker, or whoever holds the owner's
// lock) and is read by anyone without waiting. Never allocates, so that the way of a message may count itself.
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>

namespace parlor {

class Count {
 public:
  // By the one writer.
  void add(std::uint64_t more = 1) {
    value_.store(value_.load(std::memory_order_relaxed) + more, std::memory_order_relaxed);
  }
  void sub(std::uint64_t less = 1) {
    value_.store(value_.load(std::memory_order_relaxed) - less, std::memory_order_relaxed);
  }
  void set(std::uint64_t value) { value_.store(value, std::memory_order_relaxed); }
  std::uint64_t read() const { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::uint64_t> value_{0};
};

// How many values were at most each bound, in whole units (microseconds, items), and all of them together.
template <std::size_t kBounds>
class Distribution {
 public:
  // Rising.
  constexpr explicit Distribution(const std::array<std::uint64_t, kBounds>& bounds) : bounds_(bounds) {}

  void add(std::uint64_t value) {
    const auto place = std::ranges::lower_bound(bounds_, value) - bounds_.begin();
    counts_[static_cast<std::size_t>(place)].add();
    sum_.add(value);
  }

  std::span<const std::uint64_t, kBounds> bounds() const { return bounds_; }
  // Of the values above the bound before and up to this one; the last place holds those above all bounds.
  std::uint64_t count(std::size_t place) const { return counts_[place].read(); }
  std::uint64_t sum() const { return sum_.read(); }

 private:
  std::array<std::uint64_t, kBounds> bounds_;
  std::array<Count, kBounds + 1> counts_;
  Count sum_;
};

}  // namespace parlor
