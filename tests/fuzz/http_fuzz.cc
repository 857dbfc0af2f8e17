// Fuzzes the HTTP request and response parsers: however the bytes are cut, the messages and the verdict are the same,
// and no accepted head leaves room for a second reading. The first byte chooses the cuts.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "wire/http/parser.h"

namespace {

using parlor::wire::http::Header;
using parlor::wire::http::Headers;
using parlor::wire::http::ParseLimits;
using parlor::wire::http::ParseState;
using parlor::wire::http::Progress;
using parlor::wire::http::Request;
using parlor::wire::http::RequestParser;
using parlor::wire::http::Response;
using parlor::wire::http::ResponseParser;

constexpr ParseLimits kLimits{.head_bytes_max = 512, .header_count_max = 8, .body_bytes_max = 256};

void require(bool holds) {
  if (!holds) std::abort();
}

void note(std::string& trace, const Headers& headers, const std::string& body) {
  for (const Header& field : headers) {
    require(field.value.find_first_of("\r\n") == std::string::npos);
    trace.append(field.name).append("\x01").append(field.value).append("\x02");
  }
  require(headers.count("Content-Length") + headers.count("Transfer-Encoding") <= 1);
  require(headers.size() <= kLimits.header_count_max && body.size() <= kLimits.body_bytes_max);
  trace.append(body).append("\x03");
}

void note(std::string& trace, const Request& request) {
  require(request.version == 10 || request.headers.count("Host") == 1);
  for (const std::string& segment : request.target.segments) {
    require(segment != ".." && segment.find('/') == std::string::npos);
  }
  trace.append(request.target.path).append("?").append(request.target.query).append("\x01");
  note(trace, request.headers, request.body);
}

void note(std::string& trace, const Response& response) {
  trace.append(std::to_string(response.status));
  note(trace, response.headers, response.body);
}

template <class Parser>
bool feed(Parser& parser, std::string_view bytes, std::string& trace) {
  for (;;) {
    const Progress progress = parser.feed(bytes);
    require(progress.consumed <= bytes.size());
    bytes.remove_prefix(progress.consumed);
    if (progress.state == ParseState::Complete) note(trace, parser.take());
    if (progress.state == ParseState::Error) {
      trace.append(parser.fault().reason);
      return false;
    }
    if (progress.state == ParseState::NeedMore) {
      require(bytes.empty());
      return true;
    }
    // A response without a body leaves the parser complete with nothing fed: stop when nothing is left.
    if (bytes.empty() && progress.state == ParseState::Complete) return true;
  }
}

template <class Parser>
void compare(const std::string& bytes, std::uint32_t cuts) {
  Parser whole_parser(kLimits);
  std::string whole;
  feed(whole_parser, bytes, whole);
  Parser parser(kLimits);
  std::string pieces;
  bool goes_on = true;
  for (std::size_t at = 0; at < bytes.size() && goes_on;) {
    cuts = cuts * 1664525U + 1013904223U;
    const std::size_t size = 1 + (cuts >> 24U) % 23;
    goes_on = feed(parser, std::string(bytes, at, size), pieces);
    at += size;
  }
  require(whole == pieces);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes(data + 1, data + size);
  compare<RequestParser>(bytes, data[0]);
  compare<ResponseParser>(bytes, data[0]);
  return 0;
}
