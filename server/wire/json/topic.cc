#include "wire/json/topic.h"

#include <array>

namespace parlor::wire {
namespace {

constexpr std::string_view kConversationPrefix = "conversation:";
constexpr std::string_view kContactPrefix = "contact:";

struct PlainTopic {
  std::string_view name;
  TopicKind kind;
};

constexpr std::array kPlainTopics = {
    PlainTopic{"workspace", TopicKind::kWorkspace},
    PlainTopic{"queue", TopicKind::kQueue},
    PlainTopic{"visitors", TopicKind::kVisitors},
    PlainTopic{"presence", TopicKind::kPresence},
};

std::optional<Topic> with_id(TopicKind kind, std::string_view id_text) {
  const std::optional<Uuid> id = Uuid::parse(id_text);
  if (!id) return std::nullopt;
  return Topic{kind, *id};
}

}  // namespace

std::optional<Topic> Topic::parse(std::string_view text) {
  if (text.starts_with(kConversationPrefix)) {
    return with_id(TopicKind::kConversation, text.substr(kConversationPrefix.size()));
  }
  if (text.starts_with(kContactPrefix)) {
    return with_id(TopicKind::kContact, text.substr(kContactPrefix.size()));
  }
  for (const PlainTopic& plain : kPlainTopics) {
    if (text == plain.name) return Topic{plain.kind, {}};
  }
  return std::nullopt;
}

std::string Topic::to_string() const {
  if (kind == TopicKind::kConversation) return std::string(kConversationPrefix) + id.to_string();
  if (kind == TopicKind::kContact) return std::string(kContactPrefix) + id.to_string();
  for (const PlainTopic& plain : kPlainTopics) {
    if (kind == plain.kind) return std::string(plain.name);
  }
  return {};
}

}  // namespace parlor::wire
