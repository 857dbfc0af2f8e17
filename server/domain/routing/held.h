// What becomes of a conversation that its agent does not look after, because they have vanished or are silent. One
// question, `next_step`, and its answer holds until one of the facts changes, so that the owner of the conversation
// sets one timer. Pure: reads no clock.
//
//   agent vanished, has not answered   at once                     requeued, keeps its place
//   agent vanished, has answered       after 2 minutes             rerouted, with a line that says so
//   agent silent, the visitor waits    the team's limit            alert, once
//                                      a second limit after that   rerouted
//
// An agent who is back in time has a vanished_at that lies ahead again, and keeps everything.
#pragma once

#include <cstdint>
#include <optional>

#include "base/limits.h"
#include "base/time.h"

namespace parlor::routing {

struct Held {
  // When its wait in the queue began, before the agent had it.
  Time since{};
  // An agent has written in it.
  bool answered = false;
  // The visitor's first message that nobody has answered; nothing while we wait for the visitor.
  std::optional<Time> waiting_since;
  // presence::vanished_at of the agent, which may lie ahead; nothing when nobody has it.
  std::optional<Time> agent_vanished_at;
  std::optional<Time> alerted_at;
};

struct HeldLimits {
  Millis answered_wait = limits::kAnsweredWait;
  // The team's; nothing: silence is the agent's own affair.
  std::optional<Millis> alert_after = limits::kSilentAlertTime;
  Millis reroute_after_alert = limits::kSilentRerouteTime;
};

enum class HeldStep : std::uint8_t { requeue, reroute, alert };

struct NextStep {
  HeldStep step{};
  Time at{};
  // Of the wait that goes on when it is requeued or rerouted. A silent agent is among `passed_by` then.
  Time since{};
  bool operator==(const NextStep&) const = default;
};

// The first that is due, even if it lies ahead. Nothing: as things are, it may stay as it is.
std::optional<NextStep> next_step(const Held& held, const HeldLimits& limits);

}  // namespace parlor::routing
