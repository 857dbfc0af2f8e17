// Controls: what a test and the shim in the server's process share, in one mapped file. The test turns the switches and
// reads the counters at any time; the shim obeys at its next call. Zeroed memory is a world where all is well.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>

namespace parlor::tests {

// What was written to one write-ahead log and not fsynced yet: a power cut, or a failed fsync, takes it.
struct Unsynced {
  static constexpr std::uint32_t kRangesMax = 65'536;
  struct Range {
    std::int64_t offset = 0;
    std::int64_t bytes = 0;
  };
  std::atomic<std::uint32_t> count;
  std::array<Range, kRangesMax> ranges;
};

struct Controls {
  // Errno values; 0: the call does its work.
  std::atomic<int> fsync_error;  // of the next fsync alone, as Linux reports it; what was not fsynced is lost
  std::atomic<int> write_error;  // of every write to a write-ahead log
  // fsync says yes and does nothing: the positive control of the power cut.
  std::atomic<bool> fsync_lies;
  std::atomic<std::int64_t> wall_clock_ahead_ms;
  // Time passes so many times faster, on both clocks; 0 is 1.
  std::atomic<std::int64_t> haste;

  std::atomic<std::uint64_t> fsyncs;
  std::atomic<std::uint64_t> fsyncs_failed;
  std::atomic<std::uint64_t> fsyncs_after_failure;
  std::atomic<std::uint64_t> writes_failed;

  Unsynced messages;  // of parlor.sqlite-wal
  Unsynced keys;      // of keys.sqlite-wal
};

inline constexpr const char* kControlsVariable = "PARLOR_SHIM_CONTROLS";

}  // namespace parlor::tests
