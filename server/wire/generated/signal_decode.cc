// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#include "wire/generated/signal.h"

#include <array>
#include <span>

#include "wire/json/reader.h"

namespace parlor::wire {

bool parse(std::string_view text, PresenceState& out) {
  if (text == "online") return out = PresenceState::kOnline, true;
  if (text == "away") return out = PresenceState::kAway, true;
  if (text == "offline") return out = PresenceState::kOffline, true;
  if (text == "busy") return out = PresenceState::kBusy, true;
  return false;
}

bool decode(Reader& reader, Element element, PresenceState& out) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS && parse(text, out)) return true;
  return reader.fail("must be one of online, away, offline, busy");
}

bool decode(Reader& reader, Element element, TypingSignal& out) {
  static constexpr std::array<std::string_view, 1> known = {
      "state"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("state", out.state);
}

bool decode(Reader& reader, Element element, ReadSignal& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "participant", "seq", "at"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("participant", out.participant) &&
         fields.required("seq", out.seq, IntegerRule{.min = 0, .max = 9007199254740991}) &&
         fields.required("at", out.at, TimeRule{});
}

bool decode(Reader& reader, Element element, PresenceSignal& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "participant", "state", "page"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("participant", out.participant) &&
         fields.required("state", out.state) &&
         fields.optional("page", out.page);
}

static bool decode_content(Fields& fields, SignalContent& out) {
  std::string_view tag;
  if (!fields.word("type", tag)) return false;
  if (tag == "typing") return fields.required("data", out.emplace<TypingSignal>());
  if (tag == "read") return fields.required("data", out.emplace<ReadSignal>());
  if (tag == "presence") return fields.required("data", out.emplace<PresenceSignal>());
  if (tag == "offer") return fields.required("data", out.emplace<Offer>());
  if (tag == "queue.position") return fields.required("data", out.emplace<QueuePositionSignal>());
  return fields.no_such("type");
}

bool parse(std::string_view text, SignalType& out) {
  if (text == "typing") return out = SignalType::kTyping, true;
  if (text == "read") return out = SignalType::kRead, true;
  if (text == "presence") return out = SignalType::kPresence, true;
  if (text == "offer") return out = SignalType::kOffer, true;
  if (text == "queue.position") return out = SignalType::kQueuePosition, true;
  return false;
}

bool decode(Reader& reader, Element element, Signal& out) {
  static constexpr std::array<std::string_view, 4> known = {
      "topic", "actor", "type", "data"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("topic", out.topic) &&
         fields.required("actor", out.actor) &&
         decode_content(fields, out.data);
}

}  // namespace parlor::wire
