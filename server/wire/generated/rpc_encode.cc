// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#include "wire/generated/rpc.h"

#include <array>

#include "wire/json/writer.h"

namespace parlor::wire {

void encode(Writer& out, const ConflictState& value) {
  out.begin_object();
  out.field("seq", value.seq);
  out.field("status", value.status);
  out.field("assignee", value.assignee);
  out.end_object();
}

void encode(Writer& out, const ErrorDetail& value) {
  out.begin_object();
  out.field("reason", value.reason);
  out.field("field", value.field);
  out.field("retry_after_ms", value.retry_after_ms);
  out.field("current", value.current);
  out.end_object();
}

void encode(Writer& out, const ErrorObject& value) {
  out.begin_object();
  out.field("code", value.code);
  out.field("message", value.message);
  out.field("data", value.data);
  out.end_object();
}

}  // namespace parlor::wire
