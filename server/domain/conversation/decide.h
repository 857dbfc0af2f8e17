// decide: which events follow from a command in a state, or why none do. Pure; microseconds.
//
// | in status           | visitor posts                | agent posts     | others                                     |
// |---------------------|------------------------------|-----------------|--------------------------------------------|
// | assistant           | stays; queued if none answers| joins: open     | accept, assign: open; resolve, end         |
// | queued              | stays                        | accepts: open   | accept, assign: open; resolve, end         |
// | open                | stays                        | stays           | assign; snooze; resolve, end               |
// | snoozed             | open with its agent if       | open            | wake: as for a visitor's post; assign;     |
// |                     | online, else queued          |                 | resolve, end                               |
// | resolved, under 24h | as snoozed                   | reopens to them | rate, reopen                               |
// | resolved, later     | conversation_resolved        | reopens to them | rate for 7 days, reopen                    |
//
// Resolve and end lead to resolved; transfer leads to queued, or to open with a colleague who is there and has room.
// Who has as many chats as they can have takes none (agent_full). Notes and tags are taken in every status. Every other
// cell is a named refusal.
#pragma once

#include <expected>
#include <vector>

#include "domain/conversation/commands.h"
#include "domain/conversation/state.h"
#include "domain/refusal.h"

namespace parlor::conversation {

struct Decision {
  // Numbered, stamped and ready to append. Empty: the wish already holds.
  std::vector<Event> events;
  std::vector<Content> contents;
  // The message or note that the answer names.
  std::optional<MessageId> message;
  Version version = 1;
  // The event that the answer's seq means; the last one unless said otherwise.
  std::size_t answering = 0;
};

using Decided = std::expected<Decision, Refusal>;

Decided decide(const State& state, const Command& command, const Context& context);

// A read mark is durable but no event. Refused past the newest seq that the reader may see; unchanged if it would
// shrink.
std::expected<std::optional<ReadMark>, Refusal> mark_read(const State& state, Actor reader, Seq seq, Time now);

}  // namespace parlor::conversation
