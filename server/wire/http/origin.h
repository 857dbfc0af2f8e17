// A web origin: scheme, host and port, normalised so that equal origins are equal texts (RFC 6454).
// A plain value; pure functions, safe on any thread.
// Never resolves names and never accepts a pattern.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parlor::wire::http {

struct Origin {
  std::string scheme;  // http or https
  std::string host;    // lower case ASCII; IPv6 in brackets
  std::uint16_t port = 0;

  bool operator==(const Origin&) const = default;
};

// "https://casa.example" or with a port; nothing for "null", a path, user names or other schemes.
std::optional<Origin> parse_origin(std::string_view text);
// The same from what a person types: a path, a query or a slash after the origin is dropped.
std::optional<Origin> origin_of_address(std::string_view address);
// As a browser sends it: no port when it is the scheme's own.
std::string to_text(const Origin& origin);
// localhost and its subdomains, 127.0.0.0/8, [::1].
bool is_loopback(const Origin& origin);

}  // namespace parlor::wire::http
