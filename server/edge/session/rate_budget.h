// RateBudget: a token bucket. Pure but for the times it is given.
#pragma once

#include <algorithm>
#include <optional>

#include "base/time.h"

namespace parlor::edge {

class RateBudget {
 public:
  RateBudget(double per_second, double burst) : per_second_(per_second), burst_(burst), left_(burst) {}

  // Takes one; or says how long until there is one.
  std::optional<Millis> take(Time now) {
    const auto passed = std::chrono::duration<double>(std::max(now - at_, Millis{0})).count();
    left_ = at_ == Time{} ? burst_ : std::min(burst_, left_ + passed * per_second_);
    at_ = now;
    if (left_ >= 1) {
      left_ -= 1;
      return std::nullopt;
    }
    return Millis(static_cast<std::int64_t>((1 - left_) / per_second_ * 1000) + 1);
  }

 private:
  double per_second_;
  double burst_;
  double left_;
  Time at_{};
};

}  // namespace parlor::edge
