#include "wire/json/uuid.h"

namespace parlor::wire {
namespace {

constexpr std::array<std::int8_t, 256> kNibbles = [] {
  std::array<std::int8_t, 256> table{};
  table.fill(-1);
  for (std::size_t digit = 0; digit < 10; ++digit)
    table['0' + digit] = static_cast<std::int8_t>(digit);
  for (std::size_t letter = 0; letter < 6; ++letter) {
    table['a' + letter] = static_cast<std::int8_t>(10 + letter);
    table['A' + letter] = static_cast<std::int8_t>(10 + letter);
  }
  return table;
}();

constexpr bool hyphen_before(std::size_t byte) {
  return byte == 4 || byte == 6 || byte == 8 || byte == 10;
}

}  // namespace

std::optional<Uuid> Uuid::parse(std::string_view text) {
  if (text.size() != kUuidChars) return std::nullopt;
  Uuid id;
  std::size_t at = 0;
  for (std::size_t byte = 0; byte < id.bytes.size(); ++byte) {
    if (hyphen_before(byte) && text[at++] != '-') return std::nullopt;
    const int high = kNibbles[static_cast<unsigned char>(text[at])];
    const int low = kNibbles[static_cast<unsigned char>(text[at + 1])];
    if (high < 0 || low < 0) return std::nullopt;
    id.bytes[byte] = static_cast<std::uint8_t>(high << 4 | low);
    at += 2;
  }
  return id;
}

void Uuid::write_to(char* out) const {
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (std::size_t byte = 0; byte < bytes.size(); ++byte) {
    if (hyphen_before(byte)) *out++ = '-';
    *out++ = kDigits[bytes[byte] >> 4];
    *out++ = kDigits[bytes[byte] & 15];
  }
}

std::string Uuid::to_string() const {
  std::string text(kUuidChars, '\0');
  write_to(text.data());
  return text;
}

}  // namespace parlor::wire
