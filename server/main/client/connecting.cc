#include "main/client/connecting.h"

#include <boost/asio/as_tuple.hpp>

#include "edge/net/tls_stream.h"

namespace parlor::client {
namespace {

namespace asio = runtime::asio;

constexpr auto kAwait = asio::as_tuple(runtime::use_task);

// `begin` is given a callback and calls it later, once.
template <class Begin>
runtime::Task<bool> await_then(Begin begin) {
  const auto initiate = [](auto handler, Begin begun) {
    begun([handler = std::move(handler)](bool alive) mutable { std::move(handler)(alive); });
  };
  return asio::async_initiate<const asio::use_awaitable_t<runtime::Executor>&, void(bool)>(initiate, runtime::use_task,
                                                                                           std::move(begin));
}

runtime::Task<Result<OwnedStream>> shake_hands(edge::StreamSocket socket, ServerAddress server) {
  auto ssl = server.trust->connect(socket.native_handle(), server.host);
  if (!ssl) co_return fail("cannot prepare TLS: " + edge::ssl_error_text());
  auto stream = std::make_unique<edge::TlsStream>(std::move(socket), std::move(ssl));
  auto shaking = await_then([&stream](edge::Stream::Then then) { stream->shake_hands(std::move(then)); });
  const bool shaken = co_await std::move(shaking);
  if (!shaken) co_return fail("no TLS with the server: " + stream->trouble());
  co_return OwnedStream(std::move(stream));
}

}  // namespace

runtime::Task<Result<OwnedStream>> connect_to(Loop& loop, ServerAddress server) {
  edge::StreamSocket socket(loop.executor());
  auto [unreachable] = co_await socket.async_connect(server.endpoint, kAwait);
  if (unreachable) co_return fail("cannot connect: " + unreachable.message());
  socket.set_option(asio::ip::tcp::no_delay(true));
  socket.native_non_blocking(true);
  if (!server.trust) co_return edge::make_plain_stream(std::move(socket));
  auto secured = co_await shake_hands(std::move(socket), std::move(server));
  co_return secured;
}

runtime::Task<bool> readable(edge::Stream& stream) {
  return await_then([&stream](edge::Stream::Then then) { stream.when_readable(std::move(then)); });
}

runtime::Task<bool> writable(edge::Stream& stream) {
  return await_then([&stream](edge::Stream::Then then) { stream.when_writable(std::move(then)); });
}

runtime::Task<bool> send_all(edge::Stream& stream, std::string text) {
  for (std::size_t sent = 0; sent < text.size();) {
    const iovec rest{text.data() + sent, text.size() - sent};
    const auto [bytes, state] = stream.write_some(std::span(&rest, 1));
    sent += bytes;
    if (state == edge::StreamState::ended) co_return false;
    if (state == edge::StreamState::ok) continue;
    const bool alive = co_await writable(stream);
    if (!alive) co_return false;
  }
  co_return true;
}

}  // namespace parlor::client
