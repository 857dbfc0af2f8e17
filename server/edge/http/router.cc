#include "edge/http/router.h"

#include "wire/http/syntax.h"

namespace parlor::edge {

using wire::http::Method;

bool fits(std::string_view pattern, const wire::http::Target& target, std::vector<std::string>& captured) {
  captured.clear();
  if (target.directory) return false;
  for (const auto& segment : target.segments) {
    if (pattern.empty()) return false;
    pattern.remove_prefix(1);
    const auto part = pattern.substr(0, pattern.find('/'));
    pattern.remove_prefix(part.size());
    if (part.starts_with('{')) {
      captured.push_back(segment);
    } else if (part != segment) {
      return false;
    }
  }
  return pattern.empty();
}

RouteMatch find_route(std::span<const Route> routes, const wire::http::Request& request) {
  const auto method = request.method == Method::Head ? Method::Get : request.method;
  RouteMatch match;
  std::vector<std::string> captured;
  for (const auto& route : routes) {
    if (!fits(route.pattern, request.target, captured)) continue;
    match.cors = route.cors;
    if (!match.allowed.empty()) match.allowed += ", ";
    match.allowed += route.method == Method::Get ? "GET, HEAD" : wire::http::to_text(route.method);
    if (route.method != method) continue;
    match.route = &route;
    match.captured = std::move(captured);
    return match;
  }
  return match;
}

bool takes_body_of(const Route& route, const wire::http::Request& request) {
  auto type = request.headers.get("content-type");
  if (route.takes == Takes::anything || type.empty() || request.body.empty()) return true;
  const auto kind = wire::http::to_lower(wire::http::take_until(type, ';'));
  return kind == "application/json" || (route.takes == Takes::json_as_text && kind == "text/plain");
}

}  // namespace parlor::edge
