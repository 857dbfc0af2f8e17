// Departures: visitors who have left, and when their conversations are over because they do not come back. Each inbox
// says how long that takes, or that it never is. Whoever asked for a mail or a call need not be there, and a snoozed
// conversation has a time of its own. A plain value of one owner; knows no clock.
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "app/floor_watch.h"
#include "domain/routing/setup.h"

namespace parlor::app {

class Departures {
 public:
  struct Over {
    ConversationId conversation;
    Millis gone_for{};
    bool operator==(const Over&) const = default;
  };
  struct Step {
    std::vector<Over> over;
    // When to ask again if nothing happens before.
    std::optional<Time> due_at;
  };

  // Whether the visitor is there counts for a conversation that is new here; later visitor_is alone says so, because
  // what comes with a row may be older.
  void see(const Glance& glance, bool visitor_there, Time now);
  void visitor_is(ContactId contact, bool there, Time now);
  // What is over and goes on all the same is told again after a while: the store was away, or the visitor has written
  // and this node did not hear that they were back.
  Step step(const routing::Setup& setup, Time now);

 private:
  struct Chat {
    ContactId contact;
    InboxId inbox;
    // Nothing: the visitor is there.
    std::optional<Time> left_at = {};
    std::optional<Time> told_at = {};
  };

  std::unordered_map<ConversationId, Chat> chats_;
};

}  // namespace parlor::app
