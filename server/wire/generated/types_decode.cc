// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#include "wire/generated/types.h"

#include <array>
#include <span>

#include "wire/json/reader.h"

namespace parlor::wire {

bool parse(std::string_view text, RatingReason& out) {
  if (text == "slow_reply") return out = RatingReason::kSlowReply, true;
  if (text == "not_solved") return out = RatingReason::kNotSolved, true;
  if (text == "wrong_answer") return out = RatingReason::kWrongAnswer, true;
  if (text == "rude") return out = RatingReason::kRude, true;
  if (text == "fast") return out = RatingReason::kFast, true;
  if (text == "friendly") return out = RatingReason::kFriendly, true;
  if (text == "solved") return out = RatingReason::kSolved, true;
  return false;
}

bool decode(Reader& reader, Element element, RatingReason& out) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS && parse(text, out)) return true;
  return reader.fail("must be one of slow_reply, not_solved, wrong_answer, rude, fast, friendly, solved");
}

bool parse(std::string_view text, ActorKind& out) {
  if (text == "visitor") return out = ActorKind::kVisitor, true;
  if (text == "agent") return out = ActorKind::kAgent, true;
  if (text == "assistant") return out = ActorKind::kAssistant, true;
  if (text == "system") return out = ActorKind::kSystem, true;
  return false;
}

bool decode(Reader& reader, Element element, ActorKind& out) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS && parse(text, out)) return true;
  return reader.fail("must be one of visitor, agent, assistant, system");
}

bool parse(std::string_view text, Role& out) {
  if (text == "owner") return out = Role::kOwner, true;
  if (text == "agent") return out = Role::kAgent, true;
  return false;
}

bool decode(Reader& reader, Element element, Role& out) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS && parse(text, out)) return true;
  return reader.fail("must be one of owner, agent");
}

bool parse(std::string_view text, AgentStatus& out) {
  if (text == "online") return out = AgentStatus::kOnline, true;
  if (text == "busy") return out = AgentStatus::kBusy, true;
  if (text == "away") return out = AgentStatus::kAway, true;
  if (text == "offline") return out = AgentStatus::kOffline, true;
  return false;
}

bool decode(Reader& reader, Element element, AgentStatus& out) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS && parse(text, out)) return true;
  return reader.fail("must be one of online, busy, away, offline");
}

bool parse(std::string_view text, Priority& out) {
  if (text == "low") return out = Priority::kLow, true;
  if (text == "normal") return out = Priority::kNormal, true;
  if (text == "high") return out = Priority::kHigh, true;
  if (text == "urgent") return out = Priority::kUrgent, true;
  return false;
}

bool decode(Reader& reader, Element element, Priority& out) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS && parse(text, out)) return true;
  return reader.fail("must be one of low, normal, high, urgent");
}

bool parse(std::string_view text, Switch& out) {
  if (text == "on") return out = Switch::kOn, true;
  if (text == "off") return out = Switch::kOff, true;
  return false;
}

bool decode(Reader& reader, Element element, Switch& out) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS && parse(text, out)) return true;
  return reader.fail("must be one of on, off");
}

bool parse(std::string_view text, ConversationStatus& out) {
  if (text == "assistant") return out = ConversationStatus::kAssistant, true;
  if (text == "queued") return out = ConversationStatus::kQueued, true;
  if (text == "open") return out = ConversationStatus::kOpen, true;
  if (text == "snoozed") return out = ConversationStatus::kSnoozed, true;
  if (text == "resolved") return out = ConversationStatus::kResolved, true;
  return false;
}

bool decode(Reader& reader, Element element, ConversationStatus& out) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS && parse(text, out)) return true;
  return reader.fail("must be one of assistant, queued, open, snoozed, resolved");
}

bool decode(Reader& reader, Element element, Actor& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "kind", "id", "name"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("kind", out.kind) &&
         fields.required("id", out.id) &&
         fields.required("name", out.name, TextRule{.chars_max = 80});
}

bool decode(Reader& reader, Element element, Participant& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "kind", "id"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("kind", out.kind) &&
         fields.required("id", out.id);
}

bool decode(Reader& reader, Element element, PresentParticipant& out) {
  static constexpr std::array<std::string_view, 4> known = {
      "kind", "id", "name", "online"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("kind", out.kind) &&
         fields.required("id", out.id) &&
         fields.required("name", out.name, TextRule{.chars_min = 1, .chars_max = 80}) &&
         fields.required("online", out.online);
}

bool decode(Reader& reader, Element element, Person& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "id", "name"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("id", out.id) &&
         fields.required("name", out.name, TextRule{.chars_min = 1, .chars_max = 80});
}

bool decode(Reader& reader, Element element, PresentPerson& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "id", "name", "online"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("id", out.id) &&
         fields.required("name", out.name, TextRule{.chars_min = 1, .chars_max = 80}) &&
         fields.required("online", out.online);
}

bool decode(Reader& reader, Element element, Attribute& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "key", "value"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("key", out.key, TextRule{.chars_min = 1, .chars_max = 40}) &&
         fields.required("value", out.value, TextRule{.chars_max = 300});
}

bool decode(Reader& reader, Element element, Page& out) {
  static constexpr std::array<std::string_view, 5> known = {
      "url", "title", "referrer", "visit", "attributes"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("url", out.url, TextRule{.chars_min = 1, .chars_max = 2048}) &&
         fields.required("title", out.title, TextRule{.chars_max = 300}) &&
         fields.optional("referrer", out.referrer, TextRule{.chars_max = 2048}) &&
         fields.optional("visit", out.visit) &&
         fields.optional("attributes", out.attributes, ListRule<>{.max = 30});
}

bool decode(Reader& reader, Element element, PageName& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "url", "title"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("url", out.url, TextRule{.chars_min = 1, .chars_max = 2048}) &&
         fields.required("title", out.title, TextRule{.chars_max = 300});
}

bool decode(Reader& reader, Element element, PageView& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "url", "title", "at"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("url", out.url, TextRule{.chars_min = 1, .chars_max = 2048}) &&
         fields.required("title", out.title, TextRule{.chars_max = 300}) &&
         fields.required("at", out.at, TimeRule{});
}

bool decode(Reader& reader, Element element, Read& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "participant", "seq", "at"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("participant", out.participant) &&
         fields.required("seq", out.seq, IntegerRule{.min = 0, .max = 9007199254740991}) &&
         fields.required("at", out.at, TimeRule{});
}

bool decode(Reader& reader, Element element, Empty& /*out*/) {
  Fields fields(reader);
  return fields.open(element, {});
}

}  // namespace parlor::wire
