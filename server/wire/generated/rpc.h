// The error of a JSON-RPC answer.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "wire/generated/types.h"
#include "wire/json/value.h"

namespace parlor::wire {

// Where the conversation stands now.
struct ConflictState {
  std::int64_t seq{};
  ConversationStatus status{};
  std::optional<Person> assignee{};

  bool operator==(const ConflictState&) const = default;
};

struct ErrorDetail {
  std::string reason{};
  std::optional<std::string> field{};
  std::optional<std::int64_t> retry_after_ms{};
  std::optional<ConflictState> current{};

  bool operator==(const ErrorDetail&) const = default;
};

struct ErrorObject {
  std::int64_t code{};
  std::string message{};
  ErrorDetail data{};

  bool operator==(const ErrorObject&) const = default;
};

bool decode(Reader& reader, Element element, ConflictState& out);
void encode(Writer& out, const ConflictState& value);
bool decode(Reader& reader, Element element, ErrorDetail& out);
void encode(Writer& out, const ErrorDetail& value);
bool decode(Reader& reader, Element element, ErrorObject& out);
void encode(Writer& out, const ErrorObject& value);

}  // namespace parlor::wire
