// Encodes server-sent events (the HTML standard's text/event-stream).
// Pure functions, safe on any thread.
// Never lets data end an event early: every line of it gets its own "data:" line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace parlor::wire::http {

inline constexpr std::string_view kEventStreamType = "text/event-stream";

// One event with its number and its data.
void append_event(std::string& out, std::uint64_t id, std::string_view data);
// A line that readers ignore: keeps the connection awake.
void append_comment(std::string& out, std::string_view comment);

}  // namespace parlor::wire::http
