// What a run of the load bench is told, and what it found. Plain values.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace parlor::bench {

struct LoadPlan {
  std::string server;
  std::size_t conversations = 500;
  std::size_t window = 8;  // messages in flight in each conversation
  double rate = 0;         // messages a second over all; 0: saturated
  double warm_up_s = 2;
  double seconds = 10;
  std::size_t text_bytes = 120;
};

struct LoadFigures {
  std::size_t sent = 0;
  std::size_t acknowledged = 0;
  std::size_t delivered = 0;
  std::size_t lost = 0;
  std::size_t doubled = 0;
  std::size_t reordered = 0;
  std::size_t refused = 0;
  double delivered_per_s = 0;               // while measured
  std::vector<double> acknowledge_ms = {};  // of messages that were due while measured
  std::vector<double> deliver_ms = {};

  [[nodiscard]] bool all_right() const { return lost + doubled + reordered + refused == 0 && delivered > 0; }
};

std::string report(const LoadPlan& plan, LoadFigures figures);

}  // namespace parlor::bench
