#include "edge/session/origin_rules.h"

#include <algorithm>

#include "wire/http/origin.h"

namespace parlor::edge {
namespace {

// Loopback by any of its names is one place.
bool same_place(const wire::http::Origin& a, const wire::http::Origin& b) {
  if (a == b) return true;
  return is_loopback(a) && is_loopback(b) && a.port == b.port && a.scheme == b.scheme;
}

}  // namespace

bool origin_allowed(const std::optional<std::string>& origin, const ports::Inbox& inbox,
                    const std::string& public_url) {
  if (!origin) return true;
  const auto from = wire::http::parse_origin(*origin);
  if (!from) return false;
  const auto own = wire::http::origin_of_address(public_url);
  if (own && same_place(*from, *own)) return true;
  return std::ranges::any_of(inbox.origins,
                             [&](const std::string& allowed) { return wire::http::parse_origin(allowed) == from; });
}

}  // namespace parlor::edge
