#include "wire/http/sse.h"

#include <cstddef>

namespace parlor::wire::http {

namespace {

// Each line end of `text` (CR, LF or CRLF) begins a new line with the same field name.
void append_lines(std::string& out, std::string_view field, std::string_view text) {
  for (;;) {
    const std::size_t end = text.find_first_of("\r\n");
    out.append(field).append(text.substr(0, end)).push_back('\n');
    if (end == std::string_view::npos) return;
    text.remove_prefix(text.substr(end).starts_with("\r\n") ? end + 2 : end + 1);
  }
}

}  // namespace

void append_event(std::string& out, std::uint64_t id, std::string_view data) {
  out.append("id: ").append(std::to_string(id)).push_back('\n');
  append_lines(out, "data: ", data);
  out.push_back('\n');
}

void append_comment(std::string& out, std::string_view comment) {
  append_lines(out, ": ", comment);
  out.push_back('\n');
}

}  // namespace parlor::wire::http
