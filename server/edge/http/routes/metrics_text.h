// The text of /metrics in Prometheus' format. Pure.
#pragma once

#include <array>
#include <map>
#include <string>

#include "app/figures.h"
#include "app/ports/store.h"
#include "edge/http/counters.h"

namespace parlor::edge {

// The figures of all workers together.
struct Totals {
  void add(const Counters& counters);
  void add(const app::Figures& figures);

  std::uint64_t connections = 0;
  std::uint64_t websocket_sessions = 0;
  std::uint64_t http_sessions = 0;
  std::uint64_t event_streams = 0;
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

  std::uint64_t events = 0;
  std::uint64_t messages = 0;
  std::uint64_t decided_again = 0;
  // By the word of protocol/errors.json.
  std::map<std::string_view, std::uint64_t> refused;
  std::uint64_t resumed = 0;
  std::uint64_t resumed_anew = 0;
  // None: the store keeps no figures.
  const ports::StoreFigures* store = nullptr;
};

std::string metrics_text(const Totals& totals);

}  // namespace parlor::edge
