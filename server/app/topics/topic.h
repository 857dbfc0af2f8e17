// Topic: what a session can follow. Its name on the wire is made and read by the edge.
#pragma once

#include <cstdint>
#include <functional>

#include "base/id.h"

namespace parlor::app {

struct Topic {
  enum class Kind : std::uint8_t { conversation, contact, workspace, presence, queue, visitors, person };

  Kind kind{};
  WorkspaceId workspace;
  // The conversation's, the contact's or the user's; nil for the others.
  IdBytes id{};

  static Topic conversation(WorkspaceId workspace, ConversationId id) {
    return {Kind::conversation, workspace, id.bytes};
  }
  static Topic contact(WorkspaceId workspace, ContactId id) { return {Kind::contact, workspace, id.bytes}; }
  static Topic rows(WorkspaceId workspace) { return {Kind::workspace, workspace, {}}; }
  static Topic presence(WorkspaceId workspace) { return {Kind::presence, workspace, {}}; }
  static Topic queue(WorkspaceId workspace) { return {Kind::queue, workspace, {}}; }
  static Topic visitors(WorkspaceId workspace) { return {Kind::visitors, workspace, {}}; }
  // A user's own, for what ends their sessions; never named on the wire.
  static Topic person(WorkspaceId workspace, UserId id) { return {Kind::person, workspace, id.bytes}; }
  auto operator<=>(const Topic&) const = default;
};

}  // namespace parlor::app

template <>
struct std::hash<parlor::app::Topic> {
  std::size_t operator()(const parlor::app::Topic& topic) const noexcept {
    const auto id = std::hash<parlor::Id<void>>{}(parlor::Id<void>{topic.id});
    return id * 31 + std::hash<parlor::WorkspaceId>{}(topic.workspace) + static_cast<std::size_t>(topic.kind);
  }
};
