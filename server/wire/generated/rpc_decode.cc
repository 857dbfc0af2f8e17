// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#include "wire/generated/rpc.h"

#include <array>
#include <span>

#include "wire/json/reader.h"

namespace parlor::wire {

bool decode(Reader& reader, Element element, ConflictState& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "seq", "status", "assignee"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("seq", out.seq, IntegerRule{.min = 0, .max = 9007199254740991}) &&
         fields.required("status", out.status) &&
         fields.optional("assignee", out.assignee);
}

bool decode(Reader& reader, Element element, ErrorDetail& out) {
  static constexpr std::array<std::string_view, 4> known = {
      "reason", "field", "retry_after_ms", "current"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("reason", out.reason, TextRule{.chars_min = 1, .chars_max = 64}) &&
         fields.optional("field", out.field, TextRule{.chars_max = 300}) &&
         fields.optional("retry_after_ms", out.retry_after_ms, IntegerRule{.min = 0, .max = 2147483647}) &&
         fields.optional("current", out.current);
}

bool decode(Reader& reader, Element element, ErrorObject& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "code", "message", "data"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("code", out.code, IntegerRule{.min = -32768, .max = -32000}) &&
         fields.required("message", out.message, TextRule{.chars_max = 1000}) &&
         fields.required("data", out.data);
}

}  // namespace parlor::wire
