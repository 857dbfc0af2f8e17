#include "main/replay/conversation_file.h"

#include <simdjson.h>

namespace parlor::replay {
namespace {

namespace dom = simdjson::dom;

std::optional<std::string> text_at(const dom::object& object, std::string_view name) {
  std::string_view text;
  if (object.at_key(name).get(text) != simdjson::SUCCESS) return std::nullopt;
  return std::string(text);
}

std::optional<Turn> read_turn(const dom::element& element) {
  dom::object object;
  if (element.get(object) != simdjson::SUCCESS) return std::nullopt;
  const auto role = text_at(object, "role");
  auto text = text_at(object, "text");
  if (!role || !text || (*role != "visitor" && *role != "agent")) return std::nullopt;
  return Turn{*role == "visitor", std::move(*text)};
}

std::optional<RecordedConversation> read_conversation(const dom::element& element) {
  dom::object object;
  dom::array turns;
  if (element.get(object) != simdjson::SUCCESS) return std::nullopt;
  if (object.at_key("turns").get(turns) != simdjson::SUCCESS) return std::nullopt;
  RecordedConversation conversation;
  for (const auto item : turns) {
    auto turn = read_turn(item);
    if (!turn) return std::nullopt;
    conversation.turns.push_back(std::move(*turn));
  }
  dom::object visitor;
  if (object.at_key("visitor").get(visitor) == simdjson::SUCCESS) {
    conversation.visitor = wire::StartForm{text_at(visitor, "name"), text_at(visitor, "email")};
  }
  return conversation.turns.empty() ? std::nullopt : std::optional(std::move(conversation));
}

}  // namespace

Result<std::vector<RecordedConversation>> read_conversations(const std::string& path) {
  simdjson::padded_string content;
  if (simdjson::padded_string::load(path).get(content) != simdjson::SUCCESS)
    return fail("cannot read the file " + path);
  dom::parser parser;
  dom::document_stream lines;
  if (parser.parse_many(content, 16UL * 1024 * 1024).get(lines) != simdjson::SUCCESS)
    return fail("the file is not JSON");
  std::vector<RecordedConversation> conversations;
  for (auto line : lines) {
    dom::element element;
    auto conversation = line.get(element) == simdjson::SUCCESS ? read_conversation(element) : std::nullopt;
    if (!conversation) return fail("line " + std::to_string(conversations.size() + 1) + " is not a conversation");
    conversations.push_back(std::move(*conversation));
  }
  return conversations;
}

}  // namespace parlor::replay
