// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#include "wire/generated/signal.h"

#include <array>

#include "wire/json/writer.h"

namespace parlor::wire {

std::string_view to_string(PresenceState value) {
  static constexpr std::array<std::string_view, 4> names = {
      "online",
      "away",
      "offline",
      "busy",
  };
  return names[static_cast<std::size_t>(value)];
}

void encode(Writer& out, PresenceState value) { out.text(to_string(value)); }

void encode(Writer& out, const TypingSignal& value) {
  out.begin_object();
  out.field("state", value.state);
  out.end_object();
}

void encode(Writer& out, const ReadSignal& value) {
  out.begin_object();
  out.field("participant", value.participant);
  out.field("seq", value.seq);
  out.time_field("at", value.at);
  out.end_object();
}

void encode(Writer& out, const PresenceSignal& value) {
  out.begin_object();
  out.field("participant", value.participant);
  out.field("state", value.state);
  out.field("page", value.page);
  out.end_object();
}

std::string_view to_string(SignalType value) {
  static constexpr std::array<std::string_view, 5> names = {
      "typing",
      "read",
      "presence",
      "offer",
      "queue.position",
  };
  return names[static_cast<std::size_t>(value)];
}

SignalType Signal::type() const { return static_cast<SignalType>(data.index()); }

void encode(Writer& out, const Signal& value) {
  out.begin_object();
  out.field("topic", value.topic);
  out.field("actor", value.actor);
  out.field("type", to_string(value.type()));
  out.key("data");
  std::visit([&out](const auto& one) { encode(out, one); }, value.data);
  out.end_object();
}

}  // namespace parlor::wire
