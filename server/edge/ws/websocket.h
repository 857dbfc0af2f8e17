// WebSocket: a session over one socket (protocol.md: parlor.v1). One JSON-RPC message or batch in each text frame.
// Belongs to its connection.
//
//     open --- close frame, or a frame that breaks the rules ---> closing ---> gone
//       |                                                           ^
//       +--- Session::close (slow, silent, revoked, shutdown) ------+
#pragma once

#include <memory>
#include <string>

#include "edge/http/connection.h"
#include "edge/http/protocol.h"
#include "edge/session/session.h"
#include "wire/ws/decoder.h"
#include "wire/ws/deflate.h"

namespace parlor::edge {

class WebSocket final : public Protocol, public Sink {
 public:
  WebSocket(Connection& connection, Caller caller, wire::ws::Deflation deflate);
  ~WebSocket() override;

  void begin() override;
  void receive(std::span<char> bytes) override;
  void gone() override;
  void tick(Time now) override;
  void shut_down(Millis after) override;

  void send(const SharedFrame& frame) override;
  void end(wire::Closing why) override;

 private:
  void take(const wire::ws::Event& event);
  void take_text(std::string_view text);
  void take_fault(const wire::ws::Event& event);
  void answer(std::string text);
  // Says goodbye with this code; the session is told that its client is gone.
  void leave(std::uint16_t code, std::string_view reason);
  void write(Chunk chunk);
  bool compresses(std::size_t bytes) const;
  void let_go();

  Connection& connection_;
  wire::ws::Decoder decoder_;
  std::shared_ptr<Session> session_;
  wire::ws::Deflation deflate_;
  bool closing_ = false;
};

}  // namespace parlor::edge
