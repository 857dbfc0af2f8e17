// A day by chance on a small floor: visitors come, leave and return, offers ring and are answered or not, agents go
// away and vanish, chats end. After every step the routing's rules decide and the books are looked at. One seed, one
// day.
#pragma once

#include <map>

#include "domain/routing/any_floor_test_kit.h"
#include "domain/routing/held.h"
#include "domain/routing/offer.h"
#include "domain/routing/promises_test_kit.h"

namespace parlor::routing::testing {

// What happened, so that a test can be sure that it has seen everything happen.
enum class Seen : std::uint8_t {
  offered,
  asked_again,
  accepted,
  passed,
  expired,
  withdrawn,
  set_away,
  ran_over,
  turned_away,
  abandoned,
  requeued,
  rerouted,
  alerted,
  resolved,
};
using Tally = std::map<Seen, std::uint64_t>;
using Broken = std::optional<std::string>;

class Day {
 public:
  Day(std::uint64_t seed, Tally& tally)
      : chance_(seed), builder_(chance_, {}), house_(builder_.house()), tally_(tally) {
    for (const auto& agent : house_.agents)
      people_[agent.id].is_connected = true;
  }

  Broken run(std::size_t steps) {
    for (std::size_t step = 0; step < steps; ++step) {
      house_.now += Millis(chance_.below(12'000));
      look_at_people();
      something_happens();
      ring_out();
      look_after_held();
      const auto moves = pass(house_.floor());
      if (auto broken = Promises(house_.floor()).broken_by(moves.offers)) return broken;
      if (auto broken = apply(moves)) return broken;
      if (auto broken = wrong_books()) return broken;
    }
    return std::nullopt;
  }

 private:
  struct Person {
    presence::State presence;
    bool is_connected = false;
    // When they were last heard, as only this world knows.
    Time heard_at = kMonday;
  };
  struct Chat {
    Waiting conversation;
    UserId agent;
    Held held;
  };

  // Agents give their signs; whoever is not online loses what rings at them.
  void look_at_people() {
    for (auto& agent : house_.agents) {
      auto& person = people_[agent.id];
      if (person.is_connected) {
        presence::evolve(person.presence, presence::Acted{make_id<SessionId>(1), make_id<NodeId>(1)}, house_.now);
        person.heard_at = house_.now;
      }
      agent.status = presence::status_at(person.presence, {}, house_.now);
      if (agent.status == Status::offline) withdraw_from(agent.id);
    }
  }

  void something_happens() {
    switch (chance_.below(8)) {
      case 0:
      case 1:
      case 2:
        return visitor_comes();
      case 3:
        return agent_does_something();
      case 4:
        return visitor_leaves_or_returns();
      case 5:
        return somebody_writes();
      case 6:
        return chat_ends();
      default:
        return agent_answers();
    }
  }

  void visitor_comes() {
    if (house_.waiting.size() >= 8) return;
    auto waiting = builder_.waiting(++conversations_, house_.now);
    const auto team = admit(house_.floor(), waiting.team);
    if (!team) return see(Seen::turned_away);
    waiting.team = *team;
    house_.waiting.push_back(std::move(waiting));
  }

  void agent_does_something() {
    auto& agent = house_.agents[chance_.below(house_.agents.size())];
    auto& person = people_[agent.id];
    if (chance_.percent(40)) {
      person.is_connected = !person.is_connected;
    } else {
      const auto status = chance_.percent(60) ? Status::online : static_cast<Status>(chance_.below(4));
      presence::evolve(person.presence, presence::Chose{status}, house_.now);
    }
  }

  void visitor_leaves_or_returns() {
    if (house_.waiting.empty()) return;
    auto& waiting = house_.waiting[chance_.below(house_.waiting.size())];
    waiting.visitor_left_at ? waiting.visitor_left_at.reset() : void(waiting.visitor_left_at = house_.now);
    if (waiting.visitor_left_at && waiting.has_offer) end_offer(offer_of(waiting.id), WithdrawOffer{});
  }

  void somebody_writes() {
    if (chats_.empty()) return;
    auto& chat = chats_[chance_.below(chats_.size())];
    if (chance_.percent(50) && people_[chat.agent].is_connected) {
      chat.held.answered = chat.conversation.answered = true;
      chat.held.waiting_since.reset();
    } else if (!chat.held.waiting_since) {
      chat.held.waiting_since = house_.now;
    }
  }

  void chat_ends() {
    if (chats_.empty()) return;
    const auto index = chance_.below(chats_.size());
    take_from_agent(index);
    see(Seen::resolved);
  }

  void agent_answers() {
    if (offers_.empty()) return;
    const auto& offer = offers_[chance_.below(offers_.size())];
    if (!people_[offer.agent].is_connected) return;
    chance_.percent(70) ? end_offer(offer, AcceptOffer{offer.agent}) : end_offer(offer, PassOffer{offer.agent});
  }

  void ring_out() {
    for (std::size_t i = offers_.size(); i-- > 0;)
      if (decide(offers_[i], ExpireOffer{}, house_.now)) end_offer(offers_[i], ExpireOffer{});
  }

  void look_after_held() {
    for (std::size_t i = chats_.size(); i-- > 0;) {
      chats_[i].held.agent_vanished_at = presence::vanished_at(people_[chats_[i].agent].presence);
      // An alert that comes late may leave the next step due as well.
      while (i < chats_.size()) {
        const auto next = next_step(chats_[i].held, {.alert_after = 60s, .reroute_after_alert = 30s});
        if (!next || next->at > house_.now) break;
        follow(i, *next);
      }
    }
  }

  void follow(std::size_t index, const NextStep& next) {
    auto& chat = chats_[index];
    if (next.step == HeldStep::alert) {
      chat.held.alerted_at = house_.now;
      return see(Seen::alerted);
    }
    see(next.step == HeldStep::requeue ? Seen::requeued : Seen::rerouted);
    auto waiting = std::move(chat.conversation);
    waiting.since = next.since;
    waiting.in_team_since = house_.now;
    waiting.passed_by = {chat.agent};
    take_from_agent(index);
    house_.waiting.push_back(std::move(waiting));
  }

  void take_from_agent(std::size_t index) {
    agent(chats_[index].agent).load -= chats_[index].conversation.weight;
    chats_.erase(chats_.begin() + static_cast<std::ptrdiff_t>(index));
  }

  void withdraw_from(UserId agent) {
    for (std::size_t i = offers_.size(); i-- > 0;)
      if (offers_[i].agent == agent) end_offer(offers_[i], WithdrawOffer{});
  }

  void end_offer(const Offer& ringing, const OfferWish& wish) {
    auto offer = ringing;
    offer.status = decide(offer, wish, house_.now).value();
    auto& waiting = waiting_of(offer.conversation);
    if (end(offer, waiting, agent(offer.agent))) {
      presence::evolve(people_[offer.agent].presence, presence::MissedOffers{}, house_.now);
      agent(offer.agent).status = presence::status_at(people_[offer.agent].presence, {}, house_.now);
      see(Seen::set_away);
    }
    std::erase_if(offers_, [&](const Offer& one) { return one.conversation == offer.conversation; });
    constexpr std::array kSeen{Seen::offered, Seen::accepted, Seen::passed, Seen::expired, Seen::withdrawn};
    see(kSeen.at(static_cast<std::size_t>(offer.status)));
    if (offer.status != OfferStatus::accepted) return;
    chats_.push_back({waiting, offer.agent, {.since = waiting.since, .answered = waiting.answered}});
    chats_.back().held.waiting_since = house_.now;
    remove(offer.conversation);
  }

  Broken apply(const Moves& moves) {
    for (const auto& conversation : moves.abandoned) {
      see(Seen::abandoned);
      if (waiting_of(conversation).has_offer) end_offer(offer_of(conversation), WithdrawOffer{});
      remove(conversation);
    }
    for (const auto& move : moves.overflows) {
      if (auto broken = run_over(move)) return broken;
    }
    for (const auto& offering : moves.offers) {
      auto& waiting = waiting_of(offering.conversation);
      offers_.push_back({offering.conversation, offering.agent, waiting.weight, house_.now, offering.ring_time});
      begin(offers_.back(), offering.asks_again, waiting, agent(offering.agent));
      see(offering.asks_again ? Seen::asked_again : Seen::offered);
    }
    return std::nullopt;
  }

  Broken run_over(const RunsOver& move) {
    see(Seen::ran_over);
    auto& waiting = waiting_of(move.conversation);
    const auto& to = *std::ranges::find(house_.teams, move.to, &Team::id);
    const auto is_there = std::ranges::count(waiting.been_in, move.to) > 0 || waiting.team == move.to;
    if (is_there) return "a chat ran over to where it was";
    if (!to.open) return "a chat ran over to a team that is closed";
    waiting.been_in.push_back(waiting.team);
    waiting.team = move.to;
    waiting.in_team_since = house_.now;
    const auto length = std::ranges::count(house_.waiting, move.to, &Waiting::team);
    if (to.queue_limit && static_cast<std::size_t>(length) > *to.queue_limit)
      return "a chat ran over into a full queue";
    return std::nullopt;
  }

  Broken wrong_books() const {
    for (const auto& agent : house_.agents) {
      Weight load = 0;
      for (const auto& chat : chats_)
        if (chat.agent == agent.id) load += chat.conversation.weight;
      for (const auto& offer : offers_)
        if (offer.agent == agent.id) load += offer.weight;
      if (load != agent.load) return "an agent's load is not what they hold";
      if (load > agent.capacity * kChatWeight) return "a capacity is exceeded";
      const auto ringing = std::ranges::count(offers_, agent.id, &Offer::agent);
      if (ringing > 1 || agent.has_offer != (ringing == 1)) return "an agent's offers are not what rings";
    }
    for (const auto& waiting : house_.waiting) {
      const auto ringing = std::ranges::count(offers_, waiting.id, &Offer::conversation);
      if (ringing > 1 || waiting.has_offer != (ringing == 1)) return "a chat's offers are not what rings";
    }
    return wrong_assignment();
  }

  Broken wrong_assignment() const {
    for (const auto& chat : chats_) {
      const auto holders = std::ranges::count_if(
          chats_, [&](const Chat& other) { return other.conversation.id == chat.conversation.id; });
      const bool waits = std::ranges::count(house_.waiting, chat.conversation.id, &Waiting::id) > 0;
      if (holders > 1 || waits) return "a chat has two places to be";
      const auto& holder = *std::ranges::find(house_.agents, chat.agent, &Agent::id);
      if (!Promises::has_all(holder, chat.conversation.required)) return "an agent lacks a required skill";
      const auto& person = people_.at(chat.agent);
      const Millis patience = 35s + 10s + (chat.held.answered ? Millis(2min) : Millis(0));
      if (house_.now >= person.heard_at + patience) return "a chat is left with an agent who vanished";
    }
    return std::nullopt;
  }

  void see(Seen seen) { ++tally_[seen]; }
  Agent& agent(UserId id) { return *std::ranges::find(house_.agents, id, &Agent::id); }
  Waiting& waiting_of(ConversationId id) { return *std::ranges::find(house_.waiting, id, &Waiting::id); }
  const Offer& offer_of(ConversationId id) { return *std::ranges::find(offers_, id, &Offer::conversation); }
  void remove(ConversationId id) {
    std::erase_if(house_.waiting, [&](const Waiting& waiting) { return waiting.id == id; });
  }

  Chance chance_;
  Builder builder_;
  House house_;
  Tally& tally_;
  std::uint32_t conversations_ = 0;
  std::map<UserId, Person> people_;
  std::vector<Offer> offers_;
  std::vector<Chat> chats_;
};

}  // namespace parlor::routing::testing
