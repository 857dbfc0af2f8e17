// The rules that a head must keep before and after it is parsed. Pure functions, used by head.cc alone.
// Never includes Beast.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string_view>

#include "wire/http/head.h"

namespace parlor::wire::http {

// The raw lines: start line, CRLF discipline, field names, number of fields.
std::optional<Fault> check_request_lines(std::string_view head, const HeadLimits& limits);
std::optional<Fault> check_response_lines(std::string_view head, const HeadLimits& limits);

struct BodyFraming {
  Framing framing = Framing::None;
  std::uint64_t length = 0;
};

// Content-Length and Transfer-Encoding, of which a message may have one, once. None when it has neither.
std::expected<BodyFraming, Fault> find_framing(const Headers& headers, unsigned version);

std::optional<Fault> check_host(const Headers& headers, unsigned version);
std::expected<bool, Fault> find_expectation(const Headers& headers, unsigned version);
bool keeps_alive(const Headers& headers, unsigned version);

}  // namespace parlor::wire::http
