// Candidates: who of a floor may take a conversation, and who of them first. Made for one pass from its floor and gone
// with it; lives on the thread of that pass. Room only shrinks while it lives: whoever is taken has an offer ringing
// and is not asked again before the next pass. Inside this folder only; pass() and explain() both decide by it.
#pragma once

#include <array>
#include <unordered_map>

#include "domain/routing/agent_set.h"
#include "domain/routing/floor.h"

namespace parlor::routing {

// The agents left after each filter; every set is part of the one before it.
struct Sifted {
  // Of the team, online, with every required skill.
  AgentSet reachable;
  // Who has not passed; everybody again once all have.
  AgentSet unasked;
  // With room, and nothing ringing.
  AgentSet takeable;
  // Who may take it now: while it waits for a preferred skill, nobody with less of it than a reachable agent has.
  AgentSet now;
  // All who are reachable have passed, so that the round starts again.
  bool asks_again = false;
};

struct Choice {
  Seat agent{};
  bool asks_again = false;
};

class Candidates {
 public:
  explicit Candidates(const Floor& floor);

  bool anybody_free() const { return !free_.empty(); }
  // A quick no: nobody of its team is free.
  bool team_is_free(const Waiting& waiting) const;
  const Sifted& sift(const Waiting& waiting);
  // Who is first among those that `sift` left; nothing if it left nobody.
  std::optional<Choice> choose(const Waiting& waiting);
  // Leaves in the set those whom the criterion puts first.
  void narrow(AgentSet& set, Criterion criterion, const Waiting& waiting);
  void take(Seat agent) { free_.remove(agent); }

  std::size_t count() const { return agents_.size(); }
  const Agent& agent(Seat seat) const { return *agents_[seat]; }
  const Team* team_of(const Waiting& waiting) const;

 private:
  struct Crew {
    const Team* team{};
    AgentSet online;
  };
  // Of one skill, those who have it at this level at least; level 1 first.
  using Levels = std::array<AgentSet, limits::kSkillLevelMax>;

  void admit(const Agent& agent, Seat seat);
  void rank_agents();
  const Crew* crew_of(TeamId team) const;
  const AgentSet* with(const Skill& skill) const;
  const AgentSet& with_room(Weight weight);
  void keep_with(AgentSet& set, const Skill& skill) const;
  void keep_unasked(const Waiting& waiting);
  void keep_last(AgentSet& set, const Waiting& waiting) const;
  void keep_fluent(AgentSet& set, const Waiting& waiting) const;
  void keep_most_preferred(AgentSet& set, const AgentSet& among, const Waiting& waiting);
  void keep_lowest(AgentSet& set, const std::vector<std::uint32_t>& ranks) const;

  Time now_;
  std::vector<const Agent*> agents_;
  std::unordered_map<UserId, Seat> seats_;
  std::unordered_map<TeamId, Crew> crews_;
  std::unordered_map<SkillId, Levels> skilled_;
  std::unordered_map<Weight, AgentSet> roomy_;
  // Online, nothing ringing.
  AgentSet free_;
  // Equal figures have equal ranks.
  std::vector<std::uint32_t> load_ranks_;
  std::vector<std::uint32_t> turn_ranks_;
  // Kept from call to call, so that a pass over ten thousand allocates for none of them.
  Sifted sifted_;
  std::vector<AgentSet> at_least_;
};

}  // namespace parlor::routing
