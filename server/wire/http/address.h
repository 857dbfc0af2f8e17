// Internet addresses and ranges of them, as values.
// Pure functions, safe on any thread.
// Never resolves a name and never opens a socket.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parlor::wire::http {

// IPv4 addresses are kept in their IPv6-mapped form, so that both spellings of one address are equal.
struct IpAddress {
  std::array<std::uint8_t, 16> bytes{};

  [[nodiscard]] bool is_v4() const;
  [[nodiscard]] bool is_loopback() const;
  bool operator==(const IpAddress&) const = default;
};

std::optional<IpAddress> parse_address(std::string_view text);
std::string to_text(const IpAddress& address);
// Always in IPv6 notation.
std::string to_ipv6_text(const IpAddress& address);

// "10.0.0.0/8", "fd00::/8", or a single address.
class Cidr {
 public:
  static std::optional<Cidr> parse(std::string_view text);
  [[nodiscard]] bool contains(const IpAddress& address) const;

 private:
  IpAddress base_;
  unsigned bits_ = 128;
};

}  // namespace parlor::wire::http
