#include "edge/ws/echo.h"

#include "edge/limits.h"
#include "wire/ws/deflate.h"
#include "wire/ws/encoder.h"

namespace parlor::edge {

using wire::ws::EventKind;

EchoSocket::EchoSocket(Connection& connection, wire::ws::Deflation deflate)
    : connection_(connection),
      decoder_({.deflate = deflate.agreed, .message_bytes_max = static_cast<std::uint32_t>(limits::kEchoBytesMax)}),
      deflate_(deflate) {}

void EchoSocket::receive(std::span<char> bytes) {
  if (connection_.is_finishing()) return;
  while (true) {
    const auto event = decoder_.next(bytes);
    if (event.kind == EventKind::NeedMore || !take(event)) return;
  }
}

bool EchoSocket::take(const wire::ws::Event& event) {
  switch (event.kind) {
    case EventKind::Text:
      echo(wire::ws::Opcode::Text, event.payload);
      return true;
    case EventKind::Binary:
      echo(wire::ws::Opcode::Binary, event.payload);
      return true;
    case EventKind::Ping: {
      std::string pong;
      wire::ws::append_pong(pong, event.payload);
      connection_.send(chunk_of(std::move(pong)));
      return true;
    }
    case EventKind::Close:
      close(event.code);
      return false;
    case EventKind::Error:
      close(event.code);
      return false;
    default:
      return true;
  }
}

void EchoSocket::echo(wire::ws::Opcode opcode, std::string_view payload) {
  const bool compresses = deflate_.fits(payload.size());
  std::string compressed;
  if (compresses) wire::ws::deflate_message(payload, compressed);
  std::string bytes;
  wire::ws::append_frame(bytes,
                         {.opcode = opcode, .payload = compresses ? compressed : payload, .compressed = compresses});
  connection_.send(chunk_of(std::move(bytes)));
}

void EchoSocket::close(std::uint16_t code) {
  std::string bytes;
  wire::ws::append_close(bytes, code, {});
  connection_.send(chunk_of(std::move(bytes)));
  connection_.finish();
}

void EchoSocket::shut_down(Millis) {
  close(wire::ws::kCloseGoingAway);
}

}  // namespace parlor::edge
