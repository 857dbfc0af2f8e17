#include "domain/access/access.h"

#include <array>

namespace parlor::access {
namespace {

// A role's reach: not at all; what belongs to its own contact; all of its own workspace.
enum class Reach : std::uint8_t { none, own, workspace };

struct Row {
  Action action;
  std::string_view name;
  Reach visitor;
  Reach agent;
  Reach owner;
};

constexpr auto kNone = Reach::none;
constexpr auto kOwn = Reach::own;
constexpr auto kAll = Reach::workspace;

// clang-format off
constexpr std::array<Row, kActions> kMatrix{{
    //                                                            visitor agent  owner
    {Action::start_conversation,   "start_conversation",          kOwn,   kNone, kNone},
    {Action::post_message,         "post_message",                kOwn,   kAll,  kAll},
    {Action::edit_message,         "edit_message",                kOwn,   kAll,  kAll},
    {Action::delete_message,       "delete_message",              kOwn,   kAll,  kAll},
    {Action::delete_any_message,   "delete_any_message",          kNone,  kNone, kAll},
    {Action::post_note,            "post_note",                   kNone,  kAll,  kAll},
    {Action::accept_conversation,  "accept_conversation",         kNone,  kAll,  kAll},
    {Action::assign_conversation,  "assign_conversation",         kNone,  kAll,  kAll},
    {Action::transfer_conversation,"transfer_conversation",       kNone,  kAll,  kAll},
    {Action::answer_offer,         "answer_offer",                kNone,  kAll,  kAll},
    {Action::snooze_conversation,  "snooze_conversation",         kNone,  kAll,  kAll},
    {Action::resolve_conversation, "resolve_conversation",        kNone,  kAll,  kAll},
    {Action::reopen_conversation,  "reopen_conversation",         kNone,  kAll,  kAll},
    {Action::end_conversation,     "end_conversation",            kOwn,   kNone, kNone},
    {Action::ask_answer,           "ask_answer",                  kOwn,   kNone, kNone},
    {Action::rate_conversation,    "rate_conversation",           kOwn,   kNone, kNone},
    {Action::tag_conversation,     "tag_conversation",            kNone,  kAll,  kAll},
    {Action::read_conversation,    "read_conversation",           kOwn,   kAll,  kAll},
    {Action::mark_read,            "mark_read",                   kOwn,   kAll,  kAll},
    {Action::type_in_conversation, "type_in_conversation",        kOwn,   kAll,  kAll},
    {Action::set_agent_status,     "set_agent_status",            kNone,  kAll,  kAll},
    {Action::view_page,            "view_page",                   kOwn,   kNone, kNone},
    {Action::read_own_contact,     "read_own_contact",            kOwn,   kNone, kNone},
    {Action::read_any_contact,     "read_any_contact",            kNone,  kAll,  kAll},
    {Action::list_conversations,   "list_conversations",          kNone,  kAll,  kAll},
    {Action::read_presence,        "read_presence",               kNone,  kAll,  kAll},
    {Action::read_queue,           "read_queue",                  kNone,  kAll,  kAll},
    {Action::read_visitors,        "read_visitors",               kNone,  kAll,  kAll},
    {Action::invite_visitor,       "invite_visitor",              kNone,  kAll,  kAll},
    {Action::read_visitor_events,  "read_visitor_events",         kOwn,   kAll,  kAll},
    {Action::read_agent_events,    "read_agent_events",           kNone,  kAll,  kAll},
    {Action::read_inboxes,         "read_inboxes",                kNone,  kAll,  kAll},
    {Action::write_inboxes,        "write_inboxes",               kNone,  kNone, kAll},
    {Action::read_agents,          "read_agents",                 kNone,  kAll,  kAll},
    {Action::invite_agents,        "invite_agents",               kNone,  kNone, kAll},
    {Action::read_routing,         "read_routing",                kNone,  kAll,  kAll},
    {Action::write_routing,        "write_routing",               kNone,  kNone, kAll},
    {Action::read_metrics,         "read_metrics",                kNone,  kNone, kAll},
    {Action::examine_connection,   "examine_connection",          kNone,  kNone, kAll},
}};
// clang-format on

constexpr bool every_action_has_its_row() {
  for (std::size_t i = 0; i < kMatrix.size(); ++i) {
    if (kMatrix[i].action != static_cast<Action>(i) || kMatrix[i].name.empty()) return false;
  }
  return true;
}
static_assert(every_action_has_its_row(), "each action needs its row of the matrix, in the order of the enumeration");

const Row& row_of(Action action) {
  return kMatrix[static_cast<std::size_t>(action)];
}

Reach reach_of(Role role, Action action) {
  const auto& row = row_of(action);
  switch (role) {
    case Role::visitor:
      return row.visitor;
    case Role::agent:
      return row.agent;
    case Role::owner:
      return row.owner;
  }
  return Reach::none;
}

}  // namespace

bool allowed(const Principal& principal, Action action, const Object& object) {
  if (principal.workspace != object.workspace) return false;
  switch (reach_of(principal.role, action)) {
    case Reach::none:
      return false;
    case Reach::own:
      return object.contact && id_cast<ActorId>(*object.contact) == principal.id;
    case Reach::workspace:
      return true;
  }
  return false;
}

bool role_may(Role role, Action action) {
  return reach_of(role, action) != Reach::none;
}

std::string_view to_string(Action action) {
  return row_of(action).name;
}

}  // namespace parlor::access
