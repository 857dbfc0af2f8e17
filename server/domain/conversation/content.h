// Content: what a person wrote. Kept apart from the events, sealed by the store, joined again when an event is sent or
// read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "domain/conversation/events.h"

namespace parlor::conversation {

// Text of 1 to 4,000 code points and at most 16 KiB; other kinds of body join this struct as a variant when their
// feature comes.
struct TextBody {
  std::string text;
  bool operator==(const TextBody&) const = default;
};
using Body = TextBody;

// Of a rating the comment; of a wish to be answered elsewhere the address or number.
enum class ContentKind : std::uint8_t { message, note, rating_comment, address };

// What can be edited, deleted and read as a message or a note.
constexpr bool is_message(ContentKind kind) {
  return kind == ContentKind::message || kind == ContentKind::note;
}

// One sealed row: the newest version of a message, a note, or of what else is named by an event. No body: a tombstone.
struct Content {
  ContentKind kind{};
  // For what is no message: the id made for it.
  MessageId id;
  Version version = 1;
  std::optional<Body> body;
  bool operator==(const Content&) const = default;
};

}  // namespace parlor::conversation
