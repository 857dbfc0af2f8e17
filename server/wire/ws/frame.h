// The vocabulary of RFC 6455 framing: opcodes, close codes, the mask.
// Owned by whoever frames bytes; plain values and pure functions, safe on any thread.
// Never touches a socket and never allocates.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace parlor::wire::ws {

enum class Opcode : std::uint8_t { Continuation = 0x0, Text = 0x1, Binary = 0x2, Close = 0x8, Ping = 0x9, Pong = 0xA };

// Which side of the connection this code plays: a server reads masked frames, a client reads bare ones.
enum class Role : std::uint8_t { Server, Client };

inline constexpr std::size_t kControlPayloadBytesMax = 125;
inline constexpr std::size_t kCloseReasonBytesMax = kControlPayloadBytesMax - 2;
inline constexpr std::size_t kFrameHeadBytesMax = 14;
inline constexpr std::size_t kInboundMessageBytesMax = 64 * 1024;

inline constexpr std::uint16_t kCloseNormal = 1000;
inline constexpr std::uint16_t kCloseGoingAway = 1001;
inline constexpr std::uint16_t kCloseProtocolError = 1002;
inline constexpr std::uint16_t kCloseNoCode = 1005;  // never on the wire: "the peer gave no code"
inline constexpr std::uint16_t kCloseBadPayload = 1007;
inline constexpr std::uint16_t kCloseTooLarge = 1009;
inline constexpr std::uint16_t kCloseInternal = 1011;

using Mask = std::array<std::uint8_t, 4>;

constexpr bool is_control(Opcode opcode) {
  return (static_cast<std::uint8_t>(opcode) & 0x8U) != 0;
}

// Whether a peer may send this code in a close frame (RFC 6455 section 7.4 and the IANA registry).
constexpr bool is_sendable_close_code(std::uint16_t code) {
  const bool registered = (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014);
  return registered || (code >= 3000 && code <= 4999);
}

// Masks or unmasks `bytes` in place; `offset` is how many payload bytes of this frame came before them.
void apply_mask(std::span<char> bytes, Mask mask, std::uint64_t offset);

}  // namespace parlor::wire::ws
