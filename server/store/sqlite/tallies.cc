#include "store/sqlite/tallies.h"

namespace parlor::store {
namespace {

// Walks from workspace to workspace along the index, and through the unresolved lanes of each.
constexpr const char* kUnresolved =
    "WITH RECURSIVE found (id) AS ("
    " SELECT min(workspace_id) FROM conversations"
    " UNION ALL SELECT (SELECT min(workspace_id) FROM conversations WHERE workspace_id > found.id)"
    " FROM found WHERE found.id IS NOT NULL)"
    " SELECT c.workspace_id, c.status, c.assignee"
    " FROM found CROSS JOIN conversations c INDEXED BY conversations_all ON c.workspace_id = found.id"
    " WHERE found.id IS NOT NULL AND c.lane < 2";

constexpr auto kMinusOne = ~std::uint64_t{0};

}  // namespace

void Tallies::load(Connection& connection) {
  const std::scoped_lock lock(mutex_);
  workspaces_.clear();
  auto query = connection.query(kUnresolved);
  while (query.step()) {
    const Standing standing{query.word<conversation::Status>(1), query.maybe_id<UserId>(2)};
    add(query.id<WorkspaceId>(0), standing, 1);
  }
}

void Tallies::apply(const std::vector<TallyMove>& moves) {
  const std::scoped_lock lock(mutex_);
  for (const auto& move : moves) {
    if (move.before == move.after) continue;
    if (move.before) add(move.workspace, *move.before, kMinusOne);
    add(move.workspace, move.after, 1);
  }
}

// Unsigned numbers wrap, so that adding "minus one" takes one away.
void Tallies::add(WorkspaceId workspace, const Standing& standing, std::uint64_t count) {
  if (standing.status == conversation::Status::resolved) return;
  auto& tally = workspaces_[workspace];
  tally.all += count;
  if (standing.status == conversation::Status::queued) tally.queue += count;
  if (!standing.assignee) return;
  add(tally.mine, *standing.assignee, count);
  if (standing.status == conversation::Status::open) add(tally.open, *standing.assignee, count);
}

void Tallies::add(Counts& counts, UserId agent, std::uint64_t count) {
  auto& kept = counts[agent];
  kept += count;
  if (kept == 0) counts.erase(agent);
}

std::uint64_t Tallies::open_of(WorkspaceId workspace, UserId agent) const {
  const std::scoped_lock lock(mutex_);
  const auto found = workspaces_.find(workspace);
  if (found == workspaces_.end()) return 0;
  const auto open = found->second.open.find(agent);
  return open == found->second.open.end() ? 0 : open->second;
}

ports::ListCounts Tallies::counts(WorkspaceId workspace, UserId agent) const {
  const std::scoped_lock lock(mutex_);
  const auto found = workspaces_.find(workspace);
  if (found == workspaces_.end()) return {};
  const auto mine = found->second.mine.find(agent);
  return {mine == found->second.mine.end() ? 0 : mine->second, found->second.queue, found->second.all};
}

}  // namespace parlor::store
