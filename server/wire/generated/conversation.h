// A conversation and the calls that change its state.
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
#include "wire/json/value.h"

namespace parlor::wire {

struct LastMessage {
  std::int64_t seq{};
  ActorKind kind{};
  std::string preview{};
  std::int64_t at{};  // milliseconds since the Unix epoch

  bool operator==(const LastMessage&) const = default;
};

struct Rating {
  std::int64_t score{};
  std::optional<std::string> comment{};

  bool operator==(const Rating&) const = default;
};

// One object for both audiences; a visitor gets neither contact, assignee, team, priority, tags, waiting_since, answered, page nor locale, an agent gets no agent.
struct Conversation {
  Uuid id{};
  Uuid inbox{};
  ConversationStatus status{};
  std::optional<PresentPerson> contact{};
  std::optional<Person> assignee{};
  std::optional<Person> team{};
  std::optional<Priority> priority{};
  std::optional<PresentPerson> agent{};
  std::optional<std::vector<std::string>> tags{};
  std::int64_t started_at{};  // milliseconds since the Unix epoch
  std::int64_t updated_at{};  // milliseconds since the Unix epoch
  std::optional<std::int64_t> resolved_at{};  // milliseconds since the Unix epoch
  std::optional<std::int64_t> waiting_since{};  // milliseconds since the Unix epoch
  std::optional<bool> answered{};
  std::optional<LastMessage> last_message{};
  std::int64_t unread{};
  std::int64_t seq{};
  std::optional<Rating> rating{};
  std::optional<PageName> page{};
  std::optional<std::string> locale{};

  bool operator==(const Conversation&) const = default;
};

struct FirstMessage {
  Uuid client_id{};
  Body body{};

  bool operator==(const FirstMessage&) const = default;
};

// What the visitor gave in the form before the chat.
struct StartForm {
  std::optional<std::string> name{};
  std::optional<std::string> email{};

  bool operator==(const StartForm&) const = default;
};

struct ConversationStartParams {
  Uuid client_id{};
  std::optional<FirstMessage> message{};
  std::optional<StartForm> form{};
  std::optional<Page> page{};
  std::optional<Uuid> invitation{};

  bool operator==(const ConversationStartParams&) const = default;
};

struct ConversationStartResult {
  Uuid conversation{};
  std::int64_t seq{};
  ConversationStatus status{};

  bool operator==(const ConversationStartResult&) const = default;
};

struct ConversationChangeParams {
  Uuid conversation{};
  Uuid client_id{};
  std::optional<std::int64_t> if_seq{};

  bool operator==(const ConversationChangeParams&) const = default;
};

struct ConversationChangeResult {
  Uuid conversation{};
  std::int64_t seq{};
  ConversationStatus status{};
  std::int64_t at{};  // milliseconds since the Unix epoch

  bool operator==(const ConversationChangeResult&) const = default;
};

struct ConversationAcceptParams {
  Uuid conversation{};
  Uuid client_id{};
  std::optional<std::int64_t> if_seq{};

  bool operator==(const ConversationAcceptParams&) const = default;
};

struct ConversationResolveParams {
  Uuid conversation{};
  Uuid client_id{};
  std::optional<std::int64_t> if_seq{};

  bool operator==(const ConversationResolveParams&) const = default;
};

struct ConversationReopenParams {
  Uuid conversation{};
  Uuid client_id{};
  std::optional<std::int64_t> if_seq{};

  bool operator==(const ConversationReopenParams&) const = default;
};

struct ConversationAssignParams {
  Uuid conversation{};
  Uuid client_id{};
  std::optional<std::int64_t> if_seq{};
  Uuid assignee{};

  bool operator==(const ConversationAssignParams&) const = default;
};

// now: given away at once. ask: it rings at the colleague, who takes it over or passes. add: it rings at the colleague, who joins beside whoever has it, or passes.
enum class TransferHow : std::uint8_t {
  kNow,
  kAsk,
  kAdd,
};

// To one of the two; the note is for whoever takes it. Without how: now. A team can only be given it.
struct ConversationTransferParams {
  Uuid conversation{};
  Uuid client_id{};
  std::optional<std::int64_t> if_seq{};
  std::optional<Uuid> team{};
  std::optional<Uuid> agent{};
  std::optional<TransferHow> how{};
  std::optional<std::string> note{};

  bool operator==(const ConversationTransferParams&) const = default;
};

enum class AnswerBy : std::uint8_t {
  kMail,
  kPhone,
};

// Out of the queue: by mail, or by phone at one of the times that callback.slots names.
struct AnswerAskParams {
  Uuid conversation{};
  Uuid client_id{};
  AnswerBy by{};
  std::string address{};
  std::optional<std::int64_t> at{};  // milliseconds since the Unix epoch

