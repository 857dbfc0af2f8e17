// What the `queue` topic shows of a desk, with names. On the router's worker.
#pragma once

#include "app/routing/desk.h"
#include "app/topics/floor_view.h"

namespace parlor::app {

// The floor as its workspace's people see it.
FloorView view_of(const Desk& desk, WorkspaceId workspace, const DirectorySnapshot& directory, Time now);
OfferView view_of(const routing::Offer& offer, const DirectorySnapshot& directory, Time now);

}  // namespace parlor::app
