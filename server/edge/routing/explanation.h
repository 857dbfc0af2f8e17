// "Who would get this?" for the wire, with names. Pure.
#pragma once

#include "app/routing/router.h"
#include "wire/generated/routing.h"

namespace parlor::edge {

wire::Explanation to_wire(const app::Explained& explained, WorkspaceId workspace,
                          const app::DirectorySnapshot& directory);

}  // namespace parlor::edge
