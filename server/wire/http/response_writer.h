// Writes HTTP/1.1 responses and requests as bytes appended to a string of the caller's.
// Pure functions, safe on any thread; the date is the caller's.
// Never lets a value break out of its line: a control character in a header value becomes a space.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "wire/http/headers.h"
#include "wire/http/message.h"

namespace parlor::wire::http {

std::string_view reason_phrase(unsigned status);

// How the connection goes on after this response, and whether the request was a HEAD.
struct ReplyTo {
  bool head = false;
  bool keep_alive = true;
  unsigned version = 11;
};

struct ResponseHeadToSend {
  unsigned status = 200;
  const Headers& headers;
  std::string_view date;  // an IMF-fixdate, or empty for none
  ReplyTo to = {};
};

// A whole response. Content-Length, Connection and Date are added; 204 and 304 carry no body. After a HEAD request the
// length is that of the body which is left out.
void append_response(std::string& out, const ResponseHeadToSend& head, std::string_view body);

// A response whose body follows in chunks (to HTTP/1.0: until the connection closes).
void append_stream_head(std::string& out, const ResponseHeadToSend& head);
// An empty chunk would end the body, so nothing is written for one.
void append_chunk(std::string& out, std::string_view bytes);
void append_last_chunk(std::string& out);

inline constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

// A whole request; a body gets its Content-Length. `headers` name the Host.
struct RequestToSend {
  std::string_view method;
  std::string_view target;
  const Headers& headers;
  std::string_view body = {};
};
void append_request(std::string& out, const RequestToSend& request);

// "Sun, 06 Nov 1994 08:49:37 GMT" for seconds since 1970.
std::string imf_fixdate(std::int64_t unix_seconds);

}  // namespace parlor::wire::http
