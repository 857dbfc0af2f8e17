// What is wrong with a routing setup, for people: which team, which agent, and why. Pure.
#pragma once

#include <vector>

#include "app/directory/directory.h"
#include "domain/routing/setup.h"
#include "wire/generated/routing.h"

namespace parlor::edge {

// With the names that the setup and the directory know.
wire::SetupFault to_wire(const routing::SetupFault& fault, const routing::Setup& setup,
                         const app::DirectorySnapshot& directory);

}  // namespace parlor::edge
