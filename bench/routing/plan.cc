#include "plan.h"

#include <algorithm>
#include <array>
#include <functional>

namespace parlor::bench {
namespace {

using namespace std::chrono_literals;
using routing::Agent;

constexpr std::size_t kAgents = 30;
constexpr std::size_t kTeams = 3;
constexpr std::size_t kLanguages = 3;
constexpr std::size_t kTopics = 4;

template <class IdType>
IdType numbered(std::size_t number) {
  IdType id;
  for (std::size_t byte = 0; byte < 4; ++byte)
    id.bytes[15 - byte] = static_cast<std::uint8_t>(number >> (8 * byte));
  return id;
}

TeamId team(std::size_t number) {
  return numbered<TeamId>(1 + number);
}
// Spanish, German and French; everybody speaks the language of the house.
SkillId language(std::size_t number) {
  return numbered<SkillId>(1 + number);
}
// Two that some of a team know and that are needed now and then, two that help.
SkillId topic(std::size_t number) {
  return numbered<SkillId>(10 + number);
}

// Of the ten of a team, who knows what. Whatever a visitor may need, somebody of every team has it.
constexpr std::array<std::array<bool, kTopics>, 10> kKnows{{
    {true, false, true, false},
    {true, false, false, true},
    {true, false, false, true},
    {false, true, false, true},
    {false, true, true, false},
    {true, true, false, false},
    {false, false, false, true},
    {false, false, true, false},
    {false, true, true, false},
    {false, false, true, true},
}};

Agent agent(std::size_t number) {
  Agent agent{
      .id = numbered<UserId>(1 + number), .teams = {team(number % kTeams)}, .status = presence::Status::offline};
  // Every sixth works in a second team as well.
  if (number % 6 == 0) agent.teams.push_back(team((number + 1) % kTeams));
  const auto in_team = number / kTeams;
  agent.skills.push_back({language(in_team % kLanguages), static_cast<routing::Level>(2 + in_team % 4)});
  for (std::size_t i = 0; i < kTopics; ++i)
    if (kKnows[in_team][i]) agent.skills.push_back({topic(i), 3});
  return agent;
}

Shift shift(std::size_t number) {
  // Early and late shifts overlap over lunch, and breaks take turns around it.
  const auto from = kMidnight + (number % 2 == 0 ? 8h : 10h);
  const auto pause = kMidnight + 11h + Millis(number % 10 * 15min);
  return {from, from + 8h, pause, pause + 30min};
}

// As a part of the busiest moment: up to eleven, lunch from twelve to two, and a long afternoon.
double busyness(Time at) {
  const auto hour = static_cast<double>((at - kMidnight).count()) / 3'600'000;
  if (hour < 11) return 0.35 + 0.1 * (hour - 8);
  if (hour < 12) return 0.65 + 0.35 * (hour - 11);
  if (hour < 14) return 1;
  return std::max(0.35, 0.75 - 0.1 * (hour - 14));
}

class Door {
 public:
  explicit Door(Chance& chance) : chance_(chance) {}

  Visitor visitor(Time at) {
    Visitor visitor{.at = at, .team = team_asked_for()};
    if (chance_.happens(0.06)) visitor.priority = routing::Priority::high;
    if (chance_.happens(0.25)) speak(visitor, language(chance_.below(kLanguages)));
    if (chance_.happens(0.2)) visitor.needs.push_back({topic(chance_.below(2)), 2});
    if (chance_.happens(0.4)) visitor.likes.push_back({topic(2 + chance_.below(2)), 2});
    if (chance_.happens(0.3)) visitor.last_agent = numbered<UserId>(1 + chance_.below(kAgents));
    visitor.handling = chance_.log_normal(6min + 30s, 0.6);
    visitor.patience = chance_.log_normal(4min, 0.9);
    return visitor;
  }

 private:
  TeamId team_asked_for() {
    const auto dice = chance_.below(100);
    return team(dice < 42 ? 0 : dice < 76 ? 1 : 2);
  }
  static void speak(Visitor& visitor, SkillId spoken) {
    visitor.language = spoken;
    visitor.needs.push_back({spoken, 2});
  }

  Chance& chance_;
};

// Poisson arrivals at a rate that changes: as many come as at the busiest moment, and whoever is too many is left out.
std::vector<Visitor> come(Chance& chance, Time from, Time to, const std::function<double(Time)>& per_minute) {
  double most = 0;
  for (auto at = from; at < to; at += 1min)
    most = std::max(most, per_minute(at));
  std::vector<Visitor> visitors;
  Door door(chance);
  const auto mean = Millis(static_cast<std::int64_t>(60'000 / most));
  for (auto at = from + chance.exponential(mean); at < to; at += chance.exponential(mean)) {
    if (chance.happens(per_minute(at) / most)) visitors.push_back(door.visitor(at));
  }
  return visitors;
}

Plan house(Time end) {
  Plan plan{.end = end};
  for (std::size_t number = 0; number < kTeams; ++number)
    plan.teams.push_back({.id = team(number)});
  for (std::size_t number = 0; number < kAgents; ++number)
    plan.agents.push_back(agent(number));
  return plan;
}

}  // namespace

bool Shift::is_on_duty(Time now) const {
  const bool has_break = now >= break_from && now < break_to;
  return now >= from && now < to && !has_break;
}

Plan whole_day(Chance chance) {
  auto plan = house(kMidnight + 19h);
  for (std::size_t number = 0; number < kAgents; ++number)
    plan.shifts.push_back(shift(number));
  plan.visitors = come(chance, kMidnight + 8h, kMidnight + 18h, [](Time at) { return 11.5 * busyness(at); });
  return plan;
}

Plan rush(Chance chance, double per_minute, Turn turn) {
  auto plan = house(kRushFrom + 5h);
  for (std::size_t number = 0; number < kAgents; ++number) {
    const bool stays = static_cast<double>(number % 10) < 10 * turn.agents;
    plan.shifts.push_back({kRushFrom, stays ? plan.end : kRushTurns, plan.end, plan.end});
  }
  plan.visitors =
      come(chance, kRushFrom, plan.end, [&](Time at) { return per_minute * (at < kRushTurns ? 1 : turn.arrivals); });
  for (auto& visitor : plan.visitors)
    if (visitor.at >= kRushTurns) visitor.handling = scaled(visitor.handling, turn.handling);
  return plan;
}

ConversationId conversation_of(std::size_t visitor) {
  return numbered<ConversationId>(visitor);
}

std::size_t visitor_of(ConversationId conversation) {
  std::size_t number = 0;
  for (std::size_t byte = 12; byte < 16; ++byte)
    number = number << 8U | conversation.bytes[byte];
  return number;
}

}  // namespace parlor::bench
