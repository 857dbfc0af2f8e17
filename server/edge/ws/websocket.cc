#include "edge/ws/websocket.h"

#include "base/limits.h"
#include "edge/limits.h"
#include "wire/ws/deflate.h"
#include "wire/ws/encoder.h"

namespace parlor::edge {
namespace {

constexpr std::uint16_t kCloseUnsupported = 1003;

Chunk compressed(std::string_view json) {
  std::string payload;
  wire::ws::deflate_message(json, payload);
  std::string bytes;
  wire::ws::append_frame(bytes, {.payload = payload, .compressed = true});
  return chunk_of(std::move(bytes));
}

// A frame goes to many sockets of this worker one after another: compressed once for all of them.
Chunk compressed_once(const SharedFrame& frame) {
  struct Last {
    std::weak_ptr<const Frame> frame;
    Chunk chunk;
  };
  thread_local Last last;
  if (last.frame.lock() != frame) last = {frame, compressed(frame->json())};
  return last.chunk;
}

}  // namespace

WebSocket::WebSocket(Connection& connection, Caller caller, wire::ws::Deflation deflate)
    : connection_(connection), decoder_({.deflate = deflate.agreed}), deflate_(deflate) {
  auto& services = connection.edge().services;
  const auto id = services.node.ids.make<SessionId>();
  session_ = std::make_shared<Session>(services, Opening{std::move(caller), id, wire::Transport::kWebsocket}, *this);
  connection.edge().counters.websocket_sessions.add();
}

WebSocket::~WebSocket() {
  gone();
}

void WebSocket::begin() {
  session_->open();
}

void WebSocket::receive(std::span<char> bytes) {
  while (true) {
    const auto event = decoder_.next(bytes);
    if (event.kind == wire::ws::EventKind::NeedMore) return;
    if (closing_ && event.kind != wire::ws::EventKind::Close) continue;
    take(event);
    if (event.kind == wire::ws::EventKind::Close || event.kind == wire::ws::EventKind::Error) return;
  }
}

void WebSocket::take(const wire::ws::Event& event) {
  using enum wire::ws::EventKind;
  switch (event.kind) {
    case Text:
      return take_text(event.payload);
    case Binary:
      return leave(kCloseUnsupported, "only text frames are spoken here");
    case Ping: {
      std::string pong;
      wire::ws::append_pong(pong, event.payload);
      write(chunk_of(std::move(pong)));
      return session_->touch();
    }
    case Pong:
      return session_->touch();
    case Close:
      return leave(event.code == wire::ws::kCloseNoCode ? wire::ws::kCloseNormal : event.code, {});
    case Error:
      return take_fault(event);
    case NeedMore:
      return;
  }
}

void WebSocket::take_text(std::string_view text) {
  connection_.edge().counters.frames_in.add();
  const auto session = session_;
  session->receive(text, [this, weak = connection_.weak_from_this()](std::string answered) {
    // The connection owns this socket.
    if (const auto alive = weak.lock(); alive && !answered.empty()) answer(std::move(answered));
  });
}

void WebSocket::take_fault(const wire::ws::Event& event) {
  if (event.code == wire::ws::kCloseTooLarge) return session_->close(wire::Closing::kTooLarge);
  leave(event.code, event.payload);
}

void WebSocket::answer(std::string text) {
  if (closing_) return;
  connection_.edge().counters.frames_out.add();
  if (compresses(text.size())) return write(compressed(text));
  std::string bytes;
  wire::ws::append_text(bytes, text);
  write(chunk_of(std::move(bytes)));
}

void WebSocket::send(const SharedFrame& frame) {
  if (closing_) return;
  connection_.edge().counters.frames_out.add();
  if (compresses(frame->json().size())) return write(compressed_once(frame));
  write({frame, frame->websocket()});
}

bool WebSocket::compresses(std::size_t bytes) const {
  return bytes > limits::kCompressFromBytes && deflate_.fits(bytes);
}

void WebSocket::write(Chunk chunk) {
  connection_.send(std::move(chunk));
  if (connection_.unsent_bytes() <= limits::kOutboxBytesMax || !session_ || session_->is_closed()) return;
  connection_.edge().counters.slow_consumers.add();
  session_->close(wire::Closing::kSlowConsumer);
}

void WebSocket::end(wire::Closing why) {
  if (std::exchange(closing_, true)) return;
  const auto& code = wire::close_code(why);
  std::string bytes;
  wire::ws::append_close(bytes, code.code, code.reason);
  connection_.send(chunk_of(std::move(bytes)));
  connection_.finish();
  let_go();
}

void WebSocket::leave(std::uint16_t code, std::string_view reason) {
  if (!std::exchange(closing_, true)) {
    std::string bytes;
    wire::ws::append_close(bytes, code, reason);
    connection_.send(chunk_of(std::move(bytes)));
    connection_.finish();
  }
  if (session_) session_->gone();
  let_go();
}

void WebSocket::gone() {
  closing_ = true;
  if (session_) session_->gone();
  let_go();
}

// Not at once: it may be the session that is speaking to us.
void WebSocket::let_go() {
  if (!session_) return;
  auto& edge = connection_.edge();
  edge.counters.websocket_sessions.sub();
  edge.services.worker.post([session = std::move(session_)] {});
}

void WebSocket::tick(Time now) {
  if (const auto session = session_) session->tick(now);
}

void WebSocket::shut_down(Millis after) {
  if (const auto session = session_) session->close(wire::Closing::kShuttingDown, after);
}

}  // namespace parlor::edge
