// The queue as those who wait in it see it: who is how far, who may come in, what becomes of those who wait too long or
// leave. Pure; pass() puts these answers together, and each may be asked alone.
#pragma once

#include "domain/routing/order.h"
#include "domain/routing/teams.h"

namespace parlor::routing {

// How far a conversation is: 1 for the first of its team's queue, in the order of order.h. Whoever left but keeps their
// place counts, and so does one that rings at an agent.
struct Position {
  ConversationId conversation;
  TeamId team;
  std::size_t number = 0;
  bool operator==(const Position&) const = default;
};
// In the order of the queue.
std::vector<Position> positions(const Floor& floor);

// Where a conversation may begin to wait: in the team itself; where that runs over to if its queue is full; nowhere.
std::optional<TeamId> admit(const Floor& floor, TeamId team);

// Left for longer than the place is kept, and nobody had ever answered.
bool is_abandoned(const Waiting& waiting, const Team& team, Time now);

// The visitor waited for so long, or will, that they are offered a call or an answer by mail.
bool ways_out_due(const Waiting& waiting, const Team& team, Time now);

enum class OverflowReason : std::uint8_t { closed, waited, queue_long };

struct RunsOver {
  ConversationId conversation;
  TeamId from;
  TeamId to;
  OverflowReason reason{};
  bool operator==(const RunsOver&) const = default;
};
// Each conversation at most one team further, and never to a team where it was, that is closed or whose queue is full.
// Of a queue that is too long those go who came last. `settled` marks, by their index, those that are not to be moved:
// they have an offer now, or have abandoned.
std::vector<RunsOver> overflows(const Floor& floor, const std::vector<bool>& settled);

// The next moment at which time alone changes what is to be done about a conversation.
std::optional<Time> due_at(const Waiting& waiting, const Team& team, Time now);

}  // namespace parlor::routing
