// Joins names and presence to what the store knows. On a worker; reads its roster and the directory's snapshot.
#pragma once

#include <string>
#include <vector>

#include "app/floor_watch.h"
#include "app/node.h"
#include "app/topics/views.h"

namespace parlor::app {

NamedEvent name_event(ports::JoinedEvent joined, WorkspaceId workspace, const DirectorySnapshot& directory,
                      const std::string& contact_name);
std::vector<NamedEvent> name_events(std::vector<ports::JoinedEvent> joined, WorkspaceId workspace,
                                    const DirectorySnapshot& directory, const std::string& contact_name);
Glance glance_at(const ports::LoadedConversation& loaded);
ConversationView view_of(ports::LoadedConversation loaded, const DirectorySnapshot& directory, const Roster& roster);
std::vector<ParticipantView> participants_of(const ConversationView& view, const DirectorySnapshot& directory,
                                             const Roster& roster);

}  // namespace parlor::app