  bool operator==(const AnswerAskParams&) const = default;
};

struct CallbackSlotsParams {
  Uuid conversation{};

  bool operator==(const CallbackSlotsParams&) const = default;
};

// When somebody of its team is there to call, ascending, taken ones left out.
struct CallbackSlotsResult {
  std::vector<std::int64_t> slots{};

  bool operator==(const CallbackSlotsResult&) const = default;
};

struct ConversationTagParams {
  Uuid conversation{};
  Uuid client_id{};
  std::optional<std::int64_t> if_seq{};
  std::optional<std::vector<std::string>> add{};
  std::optional<std::vector<std::string>> remove{};

  bool operator==(const ConversationTagParams&) const = default;
};

struct ConversationSnoozeParams {
  Uuid conversation{};
  Uuid client_id{};
  std::optional<std::int64_t> if_seq{};
  std::int64_t until{};  // milliseconds since the Unix epoch

  bool operator==(const ConversationSnoozeParams&) const = default;
};

struct ConversationEndParams {
  Uuid conversation{};
  Uuid client_id{};

  bool operator==(const ConversationEndParams&) const = default;
};

struct ConversationRateParams {
  Uuid conversation{};
  Uuid client_id{};
  std::int64_t score{};
  std::optional<std::string> comment{};
  std::optional<std::vector<RatingReason>> reasons{};

  bool operator==(const ConversationRateParams&) const = default;
};

struct ConversationReadParams {
  Uuid conversation{};
  std::int64_t seq{};

  bool operator==(const ConversationReadParams&) const = default;
};

bool decode(Reader& reader, Element element, LastMessage& out);
void encode(Writer& out, const LastMessage& value);
bool decode(Reader& reader, Element element, Rating& out);
void encode(Writer& out, const Rating& value);
bool decode(Reader& reader, Element element, Conversation& out);
void encode(Writer& out, const Conversation& value);
bool decode(Reader& reader, Element element, FirstMessage& out);
void encode(Writer& out, const FirstMessage& value);
bool decode(Reader& reader, Element element, StartForm& out);
void encode(Writer& out, const StartForm& value);
bool decode(Reader& reader, Element element, ConversationStartParams& out);
void encode(Writer& out, const ConversationStartParams& value);
bool decode(Reader& reader, Element element, ConversationStartResult& out);
void encode(Writer& out, const ConversationStartResult& value);
bool decode(Reader& reader, Element element, ConversationChangeParams& out);
void encode(Writer& out, const ConversationChangeParams& value);
bool decode(Reader& reader, Element element, ConversationChangeResult& out);
void encode(Writer& out, const ConversationChangeResult& value);
bool decode(Reader& reader, Element element, ConversationAcceptParams& out);
void encode(Writer& out, const ConversationAcceptParams& value);
bool decode(Reader& reader, Element element, ConversationResolveParams& out);
void encode(Writer& out, const ConversationResolveParams& value);
bool decode(Reader& reader, Element element, ConversationReopenParams& out);
void encode(Writer& out, const ConversationReopenParams& value);
bool decode(Reader& reader, Element element, ConversationAssignParams& out);
void encode(Writer& out, const ConversationAssignParams& value);
std::string_view to_string(TransferHow value);
bool parse(std::string_view text, TransferHow& out);
bool decode(Reader& reader, Element element, TransferHow& out);
void encode(Writer& out, TransferHow value);
bool decode(Reader& reader, Element element, ConversationTransferParams& out);
void encode(Writer& out, const ConversationTransferParams& value);
std::string_view to_string(AnswerBy value);
bool parse(std::string_view text, AnswerBy& out);
bool decode(Reader& reader, Element element, AnswerBy& out);
void encode(Writer& out, AnswerBy value);
bool decode(Reader& reader, Element element, AnswerAskParams& out);
void encode(Writer& out, const AnswerAskParams& value);
bool decode(Reader& reader, Element element, CallbackSlotsParams& out);
void encode(Writer& out, const CallbackSlotsParams& value);
bool decode(Reader& reader, Element element, CallbackSlotsResult& out);
void encode(Writer& out, const CallbackSlotsResult& value);
bool decode(Reader& reader, Element element, ConversationTagParams& out);
void encode(Writer& out, const ConversationTagParams& value);
bool decode(Reader& reader, Element element, ConversationSnoozeParams& out);
void encode(Writer& out, const ConversationSnoozeParams& value);
bool decode(Reader& reader, Element element, ConversationEndParams& out);
void encode(Writer& out, const ConversationEndParams& value);
bool decode(Reader& reader, Element element, ConversationRateParams& out);
void encode(Writer& out, const ConversationRateParams& value);
bool decode(Reader& reader, Element element, ConversationReadParams& out);
void encode(Writer& out, const ConversationReadParams& value);

}  // namespace parlor::wire
