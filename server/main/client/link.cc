#include "main/client/link.h"

#include <boost/asio/post.hpp>

#include "wire/http/parser.h"
#include "wire/ws/handshake.h"

namespace parlor::client {
namespace {

namespace asio = runtime::asio;
namespace http = wire::http;
namespace ws = wire::ws;

constexpr edge::Transferred kEnded = {0, edge::StreamState::ended};
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
  decoder_ = ws::Decoder({.role = ws::Role::Client, .deflate = false, .message_bytes_max = kMessageBytesMax});
  co_return Result<void>{};
}

// Answers with the bytes that came after the server's head.
runtime::Task<Result<std::string>> Link::upgrade(ServerAddress server, Credentials credentials) {
  auto connected = co_await connect_to(loop_, server);
  if (!connected) co_return std::unexpected(connected.error());
  stream_ = std::move(*connected);
  const std::string key = base64_of_16(loop_.new_id());
  const auto request = upgrade_to(server, key, credentials);
  const bool sent = co_await send_all(*stream_, ws::upgrade_request(request));
  if (!sent) co_return fail("cannot send the upgrade");
  http::ResponseParser parser;
  for (;;) {
    const bool alive = co_await readable(*stream_);
    const auto buffer = loop_.read_buffer();
    const auto [count, read] = alive ? stream_->read_some(buffer) : kEnded;
    if (read == edge::StreamState::again) continue;
    if (read == edge::StreamState::ended) co_return fail("no answer to the upgrade");
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
    const bool alive = co_await readable(*stream_);
    const auto buffer = loop_.read_buffer();
    const auto [count, state] = alive ? stream_->read_some(buffer) : kEnded;
    if (state == edge::StreamState::ended) break;
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
  std::size_t written = 0;
  auto outcome = stream_ ? edge::Transferred() : kEnded;
  while (written < out_.size() && outcome.state == edge::StreamState::ok) {
    const iovec rest{out_.data() + written, out_.size() - written};
    outcome = stream_->write_some(std::span(&rest, 1));
    written += outcome.bytes;
  }
  out_.erase(0, outcome.state == edge::StreamState::ended ? out_.size() : written);
  if (!out_.empty()) return wait_writable();
  flushing_ = false;
  if (out_.capacity() > 4096) out_.shrink_to_fit();
}

void Link::wait_writable() {
  flushing_ = true;
  stream_->when_writable([self = shared_from_this()](bool) { self->flush(); });
}

void Link::close() {
  append(ws::Opcode::Close, ws::close_payload(ws::kCloseNormal, {}));
}

void Link::drop() {
  if (stream_) stream_->close();
}

}  // namespace parlor::client
