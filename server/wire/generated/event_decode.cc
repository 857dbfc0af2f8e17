// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#include "wire/generated/event.h"

#include <array>
#include <span>

#include "wire/json/reader.h"

namespace parlor::wire {

bool parse(std::string_view text, QueuedReason& out) {
  if (text == "started") return out = QueuedReason::kStarted, true;
  if (text == "agent_left") return out = QueuedReason::kAgentLeft, true;
  if (text == "snooze_over") return out = QueuedReason::kSnoozeOver, true;
  if (text == "visitor_wrote") return out = QueuedReason::kVisitorWrote, true;
  if (text == "agent_gone") return out = QueuedReason::kAgentGone, true;
  if (text == "agent_silent") return out = QueuedReason::kAgentSilent, true;
  if (text == "overflow") return out = QueuedReason::kOverflow, true;
  if (text == "transferred") return out = QueuedReason::kTransferred, true;
  return false;
}

bool decode(Reader& reader, Element element, QueuedReason& out) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS && parse(text, out)) return true;
  return reader.fail("must be one of started, agent_left, snooze_over, visitor_wrote, agent_gone, agent_silent, overflow, transferred");
}

bool parse(std::string_view text, ReopenedStatus& out) {
  if (text == "open") return out = ReopenedStatus::kOpen, true;
  if (text == "queued") return out = ReopenedStatus::kQueued, true;
  return false;
}

bool decode(Reader& reader, Element element, ReopenedStatus& out) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS && parse(text, out)) return true;
  return reader.fail("must be one of open, queued");
}

bool decode(Reader& reader, Element element, ConversationStarted& out) {
  static constexpr std::array<std::string_view, 4> known = {
      "conversation", "inbox", "contact", "page"};
  static constexpr std::array<std::string_view, 1> set0 = {"conversation"};
  static constexpr std::array<std::string_view, 2> set1 = {"inbox", "contact"};
  static constexpr std::array<std::span<const std::string_view>, 2> alternatives = {set0, set1};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.optional("conversation", out.conversation) &&
         fields.optional("inbox", out.inbox) &&
         fields.optional("contact", out.contact) &&
         fields.optional("page", out.page) &&
         fields.any_of(alternatives);
}

bool decode(Reader& reader, Element element, ConversationQueued& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "reason", "team"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("reason", out.reason) &&
         fields.optional("team", out.team);
}

bool decode(Reader& reader, Element element, ConversationAssigned& out) {
  static constexpr std::array<std::string_view, 1> known = {
      "assignee"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("assignee", out.assignee);
}

bool decode(Reader& reader, Element element, ConversationTransferred& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "team", "agent"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.optional("team", out.team) &&
         fields.optional("agent", out.agent);
}

bool parse(std::string_view text, TransferDeclinedReason& out) {
  if (text == "passed") return out = TransferDeclinedReason::kPassed, true;
  if (text == "expired") return out = TransferDeclinedReason::kExpired, true;
  if (text == "left") return out = TransferDeclinedReason::kLeft, true;
  return false;
}

bool decode(Reader& reader, Element element, TransferDeclinedReason& out) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS && parse(text, out)) return true;
  return reader.fail("must be one of passed, expired, left");
}

bool decode(Reader& reader, Element element, TransferDeclined& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "agent", "reason", "joins"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("agent", out.agent) &&
         fields.required("reason", out.reason) &&
         fields.required("joins", out.joins);
}

