#include "store/connection/packed.h"

#include <sqlite3.h>

#include "store/connection/failure.h"

namespace parlor::store {

Packed& Packed::number(std::uint64_t value) {
  while (value >= 0x80) {
    bytes_.push_back(static_cast<char>(value | 0x80));
    value >>= 7;
  }
  bytes_.push_back(static_cast<char>(value));
  return *this;
}

Packed& Packed::text(std::string_view text) {
  number(text.size());
  bytes_.append(text);
  return *this;
}

std::uint64_t Unpacked::number() {
  std::uint64_t value = 0;
  for (int shift = 0; shift < 64; shift += 7) {
    const auto byte = static_cast<std::uint8_t>(take(1)[0]);
    value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
    if (byte < 0x80) return value;
  }
  throw Failure(SQLITE_CORRUPT, "a packed number is damaged");
}

std::string_view Unpacked::take(std::uint64_t size) {
  if (size > rest_.size()) throw Failure(SQLITE_CORRUPT, "a packed row is damaged");
  const auto taken = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return taken;
}

}  // namespace parlor::store
