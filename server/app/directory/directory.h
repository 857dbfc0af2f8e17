// Directory: workspaces, inboxes and users as one immutable snapshot, renewed after each change and every few seconds
// (another process may have written). Any thread reads; writes go through the store and then renew.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/ports/store.h"
#include "domain/routing/setup.h"
#include "runtime/published.h"

namespace parlor::app {

struct DirectorySnapshot {
  std::string epoch;
  std::unordered_map<WorkspaceId, ports::Workspace> workspaces;
  std::unordered_map<InboxId, ports::Inbox> inboxes;
  std::unordered_map<std::string, InboxId> inbox_by_key;
  std::unordered_map<UserId, ports::User> users;
  std::unordered_map<WorkspaceId, std::shared_ptr<const routing::Setup>> routing;

  // One without teams where nothing was set up.
  std::shared_ptr<const routing::Setup> routing_of(WorkspaceId workspace) const;
  // Empty for a team that does not exist.
  const std::string& team_name(WorkspaceId workspace, TeamId team) const;
  // Empty for a user that does not exist.
  const std::string& name_of(UserId user) const;
  const ports::Inbox* inbox(const std::string& key) const;
  const ports::Inbox* inbox(InboxId id) const;
  const ports::User* user(UserId id) const;
  const ports::Workspace* workspace(WorkspaceId id) const;
  // In the order of their ids, which is the order in which they came.
  std::vector<const ports::User*> users_of(WorkspaceId workspace) const;
  std::vector<const ports::Inbox*> inboxes_of(WorkspaceId workspace) const;
};

// Reads a stored document; none for one that a newer version wrote in another way.
using SetupReader = std::function<std::optional<routing::Setup>(const ports::RoutingDocument&)>;

class Directory {
 public:
  // Without a reader no workspace has a routing setup.
  explicit Directory(ports::DirectoryStore& store, SetupReader read_setup = {});

  // Reads everything again; `done` is called on the store's thread when the new snapshot stands, or with what failed.
  void renew(ports::Callback<bool> done);
  std::shared_ptr<const DirectorySnapshot> snapshot() const { return snapshot_.load(); }

 private:
  ports::DirectoryStore& store_;
  SetupReader read_setup_;
  runtime::Published<DirectorySnapshot> snapshot_;
};

}  // namespace parlor::app
