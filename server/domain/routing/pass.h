// pass: everything that is to be done now about those who wait, in one pure call over a whole workspace. It changes
// nothing: the app turns the answer into appends, and whatever loses (another node was faster, the agent is full) takes
// part in the next pass. Under ten milliseconds for 10,000 waiting conversations and 500 agents (bench/micro).
//
// Offers first, in the order of order.h, one to an agent at most. An agent is asked who
//  - is of the team and online (not busy, away or offline), has room for the weight and nothing ringing,
//  - has every required skill at its level,
//  - has not passed on this conversation, unless all who could be reached have: then the round starts again,
//  - for the first `prefer_for` of the wait: has as many of the preferred skills as anybody who could be reached.
// Of these the first by the team's criteria; see floor.h. Nobody is offered a conversation whose visitor has left: it
// keeps its place instead. Teams in pick mode get no offers; everything else holds for them too.
#pragma once

#include "domain/routing/queue.h"

namespace parlor::routing {

struct Offering {
  ConversationId conversation;
  UserId agent;
  TeamId team;
  Millis ring_time{};
  // Everybody has passed: forget who did before this offer rings.
  bool asks_again = false;
  bool operator==(const Offering&) const = default;
};

struct Moves {
  std::vector<Offering> offers;
  // Of those that got no offer.
  std::vector<RunsOver> overflows;
  std::vector<ConversationId> ways_out;
  // An offer that still rings for one of these is withdrawn.
  std::vector<ConversationId> abandoned;
  // When to look again if nothing happens before.
  std::optional<Time> due_at;
};

Moves pass(const Floor& floor);

// The one that `A` takes: the first in the queue that the agent may have, by hand and so in either mode.
std::optional<ConversationId> first_for(const Floor& floor, UserId agent);

}  // namespace parlor::routing
