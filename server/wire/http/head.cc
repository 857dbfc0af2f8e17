#include "wire/http/head.h"

#include <algorithm>
#include <limits>

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>

#include "wire/http/head_rules.h"

namespace parlor::wire::http {

namespace {

namespace beast = boost::beast::http;

// Beast reads the whole head at once; its own limits stand aside because ours were applied to the raw bytes.
template <bool isRequest>
bool parse_by_beast(beast::parser<isRequest, beast::empty_body>& parser, std::string_view head) {
  parser.header_limit(std::numeric_limits<std::uint32_t>::max());
  parser.body_limit(boost::none);
  boost::system::error_code error;
  parser.put(boost::asio::buffer(head.data(), head.size()), error);
  return !error && parser.is_header_done();
}

template <class Fields>
Headers take_headers(const Fields& fields) {
  Headers headers;
  for (const auto& field : fields) {
    const auto name = field.name_string();
    const auto value = field.value();
    headers.add(std::string(name.data(), name.size()), std::string(value.data(), value.size()));
  }
  return headers;
}

Method method_of(beast::verb verb) {
  switch (verb) {
    case beast::verb::get:
      return Method::Get;
    case beast::verb::head:
      return Method::Head;
    case beast::verb::post:
      return Method::Post;
    case beast::verb::put:
      return Method::Put;
    case beast::verb::patch:
      return Method::Patch;
    case beast::verb::delete_:
      return Method::Delete;
    case beast::verb::options:
      return Method::Options;
    default:
      return Method::Other;
  }
}

std::unexpected<Fault> refuse(std::string_view reason) {
  return std::unexpected(Fault{.status = 400, .reason = reason});
}

}  // namespace

std::optional<Fault> HeadCollector::feed(std::string_view& bytes, const HeadLimits& limits) {
  while (!bytes.empty() && !complete_) {
    const std::size_t room = limits.bytes_max - text_.size();
    const std::size_t line_end = bytes.substr(0, room).find('\n');
    const bool whole = line_end != std::string_view::npos;
    const std::size_t size = whole ? line_end + 1 : std::min(room, bytes.size());
    const std::string_view piece = bytes.substr(0, size);
    bytes.remove_prefix(size);
    text_.append(piece);
    if (whole) {
      if (const auto fault = take_line(text_)) return fault;
    }
    if (complete_ || text_.size() < limits.bytes_max) continue;
    const bool in_first_line = !text_.contains('\n');
    return in_first_line ? Fault{.status = 414, .reason = "request line too long"}
                         : Fault{.status = 431, .reason = "headers too large"};
  }
  return std::nullopt;
}

// Looks at the line that `text` now ends in.
std::optional<Fault> HeadCollector::take_line(std::string_view text) {
  if (!text.ends_with("\r\n")) return Fault{.status = 400, .reason = "line ends without a carriage return"};
  if (text.size() == 2) {
    // Some clients send a stray line end after a body; one is forgiven (RFC 9112 section 2.2).
    if (skipped_empty_line_) return Fault{.status = 400, .reason = "request line is empty"};
    skipped_empty_line_ = true;
    text_.clear();
    return std::nullopt;
  }
  complete_ = text.ends_with("\r\n\r\n");
  return std::nullopt;
}

std::expected<RequestHead, Fault> parse_request_head(std::string_view head, const HeadLimits& limits) {
  if (const auto fault = check_request_lines(head, limits)) return std::unexpected(*fault);
  beast::request_parser<beast::empty_body> parser;
  if (!parse_by_beast<true>(parser, head)) return refuse("request is malformed");
  const auto& message = parser.get();
  RequestHead out;
  Request& request = out.request;
  request.version = message.version();
  request.headers = take_headers(message.base());
  const auto framing = find_framing(request.headers, request.version);
  if (!framing) return std::unexpected(framing.error());
  if (const auto fault = check_host(request.headers, request.version)) return std::unexpected(*fault);
  const auto expectation = find_expectation(request.headers, request.version);
  if (!expectation) return std::unexpected(expectation.error());
  const auto target = message.target();
  auto parsed_target = parse_target(std::string_view(target.data(), target.size()));
  if (!parsed_target) return refuse("request target is malformed");
  request.method = method_of(message.method());
  if (parsed_target->path == "*" && request.method != Method::Options) return refuse("request target is malformed");
  request.target = std::move(*parsed_target);
  request.keep_alive = keeps_alive(request.headers, request.version);
  request.expects_continue = *expectation && framing->framing != Framing::None;
  out.framing = framing->framing;
  out.length = framing->length;
  return out;
}

std::expected<ResponseHead, Fault> parse_response_head(std::string_view head, const HeadLimits& limits, bool bodyless) {
  if (const auto fault = check_response_lines(head, limits)) return std::unexpected(*fault);
  beast::response_parser<beast::empty_body> parser;
  if (!parse_by_beast<false>(parser, head)) return refuse("response is malformed");
  const auto& message = parser.get();
  ResponseHead out;
  out.response.status = message.result_int();
  out.response.headers = take_headers(message.base());
  const auto framing = find_framing(out.response.headers, message.version());
  if (!framing) return std::unexpected(framing.error());
  out.response.keep_alive = keeps_alive(out.response.headers, message.version());
  const unsigned status = out.response.status;
  if (bodyless || status < 200 || status == 204 || status == 304) return out;
  out.framing = framing->framing;
  out.length = framing->length;
  const bool counted_nothing = out.response.headers.count("Content-Length") != 0;
  if (framing->framing == Framing::None && !counted_nothing) out.framing = Framing::UntilClose;
  if (out.framing == Framing::UntilClose) out.response.keep_alive = false;
  return out;
}

}  // namespace parlor::wire::http
