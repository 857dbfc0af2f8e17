// The Origin rules: on which pages a visitor's token counts. Pure.
//
// The attacker's move: a foreign page runs our widget, or calls the server with a token that it got hold of, from its
// visitors' browsers.
#pragma once

#include <optional>
#include <string>

#include "app/ports/directory_store.h"

namespace parlor::edge {

// No Origin means no browser: a page cannot leave it out. The server's own pages (the demo, the dashboard) are always
// allowed.
bool origin_allowed(const std::optional<std::string>& origin, const ports::Inbox& inbox, const std::string& public_url);

}  // namespace parlor::edge
