#include "edge/doctor/arrival.h"

#include "edge/doctor/limits.h"

namespace parlor::edge {
namespace {

// A header may hold any byte; what is shown is text.
std::optional<std::string> shown(const wire::http::Headers& headers, std::string_view name) {
  const auto value = headers.find(name);
  if (!value) return std::nullopt;
  std::string text(value->substr(0, limits::kArrivalTextBytesMax));
  for (auto& byte : text) {
    if (byte < ' ' || byte > '~') byte = '?';
  }
  return text;
}

}  // namespace

wire::DoctorArrival arrival_of(const Exchange& exchange) {
  const auto& request = exchange.request;
  const auto& headers = request.headers;
  return {.http_version = request.version >= 11 ? "1.1" : "1.0",
          .body_bytes = static_cast<std::int64_t>(request.body.size()),
          .host = shown(headers, "host"),
          .origin = shown(headers, "origin"),
          .upgrade = shown(headers, "upgrade"),
          .connection = shown(headers, "connection"),
          .websocket_protocol = shown(headers, "sec-websocket-protocol"),
          .forwarded = headers.find("x-forwarded-for").has_value() || headers.find("forwarded").has_value(),
          .proxy_trusted = exchange.peer_is_trusted,
          .public_url = exchange.site().public_url};
}

}  // namespace parlor::edge
