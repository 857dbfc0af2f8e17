// Routes: everything that the server answers over HTTP, by feature. Each handler runs on the worker of its connection.
#pragma once

#include <span>
#include <string_view>

#include "edge/http/exchange.h"
#include "edge/http/router.h"

namespace parlor::edge {

// What a WebSocket of ours asks for.
inline constexpr std::string_view kSubprotocol = "parlor.v1";

// The whole table. With the test endpoints or without.
std::span<const Route> routes(bool test_endpoints);

namespace route {

using Result = runtime::Task<Answer>;

// realtime.cc
Result open_websocket(SharedExchange exchange);
// sessions.cc
Result open_session(SharedExchange exchange);
Result post_to_session(SharedExchange exchange);
Result read_events(SharedExchange exchange);
Result poll_session(SharedExchange exchange);
Result end_session(SharedExchange exchange);
// visitors.cc
Result create_visitor(SharedExchange exchange);
Result configure_widget(SharedExchange exchange);
// sign_in.cc
Result sign_in(SharedExchange exchange);
Result who_am_i(SharedExchange exchange);
Result sign_out(SharedExchange exchange);
// setup.cc
Result setup_state(SharedExchange exchange);
Result set_up(SharedExchange exchange);
// inboxes.cc
Result list_inboxes(SharedExchange exchange);
Result create_inbox(SharedExchange exchange);
Result change_inbox(SharedExchange exchange);
// agents.cc
Result list_agents(SharedExchange exchange);
Result read_routing(SharedExchange exchange);
Result save_routing(SharedExchange exchange);
Result explain_routing(SharedExchange exchange);
Result list_invitations(SharedExchange exchange);
Result create_invitation(SharedExchange exchange);
Result revoke_invitation(SharedExchange exchange);
Result check_invitation(SharedExchange exchange);
Result accept_invitation(SharedExchange exchange);
// contacts.cc
Result read_contact(SharedExchange exchange);
// doctor.cc
Result see_arrival(SharedExchange exchange);
Result see_body_arrive(SharedExchange exchange);
Result see_events_arrive(SharedExchange exchange);
Result reserve_probe(SharedExchange exchange);
Result read_probe(SharedExchange exchange);
// system.cc
Result healthz(SharedExchange exchange);
Result metrics(SharedExchange exchange);
// test_endpoints.cc
Result echo_socket(SharedExchange exchange);
Result echo_body(SharedExchange exchange);

}  // namespace route
}  // namespace parlor::edge
