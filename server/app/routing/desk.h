// Desk: one workspace's floor as this node knows it: who waits, who has what, what rings at whom. It hears what
// happened, and `step` says what is to be done now. No I/O, no clock: time is a value. Owned by the router, on its
// worker.
//
//   see, agent_is, visitor_is ---> books ---> step ---> Steps (what rings, what goes back, who has left)
//                                    ^          |
//                                    +----------+  offers begin and end in the books at once
#pragma once

#include <map>
#include <unordered_map>
#include <vector>

#include "app/directory/directory.h"
#include "app/floor_watch.h"
#include "app/topics/views.h"
#include "domain/conversation/commands.h"
#include "domain/refusal.h"
#include "domain/routing/estimate.h"
#include "domain/routing/explain.h"
#include "domain/routing/held.h"
#include "domain/routing/offer.h"
#include "domain/routing/setup.h"

namespace parlor::app {

struct Steps {
  struct Back {
    ConversationId conversation;
    conversation::Requeue wish;
  };
  // Offers as they are now: those that began to ring, and those that have ended.
  std::vector<routing::Offer> offers;
  std::vector<Back> back;
  // Their visitors have left; each is said once.
  std::vector<ConversationId> abandoned;
  // Let two offers in a row ring out.
  std::vector<UserId> set_away;
  // When to ask again if nothing happens before.
  std::optional<Time> due_at;
};

// An agent who lets a visitor wait longer than the team allows.
struct Silence {
  ConversationId conversation;
  UserId agent;
  // Of the visitor's first message without an answer.
  Time since{};
};

// How far a waiting visitor is, as they are told.
struct QueuePosition {
  // 0: it waits no more.
  std::size_t number = 0;
  std::optional<TeamId> team;
  // None: nobody can say.
  std::optional<routing::WaitBand> wait = {};
  bool ways_out = false;
  bool operator==(const QueuePosition&) const = default;
};

class Desk {
 public:
  // `began_at`: people who have chats and were not seen since then are gone only after limits::kAgentSilenceMax.
  explicit Desk(Time began_at) : began_at_(began_at) {}

  void set_up(std::shared_ptr<const routing::Setup> setup);
  // Within the team's hours; it is, until this says otherwise.
  void set_open(TeamId team, bool open);
  void see(const Glance& glance, bool visitor_there, Time now);
  void agent_is(UserId agent, AgentStatus status, Time now);
  void visitor_is(ContactId contact, bool there, Time now);

  Steps step(Time now);

  // Whoever has a conversation asks a colleague. The same again, while it rings: nothing new.
  std::optional<Refusal> refuse_ask(const routing::Offer& ask) const;
  // What begins to ring, and what it takes the place of; nothing for the same again.
  std::vector<routing::Offer> ask(const routing::Offer& ask);

  // Whether this agent may answer what rings; it goes on ringing until settle().
  std::optional<Refusal> refuse_answer(ConversationId conversation, UserId agent) const;
  // The offer is over in this way; nothing if it was before.
  std::optional<routing::Offer> settle(ConversationId conversation, routing::OfferStatus status);
  // Null: nothing rings.
  const routing::Offer* offer(ConversationId conversation) const;

  // Changed since the last call; by conversation. One that waits no more has the number 0.
  std::vector<std::pair<ConversationId, QueuePosition>> moved_positions(Time now);
  // The visitor came back and knows nothing.
  void forget_told(ContactId contact);

  routing::Floor floor(Time now) const { return {now, teams_, agents_, waiting_}; }
  const routing::Waiting* waiting(ConversationId conversation) const;
  // Of one that waits.
  std::optional<ContactId> contact_of(ConversationId conversation) const;
  const std::map<ConversationId, routing::Offer>& offers() const { return offers_; }
  const routing::Setup& setup() const { return *setup_; }
  std::size_t open_of(UserId agent) const;
  // Since when the visitor who waits longest for this agent does.
  std::optional<Time> longest_wait_of(UserId agent) const;
  // That were alerted and not answered since, the longest first.
  std::vector<Silence> silences() const;
  AgentStatus status_of(UserId agent) const;
  bool is_open(TeamId team) const;
  // How far the team's estimates were off lately.
  std::optional<routing::Accuracy> accuracy(TeamId team) const { return estimator_.accuracy(team); }

 private:
  struct Person {
    AgentStatus status = AgentStatus::offline;
    // Since when they are not here; nothing while they are.
    std::optional<Time> gone_at;
  };
  struct Aside {
    ContactId contact;
    routing::Waiting waiting;
  };
  struct HeldChat {
    UserId agent;
    std::optional<TeamId> team = {};
    routing::Held held = {};
    // What was asked for and has not happened yet is asked again after a while.
    std::optional<Time> asked_at = {};
  };

  void wait(const Glance& glance, bool visitor_there, Time now);
  std::optional<TeamId> team_of(const Glance& glance) const;
  routing::Waiting& begin_to_wait(const Glance& glance, TeamId team, bool visitor_there, Time now);
  routing::Waiting& add(routing::Waiting waiting, ContactId contact, Time now);
  void put_aside(ConversationId conversation, Time now);
  void bring_back(ContactId contact, Time now);
  void move(routing::Waiting& waiting, TeamId team, Time now);
  void hold(const Glance& glance, Time now);
  void stop_waiting(ConversationId conversation, std::optional<UserId> taken_by, Time now);
  void drop_held(ConversationId conversation, Time now);
  void recount(UserId agent);
  // Writes into each who waits how long it will take.
  void estimate(Time now);
  routing::Waiting* find_waiting(ConversationId conversation);
  routing::Agent* find_agent(UserId agent);
  Person& person(UserId agent);

  bool rings_already(const routing::Offer& ask) const;
  // It is not theirs any more who asked.
  void end_ask(const Glance& glance);
  bool is_pointless(const routing::Offer& offer) const;
  void end_offers(Steps& steps, Time now);
  void end_offer(ConversationId conversation, routing::OfferStatus status, Steps& steps);
  void look_after_held(Steps& steps, Time now);
  void follow_pass(Steps& steps, Time now);
  routing::HeldLimits limits_for(const HeldChat& chat) const;

  Time began_at_;
  std::shared_ptr<const routing::Setup> setup_ = std::make_shared<const routing::Setup>();
  std::vector<routing::Team> teams_;
  std::vector<routing::Agent> agents_;
  std::vector<routing::Waiting> waiting_;
  std::unordered_map<ConversationId, std::size_t> place_of_waiting_;
  std::unordered_map<ConversationId, ContactId> contact_of_waiting_;
  // Those whose visitors left the queue for longer than their place is kept; still queued, for whoever picks by hand.
  std::unordered_map<ConversationId, Aside> aside_;
  // Came to a queue that was full, and run over.
  std::vector<std::pair<ConversationId, TeamId>> full_;
  std::unordered_map<ConversationId, HeldChat> held_;
  std::unordered_map<UserId, std::size_t> open_;
  std::unordered_map<UserId, Person> people_;
  std::map<ConversationId, routing::Offer> offers_;
  std::unordered_map<ConversationId, QueuePosition> told_;
  routing::Estimator estimator_;
  // Withdrawn outside of a step; the next one says so.
  std::vector<routing::Offer> ended_;
};

}  // namespace parlor::app
