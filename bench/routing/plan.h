// A day at Casa & Co before anybody decides anything: who works when, and who comes with what. Every policy meets the
// same people.
#pragma once

#include <vector>

#include "chance.h"
#include "domain/routing/floor.h"

namespace parlor::bench {

inline const Time kMidnight = from_unix_ms(1'790'000'000'000);

struct Visitor {
  Time at{};
  TeamId team;
  routing::Priority priority = routing::Priority::normal;
  // Without these nobody can help them: their language, and what it is about.
  std::vector<routing::Skill> needs;
  // With these it is quicker.
  std::vector<routing::Skill> likes;
  std::optional<SkillId> language;
  std::optional<UserId> last_agent;
  // Of an ordinary agent with nothing else to do.
  Millis handling{};
  Millis patience{};
};

struct Shift {
  Time from{};
  Time to{};
  Time break_from{};
  Time break_to{};

  bool is_on_duty(Time now) const;
};

struct Plan {
  std::vector<routing::Team> teams;
  std::vector<routing::Agent> agents;
  // Of each agent, in the same order.
  std::vector<Shift> shifts;
  // In the order in which they come.
  std::vector<Visitor> visitors;
  Time end{};
};

// From eight to six, with shifts, breaks and a peak at lunch.
Plan whole_day(Chance chance);

// What the turn in the middle of a rush changes, as factors.
struct Turn {
  double arrivals = 1;
  double handling = 1;
  // Of the agents, those who stay.
  double agents = 1;
};
inline const Time kRushFrom = kMidnight + std::chrono::hours(8);
inline const Time kRushTurns = kRushFrom + std::chrono::minutes(165);
// Five hours like the worst of lunch: everybody works, and more come than can be served.
Plan rush(Chance chance, double per_minute, Turn turn);

ConversationId conversation_of(std::size_t visitor);
std::size_t visitor_of(ConversationId conversation);

}  // namespace parlor::bench
