#include "wire/http/response_writer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <utility>

namespace parlor::wire::http {

namespace {

constexpr std::array<std::pair<unsigned, std::string_view>, 34> kReasons{{
    {100, "Continue"},
    {101, "Switching Protocols"},
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {206, "Partial Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {426, "Upgrade Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {505, "HTTP Version Not Supported"},
}};

void append_number(std::string& out, std::uint64_t number, int base = 10) {
  std::array<char, 20> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, base).ptr;
  out.append(digits.data(), end);
}

// The attacker's move is a value with a line end in it, which would let them write headers of their own.
void append_safely(std::string& out, std::string_view value) {
  const std::size_t start = out.size();
  out.append(value);
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  std::replace_if(out.begin() + static_cast<std::ptrdiff_t>(start), out.end(), is_control, ' ');
}

void append_field(std::string& out, std::string_view name, std::string_view value) {
  append_safely(out, name);
  out.append(": ");
  append_safely(out, value);
  out.append("\r\n");
}

void append_fields(std::string& out, const Headers& headers) {
  for (const Header& field : headers)
    append_field(out, field.name, field.value);
}

void append_start(std::string& out, const ResponseHeadToSend& head) {
  out.append("HTTP/1.1 ");
  append_number(out, head.status);
  out.push_back(' ');
  out.append(reason_phrase(head.status));
  out.append("\r\n");
  if (!head.date.empty()) append_field(out, "Date", head.date);
  append_fields(out, head.headers);
}

void append_connection(std::string& out, const ReplyTo& to) {
  if (!to.keep_alive) append_field(out, "Connection", "close");
  if (to.keep_alive && to.version == 10) append_field(out, "Connection", "keep-alive");
}

bool has_no_body(unsigned status) {
  return status < 200 || status == 204 || status == 304;
}

}  // namespace

std::string_view reason_phrase(unsigned status) {
  const auto found = std::ranges::find(kReasons, status, &std::pair<unsigned, std::string_view>::first);
  return found == kReasons.end() ? std::string_view{} : found->second;
}

void append_response(std::string& out, const ResponseHeadToSend& head, std::string_view body) {
  append_start(out, head);
  append_connection(out, head.to);
  if (!has_no_body(head.status)) {
    out.append("Content-Length: ");
    append_number(out, body.size());
    out.append("\r\n");
  }
  out.append("\r\n");
  if (!has_no_body(head.status) && !head.to.head) out.append(body);
}

void append_stream_head(std::string& out, const ResponseHeadToSend& head) {
  append_start(out, head);
  const bool chunked = head.to.version >= 11;
  append_connection(out, {.keep_alive = head.to.keep_alive && chunked, .version = head.to.version});
  if (chunked) append_field(out, "Transfer-Encoding", "chunked");
  out.append("\r\n");
}

void append_chunk(std::string& out, std::string_view bytes) {
  if (bytes.empty()) return;
  append_number(out, bytes.size(), 16);
  out.append("\r\n");
  out.append(bytes);
  out.append("\r\n");
}

void append_last_chunk(std::string& out) {
  out.append("0\r\n\r\n");
}

void append_request(std::string& out, const RequestToSend& request) {
  append_safely(out, request.method);
  out.push_back(' ');
  append_safely(out, request.target);
  out.append(" HTTP/1.1\r\n");
  append_fields(out, request.headers);
  if (!request.body.empty() || request.method == "POST") {
    out.append("Content-Length: ");
    append_number(out, request.body.size());
    out.append("\r\n");
  }
  out.append("\r\n");
  out.append(request.body);
}

std::string imf_fixdate(std::int64_t unix_seconds) {
  constexpr std::array<std::string_view, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::chrono::sys_seconds time{std::chrono::seconds(unix_seconds)};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(time - day);
  const auto two = [](auto number) {
    const auto value = static_cast<unsigned>(number);
    return std::string{static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
  };
  std::string out(kDays.at(std::chrono::weekday(day).c_encoding()));
  out.append(", ").append(two(static_cast<unsigned>(date.day()))).append(" ");
  out.append(kMonths.at(static_cast<unsigned>(date.month()) - 1)).append(" ");
  out.append(std::to_string(static_cast<int>(date.year()))).append(" ");
  out.append(two(clock.hours().count())).append(":").append(two(clock.minutes().count()));
  return out.append(":").append(two(clock.seconds().count())).append(" GMT");
}

}  // namespace parlor::wire::http
