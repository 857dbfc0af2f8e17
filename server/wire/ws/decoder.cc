#include "wire/ws/decoder.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "wire/ws/deflate.h"
#include "wire/ws/utf8.h"

namespace parlor::wire::ws {

// One frame's head, parsed. `bytes` is its own length on the wire.
struct Decoder::FrameHead {
  Opcode opcode = Opcode::Continuation;
  bool fin = false;
  bool compressed = false;
  bool masked = false;
  Mask mask{};
  std::uint8_t bytes = 0;
  std::uint64_t payload_bytes = 0;
};

struct Decoder::Partial {
  // The frame being received.
  std::array<char, kFrameHeadBytesMax> head_bytes{};
  std::uint8_t head_size = 0;
  bool in_payload = false;
  FrameHead frame;
  std::uint64_t payload_taken = 0;
  std::array<char, kControlPayloadBytesMax> control{};
  // The message being assembled from one or more frames.
  bool in_message = false;
  bool compressed = false;
  Opcode opcode = Opcode::Text;
  Utf8Validator utf8;
  std::string message;
  // The last compressed message, inflated.
  std::string inflated;

  [[nodiscard]] bool busy() const { return head_size != 0 || in_payload || in_message; }
};

namespace {

constexpr Event kNothingYet{};

Event protocol_error(std::string_view why) {
  return {.kind = EventKind::Error, .code = kCloseProtocolError, .payload = why};
}

Event too_large() {
  return {.kind = EventKind::Error, .code = kCloseTooLarge, .payload = "message too large"};
}

Event bad_utf8() {
  return {.kind = EventKind::Error, .code = kCloseBadPayload, .payload = "text is not UTF-8"};
}

std::uint8_t byte_at(std::span<const char> bytes, std::size_t at) {
  return static_cast<std::uint8_t>(bytes[at]);
}

bool is_known(std::uint8_t opcode) {
  return opcode <= 0x2 || (opcode >= 0x8 && opcode <= 0xA);
}

std::uint64_t big_endian(std::span<const char> bytes) {
  std::uint64_t value = 0;
  for (const char byte : bytes)
    value = (value << 8U) | static_cast<std::uint8_t>(byte);
  return value;
}

std::size_t length_bytes(std::uint8_t length7) {
  if (length7 == 126) return 2;
  return length7 == 127 ? 8 : 0;
}

bool is_minimal(std::uint8_t length7, std::uint64_t length) {
  if (length7 == 126) return length >= 126;
  if (length7 == 127) return length > 0xFFFF && (length >> 63U) == 0;
  return true;
}

}  // namespace

Decoder::Decoder(DecoderOptions options) : options_(options) {}
Decoder::~Decoder() = default;
Decoder::Decoder(Decoder&&) noexcept = default;
Decoder& Decoder::operator=(Decoder&&) noexcept = default;

Event Decoder::next(std::span<char>& bytes) {
  release_if_idle();
  Event event = kNothingYet;
  while (!ended_ && event.kind == EventKind::NeedMore) {
    const std::size_t before = bytes.size();
    event = decode(bytes);
    if (event.kind == EventKind::NeedMore && (bytes.empty() || bytes.size() == before)) break;
  }
  if (event.kind == EventKind::Close || event.kind == EventKind::Error) ended_ = true;
  if (event.kind == EventKind::NeedMore) {
    if (ended_) partial_.reset();
    release_if_idle();
    bytes = {};
  }
  return event;
}

Event Decoder::decode(std::span<char>& bytes) {
  if (partial_ && partial_->in_payload) return take_payload(bytes);
  return take_head(bytes);
}

Decoder::Partial& Decoder::partial() {
  if (!partial_) partial_ = std::make_unique<Partial>();
  return *partial_;
}

void Decoder::release_if_idle() {
  if (partial_ && !partial_->busy()) partial_.reset();
}

// Reads a frame's head from the bytes themselves, or completes one that arrived in pieces.
Event Decoder::take_head(std::span<char>& bytes) {
  if (bytes.empty()) return kNothingYet;
  std::span<const char> raw = bytes;
  const std::size_t held = partial_ ? partial_->head_size : 0;
  if (held != 0) {
    const std::size_t add = std::min(bytes.size(), kFrameHeadBytesMax - held);
    std::copy_n(bytes.begin(), add, partial_->head_bytes.begin() + static_cast<std::ptrdiff_t>(held));
    raw = std::span<const char>(partial_->head_bytes.data(), held + add);
  }
  FrameHead head;
  const Event refused = read_head(raw, head);
  if (refused.kind == EventKind::Error) return refused;
  if (head.bytes == 0 || raw.size() < head.bytes) {
    Partial& state = partial();
    if (held == 0) std::copy_n(raw.begin(), raw.size(), state.head_bytes.begin());
    state.head_size = static_cast<std::uint8_t>(raw.size());
    bytes = {};
    return kNothingYet;
  }
  if (head.masked) std::copy_n(raw.begin() + head.bytes - 4, 4, head.mask.begin());
  bytes = bytes.subspan(head.bytes - held);
  return begin_frame(head, bytes);
}

// Judges each field as soon as its bytes are there, so the verdict does not depend on how the bytes were cut.
// `head.bytes` stays 0 until the head's own length is known.
Event Decoder::read_head(std::span<const char> raw, FrameHead& head) const {
  const std::uint8_t first = byte_at(raw, 0);
  if ((first & 0x30U) != 0) return protocol_error("reserved bit set");
  if (!is_known(first & 0x0FU)) return protocol_error("unknown opcode");
  head.opcode = static_cast<Opcode>(first & 0x0FU);
  head.fin = (first & 0x80U) != 0;
  head.compressed = (first & 0x40U) != 0;
  const Event refused = check_head(head);
  if (refused.kind == EventKind::Error || raw.size() < 2) return refused;

  const std::uint8_t second = byte_at(raw, 1);
  const std::uint8_t length7 = second & 0x7FU;
  head.masked = (second & 0x80U) != 0;
  if (head.masked != (options_.role == Role::Server)) {
    return protocol_error(head.masked ? "frame from a server is masked" : "frame from a client is not masked");
  }
  if (is_control(head.opcode) && length7 > kControlPayloadBytesMax) return protocol_error("control frame too long");
  const std::size_t extended = length_bytes(length7);
  if (raw.size() < 2 + extended) return kNothingYet;
  head.payload_bytes = extended == 0 ? length7 : big_endian(raw.subspan(2, extended));
  if (!is_minimal(length7, head.payload_bytes)) return protocol_error("length not in its shortest form");
  if (!is_control(head.opcode)) {
    const std::size_t assembled = partial_ ? partial_->message.size() : 0;
    if (head.payload_bytes > options_.message_bytes_max - assembled) return too_large();
  }
  head.bytes = static_cast<std::uint8_t>(2 + extended + (head.masked ? 4 : 0));
  return kNothingYet;
}

Event Decoder::check_head(const FrameHead& head) const {
  if (!is_control(head.opcode)) return check_data_head(head);
  if (!head.fin) return protocol_error("control frame is fragmented");
  if (head.compressed) return protocol_error("control frame is compressed");
  return kNothingYet;
}

Event Decoder::check_data_head(const FrameHead& head) const {
  const bool continues = head.opcode == Opcode::Continuation;
  const bool in_message = partial_ && partial_->in_message;
  if (continues && !in_message) return protocol_error("continuation of nothing");
  if (!continues && in_message) return protocol_error("message begun inside another");
  if (head.compressed && (continues || !options_.deflate)) return protocol_error("unexpected compression bit");
  return kNothingYet;
}

// The quick way: a frame that lies whole in the caller's bytes and is a message by itself is delivered in place.
Event Decoder::begin_frame(const FrameHead& head, std::span<char>& bytes) {
  if (partial_) partial_->head_size = 0;
  const bool alone = is_control(head.opcode) || (head.fin && head.opcode != Opcode::Continuation);
  if (alone && bytes.size() >= head.payload_bytes) {
    const std::span<char> payload = bytes.first(head.payload_bytes);
    bytes = bytes.subspan(head.payload_bytes);
    return deliver_whole(head, payload);
  }
  Partial& state = partial();
  state.frame = head;
  state.payload_taken = 0;
  state.in_payload = true;
  if (head.opcode == Opcode::Text || head.opcode == Opcode::Binary) {
    state.in_message = true;
    state.opcode = head.opcode;
    state.compressed = head.compressed;
    state.utf8 = {};
    state.message.clear();
  }
  return take_payload(bytes);
}

Event Decoder::deliver_whole(const FrameHead& head, std::span<char> payload) {
  if (head.masked) apply_mask(payload, head.mask, 0);
  const std::string_view content(payload.data(), payload.size());
  if (is_control(head.opcode)) return deliver_control(head.opcode, content);
  return deliver_message(head.opcode, head.compressed, content);
}

Event Decoder::take_payload(std::span<char>& bytes) {
  Partial& state = *partial_;
  const std::uint64_t left = state.frame.payload_bytes - state.payload_taken;
  const std::span<char> piece = bytes.first(std::min<std::uint64_t>(left, bytes.size()));
  bytes = bytes.subspan(piece.size());
  if (state.frame.masked) apply_mask(piece, state.frame.mask, state.payload_taken);
  const Event refused = is_control(state.frame.opcode) ? take_control_payload(piece) : take_data_payload(piece);
  if (refused.kind == EventKind::Error) return refused;
  state.payload_taken += piece.size();
  return state.payload_taken == state.frame.payload_bytes ? finish_frame() : kNothingYet;
}

Event Decoder::take_control_payload(std::span<char> piece) {
  Partial& state = *partial_;
  std::copy(piece.begin(), piece.end(), state.control.begin() + static_cast<std::ptrdiff_t>(state.payload_taken));
  return kNothingYet;
}

Event Decoder::take_data_payload(std::span<char> piece) {
  Partial& state = *partial_;
  const std::string_view content(piece.data(), piece.size());
  if (state.opcode == Opcode::Text && !state.compressed && !state.utf8.feed(content)) return bad_utf8();
  state.message.append(content);
  return kNothingYet;
}

Event Decoder::finish_frame() {
  Partial& state = *partial_;
  state.in_payload = false;
  if (is_control(state.frame.opcode)) {
    return deliver_control(state.frame.opcode, {state.control.data(), state.frame.payload_bytes});
  }
  return state.frame.fin ? finish_message() : kNothingYet;
}

Event Decoder::finish_message() {
  Partial& state = *partial_;
  state.in_message = false;
  if (state.compressed) return deliver_message(state.opcode, true, state.message);
  if (state.opcode == Opcode::Binary) return {.kind = EventKind::Binary, .payload = state.message};
  if (!state.utf8.complete()) return bad_utf8();
  return {.kind = EventKind::Text, .payload = state.message};
}

Event Decoder::deliver_message(Opcode opcode, bool compressed, std::string_view payload) {
  if (compressed) {
    Partial& state = partial();
    state.inflated.clear();
    const InflateOutcome outcome = inflate_message(payload, options_.message_bytes_max, state.inflated);
    if (outcome == InflateOutcome::TooLarge) return too_large();
    if (outcome == InflateOutcome::Corrupt) {
      return {.kind = EventKind::Error, .code = kCloseBadPayload, .payload = "compressed message is damaged"};
    }
    payload = state.inflated;
  }
  if (opcode == Opcode::Binary) return {.kind = EventKind::Binary, .payload = payload};
  if (!is_utf8(payload)) return bad_utf8();
  return {.kind = EventKind::Text, .payload = payload};
}

Event Decoder::deliver_control(Opcode opcode, std::string_view payload) {
  if (opcode == Opcode::Ping) return {.kind = EventKind::Ping, .payload = payload};
  if (opcode == Opcode::Pong) return {.kind = EventKind::Pong, .payload = payload};
  if (payload.empty()) return {.kind = EventKind::Close, .code = kCloseNoCode};
  if (payload.size() == 1) return protocol_error("half a close code");
  const auto code = static_cast<std::uint16_t>(big_endian(std::span<const char>(payload).first(2)));
  const std::string_view reason = payload.substr(2);
  if (!is_sendable_close_code(code)) return protocol_error("close code may not be sent");
  if (!is_utf8(reason)) return {.kind = EventKind::Error, .code = kCloseBadPayload, .payload = "reason is not UTF-8"};
  return {.kind = EventKind::Close, .code = code, .payload = reason};
}

}  // namespace parlor::wire::ws
