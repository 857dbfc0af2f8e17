// What routing promises, said in the plainest way and without any of the code that keeps it: one agent and one
// conversation at a time. Slow, and easy to be sure of.
#pragma once

#include <algorithm>
#include <string>

#include "domain/routing/routing_test_kit.h"

namespace parlor::routing::testing {

class Promises {
 public:
  explicit Promises(const Floor& floor) : floor_(floor) {}

  const Team* team_of(const Waiting& waiting) const {
    const auto found = std::ranges::find(floor_.teams, waiting.team, &Team::id);
    return found == floor_.teams.end() ? nullptr : &*found;
  }
  static bool has(const Agent& agent, const Skill& wanted) {
    for (const auto& skill : agent.skills)
      if (skill.id == wanted.id && skill.level >= wanted.level) return true;
    return false;
  }
  static bool has_all(const Agent& agent, const std::vector<Skill>& wanted) {
    return std::ranges::all_of(wanted, [&](const Skill& skill) { return has(agent, skill); });
  }
  static bool is_reachable(const Agent& agent, const Waiting& waiting) {
    return agent.status == Status::online && std::ranges::count(agent.teams, waiting.team) > 0 &&
           has_all(agent, waiting.required);
  }
  static bool passed(const Agent& agent, const Waiting& waiting) {
    return std::ranges::count(waiting.passed_by, agent.id) > 0;
  }
  bool everybody_passed(const Waiting& waiting) const {
    return std::ranges::all_of(
        floor_.agents, [&](const Agent& agent) { return !is_reachable(agent, waiting) || passed(agent, waiting); });
  }
  bool may_be_asked(const Agent& agent, const Waiting& waiting) const {
    return is_reachable(agent, waiting) && (!passed(agent, waiting) || everybody_passed(waiting));
  }
  static std::int64_t wishes_met(const Agent& agent, const Waiting& waiting) {
    return std::ranges::count_if(waiting.preferred, [&](const Skill& skill) { return has(agent, skill); });
  }
  bool waits_for_a_better(const Agent& agent, const Waiting& waiting) const {
    if (floor_.now >= waiting.since + team_of(waiting)->prefer_for) return false;
    return std::ranges::any_of(floor_.agents, [&](const Agent& other) {
      return may_be_asked(other, waiting) && wishes_met(other, waiting) > wishes_met(agent, waiting);
    });
  }
  static bool has_room(const Agent& agent, const Waiting& waiting) {
    return agent.load + waiting.weight <= agent.capacity * 100;
  }
  bool may_take(const Agent& agent, const Waiting& waiting) const {
    return may_be_asked(agent, waiting) && !agent.has_offer && has_room(agent, waiting) &&
           !waits_for_a_better(agent, waiting);
  }
  bool wants_an_offer(const Waiting& waiting) const {
    const auto* team = team_of(waiting);
    return team && team->mode == Mode::automatic && !waiting.has_offer && !waiting.visitor_left_at;
  }
  bool is_before(const Waiting& one, const Waiting& other) const {
    const auto counts_from = [&](const Waiting& waiting) {
      return waiting.since - (static_cast<int>(waiting.priority) - 1) * team_of(waiting)->age_step;
    };
    if (counts_from(one) != counts_from(other)) return counts_from(one) < counts_from(other);
    return one.id < other.id;
  }

  // What is wrong with the offers of a pass over this floor, if anything is.
  std::optional<std::string> broken_by(const std::vector<Offering>& offers) const {
    for (std::size_t i = 0; i < offers.size(); ++i) {
      if (auto broken = broken_by_one(offers, i)) return broken;
    }
    for (const auto& waiting : floor_.waiting) {
      if (!wants_an_offer(waiting) || is_offered(offers, waiting)) continue;
      for (const auto& agent : floor_.agents)
        if (!is_taken(offers, agent) && may_take(agent, waiting)) return "a chat waits that somebody could take";
    }
    return std::nullopt;
  }

 private:
  using Offers = std::vector<Offering>;

  static bool is_offered(const Offers& offers, const Waiting& waiting) {
    return std::ranges::count(offers, waiting.id, &Offering::conversation) > 0;
  }
  static bool is_taken(const Offers& offers, const Agent& agent) {
    return std::ranges::count(offers, agent.id, &Offering::agent) > 0;
  }

