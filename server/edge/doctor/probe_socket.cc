#include "edge/doctor/probe_socket.h"

#include "base/limits.h"
#include "edge/doctor/limits.h"
#include "wire/json/writer.h"
#include "wire/ws/encoder.h"

namespace parlor::edge {

using wire::ws::EventKind;

ProbeSocket::ProbeSocket(Connection& connection, const wire::DoctorArrival& arrival)
    : connection_(connection),
      decoder_({}),
      greeting_(wire::encode_text(arrival)),
      since_(connection.edge().services.node.clock.steady()) {}

void ProbeSocket::begin() {
  say(greeting_);
}

void ProbeSocket::receive(std::span<char> bytes) {
  if (connection_.is_finishing()) return;
  while (true) {
    const auto event = decoder_.next(bytes);
    if (event.kind == EventKind::NeedMore || !take(event)) return;
  }
}

bool ProbeSocket::take(const wire::ws::Event& event) {
  switch (event.kind) {
    case EventKind::Ping: {
      std::string pong;
      wire::ws::append_pong(pong, event.payload);
      connection_.send(chunk_of(std::move(pong)));
      return true;
    }
    case EventKind::Close:
    case EventKind::Error:
      close(event.code);
      return false;
    default:
      return true;
  }
}

void ProbeSocket::tick(Time now) {
  if (now - since_ >= limits::kProbeTime) return close(wire::ws::kCloseNormal);
  if (beaten_ || now - since_ < limits::kVisitorHeartbeat) return;
  beaten_ = true;
  say(R"({"jsonrpc":"2.0","method":"heartbeat","params":{}})");
}

void ProbeSocket::shut_down(Millis) {
  close(wire::ws::kCloseGoingAway);
}

void ProbeSocket::say(std::string_view text) {
  std::string bytes;
  wire::ws::append_text(bytes, text);
  connection_.send(chunk_of(std::move(bytes)));
}

void ProbeSocket::close(std::uint16_t code) {
  std::string bytes;
  wire::ws::append_close(bytes, code, {});
  connection_.send(chunk_of(std::move(bytes)));
  connection_.finish();
}

}  // namespace parlor::edge
