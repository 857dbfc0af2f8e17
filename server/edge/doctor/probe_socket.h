// ProbeSocket: a WebSocket that says how its handshake arrived, then only beats as a visitor's session would, so that a
// client sees whether a quiet one lives. Belongs to its connection. Never holds a session and never listens.
#pragma once

#include "edge/http/connection.h"
#include "edge/http/protocol.h"
#include "wire/generated/rest.h"
#include "wire/ws/decoder.h"

namespace parlor::edge {

class ProbeSocket final : public Protocol {
 public:
  ProbeSocket(Connection& connection, const wire::DoctorArrival& arrival);

  void begin() override;
  void receive(std::span<char> bytes) override;
  void gone() override {}
  void tick(Time now) override;
  void shut_down(Millis after) override;

 private:
  // False once it has said goodbye.
  bool take(const wire::ws::Event& event);
  void say(std::string_view text);
  void close(std::uint16_t code);

  Connection& connection_;
  wire::ws::Decoder decoder_;
  std::string greeting_;
  Time since_;
  bool beaten_ = false;
};

}  // namespace parlor::edge
