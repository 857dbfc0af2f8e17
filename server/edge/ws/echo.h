// EchoSocket: sends back what it gets. For conformance suites (--test-endpoints); belongs to its connection.
#pragma once

#include "edge/http/connection.h"
#include "edge/http/protocol.h"
#include "wire/ws/decoder.h"
#include "wire/ws/deflate.h"

namespace parlor::edge {

class EchoSocket final : public Protocol {
 public:
  EchoSocket(Connection& connection, wire::ws::Deflation deflate);

  void receive(std::span<char> bytes) override;
  void gone() override {}
  void tick(Time) override {}
  void shut_down(Millis) override;

 private:
  // False once it has said goodbye.
  bool take(const wire::ws::Event& event);
  void echo(wire::ws::Opcode opcode, std::string_view payload);
  void close(std::uint16_t code);

  Connection& connection_;
  wire::ws::Decoder decoder_;
  wire::ws::Deflation deflate_;
};

}  // namespace parlor::edge
