// Passing things: droppable, coalesced, never stored.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "wire/generated/types.h"
#include "wire/generated/routing.h"
#include "wire/json/value.h"

namespace parlor::wire {

enum class PresenceState : std::uint8_t {
  kOnline,
  kAway,
  kOffline,
  kBusy,
};

struct TypingSignal {
  Switch state{};

  bool operator==(const TypingSignal&) const = default;
};

// How far a participant has read, and when.
struct ReadSignal {
  Participant participant{};
  std::int64_t seq{};
  std::int64_t at{};  // milliseconds since the Unix epoch

  bool operator==(const ReadSignal&) const = default;
};

struct PresenceSignal {
  Actor participant{};
  PresenceState state{};
  std::optional<PageView> page{};

  bool operator==(const PresenceSignal&) const = default;
};

// In the order of SignalContent, whose index it is.
enum class SignalType : std::uint8_t {
  kTyping,
  kRead,
  kPresence,
  kOffer,
  kQueuePosition,
};

using SignalContent = std::variant<
    TypingSignal,
    ReadSignal,
    PresenceSignal,
    Offer,
    QueuePositionSignal>;

struct Signal {
  Topic topic{};
  Actor actor{};
  SignalContent data{};  // names the type by its alternative

  [[nodiscard]] SignalType type() const;

  bool operator==(const Signal&) const = default;
};

std::string_view to_string(PresenceState value);
bool parse(std::string_view text, PresenceState& out);
bool decode(Reader& reader, Element element, PresenceState& out);
void encode(Writer& out, PresenceState value);
bool decode(Reader& reader, Element element, TypingSignal& out);
void encode(Writer& out, const TypingSignal& value);
bool decode(Reader& reader, Element element, ReadSignal& out);
void encode(Writer& out, const ReadSignal& value);
bool decode(Reader& reader, Element element, PresenceSignal& out);
void encode(Writer& out, const PresenceSignal& value);
std::string_view to_string(SignalType value);
bool parse(std::string_view text, SignalType& out);
bool decode(Reader& reader, Element element, Signal& out);
void encode(Writer& out, const Signal& value);

}  // namespace parlor::wire
