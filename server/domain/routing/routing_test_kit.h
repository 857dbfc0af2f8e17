// given(…).at(…).rings(…): how the rules' tests read. The cast: Ada, Ben and Orla take chats at Casa & Co; Vic and
// Wanda wait. Orders is the team where a story plays unless it says otherwise.
#pragma once

#include <type_traits>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/id_test_kit.h"
#include "domain/routing/explain.h"
#include "domain/routing/pass.h"

namespace parlor::routing::testing {

using namespace std::chrono_literals;
using presence::Status;

inline const UserId kAda = make_id<UserId>(1);
inline const UserId kBen = make_id<UserId>(2);
inline const UserId kOrla = make_id<UserId>(3);
inline const ConversationId kVic = make_id<ConversationId>(11);
inline const ConversationId kWanda = make_id<ConversationId>(12);
inline const ConversationId kXaver = make_id<ConversationId>(13);
inline const TeamId kOrders = make_id<TeamId>(21);
inline const TeamId kBilling = make_id<TeamId>(22);
inline const TeamId kReturns = make_id<TeamId>(23);
inline const SkillId kSpanish = make_id<SkillId>(31);
inline const SkillId kGerman = make_id<SkillId>(32);
inline const SkillId kSofas = make_id<SkillId>(33);
inline const Time kMonday = from_unix_ms(1'790'000'000'000);

// The thing with one member changed.
template <class Thing, class Member>
Thing with(Thing thing, Member Thing::* member, std::type_identity_t<Member> value) {
  thing.*member = std::move(value);
  return thing;
}

inline Agent online(UserId id, std::vector<TeamId> teams = {kOrders}) {
  return {.id = id, .teams = std::move(teams), .status = Status::online};
}
inline Agent ada() {
  return online(kAda);
}
inline Agent ben() {
  return online(kBen);
}

inline Team orders() {
  return {.id = kOrders};
}
inline Team billing() {
  return {.id = kBilling};
}

// Since so long after Monday morning.
inline Waiting waits(ConversationId id, Millis after = 0s) {
  return {.id = id, .team = kOrders, .since = kMonday + after, .in_team_since = kMonday + after};
}
inline Waiting vic(Millis after = 0s) {
  return waits(kVic, after);
}
inline Waiting wanda(Millis after = 1s) {
  return waits(kWanda, after);
}

using Rings = std::vector<std::pair<ConversationId, UserId>>;

class Scene {
 public:
  Scene(std::vector<Team> teams, std::vector<Agent> agents, std::vector<Waiting> waiting)
      : teams_(std::move(teams)), agents_(std::move(agents)), waiting_(std::move(waiting)) {}

  Scene& at(Millis after) {
    now_ = kMonday + after;
    return *this;
  }
  Floor floor() const { return {now_, teams_, agents_, waiting_}; }
  Moves pass() const { return routing::pass(floor()); }
  Explanation explain(const Waiting& waiting) const { return routing::explain(floor(), waiting); }
  // What rings at whom, in the order of the pass.
  Rings rings() const {
    Rings rings;
    for (const auto& offer : pass().offers)
      rings.emplace_back(offer.conversation, offer.agent);
    return rings;
  }

 private:
  std::vector<Team> teams_;
  std::vector<Agent> agents_;
  std::vector<Waiting> waiting_;
  Time now_ = kMonday + 10s;
};

inline Scene given(std::vector<Team> teams, std::vector<Agent> agents, std::vector<Waiting> waiting) {
  return {std::move(teams), std::move(agents), std::move(waiting)};
}
// In the team Orders, as it is when nobody has changed anything.
inline Scene given(std::vector<Agent> agents, std::vector<Waiting> waiting) {
  return {{orders()}, std::move(agents), std::move(waiting)};
}

}  // namespace parlor::routing::testing
