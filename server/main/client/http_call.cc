#include "main/client/http_call.h"

#include <vector>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/write.hpp>

#include "wire/http/parser.h"

namespace parlor::client {
namespace {

namespace asio = runtime::asio;
namespace http = wire::http;

constexpr auto kAwait = asio::as_tuple(runtime::use_task);
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
  asio::basic_stream_socket<asio::ip::tcp, runtime::Executor> socket(loop.executor());
  auto [unreachable] = co_await socket.async_connect(server.endpoint, kAwait);
  if (unreachable) co_return fail("cannot connect: " + unreachable.message());
  const std::string request = request_text(server, call);
  auto [unsent, sent] = co_await asio::async_write(socket, asio::buffer(request), kAwait);
  if (unsent) co_return fail("cannot send: " + unsent.message());
  http::ResponseParser parser({.body_bytes_max = kAnswerBytesMax});
  std::vector<char> buffer(16 * 1024);
  for (;;) {
    auto [ended, count] = co_await socket.async_read_some(asio::buffer(buffer), kAwait);
    if (ended) {
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
