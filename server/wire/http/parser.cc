#include "wire/http/parser.h"

#include <utility>

#include "wire/http/body.h"
#include "wire/http/head.h"

namespace parlor::wire::http {

namespace {

HeadLimits head_limits(const ParseLimits& limits) {
  return {.bytes_max = limits.head_bytes_max, .count_max = limits.header_count_max};
}

constexpr Fault kBodyTooLarge{.status = 413, .reason = "body too large"};

}  // namespace

struct RequestParser::Partial {
  HeadCollector head;
  bool headers_done = false;
  std::uint64_t bytes_taken = 0;
  Request request;
  BodyReader body;
};

RequestParser::RequestParser(ParseLimits limits) : limits_(limits) {}
RequestParser::~RequestParser() = default;
RequestParser::RequestParser(RequestParser&&) noexcept = default;
RequestParser& RequestParser::operator=(RequestParser&&) noexcept = default;

Progress RequestParser::feed(std::string_view bytes) {
  if (fault_.status != 0) return {.consumed = 0, .state = ParseState::Error};
  if (!partial_ && bytes.empty()) return {};
  if (!partial_) partial_ = std::make_unique<Partial>();
  const Progress progress = parse(bytes);
  if (partial_) partial_->bytes_taken += progress.consumed;
  return progress;
}

Progress RequestParser::parse(std::string_view bytes) {
  Partial& partial = *partial_;
  std::string_view rest = bytes;
  const auto consumed = [&] { return bytes.size() - rest.size(); };

  if (!partial.headers_done) {
    const auto early = partial.head.feed(rest, head_limits(limits_));
    if (early) return fail(*early, consumed());
    if (!partial.head.complete()) return {.consumed = consumed(), .state = ParseState::NeedMore};
    auto head = parse_request_head(partial.head.text(), head_limits(limits_));
    if (!head) return fail(head.error(), consumed());
    partial.head = {};
    partial.headers_done = true;
    partial.request = std::move(head->request);
    partial.body = BodyReader(head->framing, head->length);
    partial.body.limit(limits_.body_bytes_max);
    return {.consumed = consumed(), .state = ParseState::HeadersDone};
  }
  if (partial.body.declared_too_large()) return fail(kBodyTooLarge, 0);
  const auto fault = partial.body.feed(rest, partial.request.body);
  if (fault) return fail(*fault, consumed());
  const bool complete = partial.body.complete();
  return {.consumed = consumed(), .state = complete ? ParseState::Complete : ParseState::NeedMore};
}

Progress RequestParser::fail(Fault fault, std::size_t consumed) {
  fault_ = fault;
  partial_.reset();
  return {.consumed = consumed, .state = ParseState::Error};
}

void RequestParser::limit_body(std::uint64_t bytes_max) {
  if (partial_) partial_->body.limit(bytes_max);
}

bool RequestParser::declares_too_much() const {
  return partial_ && partial_->body.declared_too_large();
}

std::uint64_t RequestParser::bytes_taken() const {
  return partial_ ? partial_->bytes_taken : 0;
}

const Request& RequestParser::request() const {
  return partial_->request;
}

Request RequestParser::take() {
  Request request = std::move(partial_->request);
  partial_.reset();
  return request;
}

struct ResponseParser::Partial {
  HeadCollector head;
  bool headers_done = false;
  Response response;
  BodyReader body;
};

ResponseParser::ResponseParser(ParseLimits limits) : limits_(limits) {}
ResponseParser::~ResponseParser() = default;
ResponseParser::ResponseParser(ResponseParser&&) noexcept = default;
ResponseParser& ResponseParser::operator=(ResponseParser&&) noexcept = default;

Progress ResponseParser::feed(std::string_view bytes) {
  if (fault_.status != 0) return {.consumed = 0, .state = ParseState::Error};
  if (!partial_) partial_ = std::make_unique<Partial>();
  Partial& partial = *partial_;
  std::string_view rest = bytes;
  const auto consumed = [&] { return bytes.size() - rest.size(); };

  while (!partial.headers_done) {
    const auto early = partial.head.feed(rest, head_limits(limits_));
    if (early) return fail(*early, consumed());
    if (!partial.head.complete()) return {.consumed = consumed(), .state = ParseState::NeedMore};
    auto head = parse_response_head(partial.head.text(), head_limits(limits_), bodyless_);
    if (!head) return fail(head.error(), consumed());
    partial.head = {};
    const unsigned status = head->response.status;
    if (status < 200 && status != 101) continue;
    partial.headers_done = true;
    partial.response = std::move(head->response);
    partial.body = BodyReader(head->framing, head->length);
    partial.body.limit(limits_.body_bytes_max);
    return {.consumed = consumed(), .state = ParseState::HeadersDone};
  }
  if (partial.body.declared_too_large()) return fail(kBodyTooLarge, 0);
  const auto fault = partial.body.feed(rest, partial.response.body);
  if (fault) return fail(*fault, consumed());
  const bool complete = partial.body.complete();
  return {.consumed = consumed(), .state = complete ? ParseState::Complete : ParseState::NeedMore};
}

Progress ResponseParser::fail(Fault fault, std::size_t consumed) {
  fault_ = fault;
  partial_.reset();
  return {.consumed = consumed, .state = ParseState::Error};
}

ParseState ResponseParser::finish() {
  if (partial_ && partial_->headers_done && partial_->body.finish()) return ParseState::Complete;
  return fail({.status = 400, .reason = "connection closed inside a response"}, 0).state;
}

const Response& ResponseParser::response() const {
  return partial_->response;
}

std::string ResponseParser::take_body_so_far() {
  return partial_ ? std::exchange(partial_->response.body, {}) : std::string{};
}

Response ResponseParser::take() {
  Response response = std::move(partial_->response);
  partial_.reset();
  bodyless_ = false;
  return response;
}

}  // namespace parlor::wire::http
