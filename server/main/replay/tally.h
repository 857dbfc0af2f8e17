// Tally: what a replay counts. A plain value of the replay's one thread. Holds figures only, nothing that anyone said.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace parlor::replay {

struct Tally {
  std::size_t conversations = 0;
  std::size_t turns = 0;
  std::size_t delivered = 0;
  std::size_t lost = 0;
  std::size_t doubled = 0;
  std::size_t reordered = 0;
  std::size_t transcript_mismatches = 0;
  std::map<std::string, std::size_t> failures;  // conversations that could not be held, by why
  std::vector<double> latencies_ms;
  std::chrono::duration<double> took{};

  [[nodiscard]] bool all_right() const;
};

// The share of sorted values that is at most the answer.
double percentile(const std::vector<double>& sorted, double share);

std::string report(Tally tally);

}  // namespace parlor::replay
