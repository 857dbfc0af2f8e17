#include "wire/ws/encoder.h"

#include <cstddef>

namespace parlor::wire::ws {

namespace {

void append_big_endian(std::string& out, std::uint64_t value, unsigned bytes) {
  for (unsigned i = bytes; i-- > 0;)
    out.push_back(static_cast<char>((value >> (8U * i)) & 0xFFU));
}

void append_length(std::string& out, std::size_t length, std::uint8_t mask_bit) {
  if (length < 126) {
    out.push_back(static_cast<char>(mask_bit | length));
  } else if (length <= 0xFFFF) {
    out.push_back(static_cast<char>(mask_bit | 126U));
    append_big_endian(out, length, 2);
  } else {
    out.push_back(static_cast<char>(mask_bit | 127U));
    append_big_endian(out, length, 8);
  }
}

std::string_view cut_at_character(std::string_view text, std::size_t bytes_max) {
  if (text.size() <= bytes_max) return text;
  std::size_t end = bytes_max;
  while (end > 0 && (static_cast<std::uint8_t>(text[end]) & 0xC0U) == 0x80U)
    --end;
  return text.substr(0, end);
}

}  // namespace

void append_frame(std::string& out, const FrameToSend& frame) {
  const unsigned first =
      (frame.fin ? 0x80U : 0U) | (frame.compressed ? 0x40U : 0U) | static_cast<unsigned>(frame.opcode);
  out.push_back(static_cast<char>(first));
  append_length(out, frame.payload.size(), frame.mask ? 0x80U : 0U);
  if (frame.mask) out.append(reinterpret_cast<const char*>(frame.mask->data()), frame.mask->size());
  const std::size_t start = out.size();
  out.append(frame.payload);
  if (frame.mask) apply_mask(std::span<char>(out).subspan(start), *frame.mask, 0);
}

void append_text(std::string& out, std::string_view text) {
  append_frame(out, {.opcode = Opcode::Text, .payload = text});
}

void append_ping(std::string& out, std::string_view payload) {
  append_frame(out, {.opcode = Opcode::Ping, .payload = payload});
}

void append_pong(std::string& out, std::string_view payload) {
  append_frame(out, {.opcode = Opcode::Pong, .payload = payload});
}

std::string close_payload(std::uint16_t code, std::string_view reason) {
  std::string payload;
  if (code == kCloseNoCode) return payload;
  append_big_endian(payload, code, 2);
  payload.append(cut_at_character(reason, kCloseReasonBytesMax));
  return payload;
}

void append_close(std::string& out, std::uint16_t code, std::string_view reason) {
  append_frame(out, {.opcode = Opcode::Close, .payload = close_payload(code, reason)});
}

}  // namespace parlor::wire::ws
