// The head of an HTTP/1.1 message: collected, held against the strict grammar, then parsed by Beast.
// Owned by the parser of one message; lives on its thread. This header names no Beast type, and head.cc alone includes
// Beast.
// Never accepts a head that a proxy in front of us might read differently: no bare CR or LF, no folded lines, no space
// before a colon, no second length.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "wire/http/body.h"
#include "wire/http/message.h"

namespace parlor::wire::http {

struct HeadLimits {
  std::size_t bytes_max = kHeadBytesMax;
  std::size_t count_max = kHeaderCountMax;
};

// Collects bytes up to the empty line that ends a head.
class HeadCollector {
 public:
  // Takes bytes off the front of `bytes`; complete() says whether the head's end was among them.
  std::optional<Fault> feed(std::string_view& bytes, const HeadLimits& limits);
  [[nodiscard]] bool complete() const { return complete_; }
  [[nodiscard]] bool empty() const { return text_.empty() && !skipped_empty_line_; }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::optional<Fault> take_line(std::string_view line);

  std::string text_;
  bool complete_ = false;
  bool skipped_empty_line_ = false;
};

struct RequestHead {
  Request request;
  Framing framing = Framing::None;
  std::uint64_t length = 0;
};

struct ResponseHead {
  Response response;
  Framing framing = Framing::None;
  std::uint64_t length = 0;
};

std::expected<RequestHead, Fault> parse_request_head(std::string_view head, const HeadLimits& limits);
// `bodyless`: the response answers a HEAD request.
std::expected<ResponseHead, Fault> parse_response_head(std::string_view head, const HeadLimits& limits, bool bodyless);

}  // namespace parlor::wire::http
