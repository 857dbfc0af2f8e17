// Counters: what one worker's edge has done. Written by its worker alone, read by whoever asks for /metrics.
#pragma once

#include <array>

#include "base/figures.h"

namespace parlor::edge {

struct Counters {
  // Present now.
  Count connections;
  Count websocket_sessions;
  Count http_sessions;
  Count event_streams;
  // Since the start.
  Count accepted;
  Count bytes_in;
  Count bytes_out;
  Count requests;
  // By the first digit of the status.
  std::array<Count, 6> responses;
  Count frames_in;
  Count frames_out;
  Count slow_consumers;
  Count refused_sockets;
};

}  // namespace parlor::edge
