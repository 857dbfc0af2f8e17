// One day under one policy, event by event, decided by the rules that the server runs: pass() offers, an offer's own
// rules end it, presence says who is online. Only people are made up: how soon an agent answers, how long a chat takes,
// when a visitor has waited enough.
#pragma once

#include <queue>
#include <unordered_map>

#include "domain/presence/presence.h"
#include "domain/routing/estimate.h"
#include "domain/routing/offer.h"
#include "domain/routing/pass.h"
#include "figures.h"
#include "plan.h"
#include "policy.h"

namespace parlor::bench {

// Once, and then it is gone; the plan outlives it.
class FloorRun {
 public:
  FloorRun(const Plan& plan, const Policy& policy, Chance chance);

  Figures run();

 private:
  enum class Kind : std::uint8_t {
    comes,
    gives_up,
    answers,
    rings_out,
    ends,
    cannot_help,
    agent_comes,
    agent_leaves,
    look,
  };
  struct Event {
    Time at{};
    std::uint64_t number = 0;
    Kind kind{};
    // A visitor or an agent, by its index.
    std::size_t who = 0;
    // Which of the visitor's turns it is about.
    std::uint32_t turn = 0;
    // Of a priority_queue the greatest is on top.
    bool operator<(const Event& other) const { return at != other.at ? at > other.at : number > other.number; }
  };
  struct Case {
    // Counts up when a wait or a chat is over, and with it all that was still to come of it.
    std::uint32_t turn = 0;
    bool is_first_wait = true;
    std::optional<Millis> told;
    // Of the chat.
    std::size_t agent = 0;
    TeamId team;
  };

  void plan_day();
  void at(Time time, Kind kind, std::size_t who);
  bool is_over(const Event& event) const;
  void pass_time(Time until);
  void happen(const Event& event);

  void comes(std::size_t visitor);
  void gives_up(std::size_t visitor);
  void answers(std::size_t visitor);
  void rings_out(std::size_t visitor);
  void cannot_help(std::size_t visitor);
  void agent_comes(std::size_t agent);
  void agent_leaves(std::size_t agent);

  void decide();
  void ring(const routing::Offering& offering);
  void run_over(const routing::RunsOver& move);
  void look_again(Time at);

  routing::Waiting waiting_of(std::size_t visitor) const;
  void queue(std::size_t visitor, routing::Waiting waiting);
  void leave_queue(std::size_t visitor);
  void end_offer(std::size_t visitor, const routing::OfferWish& wish);
  void begin_chat(std::size_t visitor, std::size_t agent);
  void end_chat(std::size_t visitor);
  void sign(std::size_t agent, const presence::Sign& sign);
  Millis handling(std::size_t visitor, const routing::Agent& agent) const;

  std::size_t agent_index(UserId id) const;
  routing::Waiting& find(ConversationId id);
  routing::Floor floor() const { return {now_, teams_, agents_, waiting_}; }

  const Plan& plan_;
  Policy policy_;
  Chance chance_;
  std::vector<routing::Team> teams_;
  std::vector<routing::Agent> agents_;
  std::vector<presence::State> presence_;
  std::vector<routing::Waiting> waiting_;
  // Those that ring.
  std::unordered_map<ConversationId, routing::Offer> offers_;
  std::vector<Case> cases_;
  routing::Estimator estimator_;
  std::priority_queue<Event> events_;
  std::uint64_t numbered_ = 0;
  Time now_ = kMidnight;
  // The look that is planned next, if it lies ahead.
  Time look_at_ = kMidnight;
  Figures figures_;
};

}  // namespace parlor::bench
