// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#include "wire/generated/conversation.h"

#include <array>

#include "wire/json/writer.h"

namespace parlor::wire {

void encode(Writer& out, const LastMessage& value) {
  out.begin_object();
  out.field("seq", value.seq);
  out.field("kind", value.kind);
  out.field("preview", value.preview);
  out.time_field("at", value.at);
  out.end_object();
}

void encode(Writer& out, const Rating& value) {
  out.begin_object();
  out.field("score", value.score);
  out.field("comment", value.comment);
  out.end_object();
}

void encode(Writer& out, const Conversation& value) {
  out.begin_object();
  out.field("id", value.id);
  out.field("inbox", value.inbox);
  out.field("status", value.status);
  out.field("contact", value.contact);
  out.field("assignee", value.assignee);
  out.field("team", value.team);
  out.field("priority", value.priority);
  out.field("agent", value.agent);
  out.field("tags", value.tags);
  out.time_field("started_at", value.started_at);
  out.time_field("updated_at", value.updated_at);
  out.time_field("resolved_at", value.resolved_at);
  out.time_field("waiting_since", value.waiting_since);
  out.field("answered", value.answered);
  out.field("last_message", value.last_message);
  out.field("unread", value.unread);
  out.field("seq", value.seq);
  out.field("rating", value.rating);
  out.field("page", value.page);
  out.field("locale", value.locale);
  out.end_object();
}

void encode(Writer& out, const FirstMessage& value) {
  out.begin_object();
  out.field("client_id", value.client_id);
  out.field("body", value.body);
  out.end_object();
}

void encode(Writer& out, const StartForm& value) {
  out.begin_object();
  out.field("name", value.name);
  out.field("email", value.email);
  out.end_object();
}

void encode(Writer& out, const ConversationStartParams& value) {
  out.begin_object();
  out.field("client_id", value.client_id);
  out.field("message", value.message);
  out.field("form", value.form);
  out.field("page", value.page);
  out.field("invitation", value.invitation);
  out.end_object();
}

void encode(Writer& out, const ConversationStartResult& value) {
  out.begin_object();
  out.field("conversation", value.conversation);
  out.field("seq", value.seq);
  out.field("status", value.status);
  out.end_object();
}

void encode(Writer& out, const ConversationChangeParams& value) {
  out.begin_object();
  out.field("conversation", value.conversation);
  out.field("client_id", value.client_id);
  out.field("if_seq", value.if_seq);
  out.end_object();
}

void encode(Writer& out, const ConversationChangeResult& value) {
  out.begin_object();
  out.field("conversation", value.conversation);
  out.field("seq", value.seq);
  out.field("status", value.status);
  out.time_field("at", value.at);
  out.end_object();
}

void encode(Writer& out, const ConversationAcceptParams& value) {
  out.begin_object();
  out.field("conversation", value.conversation);
  out.field("client_id", value.client_id);
  out.field("if_seq", value.if_seq);
  out.end_object();
}

void encode(Writer& out, const ConversationResolveParams& value) {
  out.begin_object();
  out.field("conversation", value.conversation);
  out.field("client_id", value.client_id);
  out.field("if_seq", value.if_seq);
  out.end_object();
}

void encode(Writer& out, const ConversationReopenParams& value) {
  out.begin_object();
  out.field("conversation", value.conversation);
  out.field("client_id", value.client_id);
  out.field("if_seq", value.if_seq);
  out.end_object();
}

void encode(Writer& out, const ConversationAssignParams& value) {
  out.begin_object();
  out.field("conversation", value.conversation);
  out.field("client_id", value.client_id);
  out.field("if_seq", value.if_seq);
  out.field("assignee", value.assignee);
  out.end_object();
}

std::string_view to_string(TransferHow value) {
  static constexpr std::array<std::string_view, 3> names = {
      "now",
      "ask",
      "add",
  };
  return names[static_cast<std::size_t>(value)];
}

void encode(Writer& out, TransferHow value) { out.text(to_string(value)); }

void encode(Writer& out, const ConversationTransferParams& value) {
  out.begin_object();
  out.field("conversation", value.conversation);
  out.field("client_id", value.client_id);
  out.field("if_seq", value.if_seq);
  out.field("team", value.team);
  out.field("agent", value.agent);
  out.field("how", value.how);
  out.field("note", value.note);
  out.end_object();
}

std::string_view to_string(AnswerBy value) {
  static constexpr std::array<std::string_view, 2> names = {
      "mail",
      "phone",
  };
  return names[static_cast<std::size_t>(value)];
}

void encode(Writer& out, AnswerBy value) { out.text(to_string(value)); }

void encode(Writer& out, const AnswerAskParams& value) {
  out.begin_object();
  out.field("conversation", value.conversation);
  out.field("client_id", value.client_id);
  out.field("by", value.by);
  out.field("address", value.address);
  out.time_field("at", value.at);
  out.end_object();
}

void encode(Writer& out, const CallbackSlotsParams& value) {
  out.begin_object();
  out.field("conversation", value.conversation);
  out.end_object();
}

void encode(Writer& out, const CallbackSlotsResult& value) {
  out.begin_object();
  out.time_field("slots", value.slots);
  out.end_object();
}

void encode(Writer& out, const ConversationTagParams& value) {
  out.begin_object();
  out.field("conversation", value.conversation);
  out.field("client_id", value.client_id);
  out.field("if_seq", value.if_seq);
  out.field("add", value.add);
  out.field("remove", value.remove);
  out.end_object();
}

void encode(Writer& out, const ConversationSnoozeParams& value) {
  out.begin_object();
  out.field("conversation", value.conversation);
  out.field("client_id", value.client_id);
  out.field("if_seq", value.if_seq);
  out.time_field("until", value.until);
  out.end_object();
}

void encode(Writer& out, const ConversationEndParams& value) {
  out.begin_object();
  out.field("conversation", value.conversation);
  out.field("client_id", value.client_id);
  out.end_object();
}

void encode(Writer& out, const ConversationRateParams& value) {
  out.begin_object();
  out.field("conversation", value.conversation);
  out.field("client_id", value.client_id);
  out.field("score", value.score);
  out.field("comment", value.comment);
  out.field("reasons", value.reasons);
  out.end_object();
}

void encode(Writer& out, const ConversationReadParams& value) {
  out.begin_object();
  out.field("conversation", value.conversation);
  out.field("seq", value.seq);
  out.end_object();
}

}  // namespace parlor::wire
