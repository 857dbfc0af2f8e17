// Estimator: how long a visitor will wait. It sees only what happens to one queue and to the agents who can take from
// it (a team's; where skills are required one for each set of them beside it, and the longer of both counts). Owned by
// whoever follows that queue, on one thread; keeps a fixed amount for each who waits, reads no clock.
//
// Agents free their slots at a rate that is counted over the last ends, for a busy slot and not for an hour, so that an
// agent who comes or leaves counts at once, and that follows within those few ends when chats become longer or shorter.
// Of the freed slots this queue gets its share; those ahead give up at a rate of their own; of those who will come some
// go ahead.
//
// It keeps its own error too, so that a supervisor sees how far to trust it.
#pragma once

#include <array>
#include <optional>
#include <unordered_map>
#include <variant>

#include "base/id.h"
#include "base/limits.h"
#include "base/time.h"

namespace parlor::routing {

// An agent who can take from this queue is online, with room for so many chats in all.
struct AgentCame {
  int slots = 0;
};
struct AgentLeft {
  int slots = 0;
};
// `ahead`: how many wait before it.
struct Arrived {
  ConversationId conversation;
  std::size_t ahead = 0;
};
// One of these agents took it: from this queue, or from another that they serve as well.
struct Began {
  ConversationId conversation;
};
// One of these agents has a slot again.
struct Ended {};
// It waits here no more and nobody took it: the visitor gave up, or it ran over to another team.
struct LeftQueue {
  ConversationId conversation;
};

using QueueEvent = std::variant<AgentCame, AgentLeft, Arrived, Began, Ended, LeftQueue>;

// Of the last estimates that were put to the proof, limits::kEstimatesKept at most: those of visitors who found nobody
// free and were served.
struct Accuracy {
  std::size_t estimates = 0;
  // Half of them were nearer.
  Millis median_error{};
  // In hundredths of the real wait.
  int median_error_percent = 0;
  bool operator==(const Accuracy&) const = default;
};

class Estimator {
 public:
  // In the order in which it happens.
  void see(const QueueEvent& event, Time at);
  // Of somebody behind so many others; zero while a slot is free for them, nothing while nobody is there to serve.
  std::optional<Millis> estimate(std::size_t ahead) const;
  // Nothing before the first proof.
  std::optional<Accuracy> accuracy() const;

 private:
  static constexpr std::size_t kKept = limits::kEstimatorEventsKept;

  // The last of a kind of event, each with the exposure (busy slots or waiting people times milliseconds) until then.
  class Rate {
   public:
    void count(double exposure);
    // Events for a unit of exposure; the guess counts until there are events enough.
    double value(double exposure, double guess) const;

   private:
    std::array<double, kKept> until_{};
    std::size_t counted_ = 0;
  };
  class Mean {
   public:
    void add(double value);
    double value(double guess) const;

   private:
    std::array<double, kKept> values_{};
    std::size_t counted_ = 0;
  };
  struct Proof {
    Millis estimated{};
    Millis real{};
  };

  void on(const AgentCame& event, Time at);
  void on(const AgentLeft& event, Time at);
  void on(const Arrived& event, Time at);
  void on(const Began& event, Time at);
  void on(const Ended& event, Time at);
  void on(const LeftQueue& event, Time at);
  void pass_time(Time at);
  double age() const;
  void prove(Millis estimated, Millis real);

  struct Waiter {
    Time since{};
    std::optional<Millis> estimated;
  };

  // Of the first and of the last event.
  std::optional<Time> began_at_;
  Time now_{};
  int slots_ = 0;
  int busy_ = 0;
  std::unordered_map<ConversationId, Waiter> waiting_;
  // Milliseconds times busy slots, and times people who wait.
  double served_ = 0;
  double waited_ = 0;
  Rate ends_;
  Rate leaves_;
  Rate arrivals_;
  // What part of the queue a newcomer goes ahead of; and whether a freed slot was for this queue.
  Mean overtakes_;
  Mean shares_;
  std::array<Proof, limits::kEstimatesKept> proofs_{};
  std::size_t proven_ = 0;
};

// What a visitor is told.
enum class WaitBand : std::uint8_t { under_1_min, about_2_min, about_5_min, over_10_min };
WaitBand band(Millis wait);

}  // namespace parlor::routing
