// Pace: how fast one team's chats end and its visitors give up, learned from what happens and from nothing else.
// Counted over the last ends for a busy slot, not for an hour: an agent more or less changes nothing about it, and when
// chats become longer or shorter it follows within those few ends. Owned by the estimator of the workspace; keeps a
// fixed amount.
#pragma once

#include <array>
#include <cstddef>

#include "base/limits.h"
#include "base/time.h"

namespace parlor::routing {

class Pace {
 public:
  // In the order in which they happen.
  void arrived(Time at);
  void began(Time at);
  void ended(Time at);
  // Waits no more, and nobody took it: the visitor gave up, or it ran over to another team.
  void left(Time at);

  // In a millisecond: ends of one busy slot, and of those who wait the part that gives up.
  double ends() const;
  double leaves() const;

 private:
  // The last events of a kind, each with the exposure until then: busy slots, or people who wait, times milliseconds.
  class Rate {
   public:
    void count(double exposure);
    // Until there are events enough, guessed ones stand in for those that are missing.
    double value(double exposure, double guess) const;

   private:
    std::array<double, limits::kPaceEventsKept> until_{};
    std::size_t counted_ = 0;
  };

  void pass_time(Time at);

  Time now_{};
  std::size_t waiting_ = 0;
  std::size_t busy_ = 0;
  double waited_ = 0;
  double served_ = 0;
  Rate ends_;
  Rate leaves_;
};

}  // namespace parlor::routing
