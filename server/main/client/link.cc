#include "main/client/link.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/write.hpp>

#include "wire/http/parser.h"
#include "wire/ws/handshake.h"

namespace parlor::client {
namespace {

namespace asio = runtime::asio;
namespace http = wire::http;
namespace ws = wire::ws;

constexpr auto kAwait = asio::as_tuple(runtime::use_task);
constexpr std::uint32_t kMessageBytesMax = 256 * 1024;
constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::string base64_of_16(const wire::Uuid& bytes) {
  std::string text;
  std::uint32_t bits = 0;
  int held = 0;
  for (const auto byte : bytes.bytes) {
    bits = (bits << 8U) | byte;
    for (held += 8; held >= 6; held -= 6)
      text.push_back(kAlphabet[(bits >> static_cast<unsigned>(held - 6)) & 63U]);
  }
  text.push_back(kAlphabet[(bits << static_cast<unsigned>(6 - held)) & 63U]);
  return text.append("==");
}

ws::UpgradeRequest upgrade_to(const ServerAddress& server, std::string_view key, const Credentials& credentials) {
  ws::UpgradeRequest request{.host = server.authority,
                             .target = "/realtime",
                             .key = key,
                             .options = {.subprotocol = "parlor.v1", .deflate = false}};
  if (!credentials.cookie.empty()) {
    request.headers.add("Cookie", credentials.cookie);
    request.headers.add("Origin", server.origin());
  }
  return request;
}

}  // namespace

runtime::Task<Result<void>> Link::open(ServerAddress server, Credentials credentials) {
  auto early = co_await upgrade(std::move(server), std::move(credentials));
  if (!early) co_return std::unexpected(early.error());
  early_ = std::move(*early);
  socket_.non_blocking(true);
  decoder_ = ws::Decoder({.role = ws::Role::Client, .deflate = false, .message_bytes_max = kMessageBytesMax});
  co_return Result<void>{};
}

// Answers with the bytes that came after the server's head.
runtime::Task<Result<std::string>> Link::upgrade(ServerAddress server, Credentials credentials) {
  auto [unreachable] = co_await socket_.async_connect(server.endpoint, kAwait);
  if (unreachable) co_return fail("cannot connect: " + unreachable.message());
  socket_.set_option(asio::ip::tcp::no_delay(true));
  const std::string key = base64_of_16(loop_.new_id());
  const auto request = upgrade_to(server, key, credentials);
  const std::string text = ws::upgrade_request(request);
  auto [unsent, sent] = co_await asio::async_write(socket_, asio::buffer(text), kAwait);
  if (unsent) co_return fail("cannot send: " + unsent.message());
  http::ResponseParser parser;
  for (;;) {
    auto [unread] = co_await socket_.async_wait(Socket::wait_read, kAwait);
    boost::system::error_code error = unread;
    const auto buffer = loop_.read_buffer();
    const auto count = error ? 0 : socket_.read_some(asio::buffer(buffer.data(), buffer.size()), error);
    if (error) co_return fail("no answer to the upgrade: " + error.message());
    std::string_view bytes(buffer.data(), count);
    http::Progress progress;
    do {
      progress = parser.feed(bytes);
      bytes.remove_prefix(progress.consumed);
    } while (progress.state == http::ParseState::HeadersDone);
    if (progress.state == http::ParseState::NeedMore) continue;
    if (progress.state == http::ParseState::Error) co_return fail("the answer to the upgrade is not HTTP");
    const auto response = parser.take();
    const auto agreed = ws::check_upgrade_response(response, request);
    if (!agreed) co_return fail("no upgrade: status " + std::to_string(response.status));
    co_return std::string(bytes);
  }
}

runtime::Task<LinkEnd> Link::read(std::function<void(std::string_view)> on_text) {
  const auto self = shared_from_this();
  std::string early = std::exchange(early_, {});
  Step step = take(early, on_text);
  while (step == Step::more) {
    auto [error] = co_await socket_.async_wait(Socket::wait_read, kAwait);
    if (error) break;
    const auto buffer = loop_.read_buffer();
    boost::system::error_code unread;
    const auto count = socket_.read_some(asio::buffer(buffer.data(), buffer.size()), unread);
    if (unread == asio::error::would_block) continue;
    if (unread) break;
    step = take(buffer.first(count), on_text);
  }
  drop();
  co_return std::move(end_);
}

Link::Step Link::take(std::span<char> bytes, const std::function<void(std::string_view)>& on_text) {
  for (;;) {
    const ws::Event event = decoder_.next(bytes);
    if (event.kind == ws::EventKind::NeedMore) return Step::more;
    if (take_event(event, on_text) == Step::ended) return Step::ended;
  }
}

Link::Step Link::take_event(const ws::Event& event, const std::function<void(std::string_view)>& on_text) {
  switch (event.kind) {
    case ws::EventKind::Text:
      on_text(event.payload);
      return Step::more;
    case ws::EventKind::Ping:
      append(ws::Opcode::Pong, event.payload);
      return Step::more;
    case ws::EventKind::Pong:
      return Step::more;
    case ws::EventKind::Close:
      end_ = {event.code, std::string(event.payload)};
      append(ws::Opcode::Close, ws::close_payload(event.code, {}));
      flush();
      return Step::ended;
    default:
      end_ = {0, "the server's frames cannot be read"};
      return Step::ended;
  }
}

void Link::append(ws::Opcode opcode, std::string_view payload) {
  ws::append_frame(out_, {.opcode = opcode, .payload = payload, .mask = loop_.new_mask()});
  flush_soon();
}

// What is sent in one turn of the loop leaves in one write.
void Link::flush_soon() {
  if (std::exchange(flushing_, true)) return;
  asio::post(loop_.executor(), [self = shared_from_this()] { self->flush(); });
}

void Link::flush() {
  boost::system::error_code error;
  const auto count = socket_.is_open() ? socket_.write_some(asio::buffer(out_), error) : out_.size();
  if (error == asio::error::would_block) return wait_writable();
  if (error) {
    out_.clear();
  } else {
    out_.erase(0, count);
  }
  if (!out_.empty()) return wait_writable();
  flushing_ = false;
  if (out_.capacity() > 4096) out_.shrink_to_fit();
}

void Link::wait_writable() {
  flushing_ = true;
  socket_.async_wait(Socket::wait_write,
                     [self = shared_from_this()](const boost::system::error_code&) { self->flush(); });
}

void Link::close() {
  append(ws::Opcode::Close, ws::close_payload(ws::kCloseNormal, {}));
}

void Link::drop() {
  boost::system::error_code ignored;
  socket_.close(ignored);
}

}  // namespace parlor::client
