// Incremental decoder of WebSocket frames into messages (RFC 6455, RFC 7692), for either side of a connection.
// Owned by one connection and lives on its thread. It is fed borrowed bytes: a whole message is unmasked and delivered
// where it lies, a partial one is unmasked into storage of its own.
// Never knows a socket, never keeps a view of the caller's bytes, and holds no storage while nothing is incomplete.
//
//            +-----------+ Close frame   +--------+
//   bytes -> | receiving | ------------> |        |
//            |           | Error event   | ended  |  swallows all further bytes
//            +-----------+ ------------> +--------+
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "wire/ws/frame.h"

namespace parlor::wire::ws {

enum class EventKind : std::uint8_t { NeedMore, Text, Binary, Ping, Pong, Close, Error };

// What the peer did. `payload` (a message, a ping's content, a close's reason, or in plain words what was wrong) is
// valid until the next call to next() and as long as the fed bytes stay put. `code` is the peer's close code for Close
// (1005 when it gave none) and the code to close with for Error.
struct Event {
  EventKind kind = EventKind::NeedMore;
  std::uint16_t code = 0;
  std::string_view payload = {};
};

struct DecoderOptions {
  Role role = Role::Server;
  bool deflate = false;                                       // permessage-deflate was agreed on
  std::uint32_t message_bytes_max = kInboundMessageBytesMax;  // after inflation as well as before
};

class Decoder {
 public:
  explicit Decoder(DecoderOptions options);
  ~Decoder();
  Decoder(Decoder&&) noexcept;
  Decoder& operator=(Decoder&&) noexcept;

  // Takes bytes off the front of `bytes` up to the end of the next event; call again until NeedMore, which means that
  // every byte was taken.
  Event next(std::span<char>& bytes);

  // No frame and no message is half received: nothing but this object is held.
  [[nodiscard]] bool idle() const { return partial_ == nullptr; }

 private:
  struct Partial;
  struct FrameHead;

  Event decode(std::span<char>& bytes);
  Event take_head(std::span<char>& bytes);
  Event read_head(std::span<const char> raw, FrameHead& head) const;
  Event check_head(const FrameHead& head) const;
  Event check_data_head(const FrameHead& head) const;
  Event begin_frame(const FrameHead& head, std::span<char>& bytes);
  Event take_payload(std::span<char>& bytes);
  Event take_control_payload(std::span<char> piece);
  Event take_data_payload(std::span<char> piece);
  Event finish_frame();
  Event finish_message();
  Event deliver_whole(const FrameHead& head, std::span<char> payload);
  Event deliver_message(Opcode opcode, bool compressed, std::string_view payload);
  static Event deliver_control(Opcode opcode, std::string_view payload);
  Partial& partial();
  void release_if_idle();

  std::unique_ptr<Partial> partial_;  // exists only while something is incomplete or its event is being looked at
  DecoderOptions options_;
  bool ended_ = false;
};

}  // namespace parlor::wire::ws
