// explain: why a conversation would go where it goes, step by step, for the dry run "who would get this?". The
// conversation may be one that waits or one that somebody only thought of. It decides by the very candidates that
// pass() decides by, after everybody who is ahead has had their turn. Pure.
#pragma once

#include "domain/routing/pass.h"

namespace parlor::routing {

// Why an agent is left out; of several reasons the first of this list.
enum class Reason : std::uint8_t {
  not_in_team,
  offline,
  away,
  busy,
  lacks_skill,
  has_passed,
  has_offer,
  no_room,
  // In this very pass somebody ahead is offered to them.
  taken_by_one_ahead,
  // An agent with more of the preferred skills is online, and the wait for them is not over.
  waits_for_preferred,
};

struct LeftOut {
  UserId agent;
  Reason reason{};
  // The skill that is lacking.
  std::optional<Skill> skill;
  bool operator==(const LeftOut&) const = default;
};

struct Weighed {
  UserId agent;
  // last_agent: 1 or 0. language: the level, 0 for none. preferred_skills: how many. least_busy: load in
  // ten-thousandths of the capacity. round_robin: the last offer in ms since 1970, 0 for none.
  std::int64_t figure{};
  // Among the first by this criterion, so that the next one looks at them.
  bool stays = false;
  bool operator==(const Weighed&) const = default;
};

struct Step {
  Criterion criterion{};
  // By their ids.
  std::vector<Weighed> agents;
  bool operator==(const Step&) const = default;
};

enum class Outcome : std::uint8_t {
  // To `agent`, in this pass.
  offered,
  // Nobody may take it now.
  waits,
  // The team picks from its queue; the steps say who would be first if it did not.
  waits_to_be_picked,
  already_offered,
  visitor_away,
  team_unknown,
};

struct Explanation {
  Outcome outcome{};
  // Who is first among those who may take it, whatever the outcome.
  std::optional<UserId> agent;
  bool asks_again = false;
  // See Position; 0 in a team that is unknown.
  std::size_t position = 0;
  // See order.h.
  Time counts_from{};
  // Every agent is in one of these two, by their ids.
  std::vector<LeftOut> left_out;
  std::vector<UserId> may_take;
  // How each criterion orders those who may take it, until one is left; after the last criterion the smaller id is
  // first.
  std::vector<Step> steps;
};

Explanation explain(const Floor& floor, const Waiting& conversation);

}  // namespace parlor::routing
