// Whether an agent is here: their sessions (tabs and devices), what they chose to be, and how long they have been
// silent. Every answer is a function of this state and a moment, so that nothing ticks: whoever keeps the state sets
// one timer, for `due_at`. Owned by the keeper of an agent's presence; never reads a clock, never stores anything.
//
//           the last session ends, is silent            10 s
//           for 35 s, or its node is lost              later
//   here ------------------------------------> gone ----------> vanished: others get their chats
//    ^                                           |                 |
//    +------------- a session is heard ----------+-----------------+
//
// Gone and vanished agents are offline. One who is here is what they chose, unless silence or two unanswered offers
// made them away: activity ends the first, only choosing anew ends the second.
#pragma once

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "base/id.h"
#include "base/limits.h"
#include "base/time.h"

namespace parlor::presence {

enum class Status : std::uint8_t { online, busy, away, offline };

// What the agent gives to be seen by. A heartbeat, which also opens the session:
struct Heard {
  SessionId session;
  // Whose lease the session lives on.
  NodeId node;
};
// The agent's own hand: a key, a click. Also a heartbeat.
struct Acted {
  SessionId session;
  NodeId node;
};
struct Closed {
  SessionId session;
};
// The node's lease ran out: its sessions are gone with it.
struct NodeLost {
  NodeId node;
};
struct Chose {
  Status status{};
};
// Offers rang and rang out; see routing/offer.h.
struct MissedOffers {};

using Sign = std::variant<Heard, Acted, Closed, NodeLost, Chose, MissedOffers>;

struct Session {
  SessionId id;
  NodeId node;
  Time heard_at{};
  bool operator==(const Session&) const = default;
};

struct State {
  // At most limits::kSessionsPerAgentMax; one more drops the one that was heard longest ago.
  std::vector<Session> sessions;
  // When the last session ended; nothing while there are sessions. After a restart the keeper starts with this moment,
  // so that an agent who never comes back vanishes too.
  std::optional<Time> left_at;
  Status chosen = Status::online;
  Time acted_at{};
  bool missed_offers = false;
  bool operator==(const State&) const = default;
};

struct Settings {
  // Silent for so long an agent counts as away; nothing: never.
  std::optional<Millis> away_after = limits::kAutoAwayTime;
};
// Whether a screen may save them.
bool are_valid(const Settings& settings);

void evolve(State& state, const Sign& sign, Time at);

Status status_at(const State& state, const Settings& settings, Time now);
// When the agent is gone if no further sign comes; that may be ahead. Nothing for somebody who was never here.
std::optional<Time> gone_at(const State& state);
// When, likewise, the grace is over as well.
std::optional<Time> vanished_at(const State& state);
// The next moment at which time alone changes one of the answers above.
std::optional<Time> due_at(const State& state, const Settings& settings, Time now);

}  // namespace parlor::presence
