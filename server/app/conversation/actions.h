// Which action of the access matrix each wish is.
#pragma once

#include "domain/access/access.h"
#include "domain/conversation/commands.h"

namespace parlor::app {

// A wish that only the system has (waking, putting back into the queue) is no one's action: none.
std::optional<access::Action> action_of(const conversation::Wish& wish);

}  // namespace parlor::app
