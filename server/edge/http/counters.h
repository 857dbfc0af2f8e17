// Counters: what one worker's edge has done. Written by its worker alone, read by whoever asks for /metrics.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>

namespace parlor::edge {

class Count {
 public:
  // By the one writer.
  void add(std::uint64_t more = 1) {
    value_.store(value_.load(std::memory_order_relaxed) + more, std::memory_order_relaxed);
  }
  void sub(std::uint64_t less = 1) {
    value_.store(value_.load(std::memory_order_relaxed) - less, std::memory_order_relaxed);
  }
  std::uint64_t read() const { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::uint64_t> value_{0};
};

struct Counters {
  // Present now.
  Count connections;
  Count websocket_sessions;
  Count http_sessions;
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
