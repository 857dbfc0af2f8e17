#include "edge/auth/public_origin.h"

namespace parlor::edge {

using wire::http::Method;

std::optional<PublicOrigin> PublicOrigin::parse(std::string_view url) {
  auto origin = wire::http::origin_of_address(url);
  if (!origin) return std::nullopt;
  return PublicOrigin(std::move(*origin));
}

bool PublicOrigin::is_own(std::string_view text) const {
  const auto origin = wire::http::parse_origin(text);
  if (!origin) return false;
  if (*origin == origin_) return true;
  return is_loopback() && wire::http::is_loopback(*origin) && origin->port == origin_.port &&
         origin->scheme == origin_.scheme;
}

std::string PublicOrigin::websocket_sources() const {
  const std::string scheme = is_https() ? "wss://" : "ws://";
  const auto text = wire::http::to_text(origin_);
  const auto sources = scheme + text.substr(text.find("://") + 3);
  if (!is_loopback()) return sources;
  const auto port = ":" + std::to_string(origin_.port);
  return scheme + "localhost" + port + " " + scheme + "127.0.0.1" + port;
}

bool cookie_counts(const wire::http::Request& request, const PublicOrigin& own) {
  if (const auto origin = request.headers.find("origin")) return own.is_own(*origin);
  const bool reads = request.method == Method::Get || request.method == Method::Head;
  return reads && request.headers.get("sec-fetch-site") == "same-origin";
}

bool origin_is_ours_or_absent(const wire::http::Request& request, const PublicOrigin& own) {
  const auto origin = request.headers.find("origin");
  return !origin || own.is_own(*origin);
}

}  // namespace parlor::edge
