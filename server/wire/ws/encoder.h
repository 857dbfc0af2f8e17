// Encodes WebSocket frames by appending them to a string of the caller's (RFC 6455).
// Pure functions, safe on any thread. A frame from a server is the same bytes for every receiver, so it is made once
// and sent to all. A client passes the mask, which the caller draws from a cryptographic source.
// Never fragments and never checks that text is UTF-8: the server writes only text it validated or made.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "wire/ws/frame.h"

namespace parlor::wire::ws {

struct FrameToSend {
  Opcode opcode = Opcode::Text;
  std::string_view payload = {};
  bool fin = true;
  bool compressed = false;                  // the payload was made by deflate_message()
  std::optional<Mask> mask = std::nullopt;  // present exactly when we are the client
};

void append_frame(std::string& out, const FrameToSend& frame);

void append_text(std::string& out, std::string_view text);
void append_ping(std::string& out, std::string_view payload);
void append_pong(std::string& out, std::string_view payload);

// The payload of a close frame; a reason too long for one is cut at a character's edge. kCloseNoCode gives none.
std::string close_payload(std::uint16_t code, std::string_view reason);
void append_close(std::string& out, std::uint16_t code, std::string_view reason);

}  // namespace parlor::wire::ws
