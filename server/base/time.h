// Wall-clock time in whole milliseconds since the Unix epoch, as on the wire. Plain values: any thread; reading a clock
// is a port.
#pragma once

#include <chrono>

namespace parlor {

using Millis = std::chrono::milliseconds;
using Time = std::chrono::sys_time<Millis>;

inline std::int64_t to_unix_ms(Time time) {
  return time.time_since_epoch().count();
}
inline Time from_unix_ms(std::int64_t ms) {
  return Time{Millis{ms}};
}

}  // namespace parlor
