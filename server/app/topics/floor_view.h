// What the `queue` topic shows: the floor of a workspace with names joined, before any encoding. Immutable values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/topics/views.h"
#include "domain/place.h"
#include "domain/routing/estimate.h"
#include "domain/routing/offer.h"

namespace parlor::app {

struct OfferView {
  ConversationId conversation;
  UserId agent;
  std::string agent_name;
  routing::OfferStatus status{};
  Millis ring_time{};
  // What is left of it.
  Millis left{};
  // The colleague who asks, if one does, and whether for company.
  std::optional<UserId> from;
  std::string from_name;
  bool joins = false;
};

struct FloorView {
  struct Entry {
    ConversationId conversation;
    std::optional<TeamId> team;
    std::size_t position = 0;
    Priority priority{};
    Time since{};
    std::optional<Millis> estimate;
  };
  struct TeamOnFloor {
    TeamId id;
    std::string name;
    std::size_t waiting = 0;
    std::size_t online = 0;
    bool open = true;
    std::optional<Millis> estimate;
    std::optional<int> error_percent;
  };
  struct AgentOnFloor {
    UserId id;
    std::string name;
    AgentStatus status{};
    std::size_t chats = 0;
    // None: nothing was set up for them.
    std::optional<int> capacity;
    std::vector<TeamId> teams;
    std::vector<std::string> skills;
    std::optional<Time> longest_wait;
  };

  // A visitor has waited for this agent longer than the team allows.
  struct Alert {
    ConversationId conversation;
    UserId agent;
    std::string agent_name;
    Time since{};
  };

  // The first of the queue; `waiting` counts all.
  std::vector<Entry> queue;
  std::size_t waiting = 0;
  std::vector<OfferView> offers;
  std::vector<TeamOnFloor> teams;
  std::vector<AgentOnFloor> agents;
  // Whose visitor waits longest first.
  std::vector<Alert> alerts;
};

// How far a waiting visitor is. Number 0: it waits no more.
struct QueueMoved {
  std::size_t number = 0;
  std::optional<routing::WaitBand> wait;
  std::string team;
  bool ways_out = false;
};

}  // namespace parlor::app
