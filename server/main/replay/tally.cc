#include "main/replay/tally.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace parlor::replay {

bool Tally::all_right() const {
  const bool none_wrong = lost + doubled + reordered + transcript_mismatches == 0;
  return none_wrong && failures.empty() && delivered == turns && turns > 0;
}

double percentile(const std::vector<double>& sorted, double share) {
  if (sorted.empty()) return 0;
  const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
  return sorted[std::clamp<std::size_t>(rank, 1, sorted.size()) - 1];
}

std::string report(Tally tally) {
  auto& latencies = tally.latencies_ms;
  std::ranges::sort(latencies);
  const double seconds = tally.took.count();
  std::string text = fmt::format(
      "conversations {}, turns {}, delivered {}, lost {}, doubled {}, reordered {}, transcript mismatches {}\n",
      tally.conversations, tally.turns, tally.delivered, tally.lost, tally.doubled, tally.reordered,
      tally.transcript_mismatches);
  text += fmt::format("duration {:.1f} s, {:.0f} turns/s\n", seconds,
                      seconds > 0 ? static_cast<double>(tally.delivered) / seconds : 0);
  text += fmt::format("latency ms: p50 {:.2f}, p90 {:.2f}, p99 {:.2f}, max {:.2f}\n", percentile(latencies, 0.5),
                      percentile(latencies, 0.9), percentile(latencies, 0.99), percentile(latencies, 1));
  for (const auto& [why, count] : tally.failures)
    text += fmt::format("failed conversations: {} ({})\n", count, why);
  return text + (tally.all_right() ? "all is right\n" : "not all is right\n");
}

}  // namespace parlor::replay
