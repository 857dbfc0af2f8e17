// An id as it travels: 16 bytes, written in lower case with hyphens, read in either case.
// A plain value, free on any thread. It never makes ids and never asks which version one has.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace parlor::wire {

inline constexpr std::size_t kUuidChars = 36;

struct Uuid {
  std::array<std::uint8_t, 16> bytes{};

  static std::optional<Uuid> parse(std::string_view text);
  [[nodiscard]] std::string to_string() const;
  void write_to(char* out) const;  // exactly kUuidChars, no terminator

  auto operator<=>(const Uuid&) const = default;
};

}  // namespace parlor::wire

template <>
struct std::hash<parlor::wire::Uuid> {
  std::size_t operator()(const parlor::wire::Uuid& id) const noexcept {
    return std::hash<std::string_view>{}(
        std::string_view(reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()));
  }
};
