// Whether a team is there now, and for how long. Pure but for reading zones; any thread.
#pragma once

#include <optional>

#include "app/ports/zones.h"
#include "domain/routing/setup.h"

namespace parlor::app {

struct Opening {
  bool is_open = true;
  // When that changes; nothing: never, or not within limits::kHoursSearchTime.
  std::optional<Time> until;
};

// A team without hours is always there; so is one whose zone this machine does not know any more: better than never.
// `zones` may be null.
Opening opening_of(const routing::TeamSetup& team, const ports::Zones* zones, Time now);

// When visitors of this inbox find somebody again; nothing while they do, or when nobody knows.
std::optional<Time> back_at(const routing::Setup& setup, InboxId inbox, const ports::Zones* zones, Time now);

}  // namespace parlor::app
