#include "app/presence/roster.h"

namespace parlor::app {

void Roster::apply(const PresenceChanged& change) {
  auto& people = change.participant.is_visitor() ? contacts_ : agents_;
  if (change.state == AgentStatus::offline) {
    people.erase(change.participant.id);
    return;
  }
  auto& present = people[change.participant.id];
  present.status = change.state;
  if (change.page) present.page = change.page;
}

AgentStatus Roster::agent(UserId user) const {
  const auto found = agents_.find(id_cast<ActorId>(user));
  return found == agents_.end() ? AgentStatus::offline : found->second.status;
}

bool Roster::is_reachable(UserId user) const {
  const auto status = agent(user);
  return status == AgentStatus::online || status == AgentStatus::busy;
}

bool Roster::contact_online(ContactId contact) const {
  return contacts_.contains(id_cast<ActorId>(contact));
}

const ports::PageView* Roster::page_of(ContactId contact) const {
  const auto found = contacts_.find(id_cast<ActorId>(contact));
  return found == contacts_.end() || !found->second.page ? nullptr : &*found->second.page;
}

}  // namespace parlor::app
