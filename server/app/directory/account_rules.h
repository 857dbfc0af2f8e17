// What makes a name, an address or a password acceptable, and how an inbox is made. Pure but for fresh ids.
#pragma once

#include <string>
#include <string_view>

#include "app/node.h"
#include "app/ports/secrets.h"

namespace parlor::app {

// 1 to 80 code points, not all blank.
bool is_name(std::string_view name);
// One @ with something on both sides, no white space, at most 254 bytes. Whether it exists only mail can tell.
bool is_email(std::string_view email);
// 10 to 256 bytes.
bool is_password(const Secret& password);
// Without surrounding blanks, in lower case.
std::string folded_email(std::string_view email);

// With a random key and no origins yet.
ports::Inbox new_inbox(Node& node, ports::Secrets& secrets, WorkspaceId workspace, std::string name);

}  // namespace parlor::app
