// Teams: the teams of a floor by their ids, for rules that look at ten thousand conversations. Gone with the floor it
// was made from.
#pragma once

#include <unordered_map>

#include "domain/routing/floor.h"

namespace parlor::routing {

class Teams {
 public:
  explicit Teams(std::span<const Team> teams) {
    teams_.reserve(teams.size());
    for (const auto& team : teams)
      teams_.emplace(team.id, &team);
  }
  const Team* find(TeamId id) const {
    const auto found = teams_.find(id);
    return found == teams_.end() ? nullptr : found->second;
  }
  const Team* of(const Waiting& waiting) const { return find(waiting.team); }

 private:
  std::unordered_map<TeamId, const Team*> teams_;
};

}  // namespace parlor::routing
