// Views: what readers are shown, with names joined, before any encoding. Immutable values; they travel between workers.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/ports/store.h"
#include "domain/presence/presence.h"

namespace parlor::app {

// `offline` also when no session lives.
using AgentStatus = presence::Status;

struct NamedEvent {
  conversation::Event event;
  std::optional<conversation::Body> body;
  // Empty for a visitor without a name and for the system.
  std::string actor_name;
  // Of the assignee, the participant or the team that the event speaks of.
  std::string subject_name;
};

struct ConversationView {
  ports::LoadedConversation loaded;
  std::string assignee_name;
  std::string team_name;
  bool contact_online = false;
  bool assignee_online = false;
};

struct ParticipantView {
  Actor actor;
  std::string name;
  bool online = false;
};

struct AgentView {
  UserId id;
  std::string name;
  std::string email;
  ports::Role role{};
  AgentStatus status{};
};

}  // namespace parlor::app
