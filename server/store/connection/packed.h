// Packed and Unpacked: small values in one blob (numbers of variable length, ids, texts with their length), for lists
// inside a row and for what is sealed together. Plain values: any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/id.h"
#include "base/time.h"

namespace parlor::store {

class Packed {
 public:
  Packed& number(std::uint64_t value);
  Packed& text(std::string_view text);
  Packed& time(Time time) { return number(static_cast<std::uint64_t>(to_unix_ms(time))); }
  template <class Tag>
  Packed& id(const Id<Tag>& id) {
    bytes_.append(reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size());
    return *this;
  }
  template <class Enum>
  Packed& word(Enum value) {
    return number(static_cast<std::uint64_t>(value));
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Throws Failure where the bytes end too early: the row is damaged.
class Unpacked {
 public:
  explicit Unpacked(std::string_view bytes) : rest_(bytes) {}
  bool at_end() const { return rest_.empty(); }
  std::uint64_t number();
  std::string text() { return std::string(take(number())); }
  Time time() { return from_unix_ms(static_cast<std::int64_t>(number())); }
  template <class IdType>
  IdType id() {
    IdType id;
    std::memcpy(id.bytes.data(), take(id.bytes.size()).data(), id.bytes.size());
    return id;
  }
  template <class Enum>
  Enum word() {
    return static_cast<Enum>(number());
  }

 private:
  std::string_view take(std::uint64_t size);

  std::string_view rest_;
};

}  // namespace parlor::store
