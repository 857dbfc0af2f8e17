// What the load bench can do, one function each: it sets the table, measures, and says what it found. All throw when a
// server cannot be used at all.
#pragma once

#include "plan.h"

namespace parlor::bench {

struct Bench {
  Reactor& reactor;
  const Server& server;
  Peer& peer;
  RunPlan plan;
};

// Visitors and agents write to one another, as fast as it goes or at a steady rate.
Figures chat(Bench bench);
// Connections that are known and silent: what each of them costs in memory.
Figures idle(Bench bench);
// One conversation, many who listen.
Figures fan_out(Bench bench);
// All of a crowd are cut off at once and come back, while others chat on.
Figures storm(Bench bench);
// Chats over WebSocket and over long-poll among many who are silent.
Figures mixed(Bench bench);

// A span of the plan's seconds, which begins after the warm-up.
struct Span;
Span measured_span(const RunPlan& plan);

// How busy the server and the swarm were between two moments: 1 is one whole core.
class Busy {
 public:
  explicit Busy(const RunPlan& plan);
  void add_figures(Figures& figures) const;

 private:
  std::vector<int> pids_;
  Clock::time_point from_;
  double server_s_;
  double swarm_s_;
};

}  // namespace parlor::bench
