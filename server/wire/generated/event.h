// Durable facts, numbered in their topic.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "wire/generated/types.h"
#include "wire/generated/body.h"
#include "wire/generated/conversation.h"
#include "wire/json/value.h"

namespace parlor::wire {

enum class QueuedReason : std::uint8_t {
  kStarted,
  kAgentLeft,
  kSnoozeOver,
  kVisitorWrote,
  kAgentGone,
  kAgentSilent,
  kOverflow,
  kTransferred,
};

enum class ReopenedStatus : std::uint8_t {
  kOpen,
  kQueued,
};

// On a contact topic {conversation}, on a conversation topic {inbox, contact, page?}.
struct ConversationStarted {
  std::optional<Conversation> conversation{};
  std::optional<Uuid> inbox{};
  std::optional<Uuid> contact{};
  std::optional<PageName> page{};

  bool operator==(const ConversationStarted&) const = default;
};

struct ConversationQueued {
  QueuedReason reason{};
  std::optional<Person> team{};

  bool operator==(const ConversationQueued&) const = default;
};

struct ConversationAssigned {
  Person assignee{};

  bool operator==(const ConversationAssigned&) const = default;
};

// To one of the two.
struct ConversationTransferred {
  std::optional<Person> team{};
  std::optional<Person> agent{};

  bool operator==(const ConversationTransferred&) const = default;
};

// passed: they said no. expired: they did not answer. left: they went away.
enum class TransferDeclinedReason : std::uint8_t {
  kPassed,
  kExpired,
  kLeft,
};

// A colleague who was asked has not taken it: whoever had it still has it. joins: they were asked to join.
struct TransferDeclined {
  Person agent{};
  TransferDeclinedReason reason{};
  bool joins{};

  bool operator==(const TransferDeclined&) const = default;
};

struct ConversationSnoozed {
  std::int64_t until{};  // milliseconds since the Unix epoch

  bool operator==(const ConversationSnoozed&) const = default;
};

// The visitor is answered elsewhere: by mail, or by phone at a time.
struct AnswerAsked {
  AnswerBy by{};
  std::optional<std::string> address{};
  std::optional<std::int64_t> at{};  // milliseconds since the Unix epoch

  bool operator==(const AnswerAsked&) const = default;
};

struct ConversationResolved {
  bool operator==(const ConversationResolved&) const = default;
};

struct ConversationReopened {
  ReopenedStatus status{};

  bool operator==(const ConversationReopened&) const = default;
};

struct ConversationRated {
  std::int64_t score{};
  std::optional<std::string> comment{};
  std::optional<std::vector<RatingReason>> reasons{};

  bool operator==(const ConversationRated&) const = default;
};

struct ConversationTagged {
  std::vector<std::string> added{};
  std::vector<std::string> removed{};

  bool operator==(const ConversationTagged&) const = default;
};

// As it is now; body absent means deleted.
struct MessagePosted {
  Uuid message{};
  std::int64_t version{};
  std::optional<Body> body{};

  bool operator==(const MessagePosted&) const = default;
};

// As it is now; body absent means deleted.
struct MessageEdited {
  Uuid message{};
  std::int64_t version{};
  std::optional<Body> body{};

  bool operator==(const MessageEdited&) const = default;
};

// As it is now; body absent means deleted.
struct MessageDeleted {
  Uuid message{};
  std::int64_t version{};
  std::optional<Body> body{};

  bool operator==(const MessageDeleted&) const = default;
};

struct NotePosted {
  Uuid note{};
  std::int64_t version{};
  std::optional<std::string> text{};
  std::optional<std::vector<Uuid>> mentions{};

  bool operator==(const NotePosted&) const = default;
};

struct ParticipantJoined {
  Actor participant{};

  bool operator==(const ParticipantJoined&) const = default;
};

struct ParticipantLeft {
  Actor participant{};

  bool operator==(const ParticipantLeft&) const = default;
};

struct ContactUpdated {
  Uuid contact{};
  std::optional<std::string> name{};
  std::optional<std::string> email{};

