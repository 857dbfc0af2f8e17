// Visitors: who is on the sites of every workspace, as the pages and sessions of this node tell. Kept in memory alone:
// a visitor who never writes leaves no trace. Lives on the first worker; calls may come from any thread and are
// answered on the worker of the Reply. Silence is told by the steady clock, so that setting the other one empties no
// list.
#pragma once

#include <memory>
#include <unordered_map>

#include "app/directory/directory.h"
#include "app/ports/bus.h"
#include "app/ports/clock.h"
#include "app/reply.h"
#include "app/topics/visitors_view.h"
#include "domain/access/access.h"
#include "runtime/timer.h"

namespace parlor::app {

class Visitors {
 public:
  struct Ports {
    ports::Bus& bus;
    ports::Clock& clock;
    ports::Ids& ids;
  };
  Visitors(runtime::Worker& worker, const Directory& directory, Ports ports);

  struct Seen {
    // None: more visits are not counted.
    std::optional<presence::VisitId> visit;
    // To be shown on the page now.
    std::optional<presence::Invitation> invitation;
  };
  // A page asks; `dismissed` is the invitation that its visitor put away.
  void see(WorkspaceId workspace, presence::Sighting sighting, std::optional<ClientId> dismissed, Reply<Seen> reply);
  // A page of a contact, told over its session.
  void see(access::Principal visitor, presence::SitePage page, std::optional<presence::VisitId> visit);
  void connected(access::Principal visitor, bool is_connected);
  // Where the contact's conversation stands; none: it is over.
  void chats(WorkspaceId workspace, ContactId contact, ConversationId conversation, std::optional<presence::Chat> chat);

  void view(access::Principal agent, std::optional<presence::VisitId> before, std::size_t count,
            Reply<std::shared_ptr<const VisitorsView>> reply);
  // Answers with the invitation's id.
  void invite(access::Principal agent, presence::VisitId visit, std::string text, Reply<ClientId> reply);
  // The one that a visitor answers; none: it is over.
  void invitation(access::Principal visitor, ClientId id, Reply<std::optional<presence::Invitation>> reply);

 private:
  struct Site {
    presence::Visits visits;
    bool is_shown = true;
    presence::Visits::Counts counts_shown;
  };

  const presence::Visit* see_now(Site& site, presence::Sighting sighting);
  void changed(Site& site);
  // While anybody is there, who has left must be noticed.
  void show();
  VisitorsView view_of(const Site& site, std::optional<presence::VisitId> before, std::size_t count) const;
  VisitorsView::Row row_of(const presence::Visits& visits, const presence::Visit& visit) const;

  runtime::Worker& worker_;
  const Directory& directory_;
  ports::Bus& bus_;
  ports::Clock& clock_;
  ports::Ids& ids_;
  std::unordered_map<WorkspaceId, Site> sites_;
  runtime::Coalesced show_soon_;
};

}  // namespace parlor::app
