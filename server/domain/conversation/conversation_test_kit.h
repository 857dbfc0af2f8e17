// given(…).when(…).then(…): how the rules' tests read. The cast: Ada and Ben are agents, Orla the owner, Vic the
// visitor.
#pragma once

#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/id_test_kit.h"
#include "domain/conversation/decide.h"
#include "domain/conversation/evolve.h"

namespace parlor::conversation::testing {

inline const ConversationId kChat = make_id<ConversationId>(1);
inline const InboxId kShop = make_id<InboxId>(2);
inline const ContactId kVicContact = make_id<ContactId>(3);
inline const UserId kAda = make_id<UserId>(10);
inline const UserId kBen = make_id<UserId>(11);
inline const UserId kOrla = make_id<UserId>(12);
inline const Actor vic = Actor::visitor(kVicContact);
inline const Actor ada = Actor::agent(kAda);
inline const Actor ben = Actor::agent(kBen);
inline const Actor orla = Actor::agent(kOrla);
inline const MessageId kFresh = make_id<MessageId>(99);
inline const Time kMonday = from_unix_ms(1'790'000'000'000);

// A fact that somebody made happen, some time after Monday morning.
struct Past {
  Actor actor;
  Fact fact;
  Millis after{0};
};

class Scenario {
 public:
  explicit Scenario(const std::vector<Past>& past) {
    state_.id = kChat;
    for (const auto& one : past)
      happen(one);
    context_.now = kMonday;
    context_.fresh_id = kFresh;
  }

  Scenario& at(Millis after) {
    context_.now = kMonday + after;
    return *this;
  }
  Scenario& assignee_is_online() {
    context_.assignee_online = true;
    return *this;
  }
  Scenario& assistant_answers() {
    context_.assistant_answers = true;
    return *this;
  }
  Scenario& rules_say(std::vector<AutomaticMessage> messages) {
    context_.messages = std::move(messages);
    return *this;
  }
  Scenario& waits_in(Place place) {
    context_.place = std::move(place);
    return *this;
  }
  Scenario& tagged(std::vector<std::string> tags) {
    context_.tags = std::move(tags);
    return *this;
  }
  Scenario& taker_is_full() {
    context_.taker_is_full = true;
    return *this;
  }
  Scenario& receiver_is_there() {
    context_.receiver_is_there = true;
    return *this;
  }
  Scenario& actor_is_owner() {
    context_.actor_is_owner = true;
    return *this;
  }
  Scenario& knowing(MessageFacts facts) {
    state_.named.emplace(facts.id, facts);
    return *this;
  }
  Scenario& seen_at(Seq seq) {
    if_seq_ = seq;
    return *this;
  }
  Scenario& when(Actor actor, Wish wish) {
    decided_ = decide(state_, {actor, std::nullopt, if_seq_, std::move(wish)}, context_);
    return *this;
  }

  void then(const std::vector<Fact>& expected) const {
    ASSERT_TRUE(decided_.has_value()) << "refused: " << static_cast<int>(decided_.error());
    std::vector<Fact> facts;
    for (const auto& event : decided_->events)
      facts.push_back(event.fact);
    EXPECT_EQ(facts, expected);
  }
  void then_refused(Refusal expected) const {
    ASSERT_FALSE(decided_.has_value());
    EXPECT_EQ(decided_.error(), expected);
  }
  const Decision& decision() const { return *decided_; }
  const State& state() const { return state_; }
  State after() const {
    State state = state_;
    for (const auto& event : decided_->events)
      evolve(state, event);
    return state;
  }

 private:
  void happen(const Past& one) {
    Event event{state_.seq + 1, state_.visitor_seq, kMonday + one.after, one.actor, std::nullopt, one.fact};
    evolve(state_, event);
  }

  State state_;
  Context context_;
  std::optional<Seq> if_seq_;
  Decided decided_ = std::unexpected(Refusal::try_later);
};

inline Scenario given(const std::vector<Past>& past) {
  return Scenario(past);
}

inline MessageId message(std::uint8_t number) {
  return make_id<MessageId>(number);
}
inline PostMessage says(std::string text) {
  return {{std::move(text)}};
}

// Where most stories begin.
inline std::vector<Past> begun() {
  return {{vic, Started{kShop, kVicContact}}};
}
inline std::vector<Past> queued() {
  auto past = begun();
  past.push_back({vic, MessagePosted{message(1)}});
  past.push_back({vic, Queued{QueuedReason::started}});
  return past;
}
inline std::vector<Past> open_with_ada() {
  auto past = queued();
  past.push_back({ada, Assigned{kAda}});
  past.push_back({ada, ParticipantJoined{ada}});
  return past;
}
inline std::vector<Past> snoozed_by_ada(Millis until) {
  auto past = open_with_ada();
  past.push_back({ada, Snoozed{kMonday + until}});
  return past;
}
inline std::vector<Past> resolved_by_ada() {
  auto past = open_with_ada();
  past.push_back({ada, Resolved{}});
  return past;
}

}  // namespace parlor::conversation::testing
