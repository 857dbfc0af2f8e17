// Times as they travel: RFC 3339 in UTC with milliseconds; inside, milliseconds since the Unix epoch.
// Pure functions, free on any thread; they never ask a clock.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parlor::wire {

inline constexpr std::size_t kTimeChars = 24;  // 2026-01-31T08:15:00.000Z

// Accepts any offset and any number of fraction digits; what is finer than a millisecond is cut off.
std::optional<std::int64_t> parse_time(std::string_view text);

// Years 0000 to 9999; a time beyond them is written as the nearest one within.
std::string format_time(std::int64_t milliseconds);
void write_time(std::int64_t milliseconds, char* out);  // exactly kTimeChars

}  // namespace parlor::wire
