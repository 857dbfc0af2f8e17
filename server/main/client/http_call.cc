#include "main/client/http_call.h"

#include <vector>

#include "main/client/connecting.h"
#include "wire/http/parser.h"

namespace parlor::client {
namespace {

namespace http = wire::http;

constexpr std::uint64_t kAnswerBytesMax = 16 * 1024 * 1024;

std::string request_text(const ServerAddress& server, const HttpCall& call) {
  std::string text(http::to_text(call.method));
  text.append(" ").append(call.target).append(" HTTP/1.1\r\nHost: ").append(server.authority);
  text.append("\r\nConnection: close\r\n");
  for (const auto& header : call.headers)
    text.append(header.name).append(": ").append(header.value).append("\r\n");
  if (!call.body.empty()) text.append("Content-Length: ").append(std::to_string(call.body.size())).append("\r\n");
  return text.append("\r\n").append(call.body);
}

}  // namespace

runtime::Task<Result<http::Response>> http_call(Loop& loop, ServerAddress server, HttpCall call) {
  auto connected = co_await connect_to(loop, server);
  if (!connected) co_return std::unexpected(connected.error());
  auto& stream = **connected;
  const bool sent = co_await send_all(stream, request_text(server, call));
  if (!sent) co_return fail("cannot send the request");
  http::ResponseParser parser({.body_bytes_max = kAnswerBytesMax});
  std::vector<char> buffer(16 * 1024);
  for (;;) {
    const bool alive = co_await readable(stream);
    const auto [count, read] = alive ? stream.read_some(buffer) : edge::Transferred{0, edge::StreamState::ended};
    if (read == edge::StreamState::again) continue;
    if (read == edge::StreamState::ended) {
      const auto state = parser.finish();
      if (state == http::ParseState::Complete) co_return parser.take();
      co_return fail("the server ended the connection without an answer");
    }
    std::string_view bytes(buffer.data(), count);
    http::Progress progress;
    do {
      progress = parser.feed(bytes);
      bytes.remove_prefix(progress.consumed);
    } while (progress.state == http::ParseState::HeadersDone);
    if (progress.state == http::ParseState::Complete) co_return parser.take();
    if (progress.state == http::ParseState::Error) co_return fail("the answer is not HTTP");
  }
}

}  // namespace parlor::client
