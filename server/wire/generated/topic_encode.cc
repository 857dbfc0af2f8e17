// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#include "wire/generated/topic.h"

#include <array>

#include "wire/json/writer.h"

namespace parlor::wire {

std::string_view to_string(WorkspaceView value) {
  static constexpr std::array<std::string_view, 3> names = {
      "mine",
      "queue",
      "all",
  };
  return names[static_cast<std::size_t>(value)];
}

void encode(Writer& out, WorkspaceView value) { out.text(to_string(value)); }

std::string_view to_string(TopicClosedReason value) {
  static constexpr std::array<std::string_view, 3> names = {
      "not_permitted",
      "merged",
      "gone",
  };
  return names[static_cast<std::size_t>(value)];
}

void encode(Writer& out, TopicClosedReason value) { out.text(to_string(value)); }

void encode(Writer& out, const Position& value) {
  out.begin_object();
  out.field("epoch", value.epoch);
  out.field("seq", value.seq);
  out.end_object();
}

void encode(Writer& out, const TopicPosition& value) {
  out.begin_object();
  out.field("topic", value.topic);
  out.field("epoch", value.epoch);
  out.field("seq", value.seq);
  out.field("recovered", value.recovered);
  out.field("reads", value.reads);
  out.end_object();
}

void encode(Writer& out, const ConversationState& value) {
  out.begin_object();
  out.field("conversation", value.conversation);
  out.field("participants", value.participants);
  out.field("events", value.events);
  out.field("has_more", value.has_more);
  out.field("reads", value.reads);
  out.end_object();
}

void encode(Writer& out, const ContactState& value) {
  out.begin_object();
  out.field("conversations", value.conversations);
  out.end_object();
}

void encode(Writer& out, const ViewCounts& value) {
  out.begin_object();
  out.field("mine", value.mine);
  out.field("queue", value.queue);
  out.field("all", value.all);
  out.end_object();
}

void encode(Writer& out, const WorkspaceState& value) {
  out.begin_object();
  out.field("rows", value.rows);
  out.field("counts", value.counts);
  out.field("cursor", value.cursor);
  out.end_object();
}

void encode(Writer& out, const AgentPresence& value) {
  out.begin_object();
  out.field("id", value.id);
  out.field("name", value.name);
  out.field("role", value.role);
  out.field("status", value.status);
  out.end_object();
}

void encode(Writer& out, const PresenceTopicState& value) {
  out.begin_object();
  out.field("agents", value.agents);
  out.end_object();
}

void encode(Writer& out, const QueueTopicState& value) {
  out.begin_object();
  out.field("queue", value.queue);
  out.field("waiting", value.waiting);
  out.field("offers", value.offers);
  out.field("teams", value.teams);
  out.field("agents", value.agents);
  out.field("alerts", value.alerts);
  out.end_object();
}

void encode(Writer& out, const TopicState& value) {
  std::visit([&out](const auto& one) { encode(out, one); }, value);
}

void encode(Writer& out, const TopicSnapshotParams& value) {
  out.begin_object();
  out.field("topic", value.topic);
  out.field("view", value.view);
  out.field("cursor", value.cursor);
  out.field("limit", value.limit);
  out.end_object();
}

void encode(Writer& out, const TopicSnapshotResult& value) {
  out.begin_object();
  out.field("topic", value.topic);
  out.field("epoch", value.epoch);
  out.field("seq", value.seq);
  out.field("state", value.state);
  out.end_object();
}

void encode(Writer& out, const TopicSubscribeParams& value) {
  out.begin_object();
  out.field("topic", value.topic);
  out.field("after", value.after);
  out.end_object();
}

void encode(Writer& out, const TopicUnsubscribeParams& value) {
  out.begin_object();
  out.field("topic", value.topic);
  out.end_object();
}

void encode(Writer& out, const TopicClosed& value) {
  out.begin_object();
  out.field("topic", value.topic);
  out.field("reason", value.reason);
  out.field("moved_to", value.moved_to);
  out.end_object();
}

void encode(Writer& out, const Queue& value) {
  out.begin_object();
  out.field("topic", value.topic);
  out.field("state", value.state);
  out.end_object();
}

void encode(Writer& out, const Rows& value) {
  out.begin_object();
  out.field("topic", value.topic);
  out.field("position", value.position);
  out.field("rows", value.rows);
  out.end_object();
}

}  // namespace parlor::wire
