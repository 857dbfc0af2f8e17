// What came of a day. Plain values.
#pragma once

#include <cstddef>
#include <vector>

#include "base/time.h"

namespace parlor::bench {

// What somebody was told who found nobody free, and what came.
struct Proof {
  Time at{};
  Millis told{};
  Millis real{};
};

struct Figures {
  std::size_t visitors = 0;
  // Until the first agent took them; of those who gave up, until they did.
  std::vector<Millis> waits;
  // Until somebody had it who could help.
  std::vector<Millis> until_helped;
  std::size_t gave_up = 0;
  // By the first agent.
  std::size_t taken_within_60_s = 0;
  // Agents who found that they could not help.
  std::size_t reassigned = 0;
  // Slots times milliseconds; one at which an offer rings is busy.
  double busy = 0;
  double staffed = 0;
  std::vector<Proof> proofs;

  void add(const Figures& other);
};

double mean_s(const std::vector<Millis>& times);
double percentile_s(std::vector<Millis> times, double part);
double percent(double part, double of);
// The middle of the errors, in hundredths of the real wait.
double median_error(const std::vector<Proof>& proofs);

}  // namespace parlor::bench
