// The text of /metrics in Prometheus' format. Pure.
#pragma once

#include <array>
#include <string>

#include "edge/http/counters.h"

namespace parlor::edge {

// The counters of all workers together.
struct Totals {
  void add(const Counters& counters);

  std::uint64_t connections = 0;
  std::uint64_t websocket_sessions = 0;
  std::uint64_t http_sessions = 0;
  std::uint64_t accepted = 0;
  std::uint64_t bytes_in = 0;
  std::uint64_t bytes_out = 0;
  std::uint64_t requests = 0;
  std::array<std::uint64_t, 6> responses{};
  std::uint64_t frames_in = 0;
  std::uint64_t frames_out = 0;
  std::uint64_t slow_consumers = 0;
  std::uint64_t refused_sockets = 0;
  std::uint64_t resident_bytes = 0;
};

std::string metrics_text(const Totals& totals);

}  // namespace parlor::edge
