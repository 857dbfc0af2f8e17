// Incremental parsers of HTTP/1.1 messages: requests for the server, responses for the replay client and the tests.
// Owned by one connection and live on its thread. They are fed borrowed bytes and leave what follows a message with the
// caller, so pipelined requests are read one after another.
// Never know a socket, never keep a view of the caller's bytes, and hold no storage between messages.
//
//   NeedMore --head--> HeadersDone --body--> Complete --take()--> NeedMore (nothing held)
//       |                   |
//       +------> Error <----+   stays so: the connection has to be closed after the answer
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "wire/http/message.h"

namespace parlor::wire::http {

enum class ParseState : std::uint8_t { NeedMore, HeadersDone, Complete, Error };

// How many bytes were taken and where the message stands.
struct Progress {
  std::size_t consumed = 0;
  ParseState state = ParseState::NeedMore;
};

struct ParseLimits {
  std::size_t head_bytes_max = kHeadBytesMax;
  std::size_t header_count_max = kHeaderCountMax;
  std::uint64_t body_bytes_max = kBodyBytesDefaultMax;
};

class RequestParser {
 public:
  explicit RequestParser(ParseLimits limits = {});
  ~RequestParser();
  RequestParser(RequestParser&&) noexcept;
  RequestParser& operator=(RequestParser&&) noexcept;

  // Returns HeadersDone once for every request, with the body still in the caller's bytes: look at request(), set the
  // route's body limit, answer "100 Continue" if expected, then feed on (with nothing, if nothing is left).
  Progress feed(std::string_view bytes);

  // At HeadersDone: how large this request's body may be.
  void limit_body(std::uint64_t bytes_max);
  // From HeadersDone on.
  [[nodiscard]] const Request& request() const;
  // At Complete: the request; the parser is ready for the next one.
  Request take();
  [[nodiscard]] const Fault& fault() const { return fault_; }
  // At HeadersDone: its head alone says that the body is larger than may be.
  [[nodiscard]] bool declares_too_much() const;
  // Part of a request has arrived, and how many bytes of it.
  [[nodiscard]] bool busy() const { return partial_ != nullptr; }
  [[nodiscard]] std::uint64_t bytes_taken() const;

 private:
  struct Partial;
  Progress parse(std::string_view bytes);
  Progress fail(Fault fault, std::size_t consumed);

  ParseLimits limits_;
  std::unique_ptr<Partial> partial_;
  Fault fault_;
};

class ResponseParser {
 public:
  explicit ResponseParser(ParseLimits limits = {});
  ~ResponseParser();
  ResponseParser(ResponseParser&&) noexcept;
  ResponseParser& operator=(ResponseParser&&) noexcept;

  // The next response answers a HEAD request and so has no body.
  void expect_no_body() { bodyless_ = true; }
  // As RequestParser::feed. Interim answers (100 Continue) are passed over; 101 completes and leaves the rest.
  Progress feed(std::string_view bytes);
  // The server closed the connection: Complete if the body was to end so, Error otherwise.
  ParseState finish();
  [[nodiscard]] const Response& response() const;
  // What has come of the body since the last call: reads a stream that does not end.
  std::string take_body_so_far();
  Response take();
  [[nodiscard]] const Fault& fault() const { return fault_; }

 private:
  struct Partial;
  Progress fail(Fault fault, std::size_t consumed);

  ParseLimits limits_;
  std::unique_ptr<Partial> partial_;
  Fault fault_;
  bool bodyless_ = false;
};

}  // namespace parlor::wire::http
