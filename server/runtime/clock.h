// Clock: the steady clock by which all timers of the server wait, and the one place where a simulation takes time into
// its own hands: driven, it shows what it was told, and timers wait for that. Any thread reads; only a simulation,
// which has one thread, drives.
#pragma once

#include <atomic>
#include <chrono>

#include <boost/asio/basic_waitable_timer.hpp>

#include "runtime/task.h"

namespace parlor::runtime {

class Clock {
 public:
  using duration = std::chrono::steady_clock::duration;
  using rep = duration::rep;
  using period = duration::period;
  using time_point = std::chrono::time_point<Clock>;
  static constexpr bool is_steady = true;

  static time_point now() {
    const auto driven = driven_.load(std::memory_order_relaxed);
    if (driven == kFree) return time_point(std::chrono::steady_clock::now().time_since_epoch());
    return time_point(duration(driven));
  }
  static bool is_driven() { return driven_.load(std::memory_order_relaxed) != kFree; }

  static void drive(duration since_epoch) { driven_.store(since_epoch.count(), std::memory_order_relaxed); }
  static void release() { driven_.store(kFree, std::memory_order_relaxed); }

 private:
  static constexpr rep kFree = -1;
  static inline std::atomic<rep> driven_ = kFree;
};

// How long the operating system waits for a timer: while the clock is driven not at all, so that each poll of an
// io_context looks at the driven time.
struct ClockWait {
  static Clock::duration to_wait_duration(const Clock::duration& wait) {
    return Clock::is_driven() ? Clock::duration::zero() : wait;
  }
  static Clock::duration to_wait_duration(const Clock::time_point& until) {
    return to_wait_duration(until - Clock::now());
  }
};

using Timer = asio::basic_waitable_timer<Clock, ClockWait, Executor>;

}  // namespace parlor::runtime
