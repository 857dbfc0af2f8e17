#include "wire/http/address.h"

#include <algorithm>

#include <arpa/inet.h>

#include "wire/http/syntax.h"

namespace parlor::wire::http {

namespace {

constexpr std::array<std::uint8_t, 12> kMappedPrefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
constexpr unsigned kMappedBits = 96;

}  // namespace

bool IpAddress::is_v4() const {
  return std::equal(kMappedPrefix.begin(), kMappedPrefix.end(), bytes.begin());
}

bool IpAddress::is_loopback() const {
  if (is_v4()) return bytes[12] == 127;
  return bytes.back() == 1 && std::all_of(bytes.begin(), bytes.end() - 1, [](std::uint8_t b) { return b == 0; });
}

std::optional<IpAddress> parse_address(std::string_view text) {
  if (text.size() >= INET6_ADDRSTRLEN) return std::nullopt;
  const std::string terminated(text);
  if (terminated.size() != std::string_view(terminated.c_str()).size()) return std::nullopt;
  IpAddress address;
  if (inet_pton(AF_INET6, terminated.c_str(), address.bytes.data()) == 1) return address;
  std::copy(kMappedPrefix.begin(), kMappedPrefix.end(), address.bytes.begin());
  if (inet_pton(AF_INET, terminated.c_str(), address.bytes.data() + kMappedPrefix.size()) == 1) return address;
  return std::nullopt;
}

std::string to_ipv6_text(const IpAddress& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  inet_ntop(AF_INET6, address.bytes.data(), text.data(), text.size());
  return text.data();
}

std::string to_text(const IpAddress& address) {
  if (!address.is_v4()) return to_ipv6_text(address);
  std::array<char, INET_ADDRSTRLEN> text{};
  inet_ntop(AF_INET, address.bytes.data() + kMappedPrefix.size(), text.data(), text.size());
  return text.data();
}

std::optional<Cidr> Cidr::parse(std::string_view text) {
  const std::size_t slash = text.find('/');
  const auto base = parse_address(text.substr(0, slash));
  if (!base) return std::nullopt;
  Cidr range;
  range.base_ = *base;
  if (slash == std::string_view::npos) return range;
  const auto bits = parse_decimal(text.substr(slash + 1));
  const bool dotted = !text.substr(0, slash).contains(':');
  if (!bits || *bits > (dotted ? 32U : 128U)) return std::nullopt;
  range.bits_ = static_cast<unsigned>(*bits) + (dotted ? kMappedBits : 0U);
  return range;
}

bool Cidr::contains(const IpAddress& address) const {
  const unsigned whole = bits_ / 8;
  if (!std::equal(base_.bytes.begin(), base_.bytes.begin() + whole, address.bytes.begin())) return false;
  const unsigned rest = bits_ % 8;
  if (rest == 0) return true;
  const unsigned difference = static_cast<unsigned>(base_.bytes.at(whole)) ^ address.bytes.at(whole);
  return (difference >> (8U - rest)) == 0;
}

}  // namespace parlor::wire::http
