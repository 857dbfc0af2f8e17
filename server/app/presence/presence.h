// Presence: the one owner of who is here on this node. Lives on the first worker; every call may come from any thread
// and is posted there. It counts sessions, keeps what agents say of themselves, and where visitors are; it writes
// nothing to the store but the page path of a contact that has a conversation.
#pragma once

#include <unordered_map>
#include <vector>

#include "app/directory/directory.h"
#include "app/ports/bus.h"
#include "app/ports/clock.h"
#include "app/ports/store.h"
#include "domain/access/access.h"
#include "runtime/worker.h"

namespace parlor::app {

class Presence {
 public:
  struct Ports {
    ports::Bus& bus;
    ports::Store& store;
    ports::Clock& clock;
  };
  Presence(runtime::Worker& worker, const Directory& directory, Ports ports);

  void session_opened(access::Principal principal);
  void session_closed(access::Principal principal);
  void set_status(access::Principal agent, AgentStatus status);
  void page_viewed(access::Principal visitor, ports::PageView page);
  // The contact became durable: keep the pages that it has seen so far.
  void contact_stored(WorkspaceId workspace, ContactId contact);

 private:
  struct Agent {
    WorkspaceId workspace;
    std::size_t sessions = 0;
    AgentStatus status = AgentStatus::online;
  };
  struct Visitor {
    WorkspaceId workspace;
    std::size_t sessions = 0;
    // The newest first.
    std::vector<ports::PageView> pages;
    bool stored = false;
  };

  void publish_agent(ActorId id, const Agent& agent);
  void publish_visitor(ActorId id, const Visitor& visitor);
  void add_page(ActorId id, Visitor& visitor, ports::PageView page);
  void save_pages(ActorId id, const Visitor& visitor);

  runtime::Worker& worker_;
  ports::Bus& bus_;
  ports::Store& store_;
  const Directory& directory_;
  ports::Clock& clock_;
  std::unordered_map<ActorId, Agent> agents_;
  std::unordered_map<ActorId, Visitor> visitors_;
};

}  // namespace parlor::app
