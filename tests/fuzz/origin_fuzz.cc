// Fuzzes the header values that decide about trust: origins, addresses, forwarded headers, targets, cookies.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "wire/http/accept.h"
#include "wire/http/cookies.h"
#include "wire/http/forwarded.h"
#include "wire/http/message.h"
#include "wire/http/origin.h"

namespace {

namespace http = parlor::wire::http;

void require(bool holds) {
  if (!holds) std::abort();
}

// What was understood once must be understood the same way when written out.
void check_origin(std::string_view text) {
  const auto origin = http::parse_origin(text);
  if (origin) require(http::parse_origin(http::to_text(*origin)) == origin);
  const auto typed = http::origin_of_address(text);
  if (typed) require(http::parse_origin(http::to_text(*typed)) == typed);
  const auto address = http::parse_address(text);
  if (address) require(http::parse_address(http::to_text(*address)) == address);
}

void check_headers(const std::string& text) {
  http::Headers headers;
  for (const char* name : {"Forwarded", "X-Forwarded-For", "Cookie", "Accept-Encoding"})
    headers.add(name, text);
  const std::vector<http::Cidr> everyone{http::Cidr::parse("::/0").value()};
  const http::IpAddress peer = http::parse_address("192.0.2.1").value();
  require(http::client_address(peer, headers, {}) == peer);
  http::client_address(peer, headers, everyone);
  http::client_address(peer, headers, everyone, http::ForwardedBy::Forwarded);
  http::find_cookie(headers, "parlor");
  http::accepts_encoding(headers, "br");
  http::query_value(text, "a");
  http::Cidr::parse(text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  check_origin(text);
  check_headers(text);
  const auto target = http::parse_target(text);
  for (const std::string& segment : target ? target->segments : std::vector<std::string>{}) {
    require(segment != ".." && segment.find('/') == std::string::npos && !segment.empty());
  }
  return 0;
}
