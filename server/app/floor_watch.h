// FloorWatch: whoever must know at once where conversations stand. The shards tell it after each commit that changes
// something of that; the router listens.
#pragma once

#include "domain/conversation/state.h"

namespace parlor::app {

// What routing looks at.
struct Glance {
  ConversationId conversation;
  // What was seen at a smaller one is older.
  conversation::Seq seq{};
  ContactId contact;
  InboxId inbox;
  conversation::Status status{};
  std::optional<UserId> assignee;
  // Who had it before, if anybody.
  std::optional<UserId> last_agent;
  Place place;
  bool answered = false;
  // Only where a team may be reminded of it.
  std::optional<Time> waiting_since;
  std::string locale;
  // Its visitor waits for a call at this time, not in the queue.
  std::optional<Time> call_at;
  bool operator==(const Glance&) const = default;
};

// A team's queue, as of the last second.
struct QueueFigures {
  std::size_t length = 0;
  // What whoever came last was told; none: nobody waits, or nobody can say.
  std::optional<Millis> wait;
  std::size_t agents_online = 0;
};

class FloorWatch {
 public:
  virtual ~FloorWatch() = default;
  // Any thread.
  virtual void changed(WorkspaceId workspace, Glance glance) = 0;
  // An append failed, and may be stored all the same: nobody will tell what it made.
  virtual void in_doubt(WorkspaceId workspace) = 0;
  // Teams, skills or agents were set up in another way.
  virtual void set_up_anew() = 0;
  // None: the team is not known here. Any thread.
  virtual std::optional<QueueFigures> figures(WorkspaceId workspace, TeamId team) const = 0;
};

}  // namespace parlor::app
