#include "domain/routing/explain.h"

#include <algorithm>

#include "domain/routing/turns.h"

namespace parlor::routing {
namespace {

// The floor with the conversation on it, in the place of the one of the same id if there is one.
std::vector<Waiting> waiting_with(const Floor& floor, const Waiting& conversation) {
  std::vector<Waiting> waiting(floor.waiting.begin(), floor.waiting.end());
  const auto known = std::ranges::find(waiting, conversation.id, &Waiting::id);
  known == waiting.end() ? waiting.push_back(conversation) : void(*known = conversation);
  return waiting;
}

std::int64_t part_of_capacity(const Agent& agent) {
  return std::int64_t{agent.load} * 100 / std::max(agent.capacity, 1);
}

std::int64_t level_in(const Agent& agent, SkillId skill) {
  const auto found = std::ranges::find(agent.skills, skill, &Skill::id);
  return found == agent.skills.end() ? 0 : found->level;
}

std::int64_t preferred_of(const Agent& agent, const Waiting& waiting) {
  return std::ranges::count_if(waiting.preferred,
                               [&](const Skill& wanted) { return level_in(agent, wanted.id) >= wanted.level; });
}

std::int64_t figure(Criterion criterion, const Agent& agent, const Waiting& waiting) {
  switch (criterion) {
    case Criterion::last_agent:
      return waiting.last_agent == agent.id ? 1 : 0;
    case Criterion::language:
      return waiting.language ? level_in(agent, *waiting.language) : 0;
    case Criterion::preferred_skills:
      return preferred_of(agent, waiting);
    case Criterion::least_busy:
      return part_of_capacity(agent);
    case Criterion::round_robin:
      return agent.last_offered_at ? to_unix_ms(*agent.last_offered_at) : 0;
  }
  return 0;
}

class Explaining {
 public:
  Explaining(const Floor& floor, const Waiting& conversation)
      : conversation_(conversation), floor_(floor), candidates_(floor), team_(candidates_.team_of(conversation)) {}

  Explanation run() {
    if (!team_) {
      explanation_.outcome = Outcome::team_unknown;
      return std::move(explanation_);
    }
    explanation_.counts_from = turn_of(conversation_, team_->age_step).counts_from;
    serve_those_ahead();
    const auto sifted = candidates_.sift(conversation_);
    explanation_.asks_again = sifted.asks_again;
    tell_apart(sifted);
    weigh(sifted.now);
    explanation_.outcome = outcome();
    explanation_.position = position();
    return std::move(explanation_);
  }

 private:
  void serve_those_ahead() {
    for (const auto index : turns(floor_, candidates_)) {
      const auto& ahead = floor_.waiting[index];
      if (ahead.id == conversation_.id || !is_ahead(ahead)) return;
      if (const auto choice = candidates_.choose(ahead)) candidates_.take(choice->agent);
    }
  }

  // Asked for the sake of a conversation that is not itself among the turns: nobody of its team is free, or its visitor
  // is away.
  bool is_ahead(const Waiting& other) const {
    return turn_of(other, candidates_.team_of(other)->age_step) < turn_of(conversation_, team_->age_step);
  }

  void tell_apart(const Sifted& sifted) {
    for (Seat seat = 0; seat < candidates_.count(); ++seat) {
      const auto& agent = candidates_.agent(seat);
      if (sifted.now.has(seat)) {
        explanation_.may_take.push_back(agent.id);
        continue;
      }
      LeftOut left{agent.id, reason(sifted, seat), std::nullopt};
      if (left.reason == Reason::lacks_skill) left.skill = *missing_skill(agent, conversation_);
      explanation_.left_out.push_back(left);
    }
  }

  Reason reason(const Sifted& sifted, Seat seat) const {
    const auto& agent = candidates_.agent(seat);
    if (sifted.takeable.has(seat)) return Reason::waits_for_preferred;
    if (sifted.unasked.has(seat)) {
      if (agent.has_offer) return Reason::has_offer;
      return agent.room() < conversation_.weight ? Reason::no_room : Reason::taken_by_one_ahead;
    }
    if (sifted.reachable.has(seat)) return Reason::has_passed;
    if (!is_of(agent, conversation_.team)) return Reason::not_in_team;
    switch (agent.status) {
      case presence::Status::offline:
        return Reason::offline;
      case presence::Status::away:
        return Reason::away;
      case presence::Status::busy:
        return Reason::busy;
      case presence::Status::online:
        break;
    }
    return Reason::lacks_skill;
  }

  void weigh(AgentSet left) {
    if (left.empty()) return;
    for (const auto criterion : team_->criteria) {
      Step step{criterion, {}};
      const auto before = left;
      candidates_.narrow(left, criterion, conversation_);
      before.for_each([&](Seat seat) {
        const auto& agent = candidates_.agent(seat);
        step.agents.push_back({agent.id, figure(criterion, agent, conversation_), left.has(seat)});
      });
      if (step.agents.size() == 1) break;
      explanation_.steps.push_back(std::move(step));
    }
    explanation_.agent = candidates_.agent(left.first()).id;
  }

  Outcome outcome() const {
    if (conversation_.has_offer) return Outcome::already_offered;
    if (conversation_.visitor_left_at) return Outcome::visitor_away;
    if (team_->mode == Mode::pick) return Outcome::waits_to_be_picked;
    return explanation_.agent ? Outcome::offered : Outcome::waits;
  }

  std::size_t position() const {
    const auto all = positions(floor_);
    const auto own = std::ranges::find(all, conversation_.id, &Position::conversation);
    return own == all.end() ? 0 : own->number;
  }

  const Waiting& conversation_;
  Floor floor_;
  Candidates candidates_;
  const Team* team_;
  Explanation explanation_;
};

}  // namespace

Explanation explain(const Floor& floor, const Waiting& conversation) {
  const auto waiting = waiting_with(floor, conversation);
  return Explaining({floor.now, floor.teams, floor.agents, waiting}, conversation).run();
}

}  // namespace parlor::routing
