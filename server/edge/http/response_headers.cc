#include "edge/http/response_headers.h"

namespace parlor::edge {
namespace {

constexpr std::string_view kPermissions =
    "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
    "magnetometer=(), "
    "microphone=(), midi=(), payment=(), serial=(), usb=()";

void add_cors(Answer& answer, const Exchange& exchange, Cors cors) {
  if (cors == Cors::none) return;
  if (cors == Cors::inboxes) answer.headers.add("Vary", "Origin");
  const auto origin = exchange.header("origin");
  const bool is_known = origin && (exchange.site().origin.is_own(*origin) || exchange.edge.is_known_origin(*origin));
  const auto allowed = answer.readable ? allowed_origin(cors, origin, is_known) : std::string();
  if (allowed.empty()) return;
  answer.headers.add("Access-Control-Allow-Origin", allowed);
  answer.headers.add("Access-Control-Expose-Headers", "Retry-After");
}

}  // namespace

Surface surface_of(std::string_view path) {
  if (path == "/w.js" || path.starts_with("/widget/")) return Surface::widget;
  if (path == "/demo" || path.starts_with("/demo/")) return Surface::demo;
  if (path.starts_with("/api/") || path.starts_with("/realtime") || path.starts_with("/_test/"))
    return Surface::interface;
  return Surface::dashboard;
}

std::string content_security_policy(Surface surface, const PublicOrigin& origin) {
  if (surface == Surface::widget || surface == Surface::interface) {
    return "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
  }
  return "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src "
         "'self' " +
         origin.websocket_sources() +
         "; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
         "require-trusted-types-for 'script'; trusted-types 'none'";
}

std::string allowed_origin(Cors cors, const std::optional<std::string>& origin, bool is_known) {
  if (cors == Cors::everyone) return "*";
  if (cors == Cors::none || !origin || !is_known) return {};
  return *origin;
}

void add_common_headers(Answer& answer, const Exchange& exchange, Cors cors) {
  const auto& path = exchange.request.target.path;
  const auto surface = surface_of(path);
  auto& headers = answer.headers;
  add_cors(answer, exchange, surface == Surface::widget ? Cors::everyone : cors);
  headers.add("X-Content-Type-Options", "nosniff");
  headers.add("Content-Security-Policy", content_security_policy(surface, exchange.site().origin));
  headers.add("Cross-Origin-Resource-Policy", surface == Surface::widget ? "cross-origin" : "same-origin");
  headers.add("Referrer-Policy", surface == Surface::demo ? "same-origin" : "no-referrer");
  if (surface == Surface::dashboard || surface == Surface::demo) {
    headers.add("Cross-Origin-Opener-Policy", "same-origin");
    headers.add("Permissions-Policy", std::string(kPermissions));
  }
  // On loopback it would bind every other server of this machine.
  const auto& origin = exchange.site().origin;
  if (origin.is_https() && !origin.is_loopback()) headers.add("Strict-Transport-Security", "max-age=31536000");
  if (!headers.find("cache-control")) headers.add("Cache-Control", "no-store");
}

Answer server_options_answer() {
  Answer answer{.status = 204};
  answer.headers.add("Allow", "GET, HEAD, POST, PATCH, DELETE, OPTIONS");
  return answer;
}

Answer preflight_answer(const RouteMatch& match) {
  Answer answer{.status = 204};
  answer.headers.add("Allow", match.allowed + ", OPTIONS");
  if (match.cors == Cors::none) return answer;
  answer.headers.add("Access-Control-Allow-Methods", match.allowed);
  answer.headers.add("Access-Control-Allow-Headers", "authorization, content-type, last-event-id");
  answer.headers.add("Access-Control-Max-Age", "7200");
  return answer;
}

}  // namespace parlor::edge
