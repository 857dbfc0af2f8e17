// What the `visitors` topic shows: who is on the site, with names joined, before any encoding. Immutable values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/presence/visits.h"

namespace parlor::app {

struct VisitorsView {
  struct Row {
    // Its times are the clock's, not the steady one's.
    presence::Visit visit;
    std::optional<presence::Chat> chat;
    // Of whoever chats, and of whoever invited.
    std::string agent_name;
    std::string inviter_name;
  };
  // Whoever came last first.
  std::vector<Row> rows;
  presence::Visits::Counts counts;
  // There are more, who came before the last row.
  bool has_more = false;
};

}  // namespace parlor::app
