// Words used by every feature.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "wire/json/value.h"

namespace parlor::wire {

// What a visitor can name with a click: the first four for a bad chat, the others for a good one.
enum class RatingReason : std::uint8_t {
  kSlowReply,
  kNotSolved,
  kWrongAnswer,
  kRude,
  kFast,
  kFriendly,
  kSolved,
};

enum class ActorKind : std::uint8_t {
  kVisitor,
  kAgent,
  kAssistant,
  kSystem,
};

enum class Role : std::uint8_t {
  kOwner,
  kAgent,
};

enum class AgentStatus : std::uint8_t {
  kOnline,
  kBusy,
  kAway,
  kOffline,
};

enum class Priority : std::uint8_t {
  kLow,
  kNormal,
  kHigh,
  kUrgent,
};

enum class Switch : std::uint8_t {
  kOn,
  kOff,
};

enum class ConversationStatus : std::uint8_t {
  kAssistant,
  kQueued,
  kOpen,
  kSnoozed,
  kResolved,
};

// Who did it. A visitor's id is the contact's.
struct Actor {
  ActorKind kind{};
  Uuid id{};
  std::string name{};

  bool operator==(const Actor&) const = default;
};

struct Participant {
  ActorKind kind{};
  Uuid id{};

  bool operator==(const Participant&) const = default;
};

struct PresentParticipant {
  ActorKind kind{};
  Uuid id{};
  std::string name{};
  bool online{};

  bool operator==(const PresentParticipant&) const = default;
};

struct Person {
  Uuid id{};
  std::string name{};

  bool operator==(const Person&) const = default;
};

struct PresentPerson {
  Uuid id{};
  std::string name{};
  bool online{};

  bool operator==(const PresentPerson&) const = default;
};

// What the site knows of a visitor, by a key of its own. Numbers, true and false are written as text.
struct Attribute {
  std::string key{};
  std::string value{};

  bool operator==(const Attribute&) const = default;
};

// The page a visitor is on, and what it says of them. Nobody has proven an attribute: anybody can say it of themselves.
struct Page {
  std::string url{};
  std::string title{};
  std::optional<std::string> referrer{};
  std::optional<Uuid> visit{};
  std::optional<std::vector<Attribute>> attributes{};

  bool operator==(const Page&) const = default;
};

struct PageName {
  std::string url{};
  std::string title{};

  bool operator==(const PageName&) const = default;
};

struct PageView {
  std::string url{};
  std::string title{};
  std::int64_t at{};  // milliseconds since the Unix epoch

  bool operator==(const PageView&) const = default;
};

// How far a participant has read, and when.
struct Read {
  Participant participant{};
  std::int64_t seq{};
  std::int64_t at{};  // milliseconds since the Unix epoch

  bool operator==(const Read&) const = default;
};

struct Empty {
  bool operator==(const Empty&) const = default;
};

std::string_view to_string(RatingReason value);
bool parse(std::string_view text, RatingReason& out);
bool decode(Reader& reader, Element element, RatingReason& out);
void encode(Writer& out, RatingReason value);
std::string_view to_string(ActorKind value);
bool parse(std::string_view text, ActorKind& out);
bool decode(Reader& reader, Element element, ActorKind& out);
void encode(Writer& out, ActorKind value);
std::string_view to_string(Role value);
bool parse(std::string_view text, Role& out);
bool decode(Reader& reader, Element element, Role& out);
void encode(Writer& out, Role value);
std::string_view to_string(AgentStatus value);
bool parse(std::string_view text, AgentStatus& out);
bool decode(Reader& reader, Element element, AgentStatus& out);
void encode(Writer& out, AgentStatus value);
std::string_view to_string(Priority value);
bool parse(std::string_view text, Priority& out);
bool decode(Reader& reader, Element element, Priority& out);
void encode(Writer& out, Priority value);
std::string_view to_string(Switch value);
bool parse(std::string_view text, Switch& out);
bool decode(Reader& reader, Element element, Switch& out);
void encode(Writer& out, Switch value);
std::string_view to_string(ConversationStatus value);
bool parse(std::string_view text, ConversationStatus& out);
bool decode(Reader& reader, Element element, ConversationStatus& out);
void encode(Writer& out, ConversationStatus value);
bool decode(Reader& reader, Element element, Actor& out);
void encode(Writer& out, const Actor& value);
bool decode(Reader& reader, Element element, Participant& out);
void encode(Writer& out, const Participant& value);
bool decode(Reader& reader, Element element, PresentParticipant& out);
void encode(Writer& out, const PresentParticipant& value);
bool decode(Reader& reader, Element element, Person& out);
void encode(Writer& out, const Person& value);
bool decode(Reader& reader, Element element, PresentPerson& out);
void encode(Writer& out, const PresentPerson& value);
bool decode(Reader& reader, Element element, Attribute& out);
void encode(Writer& out, const Attribute& value);
bool decode(Reader& reader, Element element, Page& out);
void encode(Writer& out, const Page& value);
bool decode(Reader& reader, Element element, PageName& out);
void encode(Writer& out, const PageName& value);
bool decode(Reader& reader, Element element, PageView& out);
void encode(Writer& out, const PageView& value);
bool decode(Reader& reader, Element element, Read& out);
void encode(Writer& out, const Read& value);
bool decode(Reader& reader, Element element, Empty& out);
void encode(Writer& out, const Empty& value);

}  // namespace parlor::wire
