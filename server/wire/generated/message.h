// Messages, notes, typing.
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

struct MessagePostParams {
  Uuid conversation{};
  Uuid client_id{};
  std::optional<Uuid> after{};
  Body body{};

  bool operator==(const MessagePostParams&) const = default;
};

struct MessagePostResult {
  Uuid message{};
  std::int64_t seq{};
  std::int64_t at{};  // milliseconds since the Unix epoch

  bool operator==(const MessagePostResult&) const = default;
};

struct MessageEditParams {
  Uuid conversation{};
  Uuid client_id{};
  Uuid message{};
  Body body{};

  bool operator==(const MessageEditParams&) const = default;
};

struct MessageDeleteParams {
  Uuid conversation{};
  Uuid client_id{};
  Uuid message{};

  bool operator==(const MessageDeleteParams&) const = default;
};

struct MessageChangeResult {
  Uuid message{};
  std::int64_t version{};
  std::int64_t seq{};
  std::int64_t at{};  // milliseconds since the Unix epoch

  bool operator==(const MessageChangeResult&) const = default;
};

struct NotePostParams {
  Uuid conversation{};
  Uuid client_id{};
  std::string text{};
  std::optional<std::vector<Uuid>> mentions{};

  bool operator==(const NotePostParams&) const = default;
};

struct NotePostResult {
  Uuid note{};
  std::int64_t seq{};
  std::int64_t at{};  // milliseconds since the Unix epoch

  bool operator==(const NotePostResult&) const = default;
};

struct TypingParams {
  Uuid conversation{};
  Switch state{};
  std::optional<std::string> preview{};

  bool operator==(const TypingParams&) const = default;
};

// The page a visitor is on, and what it says of them. Nobody has proven an attribute: anybody can say it of themselves.
struct PageViewParams {
  std::string url{};
  std::string title{};
  std::optional<std::string> referrer{};
  std::optional<Uuid> visit{};
  std::optional<std::vector<Attribute>> attributes{};

  bool operator==(const PageViewParams&) const = default;
};

bool decode(Reader& reader, Element element, MessagePostParams& out);
void encode(Writer& out, const MessagePostParams& value);
bool decode(Reader& reader, Element element, MessagePostResult& out);
void encode(Writer& out, const MessagePostResult& value);
bool decode(Reader& reader, Element element, MessageEditParams& out);
void encode(Writer& out, const MessageEditParams& value);
bool decode(Reader& reader, Element element, MessageDeleteParams& out);
void encode(Writer& out, const MessageDeleteParams& value);
bool decode(Reader& reader, Element element, MessageChangeResult& out);
void encode(Writer& out, const MessageChangeResult& value);
bool decode(Reader& reader, Element element, NotePostParams& out);
void encode(Writer& out, const NotePostParams& value);
bool decode(Reader& reader, Element element, NotePostResult& out);
void encode(Writer& out, const NotePostResult& value);
bool decode(Reader& reader, Element element, TypingParams& out);
void encode(Writer& out, const TypingParams& value);
bool decode(Reader& reader, Element element, PageViewParams& out);
void encode(Writer& out, const PageViewParams& value);

}  // namespace parlor::wire
