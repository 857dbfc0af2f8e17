// The floor: teams, agents and waiting conversations of one workspace at one moment, as routing sees them. Filled in by
// the app from what the store and presence know; read by every rule of this folder and changed by none. Plain values:
// any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/id.h"
#include "base/limits.h"
#include "base/time.h"
#include "domain/place.h"
#include "domain/presence/presence.h"

namespace parlor::routing {

// Hundredths of a chat, so that a mail may weigh less than a chat and a call more.
using Weight = std::int32_t;
inline constexpr Weight kChatWeight = 100;

using parlor::Level;
using parlor::Priority;
using parlor::Skill;

struct Agent {
  UserId id;
  std::vector<TeamId> teams;
  std::vector<Skill> skills;
  // In chats.
  int capacity = limits::kAgentCapacityDefault;
  // Of everything they hold and of the offer that rings at them: an offer reserves its room.
  Weight load = 0;
  presence::Status status = presence::Status::offline;
  bool has_offer = false;
  // Offers that rang out since they last answered one.
  int missed_in_a_row = 0;
  // Or were assigned one without an offer. Nothing: never, or so long ago that nobody knows.
  std::optional<Time> last_offered_at;

  Weight room() const { return capacity * kChatWeight - load; }
};

// automatic: chats are offered to agents. pick: agents take them from the queue.
enum class Mode : std::uint8_t { automatic, pick };

// How a team orders the agents who may take a conversation. Required skills and room are no criteria: they always hold.
enum class Criterion : std::uint8_t { last_agent, language, preferred_skills, least_busy, round_robin };
inline constexpr std::size_t kCriteria = 5;

// Where a queue runs over to, once a conversation has waited so long, or so many others wait before it, or the team is
// outside of its hours.
struct Overflow {
  TeamId to;
  std::optional<Millis> after;
  std::optional<std::size_t> beyond;
  bool when_closed = false;
  bool operator==(const Overflow&) const = default;
};

struct Team {
  TeamId id;
  Mode mode = Mode::automatic;
  // The first decides; each following one only among those whom the ones before it hold equal; then the smaller id.
  std::vector<Criterion> criteria = {Criterion::last_agent, Criterion::language, Criterion::preferred_skills,
                                     Criterion::least_busy, Criterion::round_robin};
  Millis ring_time = limits::kRingTime;
  // Nothing: everybody may wait.
  std::optional<std::size_t> queue_limit;
  std::optional<Overflow> overflow;
  // What a priority class is worth in waiting; see order.h.
  Millis age_step = limits::kAgeStep;
  // How long a conversation waits for an agent with a preferred skill who is online but has no room.
  Millis prefer_for = limits::kPreferTime;
  Millis ways_out_after = limits::kWaysOutTime;
  // How long a visitor who leaves keeps their place.
  Millis place_kept_for = limits::kPlaceKeptTime;
  // Within its business hours.
  bool open = true;
};

// A conversation in the queue of a team; also one that rings at an agent, until they accept.
struct Waiting {
  ConversationId id;
  TeamId team;
  Priority priority = Priority::normal;
  // When the wait began; kept over offers, over teams, and when an agent vanishes.
  Time since{};
  // When it came to this team.
  Time in_team_since{};
  std::vector<Skill> required;
  std::vector<Skill> preferred;
  // The visitor's, as a skill.
  std::optional<SkillId> language;
  // Who served the contact before.
  std::optional<UserId> last_agent;
  Weight weight = kChatWeight;
  // Who passed, or let it ring out, since everybody was last asked.
  std::vector<UserId> passed_by;
  // Teams that it ran over from; it never goes back to them by itself.
  std::vector<TeamId> been_in;
  bool has_offer = false;
  // Whoever is answered elsewhere need not be here.
  Reach reach = Reach::chat;
  // An agent has written to the visitor at some time.
  bool answered = false;
  // Nothing while the visitor is there.
  std::optional<Time> visitor_left_at;
  std::optional<Millis> estimate;
  // Call me back, answer by mail: shown once.
  bool ways_out_shown = false;
};

struct Floor {
  Time now{};
  std::span<const Team> teams;
  std::span<const Agent> agents;
  std::span<const Waiting> waiting;
};

bool is_of(const Agent& agent, TeamId team);
// A required skill that the agent does not have at its level; nothing if they have all.
const Skill* missing_skill(const Agent& agent, const Waiting& waiting);

}  // namespace parlor::routing
