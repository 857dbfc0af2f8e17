// Place: where a conversation waits, or waited before somebody took it: whose queue, how urgent, and who may take it.
// Made when a conversation begins to wait, changed when it runs over or is transferred. A plain value.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/id.h"

namespace parlor {

// 1 to limits::kSkillLevelMax.
using Level = std::uint8_t;

// What an agent has, or the least that a conversation asks for. Languages are skills.
struct Skill {
  SkillId id;
  Level level = 1;
  bool operator==(const Skill&) const = default;
};

enum class Priority : std::uint8_t { low, normal, high, urgent };

// How the visitor takes the answer. Only a chat needs them to be here.
enum class Reach : std::uint8_t { chat, mail, phone };

struct Place {
  // None: whoever is there takes it by hand.
  std::optional<TeamId> team;
  Priority priority = Priority::normal;
  std::vector<Skill> required = {};
  std::vector<Skill> preferred = {};
  Reach reach = Reach::chat;
  bool operator==(const Place&) const = default;
};

}  // namespace parlor