  std::optional<std::string> broken_by_one(const Offers& offers, std::size_t index) const {
    const auto& offer = offers[index];
    const auto waiting = std::ranges::find(floor_.waiting, offer.conversation, &Waiting::id);
    const auto agent = std::ranges::find(floor_.agents, offer.agent, &Agent::id);
    if (waiting == floor_.waiting.end() || agent == floor_.agents.end()) return "an offer from nowhere";
    if (!wants_an_offer(*waiting)) return "a chat is offered that must not be";
    if (std::ranges::count(offers, offer.conversation, &Offering::conversation) > 1) return "a chat is offered twice";
    if (std::ranges::count(offers, offer.agent, &Offering::agent) > 1 || agent->has_offer)
      return "two offers ring at one agent";
    if (!has_all(*agent, waiting->required)) return "a required skill is missing";
    if (!has_room(*agent, *waiting)) return "a capacity is exceeded";
    if (!may_take(*agent, *waiting)) return "an agent is asked who must not be";
    if (offer.asks_again != (everybody_passed(*waiting) && !waiting->passed_by.empty())) return "the round is wrong";
    return overtaken(offers, *agent, *waiting);
  }

  // Somebody else waits whom the same agent could have taken and who should have gone first.
  std::optional<std::string> overtaken(const Offers& offers, const Agent& agent, const Waiting& served) const {
    for (const auto& other : floor_.waiting) {
      if (!wants_an_offer(other) || is_offered(offers, other) || !may_take(agent, other)) continue;
      const auto step = team_of(other)->age_step;
      if (is_before(other, served)) return "somebody behind went first";
      if (step != team_of(served)->age_step) continue;
      if (other.priority == served.priority && other.since < served.since) return "the later of one class went first";
      const auto classes = static_cast<int>(served.priority) - static_cast<int>(other.priority);
      if (served.since - other.since > std::max(classes, 0) * step) return "ageing does not bound the wait";
    }
    return std::nullopt;
  }

  Floor floor_;
};

// The whole pass once more, as it might be written on a napkin.
class PlainPass {
 public:
  explicit PlainPass(const Floor& floor) : floor_(floor), promises_(floor) {}

  Rings rings() {
    std::vector<const Waiting*> order;
    for (const auto& waiting : floor_.waiting)
      if (promises_.wants_an_offer(waiting)) order.push_back(&waiting);
    std::ranges::sort(order, [&](const auto* one, const auto* other) { return promises_.is_before(*one, *other); });
    Rings rings;
    for (const auto* waiting : order)
      if (const auto* agent = best_for(*waiting, rings)) rings.emplace_back(waiting->id, agent->id);
    return rings;
  }

 private:
  const Agent* best_for(const Waiting& waiting, const Rings& rings) const {
    const Agent* best = nullptr;
    for (const auto& agent : floor_.agents) {
      if (std::ranges::count(rings, agent.id, &Rings::value_type::second) > 0) continue;
      if (promises_.may_take(agent, waiting) && (!best || is_better(agent, *best, waiting))) best = &agent;
    }
    return best;
  }

  bool is_better(const Agent& one, const Agent& other, const Waiting& waiting) const {
    for (const auto criterion : promises_.team_of(waiting)->criteria) {
      const auto mine = merit(criterion, one, waiting);
      const auto theirs = merit(criterion, other, waiting);
      if (mine != theirs) return mine > theirs;
    }
    return one.id < other.id;
  }

  static double merit(Criterion criterion, const Agent& agent, const Waiting& waiting) {
    switch (criterion) {
      case Criterion::last_agent:
        return waiting.last_agent == agent.id ? 1 : 0;
      case Criterion::language:
        for (const auto& skill : agent.skills)
          if (skill.id == waiting.language) return skill.level;
        return 0;
      case Criterion::preferred_skills:
        return static_cast<double>(Promises::wishes_met(agent, waiting));
      case Criterion::least_busy:
        return -static_cast<double>(agent.load) / agent.capacity;
      case Criterion::round_robin:
        return agent.last_offered_at ? -static_cast<double>(to_unix_ms(*agent.last_offered_at)) : 0;
    }
    return 0;
  }

  Floor floor_;
  Promises promises_;
};

}  // namespace parlor::routing::testing