  bool operator==(const ContactUpdated&) const = default;
};

// In the order of EventContent, whose index it is.
enum class EventType : std::uint8_t {
  kConversationStarted,
  kConversationQueued,
  kConversationAssigned,
  kConversationTransferred,
  kConversationSnoozed,
  kAnswerAsked,
  kTransferDeclined,
  kConversationResolved,
  kConversationReopened,
  kConversationRated,
  kConversationTagged,
  kMessagePosted,
  kMessageEdited,
  kMessageDeleted,
  kNotePosted,
  kParticipantJoined,
  kParticipantLeft,
  kContactUpdated,
};

using EventContent = std::variant<
    ConversationStarted,
    ConversationQueued,
    ConversationAssigned,
    ConversationTransferred,
    ConversationSnoozed,
    AnswerAsked,
    TransferDeclined,
    ConversationResolved,
    ConversationReopened,
    ConversationRated,
    ConversationTagged,
    MessagePosted,
    MessageEdited,
    MessageDeleted,
    NotePosted,
    ParticipantJoined,
    ParticipantLeft,
    ContactUpdated>;

// A notification carries topic and epoch; in snapshots and history they are left out.
struct Event {
  std::optional<Topic> topic{};
  std::optional<std::string> epoch{};
  std::int64_t seq{};
  std::int64_t prev{};
  std::int64_t at{};  // milliseconds since the Unix epoch
  Actor actor{};
  std::optional<Uuid> client_id{};
  EventContent data{};  // names the type by its alternative

  [[nodiscard]] EventType type() const;

  bool operator==(const Event&) const = default;
};

// limit absent means 50.
struct HistoryPageParams {
  Uuid conversation{};
  std::optional<std::int64_t> before_seq{};
  std::optional<std::int64_t> limit{};

  bool operator==(const HistoryPageParams&) const = default;
};

struct HistoryPageResult {
  std::vector<Event> events{};
  bool has_more{};

  bool operator==(const HistoryPageResult&) const = default;
};

std::string_view to_string(QueuedReason value);
bool parse(std::string_view text, QueuedReason& out);
bool decode(Reader& reader, Element element, QueuedReason& out);
void encode(Writer& out, QueuedReason value);
std::string_view to_string(ReopenedStatus value);
bool parse(std::string_view text, ReopenedStatus& out);
bool decode(Reader& reader, Element element, ReopenedStatus& out);
void encode(Writer& out, ReopenedStatus value);
bool decode(Reader& reader, Element element, ConversationStarted& out);
void encode(Writer& out, const ConversationStarted& value);
bool decode(Reader& reader, Element element, ConversationQueued& out);
void encode(Writer& out, const ConversationQueued& value);
bool decode(Reader& reader, Element element, ConversationAssigned& out);
void encode(Writer& out, const ConversationAssigned& value);
bool decode(Reader& reader, Element element, ConversationTransferred& out);
void encode(Writer& out, const ConversationTransferred& value);
std::string_view to_string(TransferDeclinedReason value);
bool parse(std::string_view text, TransferDeclinedReason& out);
bool decode(Reader& reader, Element element, TransferDeclinedReason& out);
void encode(Writer& out, TransferDeclinedReason value);
bool decode(Reader& reader, Element element, TransferDeclined& out);
void encode(Writer& out, const TransferDeclined& value);
bool decode(Reader& reader, Element element, ConversationSnoozed& out);
void encode(Writer& out, const ConversationSnoozed& value);
bool decode(Reader& reader, Element element, AnswerAsked& out);
void encode(Writer& out, const AnswerAsked& value);
bool decode(Reader& reader, Element element, ConversationResolved& out);
void encode(Writer& out, const ConversationResolved& value);
bool decode(Reader& reader, Element element, ConversationReopened& out);
void encode(Writer& out, const ConversationReopened& value);
bool decode(Reader& reader, Element element, ConversationRated& out);
void encode(Writer& out, const ConversationRated& value);
bool decode(Reader& reader, Element element, ConversationTagged& out);
void encode(Writer& out, const ConversationTagged& value);
bool decode(Reader& reader, Element element, MessagePosted& out);
void encode(Writer& out, const MessagePosted& value);
bool decode(Reader& reader, Element element, MessageEdited& out);
void encode(Writer& out, const MessageEdited& value);
bool decode(Reader& reader, Element element, MessageDeleted& out);
void encode(Writer& out, const MessageDeleted& value);
bool decode(Reader& reader, Element element, NotePosted& out);
void encode(Writer& out, const NotePosted& value);
bool decode(Reader& reader, Element element, ParticipantJoined& out);
void encode(Writer& out, const ParticipantJoined& value);
bool decode(Reader& reader, Element element, ParticipantLeft& out);
void encode(Writer& out, const ParticipantLeft& value);
bool decode(Reader& reader, Element element, ContactUpdated& out);
void encode(Writer& out, const ContactUpdated& value);
std::string_view to_string(EventType value);
bool parse(std::string_view text, EventType& out);
bool decode(Reader& reader, Element element, Event& out);
void encode(Writer& out, const Event& value);
bool decode(Reader& reader, Element element, HistoryPageParams& out);
void encode(Writer& out, const HistoryPageParams& value);
bool decode(Reader& reader, Element element, HistoryPageResult& out);
void encode(Writer& out, const HistoryPageResult& value);

}  // namespace parlor::wire
