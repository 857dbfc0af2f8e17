// Tally: what really happened in a world, counted where it happened and not where it was asked for.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace parlor::sim {

enum class Count : std::uint8_t {
  steps,
  crashes,
  appends_cut_unstored,
  appends_cut_stored,
  store_failures,
  unknown_outcomes,
  seq_conflicts,
  repeated_calls,
  commits,
  acknowledged,
  resends,
  connections_cut,
  frames_lost,
  failovers,
  transport_changes,
  resumes,
  publications_lost,
  publications_doubled,
  publications_overtaken,
  gaps,
  doubles_dropped,
  snapshots_compared,
  tabs_opened,
  tabs_killed,
  polls_repeated,
  conversations,
  messages,
  nights,
  offers_answered,
  agents_vanished,
  chats_given_back,
  visitors_gone,
  chats_of_the_gone,
};
inline constexpr std::size_t kCounts = static_cast<std::size_t>(Count::chats_of_the_gone) + 1;

std::string_view to_string(Count what);

class Tally {
 public:
  void add(Count what, std::uint64_t times = 1) { counts_[static_cast<std::size_t>(what)] += times; }
  std::uint64_t operator[](Count what) const { return counts_[static_cast<std::size_t>(what)]; }
  void add(const Tally& other) {
    for (std::size_t i = 0; i < kCounts; ++i)
      counts_[i] += other.counts_[i];
  }

 private:
  std::array<std::uint64_t, kCounts> counts_{};
};

}  // namespace parlor::sim
