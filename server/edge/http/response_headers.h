// Response headers that every answer gets: what a browser may do with it. Pure.
//
// The attacker's moves: a script slipped into a page of ours, our pages in a frame, a foreign page reading answers
// meant for another.
#pragma once

#include <string_view>

#include "edge/http/answer.h"
#include "edge/http/exchange.h"
#include "edge/http/router.h"

namespace parlor::edge {

// What a path belongs to; each has its own policy.
enum class Surface : std::uint8_t { dashboard, demo, widget, interface };
Surface surface_of(std::string_view path);

// Pages may load what we serve and nothing else; answers that are no pages may do nothing.
std::string content_security_policy(Surface surface, const PublicOrigin& origin);

// Which Access-Control-Allow-Origin a request from this origin gets; empty for none.
std::string allowed_origin(Cors cors, const std::optional<std::string>& origin, bool is_known);

void add_common_headers(Answer& answer, const Exchange& exchange, Cors cors);

// To OPTIONS on a path that takes other methods, and to "OPTIONS *", which asks about the whole server.
Answer preflight_answer(const RouteMatch& match);
Answer server_options_answer();

}  // namespace parlor::edge
