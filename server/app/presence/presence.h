// Presence: the one owner of who is here on this node. Lives on the first worker; every call may come from any thread
// and is posted there. It keeps agents as the rules of domain/presence see them, and where visitors are; it writes
// nothing to the store but the page path of a contact that has a conversation.
#pragma once

#include <unordered_map>
#include <vector>

#include "app/directory/directory.h"
#include "app/ports/bus.h"
#include "app/ports/clock.h"
#include "app/ports/store.h"
#include "app/presence/visitors.h"
#include "domain/access/access.h"
#include "domain/presence/presence.h"
#include "runtime/timer.h"

namespace parlor::app {

class Presence {
 public:
  struct Ports {
    ports::Bus& bus;
    ports::Store& store;
    ports::Clock& clock;
    ports::Ids& ids;
  };
  Presence(runtime::Worker& worker, const Directory& directory, Ports ports);

  // Before the workers run, or on the first one.
  void start() { look_.start(); }

  void session_opened(access::Principal principal, SessionId session);
  void session_closed(access::Principal principal, SessionId session);
  void set_status(access::Principal agent, AgentStatus status);
  // Somebody sits there.
  void acted(access::Principal agent, SessionId session);
  // Offers rang at them and rang out; only choosing anew ends that.
  void missed_offers(access::Principal agent);
  // Silence changes what an agent is without a sign. On the first worker; start() does it every few seconds.
  void look();
  // `visit`: as the page was told, if it was.
  void page_viewed(access::Principal visitor, ports::PageView page, std::optional<presence::VisitId> visit = {});
  // What the page says of them, all of it.
  void described(access::Principal visitor, Attributes attributes);
  // The contact became durable: keep the pages that it has seen so far.
  void contact_stored(WorkspaceId workspace, ContactId contact);
  // Who is on the site, with a chat or without.
  Visitors& visitors() { return visitors_; }

 private:
  struct Agent {
    WorkspaceId workspace;
    presence::State state;
    // None: nobody was told of them yet.
    std::optional<AgentStatus> told;
  };
  struct Visitor {
    WorkspaceId workspace;
    std::size_t sessions = 0;
    // The newest first.
    std::vector<ports::PageView> pages;
    // None: no page has said anything of them.
    std::optional<Attributes> attributes = {};
    bool stored = false;
  };

  void sign(access::Principal principal, presence::Sign sign);
  void tell_agent(ActorId id, Agent& agent);
  void publish_visitor(ActorId id, const Visitor& visitor);
  void add_page(ActorId id, Visitor& visitor, ports::PageView page);
  void save_pages(ActorId id, const Visitor& visitor);
  void save_attributes(ActorId id, const Visitor& visitor);

  runtime::Worker& worker_;
  ports::Bus& bus_;
  ports::Store& store_;
  const Directory& directory_;
  ports::Clock& clock_;
  std::unordered_map<ActorId, Agent> agents_;
  std::unordered_map<ActorId, Visitor> connected_;
  Visitors visitors_;
  runtime::Every look_;
};

}  // namespace parlor::app
