// The address of a stream: "conversation:{id}", "contact:{id}", or one of the workspace-wide words.
// A plain value, free on any thread.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "wire/json/uuid.h"

namespace parlor::wire {

enum class TopicKind : std::uint8_t { kConversation, kContact, kWorkspace, kQueue, kVisitors, kPresence };

struct Topic {
  TopicKind kind = TopicKind::kWorkspace;
  Uuid id{};  // of the conversation or contact; zero for the others

  static Topic conversation(const Uuid& id) { return {TopicKind::kConversation, id}; }
  static Topic contact(const Uuid& id) { return {TopicKind::kContact, id}; }
  static Topic workspace() { return {TopicKind::kWorkspace, {}}; }
  static Topic presence() { return {TopicKind::kPresence, {}}; }

  static std::optional<Topic> parse(std::string_view text);
  [[nodiscard]] std::string to_string() const;

  auto operator<=>(const Topic&) const = default;
};

}  // namespace parlor::wire

template <>
struct std::hash<parlor::wire::Topic> {
  std::size_t operator()(const parlor::wire::Topic& topic) const noexcept {
    return std::hash<parlor::wire::Uuid>{}(topic.id) ^ static_cast<std::size_t>(topic.kind);
  }
};
