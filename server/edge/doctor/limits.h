// Limits of the connection doctor's probes. Plain constants.
#pragma once

#include <chrono>
#include <cstddef>

namespace parlor::limits {

// Longer than any heartbeat takes to come.
inline constexpr auto kProbeTime = std::chrono::seconds(40);
inline constexpr std::size_t kProbesReservedMax = 32;
inline constexpr std::size_t kProbeArrivalsMax = 8;
inline constexpr auto kProbeReservedTime = std::chrono::minutes(5);
inline constexpr std::size_t kArrivalTextBytesMax = 300;

}  // namespace parlor::limits
