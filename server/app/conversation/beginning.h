// What the rules of a workspace make of a conversation that begins to wait: whose queue, how urgent, who may take it,
// which tags, what the visitor reads. Asked once, with the visitor's first message at hand. Any thread.
#pragma once

#include <string>

#include "app/floor_watch.h"
#include "app/ports/clock.h"
#include "app/ports/zones.h"
#include "domain/attributes.h"
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
  // Two of them are facts of their own: "vip", and "sentiment" from -1 to 1.
  Attributes attributes = {};
  // Of the inbox's team; none: nobody knows.
  std::optional<QueueFigures> queue = {};
  Time at{};
};

// Times are those of the inbox's team; of a team without hours, UTC. `zones` may be null.
condition::Facts facts_of(const Beginning& beginning, const routing::Setup& setup, const ports::Zones* zones);

// What else the rules need; lives for one call.
struct AskedWith {
  const routing::Setup& setup;
  const ports::Zones* zones = nullptr;
  ports::Ids& ids;
};

// Writes place (none without teams), tags and messages.
void route(conversation::Context& context, const Beginning& beginning, const AskedWith& with);

// The queue in which visitors of this inbox begin to wait; none: nobody knows.
std::optional<QueueFigures> queue_before(const FloorWatch* floor, WorkspaceId workspace, InboxId inbox,
                                         const routing::Setup& setup);

}  // namespace parlor::app
