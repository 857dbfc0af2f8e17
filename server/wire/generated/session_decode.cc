// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#include "wire/generated/session.h"

#include <array>
#include <span>

#include "wire/json/reader.h"

namespace parlor::wire {

bool parse(std::string_view text, PrincipalKind& out) {
  if (text == "visitor") return out = PrincipalKind::kVisitor, true;
  if (text == "agent") return out = PrincipalKind::kAgent, true;
  return false;
}

bool decode(Reader& reader, Element element, PrincipalKind& out) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS && parse(text, out)) return true;
  return reader.fail("must be one of visitor, agent");
}

bool parse(std::string_view text, Transport& out) {
  if (text == "websocket") return out = Transport::kWebsocket, true;
  if (text == "sse") return out = Transport::kSse, true;
  if (text == "poll") return out = Transport::kPoll, true;
  return false;
}

bool decode(Reader& reader, Element element, Transport& out) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS && parse(text, out)) return true;
  return reader.fail("must be one of websocket, sse, poll");
}

bool parse(std::string_view text, Reconnect& out) {
  if (text == "now") return out = Reconnect::kNow, true;
  if (text == "later") return out = Reconnect::kLater, true;
  if (text == "never") return out = Reconnect::kNever, true;
  return false;
}

bool decode(Reader& reader, Element element, Reconnect& out) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS && parse(text, out)) return true;
  return reader.fail("must be one of now, later, never");
}

bool decode(Reader& reader, Element element, ClientName& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "name", "version"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("name", out.name, TextRule{.chars_min = 1, .chars_max = 64}) &&
         fields.required("version", out.version, TextRule{.chars_min = 1, .chars_max = 32});
}

bool decode(Reader& reader, Element element, ResumePoint& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "topic", "epoch", "seq"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("topic", out.topic) &&
         fields.required("epoch", out.epoch, TextRule{.chars_min = 1, .chars_max = 64}) &&
         fields.required("seq", out.seq, IntegerRule{.min = 0, .max = 9007199254740991});
}

bool decode(Reader& reader, Element element, Principal& out) {
  static constexpr std::array<std::string_view, 7> known = {
      "kind", "id", "name", "role", "contact", "inbox", "workspace"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("kind", out.kind) &&
         fields.required("id", out.id) &&
         fields.required("name", out.name, TextRule{.chars_min = 1, .chars_max = 80}) &&
         fields.optional("role", out.role) &&
         fields.optional("contact", out.contact) &&
         fields.optional("inbox", out.inbox) &&
         fields.required("workspace", out.workspace);
}

bool decode(Reader& reader, Element element, SessionLimits& out) {
  static constexpr std::array<std::string_view, 4> known = {
      "frame_bytes", "text_chars", "text_bytes", "batch"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("frame_bytes", out.frame_bytes, IntegerRule{.min = 0, .max = 2147483647}) &&
         fields.required("text_chars", out.text_chars, IntegerRule{.min = 0, .max = 2147483647}) &&
         fields.required("text_bytes", out.text_bytes, IntegerRule{.min = 0, .max = 2147483647}) &&
         fields.required("batch", out.batch, IntegerRule{.min = 0, .max = 2147483647});
}

bool decode(Reader& reader, Element element, SessionHelloParams& out) {
  static constexpr std::array<std::string_view, 5> known = {
      "token", "client", "page", "locale", "resume"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.optional("token", out.token, TextRule{.chars_min = 1, .chars_max = 4096}) &&
         fields.required("client", out.client) &&
         fields.optional("page", out.page) &&
         fields.optional("locale", out.locale, TextRule{.chars_min = 1, .chars_max = 35}) &&
         fields.optional("resume", out.resume, ListRule<>{.max = 200});
}

bool decode(Reader& reader, Element element, SessionHelloResult& out) {
  static constexpr std::array<std::string_view, 7> known = {
      "session", "principal", "epoch", "server_time", "limits", "features", "topics"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("session", out.session) &&
         fields.required("principal", out.principal) &&
         fields.required("epoch", out.epoch, TextRule{.chars_min = 1, .chars_max = 64}) &&
         fields.required("server_time", out.server_time, TimeRule{}) &&
         fields.required("limits", out.limits) &&
         fields.required("features", out.features, ListRule<TextRule>{.item = TextRule{.chars_min = 1, .chars_max = 64}}) &&
         fields.required("topics", out.topics, ListRule<>{});
}

bool decode(Reader& reader, Element element, SessionEndParams& /*out*/) {
  Fields fields(reader);
  return fields.open(element, {});
}

bool decode(Reader& reader, Element element, HeartbeatParams& /*out*/) {
  Fields fields(reader);
  return fields.open(element, {});
}

bool decode(Reader& reader, Element element, AgentActiveParams& /*out*/) {
  Fields fields(reader);
  return fields.open(element, {});
}

bool decode(Reader& reader, Element element, Heartbeat& /*out*/) {
  Fields fields(reader);
  return fields.open(element, {});
}

bool decode(Reader& reader, Element element, AgentStatusParams& out) {
  static constexpr std::array<std::string_view, 1> known = {
      "status"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("status", out.status);
}

bool decode(Reader& reader, Element element, AgentStatusResult& out) {
  static constexpr std::array<std::string_view, 1> known = {
      "status"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("status", out.status);
}

bool decode(Reader& reader, Element element, SessionReady& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "session", "transport"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("session", out.session) &&
         fields.required("transport", out.transport);
}

bool decode(Reader& reader, Element element, SessionClosing& out) {
  static constexpr std::array<std::string_view, 4> known = {
      "code", "reason", "reconnect", "after_ms"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("code", out.code, IntegerRule{.min = 1000, .max = 4999}) &&
         fields.required("reason", out.reason, TextRule{.chars_min = 1, .chars_max = 64}) &&
         fields.required("reconnect", out.reconnect) &&
         fields.optional("after_ms", out.after_ms, IntegerRule{.min = 0, .max = 2147483647});
}

}  // namespace parlor::wire
