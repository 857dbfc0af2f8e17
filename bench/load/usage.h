// What processes use, read from /proc. Pure but for the reading.
#pragma once

#include <string>
#include <vector>

namespace parlor::bench {

struct Usage {
  double resident_kib = 0;
  double proportional_kib = 0;
  double processor_s = 0;
};

// Of all of them together; one that is gone counts nothing.
Usage usage_of(const std::vector<int>& pids);
// Of this very process.
double own_processor_s();

}  // namespace parlor::bench
