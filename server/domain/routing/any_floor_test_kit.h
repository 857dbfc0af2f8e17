// Floors by chance, from a seed: the same seed gives the same floor. PARLOR_ROUTING_SEED and PARLOR_ROUTING_CASES
// choose where the many begin and how many they are; a failure names the seed that shows it again alone.
#pragma once

#include <cstdlib>
#include <string>

#include "domain/routing/routing_test_kit.h"

namespace parlor::routing::testing {

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed * 0x9e3779b97f4a7c15U + 0x2545f4914f6cdd1dU) {}

  // SplitMix64.
  std::uint64_t next() {
    auto mixed = (state_ += 0x9e3779b97f4a7c15U);
    mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
    return mixed ^ (mixed >> 31U);
  }
  std::uint32_t below(std::size_t end) { return static_cast<std::uint32_t>(next() % end); }
  std::uint32_t from_to(std::size_t low, std::size_t high) {
    return static_cast<std::uint32_t>(low + next() % (high - low + 1));
  }
  bool percent(std::uint32_t part) { return below(100) < part; }
  Millis seconds_below(std::size_t end) { return Millis(below(end * 1'000)); }

 private:
  std::uint64_t state_;
};

inline std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);  // NOLINT(concurrency-mt-unsafe): nothing changes the environment
  return text ? std::strtoull(text, nullptr, 10) : otherwise;
}

// Runs `story` for many seeds, until one of them says what is wrong.
template <class Story>
void for_many_seeds(std::uint64_t cases, Story story) {
  const auto first = number_from("PARLOR_ROUTING_SEED", 1);
  const auto end = first + number_from("PARLOR_ROUTING_CASES", cases);
  for (auto seed = first; seed < end; ++seed) {
    const std::optional<std::string> broken = story(seed);
    ASSERT_FALSE(broken) << *broken << "\nPARLOR_ROUTING_SEED=" << seed << " PARLOR_ROUTING_CASES=1 shows it again";
  }
}

// A floor that owns what is on it.
struct House {
  std::vector<Team> teams;
  std::vector<Agent> agents;
  std::vector<Waiting> waiting;
  Time now = kMonday;
  Floor floor() const { return {now, teams, agents, waiting}; }
};

inline UserId agent_id(std::uint32_t number) {
  return make_id<UserId>(100 + number);
}
inline TeamId team_id(std::uint32_t number) {
  return make_id<TeamId>(200 + number);
}
inline SkillId skill_id(std::uint32_t number) {
  return make_id<SkillId>(300 + number);
}

// How much there is at most.
struct Size {
  std::size_t teams = 3;
  std::size_t skills = 3;
  std::size_t agents = 6;
  std::size_t waiting = 8;
};

class Builder {
 public:
  Builder(Chance& chance, Size size) : chance_(chance), size_(size) {
    size_.teams = chance.from_to(1, size.teams);
    size_.agents = chance.from_to(1, size.agents);
    common_step_ = chance.percent(50) ? std::optional(Millis(chance.from_to(10, 300) * 1'000)) : std::nullopt;
  }

  House house() {
    House house;
    for (std::uint32_t number = 0; number < size_.teams; ++number)
      house.teams.push_back(team(number));
    for (std::uint32_t number = 0; number < size_.agents; ++number)
      house.agents.push_back(agent(number));
    return house;
  }

  Waiting waiting(std::uint32_t number, Time since) {
    Waiting waiting = waits(make_id<ConversationId>(1'000 + number));
    waiting.team = team_id(chance_.below(size_.teams));
    waiting.since = waiting.in_team_since = since;
    waiting.priority = static_cast<Priority>(chance_.percent(60) ? 1 : chance_.below(4));
    waiting.required = skills(chance_.percent(60) ? 0 : chance_.from_to(1, 2));
    waiting.preferred = skills(chance_.percent(70) ? 0 : chance_.from_to(1, 2));
    if (chance_.percent(40)) waiting.language = skill_id(chance_.below(size_.skills));
    if (chance_.percent(30)) waiting.last_agent = agent_id(chance_.below(size_.agents + 1));
    constexpr std::array kWeights{100, 100, 100, 50, 25, 150};
    waiting.weight = kWeights.at(chance_.below(kWeights.size()));
    return waiting;
  }

 private:
  Team team(std::uint32_t number) {
    Team team{.id = team_id(number)};
    if (chance_.percent(15)) team.mode = Mode::pick;
    std::swap(team.criteria[chance_.below(kCriteria)], team.criteria[chance_.below(kCriteria)]);
    team.criteria.resize(chance_.below(kCriteria + 1));
    team.age_step = common_step_.value_or(Millis(chance_.from_to(10, 300) * 1'000));
    team.prefer_for = chance_.percent(30) ? 0s : chance_.seconds_below(120);
    team.open = chance_.percent(90);
    if (chance_.percent(20)) team.queue_limit = chance_.from_to(1, 6);
    if (chance_.percent(40)) team.overflow = overflow();
    return team;
  }

  Overflow overflow() {
    Overflow overflow{.to = team_id(chance_.below(size_.teams))};
    if (chance_.percent(70)) overflow.after = chance_.seconds_below(200);
    if (chance_.percent(50)) overflow.beyond = chance_.below(5);
    return overflow;
  }

  Agent agent(std::uint32_t number) {
    Agent agent = online(agent_id(number), {});
    for (std::uint32_t team = 0; team < size_.teams; ++team)
      if (chance_.percent(60)) agent.teams.push_back(team_id(team));
    agent.skills = skills(chance_.below(size_.skills + 1));
    agent.capacity = static_cast<int>(chance_.from_to(1, 3));
    if (chance_.percent(15)) agent.status = static_cast<Status>(chance_.below(4));
    return agent;
  }

  // Different ones.
  std::vector<Skill> skills(std::size_t count) {
    std::vector<Skill> skills;
    skills.reserve(count);
    const auto first = chance_.below(size_.skills);
    for (std::uint32_t i = 0; i < std::min(count, size_.skills); ++i)
      skills.push_back({skill_id(static_cast<std::uint32_t>((first + i) % size_.skills)),
                        static_cast<Level>(chance_.percent(70) ? 1 : chance_.from_to(1, 5))});
    return skills;
  }

  Chance& chance_;
  Size size_;
  std::optional<Millis> common_step_;
};

}  // namespace parlor::routing::testing
