#include "wire/http/origin.h"

#include <algorithm>

#include "wire/http/address.h"
#include "wire/http/syntax.h"

namespace parlor::wire::http {

namespace {

constexpr std::size_t kHostBytesMax = 253;
constexpr std::size_t kLabelBytesMax = 63;

bool is_label_char(char c) {
  return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'z') || c == '-' || c == '_';
}

bool is_label(std::string_view label) {
  return !label.empty() && label.size() <= kLabelBytesMax && std::ranges::all_of(label, is_label_char);
}

// A host whose last label is a number is an IPv4 address or nothing (the URL standard).
bool is_name(std::string_view host) {
  if (host.size() > kHostBytesMax || host.ends_with('.')) return false;
  const std::string_view last = host.substr(host.rfind('.') + 1);
  if (std::ranges::all_of(last, is_digit)) return parse_address(host).has_value();
  for (std::string_view rest = host; !rest.empty();) {
    if (rest.starts_with('.') || !is_label(take_until(rest, '.'))) return false;
  }
  return !host.empty();
}

// The bracketed form a browser would send.
std::optional<std::string> bracketed(std::string_view inside) {
  const auto address = parse_address(inside);
  if (!address || !inside.contains(':') || inside.contains('%')) return std::nullopt;
  return "[" + to_ipv6_text(*address) + "]";
}

std::uint16_t own_port(std::string_view scheme) {
  return scheme == "https" ? 443 : 80;
}

std::optional<std::uint16_t> parse_port(std::string_view text) {
  const auto port = parse_decimal(text);
  if (!port || *port == 0 || *port > 65535) return std::nullopt;
  return static_cast<std::uint16_t>(*port);
}

// Splits "host:port"; the host of an IPv6 address ends at its bracket.
std::optional<Origin> parse_authority(std::string scheme, std::string_view text) {
  Origin origin{.scheme = std::move(scheme), .host = {}, .port = 0};
  const std::size_t end = text.starts_with('[') ? text.find(']') : text.find(':');
  std::string_view port;
  if (text.starts_with('[')) {
    if (end == std::string_view::npos) return std::nullopt;
    auto host = bracketed(text.substr(1, end - 1));
    if (!host) return std::nullopt;
    origin.host = std::move(*host);
    port = text.substr(end + 1);
  } else {
    const std::string_view host = text.substr(0, end);
    if (!is_name(host)) return std::nullopt;
    origin.host = to_lower(host);
    port = end == std::string_view::npos ? std::string_view{} : text.substr(end);
  }
  if (port.empty()) {
    origin.port = own_port(origin.scheme);
    return origin;
  }
  const auto number = port.starts_with(':') ? parse_port(port.substr(1)) : std::nullopt;
  if (!number) return std::nullopt;
  origin.port = *number;
  return origin;
}

}  // namespace

std::optional<Origin> parse_origin(std::string_view text) {
  const std::size_t end = text.find("://");
  if (end == std::string_view::npos) return std::nullopt;
  std::string scheme = to_lower(text.substr(0, end));
  if (scheme != "http" && scheme != "https") return std::nullopt;
  return parse_authority(std::move(scheme), text.substr(end + 3));
}

std::optional<Origin> origin_of_address(std::string_view address) {
  address = trim(address);
  const std::size_t scheme_end = address.find("://");
  if (scheme_end == std::string_view::npos) return std::nullopt;
  return parse_origin(address.substr(0, address.find_first_of("/?#", scheme_end + 3)));
}

std::string to_text(const Origin& origin) {
  std::string out = origin.scheme + "://" + origin.host;
  if (origin.port != own_port(origin.scheme)) out.append(":").append(std::to_string(origin.port));
  return out;
}

bool is_loopback(const Origin& origin) {
  if (origin.host == "localhost" || origin.host.ends_with(".localhost") || origin.host == "[::1]") return true;
  const auto address = parse_address(origin.host);
  return address && address->is_loopback();
}

}  // namespace parlor::wire::http
