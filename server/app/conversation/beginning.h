// What the rules of a workspace make of a conversation that begins to wait: whose queue, how urgent, who may take it,
// which tags. Asked once, with the visitor's first message at hand. Any thread.
#pragma once

#include <string>

#include "app/ports/zones.h"
#include "domain/condition/facts.h"
#include "domain/conversation/commands.h"
#include "domain/routing/setup.h"

namespace parlor::app {

// Empty: not known.
struct Beginning {
  InboxId inbox;
  std::string message;
  // With its query.
  std::string page_url;
  std::string page_title;
  std::string locale;
  // They had a conversation before.
  bool returning = false;
  Time at{};
};

// Times are those of the inbox's team; of a team without hours, UTC. `zones` may be null.
condition::Facts facts_of(const Beginning& beginning, const routing::Setup& setup, const ports::Zones* zones);

// Writes place (none without teams) and tags.
void route(conversation::Context& context, const Beginning& beginning, const routing::Setup& setup,
           const ports::Zones* zones);

}  // namespace parlor::app
