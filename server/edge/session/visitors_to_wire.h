// Who is on the site, on the wire.
#pragma once

#include "app/topics/visitors_view.h"
#include "wire/generated/visitors.h"

namespace parlor::edge {

wire::VisitorsTopicState to_wire(const app::VisitorsView& view);

}  // namespace parlor::edge
