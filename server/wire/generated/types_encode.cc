// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#include "wire/generated/types.h"

#include <array>

#include "wire/json/writer.h"

namespace parlor::wire {

std::string_view to_string(RatingReason value) {
  static constexpr std::array<std::string_view, 7> names = {
      "slow_reply",
      "not_solved",
      "wrong_answer",
      "rude",
      "fast",
      "friendly",
      "solved",
  };
  return names[static_cast<std::size_t>(value)];
}

void encode(Writer& out, RatingReason value) { out.text(to_string(value)); }

std::string_view to_string(ActorKind value) {
  static constexpr std::array<std::string_view, 4> names = {
      "visitor",
      "agent",
      "assistant",
      "system",
  };
  return names[static_cast<std::size_t>(value)];
}

void encode(Writer& out, ActorKind value) { out.text(to_string(value)); }

std::string_view to_string(Role value) {
  static constexpr std::array<std::string_view, 2> names = {
      "owner",
      "agent",
  };
  return names[static_cast<std::size_t>(value)];
}

void encode(Writer& out, Role value) { out.text(to_string(value)); }

std::string_view to_string(AgentStatus value) {
  static constexpr std::array<std::string_view, 4> names = {
      "online",
      "busy",
      "away",
      "offline",
  };
  return names[static_cast<std::size_t>(value)];
}

void encode(Writer& out, AgentStatus value) { out.text(to_string(value)); }

std::string_view to_string(Priority value) {
  static constexpr std::array<std::string_view, 4> names = {
      "low",
      "normal",
      "high",
      "urgent",
  };
  return names[static_cast<std::size_t>(value)];
}

void encode(Writer& out, Priority value) { out.text(to_string(value)); }

std::string_view to_string(Switch value) {
  static constexpr std::array<std::string_view, 2> names = {
      "on",
      "off",
  };
  return names[static_cast<std::size_t>(value)];
}

void encode(Writer& out, Switch value) { out.text(to_string(value)); }

std::string_view to_string(ConversationStatus value) {
  static constexpr std::array<std::string_view, 5> names = {
      "assistant",
      "queued",
      "open",
      "snoozed",
      "resolved",
  };
  return names[static_cast<std::size_t>(value)];
}

void encode(Writer& out, ConversationStatus value) { out.text(to_string(value)); }

void encode(Writer& out, const Actor& value) {
  out.begin_object();
  out.field("kind", value.kind);
  out.field("id", value.id);
  out.field("name", value.name);
  out.end_object();
}

void encode(Writer& out, const Participant& value) {
  out.begin_object();
  out.field("kind", value.kind);
  out.field("id", value.id);
  out.end_object();
}

void encode(Writer& out, const PresentParticipant& value) {
  out.begin_object();
  out.field("kind", value.kind);
  out.field("id", value.id);
  out.field("name", value.name);
  out.field("online", value.online);
  out.end_object();
}

void encode(Writer& out, const Person& value) {
  out.begin_object();
  out.field("id", value.id);
  out.field("name", value.name);
  out.end_object();
}

void encode(Writer& out, const PresentPerson& value) {
  out.begin_object();
  out.field("id", value.id);
  out.field("name", value.name);
  out.field("online", value.online);
  out.end_object();
}

void encode(Writer& out, const Attribute& value) {
  out.begin_object();
  out.field("key", value.key);
  out.field("value", value.value);
  out.end_object();
}

void encode(Writer& out, const Page& value) {
  out.begin_object();
  out.field("url", value.url);
  out.field("title", value.title);
  out.field("referrer", value.referrer);
  out.field("visit", value.visit);
  out.field("attributes", value.attributes);
  out.end_object();
}

void encode(Writer& out, const PageName& value) {
  out.begin_object();
  out.field("url", value.url);
  out.field("title", value.title);
  out.end_object();
}

void encode(Writer& out, const PageView& value) {
  out.begin_object();
  out.field("url", value.url);
  out.field("title", value.title);
  out.time_field("at", value.at);
  out.end_object();
}

void encode(Writer& out, const Read& value) {
  out.begin_object();
  out.field("participant", value.participant);
  out.field("seq", value.seq);
  out.time_field("at", value.at);
  out.end_object();
}

void encode(Writer& out, const Empty& /*value*/) {
  out.begin_object();
  out.end_object();
}

}  // namespace parlor::wire
