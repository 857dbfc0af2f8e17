#include "wire/http/head_rules.h"

#include <algorithm>

#include "wire/http/syntax.h"

namespace parlor::wire::http {

namespace {

constexpr Fault bad(std::string_view reason) {
  return {.status = 400, .reason = reason};
}

bool is_value_char(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= 0x20 && byte != 0x7F) || c == '\t';
}

// The collector made sure that every LF follows a CR, so a line has no LF inside; a CR inside one is still possible.
std::string_view take_line(std::string_view& rest) {
  const std::size_t end = rest.find("\r\n");
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end + 2);
  return line;
}

std::optional<Fault> check_version(std::string_view version) {
  if (version == "HTTP/1.1" || version == "HTTP/1.0") return std::nullopt;
  const bool shaped = version.size() == 8 && version.starts_with("HTTP/") && is_digit(version[5]) &&
                      version[6] == '.' && is_digit(version[7]);
  return shaped ? Fault{.status = 505, .reason = "HTTP version not supported"} : bad("request line is malformed");
}

std::optional<Fault> check_field(std::string_view line) {
  if (line.starts_with(' ') || line.starts_with('\t')) return bad("header line is folded");
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return bad("header line has no colon");
  if (!is_token(line.substr(0, colon))) return bad("header name is malformed");
  if (!std::ranges::all_of(line.substr(colon + 1), is_value_char)) return bad("header value has control characters");
  return std::nullopt;
}

std::optional<Fault> check_fields(std::string_view rest, std::size_t count_max) {
  std::size_t count = 0;
  for (std::string_view line = take_line(rest); !line.empty(); line = take_line(rest)) {
    if (const auto fault = check_field(line)) return fault;
    if (++count > count_max) return Fault{.status = 431, .reason = "too many headers"};
  }
  return std::nullopt;
}

std::optional<Fault> check_request_line(std::string_view line) {
  const std::size_t first = line.find(' ');
  const std::size_t last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return bad("request line is malformed");
  const std::string_view target = line.substr(first + 1, last - first - 1);
  const bool visible = std::ranges::all_of(target, [](char c) { return c > 0x20 && c < 0x7F; });
  if (!is_token(line.substr(0, first)) || target.empty() || !visible) return bad("request line is malformed");
  return check_version(line.substr(last + 1));
}

// RFC 9112 section 6.3: a body whose last coding is not "chunked", or is so twice, has no end that one could find; with
// another coding below it, it has one, but we do not speak that coding.
std::optional<Fault> check_coding(std::string_view codings) {
  if (equal_ignoring_case(codings, "chunked")) return std::nullopt;
  std::size_t chunked = 0;
  bool last = false;
  while (!codings.empty()) {
    last = equal_ignoring_case(take_until(codings, ','), "chunked");
    chunked += last ? 1 : 0;
  }
  if (!last || chunked != 1) return bad("Transfer-Encoding does not end the body");
  return Fault{.status = 501, .reason = "Transfer-Encoding other than chunked"};
}

}  // namespace

std::optional<Fault> check_request_lines(std::string_view head, const HeadLimits& limits) {
  std::string_view rest = head;
  if (const auto fault = check_request_line(take_line(rest))) return fault;
  return check_fields(rest, limits.count_max);
}

std::optional<Fault> check_response_lines(std::string_view head, const HeadLimits& limits) {
  std::string_view rest = head;
  const std::string_view line = take_line(rest);
  const bool known = line.starts_with("HTTP/1.1 ") || line.starts_with("HTTP/1.0 ");
  if (!known || !std::ranges::all_of(line, is_value_char)) return bad("status line is malformed");
  return check_fields(rest, limits.count_max);
}

// The attacker's move is one request that a proxy ends in one place and we in another; whatever leaves room for that
// is refused, even where the RFC would let us repair it.
std::expected<BodyFraming, Fault> find_framing(const Headers& headers, unsigned version) {
  const std::size_t lengths = headers.count("Content-Length");
  const std::size_t codings = headers.count("Transfer-Encoding");
  if (lengths + codings == 0) return BodyFraming{};
  if (lengths != 0 && codings != 0) return std::unexpected(bad("both Content-Length and Transfer-Encoding"));
  if (lengths > 1) return std::unexpected(bad("more than one Content-Length"));
  if (codings > 1) return std::unexpected(bad("more than one Transfer-Encoding"));
  if (lengths == 1) {
    const auto length = parse_decimal(headers.get("Content-Length"));
    if (!length) return std::unexpected(bad("Content-Length is not a number"));
    return BodyFraming{.framing = *length == 0 ? Framing::None : Framing::Counted, .length = *length};
  }
  if (version < 11) return std::unexpected(bad("Transfer-Encoding in HTTP/1.0"));
  if (const auto fault = check_coding(headers.get("Transfer-Encoding"))) return std::unexpected(*fault);
  return BodyFraming{.framing = Framing::Chunked};
}

std::optional<Fault> check_host(const Headers& headers, unsigned version) {
  const std::size_t hosts = headers.count("Host");
  if (hosts == 0 && version == 10) return std::nullopt;
  if (hosts == 0) return bad("no Host");
  if (hosts > 1) return bad("more than one Host");
  return is_authority(headers.get("Host")) ? std::nullopt : std::optional(bad("Host is malformed"));
}

std::expected<bool, Fault> find_expectation(const Headers& headers, unsigned version) {
  const auto expectation = headers.find("Expect");
  if (!expectation || version == 10) return false;
  if (!equal_ignoring_case(*expectation, "100-continue")) {
    return std::unexpected(Fault{.status = 417, .reason = "expectation not understood"});
  }
  return true;
}

bool keeps_alive(const Headers& headers, unsigned version) {
  if (headers.lists("Connection", "close")) return false;
  return version >= 11 || headers.lists("Connection", "keep-alive");
}

}  // namespace parlor::wire::http
