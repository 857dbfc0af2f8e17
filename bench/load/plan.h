// What a run of the load bench is told, and the figures that it finds. Plain values.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "peer.h"

namespace parlor::bench {

struct RunPlan {
  std::string mode;
  std::string server;
  PeerPlan peer;
  std::vector<int> pids;  // of the server, for its memory and processor time
  std::size_t conversations = 500;
  std::size_t window = 8;   // messages in flight in each conversation
  double rate = 0;          // messages a second over all; 0: as fast as they go
  std::size_t clients = 0;  // idle, listening or storming ones, beside those who chat; 0: what the mode usually has
  double warm_up_s = 2;
  double seconds = 10;
  double back_off_s = 0.5;  // clients that were cut off come back at a random moment within it, doubled each time
  std::size_t text_bytes = 120;
};

// Named figures in the order in which they were found.
class Figures {
 public:
  void add(std::string_view name, double value) { numbers_.emplace_back(name, value); }
  // p50, p90, p99 and max.
  void add_percentiles(std::string_view name, std::vector<double> values);
  [[nodiscard]] double get(std::string_view name) const;
  [[nodiscard]] std::string json(const RunPlan& plan) const;

 private:
  std::vector<std::pair<std::string, double>> numbers_;
};

}  // namespace parlor::bench
