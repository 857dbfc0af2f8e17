// Router: which handler a request is for. Pure; the table of routes is a constant.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "edge/http/answer.h"
#include "runtime/task.h"
#include "wire/http/message.h"

namespace parlor::edge {

struct Exchange;
using SharedExchange = std::shared_ptr<Exchange>;
using Handler = runtime::Task<Answer> (*)(SharedExchange);

// Pages of which other origins may call a route: none, those on which an inbox's widget may run, or all.
enum class Cors : std::uint8_t { none, inboxes, everyone };

// What a route reads as its body. Plain text that is JSON as well: a page of another origin may send it without asking
// first.
enum class Takes : std::uint8_t { json, json_as_text, anything };

struct Route {
  wire::http::Method method{};
  // Segments that stand in braces match anything and are captured: "/api/v1/inboxes/{id}".
  std::string_view pattern;
  Handler handler = nullptr;
  Cors cors = Cors::none;
  std::size_t body_bytes_max = 32 * 1024;
  Takes takes = Takes::json;
};

struct RouteMatch {
  // None: nothing here takes this method; then `allowed` names those that are taken, if the path is known at all.
  const Route* route = nullptr;
  std::vector<std::string> captured;
  std::string allowed;
  Cors cors = Cors::none;

  bool path_is_known() const { return !allowed.empty(); }
};

// HEAD finds the route of GET.
RouteMatch find_route(std::span<const Route> routes, const wire::http::Request& request);

// Whether the route reads bodies of the kind that this request says it brings. A body that does not say is taken for
// what it should be.
bool takes_body_of(const Route& route, const wire::http::Request& request);

// Captures when the path fits.
bool fits(std::string_view pattern, const wire::http::Target& target, std::vector<std::string>& captured);

}  // namespace parlor::edge