bool decode(Reader& reader, Element element, ConversationSnoozed& out) {
  static constexpr std::array<std::string_view, 1> known = {
      "until"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("until", out.until, TimeRule{});
}

bool decode(Reader& reader, Element element, AnswerAsked& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "by", "address", "at"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("by", out.by) &&
         fields.optional("address", out.address, TextRule{.chars_min = 3, .chars_max = 254}) &&
         fields.optional("at", out.at, TimeRule{});
}

bool decode(Reader& reader, Element element, ConversationResolved& /*out*/) {
  Fields fields(reader);
  return fields.open(element, {});
}

bool decode(Reader& reader, Element element, ConversationReopened& out) {
  static constexpr std::array<std::string_view, 1> known = {
      "status"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("status", out.status);
}

bool decode(Reader& reader, Element element, ConversationRated& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "score", "comment", "reasons"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("score", out.score, IntegerRule{.min = 1, .max = 5}) &&
         fields.optional("comment", out.comment, TextRule{.chars_max = 1000}) &&
         fields.optional("reasons", out.reasons, ListRule<>{.max = 7});
}

bool decode(Reader& reader, Element element, ConversationTagged& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "added", "removed"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("added", out.added, ListRule<TextRule>{.max = 20, .item = TextRule{.chars_min = 1, .chars_max = 40}}) &&
         fields.required("removed", out.removed, ListRule<TextRule>{.max = 20, .item = TextRule{.chars_min = 1, .chars_max = 40}});
}

bool decode(Reader& reader, Element element, MessagePosted& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "message", "version", "body"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("message", out.message) &&
         fields.required("version", out.version, IntegerRule{.min = 1, .max = 2147483647}) &&
         fields.optional("body", out.body);
}

bool decode(Reader& reader, Element element, MessageEdited& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "message", "version", "body"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("message", out.message) &&
         fields.required("version", out.version, IntegerRule{.min = 1, .max = 2147483647}) &&
         fields.optional("body", out.body);
}

bool decode(Reader& reader, Element element, MessageDeleted& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "message", "version", "body"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("message", out.message) &&
         fields.required("version", out.version, IntegerRule{.min = 1, .max = 2147483647}) &&
         fields.optional("body", out.body);
}

bool decode(Reader& reader, Element element, NotePosted& out) {
  static constexpr std::array<std::string_view, 4> known = {
      "note", "version", "text", "mentions"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("note", out.note) &&
         fields.required("version", out.version, IntegerRule{.min = 1, .max = 2147483647}) &&
         fields.optional("text", out.text, TextRule{.chars_min = 1, .chars_max = 4000, .bytes_max = 16384}) &&
         fields.optional("mentions", out.mentions, ListRule<>{.max = 20});
}

bool decode(Reader& reader, Element element, ParticipantJoined& out) {
  static constexpr std::array<std::string_view, 1> known = {
      "participant"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("participant", out.participant);
}

bool decode(Reader& reader, Element element, ParticipantLeft& out) {
  static constexpr std::array<std::string_view, 1> known = {
      "participant"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("participant", out.participant);
}

bool decode(Reader& reader, Element element, ContactUpdated& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "contact", "name", "email"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("contact", out.contact) &&
         fields.optional("name", out.name, TextRule{.chars_min = 1, .chars_max = 80}) &&
         fields.optional("email", out.email, EmailRule{TextRule{.chars_min = 3, .chars_max = 254}});
}

static bool decode_content(Fields& fields, EventContent& out) {
  std::string_view tag;
  if (!fields.word("type", tag)) return false;
  if (tag == "conversation.started") return fields.required("data", out.emplace<ConversationStarted>());
  if (tag == "conversation.queued") return fields.required("data", out.emplace<ConversationQueued>());
  if (tag == "conversation.assigned") return fields.required("data", out.emplace<ConversationAssigned>());
  if (tag == "conversation.transferred") return fields.required("data", out.emplace<ConversationTransferred>());
  if (tag == "conversation.snoozed") return fields.required("data", out.emplace<ConversationSnoozed>());
  if (tag == "answer.asked") return fields.required("data", out.emplace<AnswerAsked>());
  if (tag == "transfer.declined") return fields.required("data", out.emplace<TransferDeclined>());
  if (tag == "conversation.resolved") return fields.required("data", out.emplace<ConversationResolved>());
  if (tag == "conversation.reopened") return fields.required("data", out.emplace<ConversationReopened>());
  if (tag == "conversation.rated") return fields.required("data", out.emplace<ConversationRated>());
  if (tag == "conversation.tagged") return fields.required("data", out.emplace<ConversationTagged>());
  if (tag == "message.posted") return fields.required("data", out.emplace<MessagePosted>());
  if (tag == "message.edited") return fields.required("data", out.emplace<MessageEdited>());
  if (tag == "message.deleted") return fields.required("data", out.emplace<MessageDeleted>());
  if (tag == "note.posted") return fields.required("data", out.emplace<NotePosted>());
  if (tag == "participant.joined") return fields.required("data", out.emplace<ParticipantJoined>());
  if (tag == "participant.left") return fields.required("data", out.emplace<ParticipantLeft>());
  if (tag == "contact.updated") return fields.required("data", out.emplace<ContactUpdated>());
  return fields.no_such("type");
}

bool parse(std::string_view text, EventType& out) {
  if (text == "conversation.started") return out = EventType::kConversationStarted, true;
  if (text == "conversation.queued") return out = EventType::kConversationQueued, true;
  if (text == "conversation.assigned") return out = EventType::kConversationAssigned, true;
  if (text == "conversation.transferred") return out = EventType::kConversationTransferred, true;
  if (text == "conversation.snoozed") return out = EventType::kConversationSnoozed, true;
  if (text == "answer.asked") return out = EventType::kAnswerAsked, true;
  if (text == "transfer.declined") return out = EventType::kTransferDeclined, true;
  if (text == "conversation.resolved") return out = EventType::kConversationResolved, true;
  if (text == "conversation.reopened") return out = EventType::kConversationReopened, true;
  if (text == "conversation.rated") return out = EventType::kConversationRated, true;
  if (text == "conversation.tagged") return out = EventType::kConversationTagged, true;
  if (text == "message.posted") return out = EventType::kMessagePosted, true;
  if (text == "message.edited") return out = EventType::kMessageEdited, true;
  if (text == "message.deleted") return out = EventType::kMessageDeleted, true;
  if (text == "note.posted") return out = EventType::kNotePosted, true;
  if (text == "participant.joined") return out = EventType::kParticipantJoined, true;
  if (text == "participant.left") return out = EventType::kParticipantLeft, true;
  if (text == "contact.updated") return out = EventType::kContactUpdated, true;
  return false;
}

bool decode(Reader& reader, Element element, Event& out) {
  static constexpr std::array<std::string_view, 9> known = {
      "topic", "epoch", "seq", "prev", "at", "actor", "client_id", "type", "data"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.optional("topic", out.topic) &&
         fields.optional("epoch", out.epoch, TextRule{.chars_min = 1, .chars_max = 64}) &&
         fields.required("seq", out.seq, IntegerRule{.min = 0, .max = 9007199254740991}) &&
         fields.required("prev", out.prev, IntegerRule{.min = 0, .max = 9007199254740991}) &&
         fields.required("at", out.at, TimeRule{}) &&
         fields.required("actor", out.actor) &&
         fields.optional("client_id", out.client_id) &&
         decode_content(fields, out.data);
}

bool decode(Reader& reader, Element element, HistoryPageParams& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "conversation", "before_seq", "limit"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("conversation", out.conversation) &&
         fields.optional("before_seq", out.before_seq, IntegerRule{.min = 0, .max = 9007199254740991}) &&
         fields.optional("limit", out.limit, IntegerRule{.min = 1, .max = 100});
}

bool decode(Reader& reader, Element element, HistoryPageResult& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "events", "has_more"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("events", out.events, ListRule<>{.max = 100}) &&
         fields.required("has_more", out.has_more);
}

}  // namespace parlor::wire
