// Who did something, as events name them: a kind and an id, never a name. A visitor acts as its contact.
#pragma once

#include <cstdint>

#include "base/id.h"

namespace parlor {

enum class ActorKind : std::uint8_t { visitor, agent, assistant, system };

struct Actor {
  ActorKind kind = ActorKind::system;
  ActorId id{};

  static Actor visitor(ContactId contact) { return {ActorKind::visitor, id_cast<ActorId>(contact)}; }
  static Actor agent(UserId user) { return {ActorKind::agent, id_cast<ActorId>(user)}; }
  static Actor system() { return {}; }
  bool is_visitor() const { return kind == ActorKind::visitor; }
  bool is_agent() const { return kind == ActorKind::agent; }
  UserId user() const { return id_cast<UserId>(id); }
  ContactId contact() const { return id_cast<ContactId>(id); }
  auto operator<=>(const Actor&) const = default;
};

// Two audiences read a conversation: its visitor, and the people who work there.
enum class Audience : std::uint8_t { visitor, agent };

}  // namespace parlor
