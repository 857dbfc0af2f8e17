// One pass over 10,000 waiting conversations and 500 agents, in the shapes that a floor can have. The bar is 10 ms on
// one core.
#include <benchmark/benchmark.h>

#include "domain/routing/estimate.h"
#include "domain/routing/explain.h"
#include "domain/routing/pass.h"

namespace parlor::routing {
namespace {

constexpr std::size_t kAgents = 500;
constexpr std::size_t kWaiting = 10'000;
const Time kNoon = from_unix_ms(1'790'000'000'000);

// Spread like real ids, the same in every run.
template <class IdType>
IdType numbered(std::uint64_t number) {
  IdType id;
  for (std::size_t byte = 0; byte < id.bytes.size(); ++byte) {
    number = number * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
    id.bytes[byte] = static_cast<std::uint8_t>(number >> 56U);
  }
  return id;
}

struct Shape {
  std::size_t teams = 5;
  std::size_t skills = 20;
  std::size_t required = 1;
  std::size_t preferred = 0;
  // Of a hundred agents, those who have room.
  std::size_t free = 100;
  bool overflows = false;
};

struct House {
  std::vector<Team> teams;
  std::vector<Agent> agents;
  std::vector<Waiting> waiting;
  Floor floor() const { return {kNoon, teams, agents, waiting}; }
};

std::vector<Skill> skills_from(std::size_t first, std::size_t count, std::size_t of) {
  std::vector<Skill> skills;
  skills.reserve(count);
  for (std::size_t i = 0; i < count; ++i)
    skills.push_back({numbered<SkillId>(2'000 + (first + i * 7) % of), static_cast<Level>(1 + (first + i) % 3)});
  return skills;
}

Agent agent(std::size_t number, const Shape& shape) {
  Agent agent{.id = numbered<UserId>(number), .status = presence::Status::online};
  agent.teams = {numbered<TeamId>(1'000 + number % shape.teams), numbered<TeamId>(1'000 + number * 3 % shape.teams)};
  agent.skills = skills_from(number * 3, 4, shape.skills);
  agent.load = number * 37 % 100 < shape.free ? static_cast<Weight>(number % 4 * 100) : 400;
  agent.last_offered_at = kNoon - Millis(number * 7'919 % 600'000);
  return agent;
}

Waiting waiting(std::size_t number, const Shape& shape) {
  Waiting waiting{.id = numbered<ConversationId>(10'000 + number),
                  .team = numbered<TeamId>(1'000 + number % shape.teams)};
  waiting.since = waiting.in_team_since = kNoon - Millis(number * 104'729 % 600'000);
  waiting.priority = static_cast<Priority>(number * 13 % 17 == 0 ? 2 : 1);
  waiting.required = skills_from(number * 5, shape.required, shape.skills);
  waiting.preferred = skills_from(number * 11, shape.preferred, shape.skills);
  waiting.language = numbered<SkillId>(2'000 + number % shape.skills);
  waiting.last_agent = numbered<UserId>(number * 31 % kAgents);
  if (number % 10 == 0) waiting.passed_by = {numbered<UserId>(number % kAgents), numbered<UserId>(number % 77)};
  return waiting;
}

House house(const Shape& shape) {
  House house;
  for (std::size_t i = 0; i < shape.teams; ++i)
    house.teams.push_back({.id = numbered<TeamId>(1'000 + i), .prefer_for = Millis(300'000)});
  if (shape.overflows) {
    for (std::size_t i = 1; i < shape.teams; ++i)
      house.teams[i].overflow = Overflow{house.teams[0].id, Millis(550'000), 1'500};
  }
  for (std::size_t i = 0; i < kAgents; ++i)
    house.agents.push_back(agent(i, shape));
  for (std::size_t i = 0; i < kWaiting; ++i)
    house.waiting.push_back(waiting(i, shape));
  return house;
}

void run_pass(benchmark::State& bench, const Shape& shape) {
  const auto house = routing::house(shape);
  std::size_t offers = 0;
  for (auto _ : bench) {
    const auto moves = pass(house.floor());
    offers = moves.offers.size();
    benchmark::DoNotOptimize(offers);
  }
  bench.counters["offers"] = static_cast<double>(offers);
}

BENCHMARK_CAPTURE(run_pass, all_free, Shape{})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(run_pass, few_free, Shape{.free = 2})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(run_pass, all_full, Shape{.free = 0})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(run_pass, many_teams, Shape{.teams = 200})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(run_pass, many_skills, Shape{.skills = 500, .required = 3})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(run_pass, preferences, Shape{.required = 1, .preferred = 3})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(run_pass, overflows, Shape{.free = 5, .overflows = true})->Unit(benchmark::kMillisecond);

void run_positions(benchmark::State& bench) {
  const auto house = routing::house({});
  for (auto _ : bench)
    benchmark::DoNotOptimize(positions(house.floor()));
}
BENCHMARK(run_positions)->Unit(benchmark::kMillisecond);

void run_estimates(benchmark::State& bench, const Shape& shape) {
  const auto house = routing::house(shape);
  const Estimator estimator;
  for (auto _ : bench)
    benchmark::DoNotOptimize(estimator.estimates(house.floor()));
}
BENCHMARK_CAPTURE(run_estimates, all_full, Shape{.free = 0})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(run_estimates, one_team, Shape{.teams = 1, .free = 0})->Unit(benchmark::kMillisecond);

void run_explain(benchmark::State& bench) {
  const auto house = routing::house({.free = 5});
  for (auto _ : bench)
    benchmark::DoNotOptimize(explain(house.floor(), house.waiting.back()));
}
BENCHMARK(run_explain)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace parlor::routing
