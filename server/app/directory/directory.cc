#include "app/directory/directory.h"

#include <algorithm>

namespace parlor::app {
namespace {

template <class Map, class Key>
const typename Map::mapped_type* find_in(const Map& map, const Key& key) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

template <class Map>
auto of_workspace(const Map& map, WorkspaceId workspace) {
  std::vector<const typename Map::mapped_type*> found;
  for (const auto& [id, value] : map) {
    if (value.workspace == workspace) found.push_back(&value);
  }
  std::ranges::sort(found, {}, [](const auto* value) { return value->id; });
  return found;
}

// The steps of one renewal, each begun by the answer to the one before.
struct Renewal {
  ports::DirectoryStore& store;
  const SetupReader& read_setup;
  runtime::Published<DirectorySnapshot>& target;
  ports::Callback<bool> done;
  std::shared_ptr<DirectorySnapshot> fresh = std::make_shared<DirectorySnapshot>();
};

void read_routing(std::shared_ptr<Renewal> renewal) {
  renewal->store.routing_documents([renewal](Result<std::vector<ports::RoutingDocument>> documents) {
    if (!documents) return renewal->done(std::unexpected(documents.error()));
    for (const auto& document : *documents) {
      auto setup = renewal->read_setup ? renewal->read_setup(document) : std::nullopt;
      if (setup)
        renewal->fresh->routing.emplace(document.workspace, std::make_shared<const routing::Setup>(std::move(*setup)));
    }
    renewal->target.store(renewal->fresh);
    renewal->done(true);
  });
}

void read_users(std::shared_ptr<Renewal> renewal) {
  renewal->store.users([renewal](Result<std::vector<ports::User>> users) {
    if (!users) return renewal->done(std::unexpected(users.error()));
    for (auto& user : *users)
      renewal->fresh->users.emplace(user.id, std::move(user));
    read_routing(renewal);
  });
}

void read_inboxes(std::shared_ptr<Renewal> renewal) {
  renewal->store.inboxes([renewal](Result<std::vector<ports::Inbox>> inboxes) {
    if (!inboxes) return renewal->done(std::unexpected(inboxes.error()));
    for (auto& inbox : *inboxes) {
      renewal->fresh->inbox_by_key.emplace(inbox.key, inbox.id);
      renewal->fresh->inboxes.emplace(inbox.id, std::move(inbox));
    }
    read_users(renewal);
  });
}

void read_workspaces(std::shared_ptr<Renewal> renewal) {
  renewal->store.workspaces([renewal](Result<std::vector<ports::Workspace>> workspaces) {
    if (!workspaces) return renewal->done(std::unexpected(workspaces.error()));
    for (auto& workspace : *workspaces)
      renewal->fresh->workspaces.emplace(workspace.id, std::move(workspace));
    read_inboxes(renewal);
  });
}

}  // namespace

const std::string& DirectorySnapshot::name_of(UserId id) const {
  static const std::string kNobody;
  const auto* found = user(id);
  return found ? found->name : kNobody;
}

const ports::Inbox* DirectorySnapshot::inbox(const std::string& key) const {
  const auto* id = find_in(inbox_by_key, key);
  return id ? inbox(*id) : nullptr;
}

const ports::Inbox* DirectorySnapshot::inbox(InboxId id) const {
  return find_in(inboxes, id);
}
const ports::User* DirectorySnapshot::user(UserId id) const {
  return find_in(users, id);
}
const ports::Workspace* DirectorySnapshot::workspace(WorkspaceId id) const {
  return find_in(workspaces, id);
}
std::vector<const ports::User*> DirectorySnapshot::users_of(WorkspaceId workspace) const {
  return of_workspace(users, workspace);
}
std::vector<const ports::Inbox*> DirectorySnapshot::inboxes_of(WorkspaceId workspace) const {
  return of_workspace(inboxes, workspace);
}

std::shared_ptr<const routing::Setup> DirectorySnapshot::routing_of(WorkspaceId workspace) const {
  static const auto kNone = std::make_shared<const routing::Setup>();
  const auto* found = find_in(routing, workspace);
  return found ? *found : kNone;
}

const std::string& DirectorySnapshot::team_name(WorkspaceId workspace, TeamId team) const {
  static const std::string kNone;
  const auto* setup = find_in(routing, workspace);
  const auto* found = setup ? (*setup)->team(team) : nullptr;
  return found ? found->name : kNone;
}

Directory::Directory(ports::DirectoryStore& store, SetupReader read_setup)
    : store_(store), read_setup_(std::move(read_setup)), snapshot_(std::make_shared<const DirectorySnapshot>()) {}

void Directory::renew(ports::Callback<bool> done) {
  auto renewal = std::make_shared<Renewal>(store_, read_setup_, snapshot_, std::move(done));
  store_.epoch([renewal](Result<std::string> epoch) {
    if (!epoch) return renewal->done(std::unexpected(epoch.error()));
    renewal->fresh->epoch = std::move(*epoch);
    read_workspaces(renewal);
  });
}

}  // namespace parlor::app
