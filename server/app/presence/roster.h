// Roster: one worker's copy of who is here. Written by presence publications, read by shards and sessions of the same
// worker.
#pragma once

#include <unordered_map>

#include "app/topics/publication.h"

namespace parlor::app {

class Roster {
 public:
  void apply(const PresenceChanged& change);

  AgentStatus agent(UserId user) const;
  // Online or busy: there to read what a visitor writes.
  bool is_reachable(UserId user) const;
  bool contact_online(ContactId contact) const;
  // Where the contact is now, if anywhere.
  const ports::PageView* page_of(ContactId contact) const;

 private:
  struct Present {
    AgentStatus status{};
    std::optional<ports::PageView> page;
  };
  std::unordered_map<ActorId, Present> agents_;
  std::unordered_map<ActorId, Present> contacts_;
};

}  // namespace parlor::app
