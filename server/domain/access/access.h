// Access: who may do what. One function for every way in: HTTP, WebSocket, long-poll, subscriptions, pages and events.
// Pure.
//
// An attacker's moves that it stops: naming another visitor's conversation, an id of another workspace, an agent's
// method from a visitor's token, a topic that lists more than one's own.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/id.h"
#include "domain/actor.h"

namespace parlor::access {

// Everything that anyone can ask for. A new method, route, topic or event gets an action here and a row in the matrix
// of access.cc.
enum class Action : std::uint8_t {
  start_conversation,
  post_message,
  edit_message,
  delete_message,
  delete_any_message,
  post_note,
  accept_conversation,
  assign_conversation,
  transfer_conversation,
  answer_offer,
  snooze_conversation,
  resolve_conversation,
  reopen_conversation,
  end_conversation,
  ask_answer,
  rate_conversation,
  tag_conversation,
  read_conversation,
  mark_read,
  type_in_conversation,
  set_agent_status,
  view_page,
  read_own_contact,
  read_any_contact,
  list_conversations,
  read_presence,
  read_queue,
  read_visitors,
  invite_visitor,
  read_visitor_events,
  read_agent_events,
  read_inboxes,
  write_inboxes,
  read_agents,
  invite_agents,
  read_routing,
  write_routing,
  read_metrics,
  examine_connection,
};
inline constexpr std::size_t kActions = static_cast<std::size_t>(Action::examine_connection) + 1;

enum class Role : std::uint8_t { visitor, agent, owner };

// Who speaks, proven by a token or a cookie.
struct Principal {
  Role role{};
  WorkspaceId workspace;
  // The contact's or the user's id, by role.
  ActorId id;
  // A visitor's: where it came in, and its device.
  InboxId inbox;
  VisitorId visitor;
  // A bearer token with the scope `bulk`.
  bool bulk = false;

  Actor actor() const { return {role == Role::visitor ? ActorKind::visitor : ActorKind::agent, id}; }
  Audience audience() const { return role == Role::visitor ? Audience::visitor : Audience::agent; }
  bool operator==(const Principal&) const = default;
};

// What it is about: a thing of a workspace, and of a contact where it belongs to one.
struct Object {
  WorkspaceId workspace;
  std::optional<ContactId> contact;
};

bool allowed(const Principal& principal, Action action, const Object& object);

// For tests and documentation: the role's cell of the matrix, without regard to the object.
bool role_may(Role role, Action action);
std::string_view to_string(Action action);

}  // namespace parlor::access
