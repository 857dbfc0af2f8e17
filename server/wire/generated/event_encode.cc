// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#include "wire/generated/event.h"

#include <array>

#include "wire/json/writer.h"

namespace parlor::wire {

std::string_view to_string(QueuedReason value) {
  static constexpr std::array<std::string_view, 8> names = {
      "started",
      "agent_left",
      "snooze_over",
      "visitor_wrote",
      "agent_gone",
      "agent_silent",
      "overflow",
      "transferred",
  };
  return names[static_cast<std::size_t>(value)];
}

void encode(Writer& out, QueuedReason value) { out.text(to_string(value)); }

std::string_view to_string(ReopenedStatus value) {
  static constexpr std::array<std::string_view, 2> names = {
      "open",
      "queued",
  };
  return names[static_cast<std::size_t>(value)];
}

void encode(Writer& out, ReopenedStatus value) { out.text(to_string(value)); }

void encode(Writer& out, const ConversationStarted& value) {
  out.begin_object();
  out.field("conversation", value.conversation);
  out.field("inbox", value.inbox);
  out.field("contact", value.contact);
  out.field("page", value.page);
  out.end_object();
}

void encode(Writer& out, const ConversationQueued& value) {
  out.begin_object();
  out.field("reason", value.reason);
  out.field("team", value.team);
  out.end_object();
}

void encode(Writer& out, const ConversationAssigned& value) {
  out.begin_object();
  out.field("assignee", value.assignee);
  out.end_object();
}

void encode(Writer& out, const ConversationTransferred& value) {
  out.begin_object();
  out.field("team", value.team);
  out.field("agent", value.agent);
  out.end_object();
}

std::string_view to_string(TransferDeclinedReason value) {
  static constexpr std::array<std::string_view, 3> names = {
      "passed",
      "expired",
      "left",
  };
  return names[static_cast<std::size_t>(value)];
}

void encode(Writer& out, TransferDeclinedReason value) { out.text(to_string(value)); }

void encode(Writer& out, const TransferDeclined& value) {
  out.begin_object();
  out.field("agent", value.agent);
  out.field("reason", value.reason);
  out.field("joins", value.joins);
  out.end_object();
}

void encode(Writer& out, const ConversationSnoozed& value) {
  out.begin_object();
  out.time_field("until", value.until);
  out.end_object();
}

void encode(Writer& out, const AnswerAsked& value) {
  out.begin_object();
  out.field("by", value.by);
  out.field("address", value.address);
  out.time_field("at", value.at);
  out.end_object();
}

void encode(Writer& out, const ConversationResolved& /*value*/) {
  out.begin_object();
  out.end_object();
}

void encode(Writer& out, const ConversationReopened& value) {
  out.begin_object();
  out.field("status", value.status);
  out.end_object();
}

void encode(Writer& out, const ConversationRated& value) {
  out.begin_object();
  out.field("score", value.score);
  out.field("comment", value.comment);
  out.field("reasons", value.reasons);
  out.end_object();
}

void encode(Writer& out, const ConversationTagged& value) {
  out.begin_object();
  out.field("added", value.added);
  out.field("removed", value.removed);
  out.end_object();
}

void encode(Writer& out, const MessagePosted& value) {
  out.begin_object();
  out.field("message", value.message);
  out.field("version", value.version);
  out.field("body", value.body);
  out.end_object();
}

void encode(Writer& out, const MessageEdited& value) {
  out.begin_object();
  out.field("message", value.message);
  out.field("version", value.version);
  out.field("body", value.body);
  out.end_object();
}

void encode(Writer& out, const MessageDeleted& value) {
  out.begin_object();
  out.field("message", value.message);
  out.field("version", value.version);
  out.field("body", value.body);
  out.end_object();
}

void encode(Writer& out, const NotePosted& value) {
  out.begin_object();
  out.field("note", value.note);
  out.field("version", value.version);
  out.field("text", value.text);
  out.field("mentions", value.mentions);
  out.end_object();
}

void encode(Writer& out, const ParticipantJoined& value) {
  out.begin_object();
  out.field("participant", value.participant);
  out.end_object();
}

void encode(Writer& out, const ParticipantLeft& value) {
  out.begin_object();
  out.field("participant", value.participant);
  out.end_object();
}

void encode(Writer& out, const ContactUpdated& value) {
  out.begin_object();
  out.field("contact", value.contact);
  out.field("name", value.name);
  out.field("email", value.email);
  out.end_object();
}

std::string_view to_string(EventType value) {
  static constexpr std::array<std::string_view, 18> names = {
      "conversation.started",
      "conversation.queued",
      "conversation.assigned",
      "conversation.transferred",
      "conversation.snoozed",
      "answer.asked",
      "transfer.declined",
      "conversation.resolved",
      "conversation.reopened",
      "conversation.rated",
      "conversation.tagged",
      "message.posted",
      "message.edited",
      "message.deleted",
      "note.posted",
      "participant.joined",
      "participant.left",
      "contact.updated",
  };
  return names[static_cast<std::size_t>(value)];
}

EventType Event::type() const { return static_cast<EventType>(data.index()); }

void encode(Writer& out, const Event& value) {
  out.begin_object();
  out.field("topic", value.topic);
  out.field("epoch", value.epoch);
  out.field("seq", value.seq);
  out.field("prev", value.prev);
  out.time_field("at", value.at);
  out.field("actor", value.actor);
  out.field("client_id", value.client_id);
  out.field("type", to_string(value.type()));
  out.key("data");
  std::visit([&out](const auto& one) { encode(out, one); }, value.data);
  out.end_object();
}

void encode(Writer& out, const HistoryPageParams& value) {
  out.begin_object();
  out.field("conversation", value.conversation);
  out.field("before_seq", value.before_seq);
  out.field("limit", value.limit);
  out.end_object();
}

void encode(Writer& out, const HistoryPageResult& value) {
  out.begin_object();
  out.field("events", value.events);
  out.field("has_more", value.has_more);
  out.end_object();
}

}  // namespace parlor::wire
