// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#include "wire/generated/topic.h"

#include <array>
#include <span>

#include "wire/json/reader.h"

namespace parlor::wire {

bool parse(std::string_view text, WorkspaceView& out) {
  if (text == "mine") return out = WorkspaceView::kMine, true;
  if (text == "queue") return out = WorkspaceView::kQueue, true;
  if (text == "all") return out = WorkspaceView::kAll, true;
  return false;
}

bool decode(Reader& reader, Element element, WorkspaceView& out) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS && parse(text, out)) return true;
  return reader.fail("must be one of mine, queue, all");
}

bool parse(std::string_view text, TopicClosedReason& out) {
  if (text == "not_permitted") return out = TopicClosedReason::kNotPermitted, true;
  if (text == "merged") return out = TopicClosedReason::kMerged, true;
  if (text == "gone") return out = TopicClosedReason::kGone, true;
  return false;
}

bool decode(Reader& reader, Element element, TopicClosedReason& out) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS && parse(text, out)) return true;
  return reader.fail("must be one of not_permitted, merged, gone");
}

bool decode(Reader& reader, Element element, Position& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "epoch", "seq"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("epoch", out.epoch, TextRule{.chars_min = 1, .chars_max = 64}) &&
         fields.required("seq", out.seq, IntegerRule{.min = 0, .max = 9007199254740991});
}

bool decode(Reader& reader, Element element, TopicPosition& out) {
  static constexpr std::array<std::string_view, 5> known = {
      "topic", "epoch", "seq", "recovered", "reads"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("topic", out.topic) &&
         fields.required("epoch", out.epoch, TextRule{.chars_min = 1, .chars_max = 64}) &&
         fields.required("seq", out.seq, IntegerRule{.min = 0, .max = 9007199254740991}) &&
         fields.required("recovered", out.recovered) &&
         fields.required("reads", out.reads, ListRule<>{});
}

bool decode(Reader& reader, Element element, ConversationState& out) {
  static constexpr std::array<std::string_view, 5> known = {
      "conversation", "participants", "events", "has_more", "reads"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("conversation", out.conversation) &&
         fields.required("participants", out.participants, ListRule<>{}) &&
         fields.required("events", out.events, ListRule<>{.max = 50}) &&
         fields.required("has_more", out.has_more) &&
         fields.required("reads", out.reads, ListRule<>{});
}

bool decode(Reader& reader, Element element, ContactState& out) {
  static constexpr std::array<std::string_view, 1> known = {
      "conversations"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("conversations", out.conversations, ListRule<>{});
}

bool decode(Reader& reader, Element element, ViewCounts& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "mine", "queue", "all"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("mine", out.mine, IntegerRule{.min = 0, .max = 2147483647}) &&
         fields.required("queue", out.queue, IntegerRule{.min = 0, .max = 2147483647}) &&
         fields.required("all", out.all, IntegerRule{.min = 0, .max = 2147483647});
}

bool decode(Reader& reader, Element element, WorkspaceState& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "rows", "counts", "cursor"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("rows", out.rows, ListRule<>{}) &&
         fields.required("counts", out.counts) &&
         fields.optional("cursor", out.cursor, TextRule{.chars_min = 1, .chars_max = 512});
}

bool decode(Reader& reader, Element element, AgentPresence& out) {
  static constexpr std::array<std::string_view, 4> known = {
      "id", "name", "role", "status"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("id", out.id) &&
         fields.required("name", out.name, TextRule{.chars_min = 1, .chars_max = 80}) &&
         fields.required("role", out.role) &&
         fields.required("status", out.status);
}

bool decode(Reader& reader, Element element, PresenceTopicState& out) {
  static constexpr std::array<std::string_view, 1> known = {
      "agents"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("agents", out.agents, ListRule<>{});
}

bool decode(Reader& reader, Element element, QueueTopicState& out) {
  static constexpr std::array<std::string_view, 6> known = {
      "queue", "waiting", "offers", "teams", "agents", "alerts"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("queue", out.queue, ListRule<>{.max = 200}) &&
         fields.required("waiting", out.waiting, IntegerRule{.min = 0, .max = 2147483647}) &&
         fields.required("offers", out.offers, ListRule<>{.max = 1000}) &&
         fields.required("teams", out.teams, ListRule<>{.max = 200}) &&
         fields.required("agents", out.agents, ListRule<>{.max = 1000}) &&
         fields.optional("alerts", out.alerts, ListRule<>{.max = 200});
}

bool decode(Reader& reader, Element element, TopicState& out) {
  Fields fields(reader);
  if (!fields.peek(element)) return false;
  if (fields.has("conversation")) return decode(reader, element, out.emplace<ConversationState>());
  if (fields.has("conversations")) return decode(reader, element, out.emplace<ContactState>());
  if (fields.has("rows")) return decode(reader, element, out.emplace<WorkspaceState>());
  if (fields.has("queue")) return decode(reader, element, out.emplace<QueueTopicState>());
  if (fields.has("agents")) return decode(reader, element, out.emplace<PresenceTopicState>());
  if (fields.has("visitors")) return decode(reader, element, out.emplace<VisitorsTopicState>());
  return fields.missing("conversation");
}

bool decode(Reader& reader, Element element, TopicSnapshotParams& out) {
  static constexpr std::array<std::string_view, 4> known = {
      "topic", "view", "cursor", "limit"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("topic", out.topic) &&
         fields.optional("view", out.view) &&
         fields.optional("cursor", out.cursor, TextRule{.chars_min = 1, .chars_max = 512}) &&
         fields.optional("limit", out.limit, IntegerRule{.min = 1, .max = 200});
}

bool decode(Reader& reader, Element element, TopicSnapshotResult& out) {
  static constexpr std::array<std::string_view, 4> known = {
      "topic", "epoch", "seq", "state"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("topic", out.topic) &&
         fields.required("epoch", out.epoch, TextRule{.chars_min = 1, .chars_max = 64}) &&
         fields.required("seq", out.seq, IntegerRule{.min = 0, .max = 9007199254740991}) &&
         fields.required("state", out.state);
}

bool decode(Reader& reader, Element element, TopicSubscribeParams& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "topic", "after"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("topic", out.topic) &&
         fields.optional("after", out.after);
}

bool decode(Reader& reader, Element element, TopicUnsubscribeParams& out) {
  static constexpr std::array<std::string_view, 1> known = {
      "topic"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("topic", out.topic);
}

bool decode(Reader& reader, Element element, TopicClosed& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "topic", "reason", "moved_to"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("topic", out.topic) &&
         fields.required("reason", out.reason) &&
         fields.optional("moved_to", out.moved_to);
}

bool decode(Reader& reader, Element element, Queue& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "topic", "state"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("topic", out.topic) &&
         fields.required("state", out.state);
}

bool decode(Reader& reader, Element element, Rows& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "topic", "position", "rows"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("topic", out.topic) &&
         fields.required("position", out.position, TextRule{.chars_max = 128}) &&
         fields.required("rows", out.rows, ListRule<>{});
}

}  // namespace parlor::wire
