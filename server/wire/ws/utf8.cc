#include "wire/ws/utf8.h"

#include <cstring>

#include <simdjson.h>

namespace parlor::wire::ws {

namespace {

// How many leading bytes are plain ASCII, looked at eight at a time.
std::size_t ascii_prefix(std::string_view bytes) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080ULL;
  std::size_t at = 0;
  for (; at + sizeof kHighBits <= bytes.size(); at += sizeof kHighBits) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, sizeof word);
    if ((word & kHighBits) != 0) break;
  }
  while (at < bytes.size() && static_cast<std::uint8_t>(bytes[at]) < 0x80)
    ++at;
  return at;
}

}  // namespace

bool Utf8Validator::feed(std::string_view bytes) {
  while (!failed_ && !bytes.empty()) {
    if (pending_ == 0) bytes.remove_prefix(ascii_prefix(bytes));
    if (bytes.empty()) break;
    failed_ = !step(static_cast<std::uint8_t>(bytes.front()));
    bytes.remove_prefix(1);
  }
  return !failed_;
}

bool Utf8Validator::step(std::uint8_t byte) {
  if (pending_ == 0) return begin(byte);
  if (byte < low_ || byte > high_) return false;
  low_ = 0x80;
  high_ = 0xBF;
  --pending_;
  return true;
}

// The second byte's range is what shuts out overlong forms, surrogates and code points past the last plane.
bool Utf8Validator::begin(std::uint8_t lead) {
  if (lead < 0x80) return true;
  if (lead < 0xC2 || lead > 0xF4) return false;
  if (lead < 0xE0) {
    pending_ = 1;
  } else if (lead < 0xF0) {
    pending_ = 2;
    if (lead == 0xE0) low_ = 0xA0;
    if (lead == 0xED) high_ = 0x9F;
  } else {
    pending_ = 3;
    if (lead == 0xF0) low_ = 0x90;
    if (lead == 0xF4) high_ = 0x8F;
  }
  return true;
}

bool is_utf8(std::string_view bytes) {
  return simdjson::validate_utf8(bytes.data(), bytes.size());
}

}  // namespace parlor::wire::ws
