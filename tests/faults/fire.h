// A conversation under fire: writers that never stop, a server that is killed again and again, and what the ledgers say
// afterwards.
//
// The clients live on a thread of their own, so that they try to come back while the server is down. The ledgers are
// read only after that thread has ended.
#pragma once

#include <string>

#include "tests/server/server_process.h"

namespace parlor::tests {

struct Findings {
  std::size_t kills = 0;
  std::size_t acknowledged = 0;
  std::size_t lost = 0;         // acknowledged, but not stored
  std::size_t doubled = 0;      // stored or shown more than once
  std::size_t reordered = 0;    // not in the sender's order, or not at the seq that was acknowledged
  std::size_t different = 0;    // conversations that the two sides read differently
  std::size_t unrecovered = 0;  // resumed topics for which the server had no more what was missed
  std::size_t unseen = 0;       // stored, but not told to a client that was there all the time
  std::size_t refused = 0;      // refused for good
  std::size_t returns = 0;      // times that a client came back
  std::string trouble;          // why it could not be carried through

  [[nodiscard]] std::string report() const;
};

struct FirePlan {
  ServerSettings server;
  std::size_t kills_max = 30;
};

Findings hold_under_fire(const FirePlan& plan);

}  // namespace parlor::tests
