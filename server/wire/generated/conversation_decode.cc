// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#include "wire/generated/conversation.h"

#include <array>
#include <span>

#include "wire/json/reader.h"

namespace parlor::wire {

bool decode(Reader& reader, Element element, LastMessage& out) {
  static constexpr std::array<std::string_view, 4> known = {
      "seq", "kind", "preview", "at"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("seq", out.seq, IntegerRule{.min = 0, .max = 9007199254740991}) &&
         fields.required("kind", out.kind) &&
         fields.required("preview", out.preview, TextRule{.chars_max = 120}) &&
         fields.required("at", out.at, TimeRule{});
}

bool decode(Reader& reader, Element element, Rating& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "score", "comment"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("score", out.score, IntegerRule{.min = 1, .max = 5}) &&
         fields.optional("comment", out.comment, TextRule{.chars_max = 1000});
}

bool decode(Reader& reader, Element element, Conversation& out) {
  static constexpr std::array<std::string_view, 20> known = {
      "id", "inbox", "status", "contact", "assignee", "team", "priority", "agent", "tags", "started_at", "updated_at", "resolved_at", "waiting_since", "answered", "last_message", "unread", "seq", "rating", "page", "locale"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("id", out.id) &&
         fields.required("inbox", out.inbox) &&
         fields.required("status", out.status) &&
         fields.optional("contact", out.contact) &&
         fields.optional("assignee", out.assignee) &&
         fields.optional("team", out.team) &&
         fields.optional("priority", out.priority) &&
         fields.optional("agent", out.agent) &&
         fields.optional("tags", out.tags, ListRule<TextRule>{.max = 50, .item = TextRule{.chars_min = 1, .chars_max = 40}}) &&
         fields.required("started_at", out.started_at, TimeRule{}) &&
         fields.required("updated_at", out.updated_at, TimeRule{}) &&
         fields.optional("resolved_at", out.resolved_at, TimeRule{}) &&
         fields.optional("waiting_since", out.waiting_since, TimeRule{}) &&
         fields.optional("answered", out.answered) &&
         fields.optional("last_message", out.last_message) &&
         fields.required("unread", out.unread, IntegerRule{.min = 0, .max = 2147483647}) &&
         fields.required("seq", out.seq, IntegerRule{.min = 0, .max = 9007199254740991}) &&
         fields.optional("rating", out.rating) &&
         fields.optional("page", out.page) &&
         fields.optional("locale", out.locale, TextRule{.chars_min = 1, .chars_max = 35});
}

bool decode(Reader& reader, Element element, FirstMessage& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "client_id", "body"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("client_id", out.client_id) &&
         fields.required("body", out.body);
}

bool decode(Reader& reader, Element element, StartForm& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "name", "email"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.optional("name", out.name, TextRule{.chars_min = 1, .chars_max = 80}) &&
         fields.optional("email", out.email, EmailRule{TextRule{.chars_min = 3, .chars_max = 254}});
}

bool decode(Reader& reader, Element element, ConversationStartParams& out) {
  static constexpr std::array<std::string_view, 5> known = {
      "client_id", "message", "form", "page", "invitation"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("client_id", out.client_id) &&
         fields.optional("message", out.message) &&
         fields.optional("form", out.form) &&
         fields.optional("page", out.page) &&
         fields.optional("invitation", out.invitation);
}

bool decode(Reader& reader, Element element, ConversationStartResult& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "conversation", "seq", "status"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("conversation", out.conversation) &&
         fields.required("seq", out.seq, IntegerRule{.min = 0, .max = 9007199254740991}) &&
         fields.required("status", out.status);
}

bool decode(Reader& reader, Element element, ConversationChangeParams& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "conversation", "client_id", "if_seq"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("conversation", out.conversation) &&
         fields.required("client_id", out.client_id) &&
         fields.optional("if_seq", out.if_seq, IntegerRule{.min = 0, .max = 9007199254740991});
}

bool decode(Reader& reader, Element element, ConversationChangeResult& out) {
  static constexpr std::array<std::string_view, 4> known = {
      "conversation", "seq", "status", "at"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("conversation", out.conversation) &&
         fields.required("seq", out.seq, IntegerRule{.min = 0, .max = 9007199254740991}) &&
         fields.required("status", out.status) &&
         fields.required("at", out.at, TimeRule{});
}

bool decode(Reader& reader, Element element, ConversationAcceptParams& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "conversation", "client_id", "if_seq"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("conversation", out.conversation) &&
         fields.required("client_id", out.client_id) &&
         fields.optional("if_seq", out.if_seq, IntegerRule{.min = 0, .max = 9007199254740991});
}

bool decode(Reader& reader, Element element, ConversationResolveParams& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "conversation", "client_id", "if_seq"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("conversation", out.conversation) &&
         fields.required("client_id", out.client_id) &&
         fields.optional("if_seq", out.if_seq, IntegerRule{.min = 0, .max = 9007199254740991});
}

bool decode(Reader& reader, Element element, ConversationReopenParams& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "conversation", "client_id", "if_seq"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("conversation", out.conversation) &&
         fields.required("client_id", out.client_id) &&
         fields.optional("if_seq", out.if_seq, IntegerRule{.min = 0, .max = 9007199254740991});
}

bool decode(Reader& reader, Element element, ConversationAssignParams& out) {
  static constexpr std::array<std::string_view, 4> known = {
      "conversation", "client_id", "if_seq", "assignee"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("conversation", out.conversation) &&
         fields.required("client_id", out.client_id) &&
         fields.optional("if_seq", out.if_seq, IntegerRule{.min = 0, .max = 9007199254740991}) &&
         fields.required("assignee", out.assignee);
}

bool parse(std::string_view text, TransferHow& out) {
  if (text == "now") return out = TransferHow::kNow, true;
  if (text == "ask") return out = TransferHow::kAsk, true;
  if (text == "add") return out = TransferHow::kAdd, true;
  return false;
}

bool decode(Reader& reader, Element element, TransferHow& out) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS && parse(text, out)) return true;
  return reader.fail("must be one of now, ask, add");
}

bool decode(Reader& reader, Element element, ConversationTransferParams& out) {
  static constexpr std::array<std::string_view, 7> known = {
      "conversation", "client_id", "if_seq", "team", "agent", "how", "note"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("conversation", out.conversation) &&
         fields.required("client_id", out.client_id) &&
         fields.optional("if_seq", out.if_seq, IntegerRule{.min = 0, .max = 9007199254740991}) &&
         fields.optional("team", out.team) &&
         fields.optional("agent", out.agent) &&
         fields.optional("how", out.how) &&
         fields.optional("note", out.note, TextRule{.chars_min = 1, .chars_max = 4000, .bytes_max = 16384});
}

bool parse(std::string_view text, AnswerBy& out) {
  if (text == "mail") return out = AnswerBy::kMail, true;
  if (text == "phone") return out = AnswerBy::kPhone, true;
  return false;
}

bool decode(Reader& reader, Element element, AnswerBy& out) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS && parse(text, out)) return true;
  return reader.fail("must be one of mail, phone");
}

bool decode(Reader& reader, Element element, AnswerAskParams& out) {
  static constexpr std::array<std::string_view, 5> known = {
      "conversation", "client_id", "by", "address", "at"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("conversation", out.conversation) &&
         fields.required("client_id", out.client_id) &&
         fields.required("by", out.by) &&
         fields.required("address", out.address, TextRule{.chars_min = 3, .chars_max = 254}) &&
         fields.optional("at", out.at, TimeRule{});
}

bool decode(Reader& reader, Element element, CallbackSlotsParams& out) {
  static constexpr std::array<std::string_view, 1> known = {
      "conversation"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("conversation", out.conversation);
}

bool decode(Reader& reader, Element element, CallbackSlotsResult& out) {
  static constexpr std::array<std::string_view, 1> known = {
      "slots"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("slots", out.slots, ListRule<TimeRule>{.max = 100, .item = TimeRule{}});
}

bool decode(Reader& reader, Element element, ConversationTagParams& out) {
  static constexpr std::array<std::string_view, 5> known = {
      "conversation", "client_id", "if_seq", "add", "remove"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("conversation", out.conversation) &&
         fields.required("client_id", out.client_id) &&
         fields.optional("if_seq", out.if_seq, IntegerRule{.min = 0, .max = 9007199254740991}) &&
         fields.optional("add", out.add, ListRule<TextRule>{.max = 20, .item = TextRule{.chars_min = 1, .chars_max = 40}}) &&
         fields.optional("remove", out.remove, ListRule<TextRule>{.max = 20, .item = TextRule{.chars_min = 1, .chars_max = 40}});
}

bool decode(Reader& reader, Element element, ConversationSnoozeParams& out) {
  static constexpr std::array<std::string_view, 4> known = {
      "conversation", "client_id", "if_seq", "until"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("conversation", out.conversation) &&
         fields.required("client_id", out.client_id) &&
         fields.optional("if_seq", out.if_seq, IntegerRule{.min = 0, .max = 9007199254740991}) &&
         fields.required("until", out.until, TimeRule{});
}

bool decode(Reader& reader, Element element, ConversationEndParams& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "conversation", "client_id"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("conversation", out.conversation) &&
         fields.required("client_id", out.client_id);
}

bool decode(Reader& reader, Element element, ConversationRateParams& out) {
  static constexpr std::array<std::string_view, 5> known = {
      "conversation", "client_id", "score", "comment", "reasons"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("conversation", out.conversation) &&
         fields.required("client_id", out.client_id) &&
         fields.required("score", out.score, IntegerRule{.min = 1, .max = 5}) &&
         fields.optional("comment", out.comment, TextRule{.chars_max = 1000}) &&
         fields.optional("reasons", out.reasons, ListRule<>{.max = 7});
}

bool decode(Reader& reader, Element element, ConversationReadParams& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "conversation", "seq"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("conversation", out.conversation) &&
         fields.required("seq", out.seq, IntegerRule{.min = 0, .max = 9007199254740991});
}

}  // namespace parlor::wire
