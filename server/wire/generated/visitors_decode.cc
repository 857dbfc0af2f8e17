// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#include "wire/generated/visitors.h"

#include <array>
#include <span>

#include "wire/json/reader.h"

namespace parlor::wire {

bool parse(std::string_view text, VisitState& out) {
  if (text == "browsing") return out = VisitState::kBrowsing, true;
  if (text == "queued") return out = VisitState::kQueued, true;
  if (text == "chatting") return out = VisitState::kChatting, true;
  return false;
}

bool decode(Reader& reader, Element element, VisitState& out) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS && parse(text, out)) return true;
  return reader.fail("must be one of browsing, queued, chatting");
}

bool parse(std::string_view text, InvitationState& out) {
  if (text == "sent") return out = InvitationState::kSent, true;
  if (text == "shown") return out = InvitationState::kShown, true;
  if (text == "dismissed") return out = InvitationState::kDismissed, true;
  return false;
}

bool decode(Reader& reader, Element element, InvitationState& out) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS && parse(text, out)) return true;
  return reader.fail("must be one of sent, shown, dismissed");
}

bool decode(Reader& reader, Element element, VisitInvitation& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "agent", "at", "state"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("agent", out.agent) &&
         fields.required("at", out.at, TimeRule{}) &&
         fields.required("state", out.state);
}

bool decode(Reader& reader, Element element, VisitorOnSite& out) {
  static constexpr std::array<std::string_view, 12> known = {
      "visit", "contact", "inbox", "page", "page_since", "since", "pages", "visits", "state", "conversation", "agent", "invitation"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("visit", out.visit) &&
         fields.optional("contact", out.contact) &&
         fields.required("inbox", out.inbox) &&
         fields.required("page", out.page) &&
         fields.required("page_since", out.page_since, TimeRule{}) &&
         fields.required("since", out.since, TimeRule{}) &&
         fields.required("pages", out.pages, IntegerRule{.min = 0, .max = 2147483647}) &&
         fields.required("visits", out.visits, IntegerRule{.min = 0, .max = 2147483647}) &&
         fields.required("state", out.state) &&
         fields.optional("conversation", out.conversation) &&
         fields.optional("agent", out.agent) &&
         fields.optional("invitation", out.invitation);
}

bool decode(Reader& reader, Element element, VisitorCounts& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "browsing", "queued", "chatting"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("browsing", out.browsing, IntegerRule{.min = 0, .max = 2147483647}) &&
         fields.required("queued", out.queued, IntegerRule{.min = 0, .max = 2147483647}) &&
         fields.required("chatting", out.chatting, IntegerRule{.min = 0, .max = 2147483647});
}

bool decode(Reader& reader, Element element, VisitorsTopicState& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "visitors", "counts", "cursor"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("visitors", out.visitors, ListRule<>{.max = 100}) &&
         fields.required("counts", out.counts) &&
         fields.optional("cursor", out.cursor, TextRule{.chars_min = 1, .chars_max = 512});
}

bool decode(Reader& reader, Element element, Visitors& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "topic", "state"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("topic", out.topic) &&
         fields.required("state", out.state);
}

bool decode(Reader& reader, Element element, VisitorInviteParams& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "visit", "text"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("visit", out.visit) &&
         fields.required("text", out.text, TextRule{.chars_min = 1, .chars_max = 300});
}

bool decode(Reader& reader, Element element, VisitorInviteResult& out) {
  static constexpr std::array<std::string_view, 1> known = {
      "invitation"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("invitation", out.invitation);
}

}  // namespace parlor::wire
