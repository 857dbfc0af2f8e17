// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#include "wire/generated/visitors.h"

#include <array>

#include "wire/json/writer.h"

namespace parlor::wire {

std::string_view to_string(VisitState value) {
  static constexpr std::array<std::string_view, 3> names = {
      "browsing",
      "queued",
      "chatting",
  };
  return names[static_cast<std::size_t>(value)];
}

void encode(Writer& out, VisitState value) { out.text(to_string(value)); }

std::string_view to_string(InvitationState value) {
  static constexpr std::array<std::string_view, 3> names = {
      "sent",
      "shown",
      "dismissed",
  };
  return names[static_cast<std::size_t>(value)];
}

void encode(Writer& out, InvitationState value) { out.text(to_string(value)); }

void encode(Writer& out, const VisitInvitation& value) {
  out.begin_object();
  out.field("agent", value.agent);
  out.time_field("at", value.at);
  out.field("state", value.state);
  out.end_object();
}

void encode(Writer& out, const VisitorOnSite& value) {
  out.begin_object();
  out.field("visit", value.visit);
  out.field("contact", value.contact);
  out.field("inbox", value.inbox);
  out.field("page", value.page);
  out.time_field("page_since", value.page_since);
  out.time_field("since", value.since);
  out.field("pages", value.pages);
  out.field("visits", value.visits);
  out.field("state", value.state);
  out.field("conversation", value.conversation);
  out.field("agent", value.agent);
  out.field("invitation", value.invitation);
  out.end_object();
}

void encode(Writer& out, const VisitorCounts& value) {
  out.begin_object();
  out.field("browsing", value.browsing);
  out.field("queued", value.queued);
  out.field("chatting", value.chatting);
  out.end_object();
}

void encode(Writer& out, const VisitorsTopicState& value) {
  out.begin_object();
  out.field("visitors", value.visitors);
  out.field("counts", value.counts);
  out.field("cursor", value.cursor);
  out.end_object();
}

void encode(Writer& out, const Visitors& value) {
  out.begin_object();
  out.field("topic", value.topic);
  out.field("state", value.state);
  out.end_object();
}

void encode(Writer& out, const VisitorInviteParams& value) {
  out.begin_object();
  out.field("visit", value.visit);
  out.field("text", value.text);
  out.end_object();
}

void encode(Writer& out, const VisitorInviteResult& value) {
  out.begin_object();
  out.field("invitation", value.invitation);
  out.end_object();
}

}  // namespace parlor::wire
