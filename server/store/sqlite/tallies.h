// Tallies: how many conversations of each workspace are not resolved, queued, an agent's, or open with one, kept in
// memory so that no list ever counts. Read once at open from the index of the unresolved ones, then moved by the one
// writer with each commit. Thread-safe.
#pragma once

#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

#include "app/ports/conversation_store.h"
#include "store/connection/connection.h"

namespace parlor::store {

struct Standing {
  conversation::Status status{};
  std::optional<UserId> assignee;

  bool is_open_with(UserId agent) const { return status == conversation::Status::open && assignee == agent; }
  bool operator==(const Standing&) const = default;
};

struct TallyMove {
  WorkspaceId workspace;
  // None: the conversation is new.
  std::optional<Standing> before;
  Standing after;
};

class Tallies {
 public:
  void load(Connection& connection);
  void apply(const std::vector<TallyMove>& moves);
  ports::ListCounts counts(WorkspaceId workspace, UserId agent) const;
  std::uint64_t open_of(WorkspaceId workspace, UserId agent) const;

 private:
  using Counts = std::unordered_map<UserId, std::uint64_t>;
  struct Workspace {
    std::uint64_t queue = 0;
    std::uint64_t all = 0;
    Counts mine;
    Counts open;
  };
  static void add(Counts& counts, UserId agent, std::uint64_t count);
  void add(WorkspaceId workspace, const Standing& standing, std::uint64_t count);

  mutable std::mutex mutex_;
  std::unordered_map<WorkspaceId, Workspace> workspaces_;
};

}  // namespace parlor::store
