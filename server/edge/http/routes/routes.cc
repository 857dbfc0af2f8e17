#include "edge/http/routes/routes.h"

#include <vector>

#include "base/limits.h"
#include "edge/limits.h"

namespace parlor::edge {
namespace {

using wire::http::Method;

std::vector<Route> all_routes() {
  using namespace route;
  const auto widget = Cors::inboxes;
  const auto own = Cors::none;
  const auto frame = limits::kClientFrameBytesMax;
  const auto body = limits::kRestBodyBytesMax;
  return {
      {Method::Post, "/realtime/sessions/{session}", post_to_session, widget, frame},
      {Method::Delete, "/realtime/sessions/{session}", end_session, widget, 0},
      {Method::Post, "/realtime/sessions/{session}/poll", poll_session, widget, body},
      {Method::Get, "/realtime/sessions/{session}/events", read_events, widget, 0},
      {Method::Post, "/realtime/sessions", open_session, widget, frame},
      {Method::Get, "/realtime", open_websocket, own, 0},
      {Method::Get, "/realtime/doctor", see_arrival, own, 0},
      {Method::Post, "/realtime/doctor", see_body_arrive, own, frame, Takes::anything},
      {Method::Get, "/realtime/doctor/events", see_events_arrive, own, 0},
      {Method::Post, "/api/v1/widget", configure_widget, widget, body, Takes::json_as_text},
      {Method::Post, "/api/v1/visitors", create_visitor, widget, body},
      {Method::Post, "/api/v1/session", route::sign_in, own, body},
      {Method::Get, "/api/v1/session", who_am_i, own, 0},
      {Method::Delete, "/api/v1/session", sign_out, own, 0},
      {Method::Get, "/api/v1/setup", setup_state, own, 0},
      {Method::Post, "/api/v1/setup", set_up, own, body},
      {Method::Get, "/api/v1/inboxes", list_inboxes, own, 0},
      {Method::Post, "/api/v1/inboxes", create_inbox, own, body},
      {Method::Patch, "/api/v1/inboxes/{inbox}", change_inbox, own, body},
      {Method::Get, "/api/v1/agents", list_agents, own, 0},
      {Method::Get, "/api/v1/routing", read_routing, own, 0},
      {Method::Put, "/api/v1/routing", save_routing, own, limits::kSetupBytesMax},
      {Method::Post, "/api/v1/routing/explain", explain_routing, own, body},
      {Method::Get, "/api/v1/invitations", list_invitations, own, 0},
      {Method::Post, "/api/v1/invitations", create_invitation, own, body},
      {Method::Post, "/api/v1/invitations/accept", accept_invitation, own, body},
      {Method::Post, "/api/v1/invitations/check", check_invitation, own, body},
      {Method::Delete, "/api/v1/invitations/{invitation}", revoke_invitation, own, 0},
      {Method::Get, "/api/v1/contacts/{contact}", read_contact, own, 0},
      {Method::Put, "/api/v1/doctor/probes/{probe}", reserve_probe, own, 0},
      {Method::Get, "/api/v1/doctor/probes/{probe}", read_probe, own, 0},
      {Method::Get, "/healthz", healthz, own, 0},
      {Method::Get, "/metrics", metrics, own, 0},
      {Method::Get, "/_test/echo", echo_socket, own, 0},
      {Method::Post, "/_test/echo", echo_body, own, limits::kEchoBytesMax, Takes::anything},
  };
}

constexpr std::size_t kTestRoutes = 2;

}  // namespace

std::span<const Route> routes(bool test_endpoints) {
  static const auto kRoutes = all_routes();
  return std::span(kRoutes).first(kRoutes.size() - (test_endpoints ? 0 : kTestRoutes));
}

}  // namespace parlor::edge
