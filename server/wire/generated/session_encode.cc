// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#include "wire/generated/session.h"

#include <array>

#include "wire/json/writer.h"

namespace parlor::wire {

std::string_view to_string(PrincipalKind value) {
  static constexpr std::array<std::string_view, 2> names = {
      "visitor",
      "agent",
  };
  return names[static_cast<std::size_t>(value)];
}

void encode(Writer& out, PrincipalKind value) { out.text(to_string(value)); }

std::string_view to_string(Transport value) {
  static constexpr std::array<std::string_view, 3> names = {
      "websocket",
      "sse",
      "poll",
  };
  return names[static_cast<std::size_t>(value)];
}

void encode(Writer& out, Transport value) { out.text(to_string(value)); }

std::string_view to_string(Reconnect value) {
  static constexpr std::array<std::string_view, 3> names = {
      "now",
      "later",
      "never",
  };
  return names[static_cast<std::size_t>(value)];
}

void encode(Writer& out, Reconnect value) { out.text(to_string(value)); }

void encode(Writer& out, const ClientName& value) {
  out.begin_object();
  out.field("name", value.name);
  out.field("version", value.version);
  out.end_object();
}

void encode(Writer& out, const ResumePoint& value) {
  out.begin_object();
  out.field("topic", value.topic);
  out.field("epoch", value.epoch);
  out.field("seq", value.seq);
  out.end_object();
}

void encode(Writer& out, const Principal& value) {
  out.begin_object();
  out.field("kind", value.kind);
  out.field("id", value.id);
  out.field("name", value.name);
  out.field("role", value.role);
  out.field("contact", value.contact);
  out.field("inbox", value.inbox);
  out.field("workspace", value.workspace);
  out.end_object();
}

void encode(Writer& out, const SessionLimits& value) {
  out.begin_object();
  out.field("frame_bytes", value.frame_bytes);
  out.field("text_chars", value.text_chars);
  out.field("text_bytes", value.text_bytes);
  out.field("batch", value.batch);
  out.end_object();
}

void encode(Writer& out, const SessionHelloParams& value) {
  out.begin_object();
  out.field("token", value.token);
  out.field("client", value.client);
  out.field("page", value.page);
  out.field("locale", value.locale);
  out.field("resume", value.resume);
  out.end_object();
}

void encode(Writer& out, const SessionHelloResult& value) {
  out.begin_object();
  out.field("session", value.session);
  out.field("principal", value.principal);
  out.field("epoch", value.epoch);
  out.time_field("server_time", value.server_time);
  out.field("limits", value.limits);
  out.field("features", value.features);
  out.field("topics", value.topics);
  out.end_object();
}

void encode(Writer& out, const SessionEndParams& /*value*/) {
  out.begin_object();
  out.end_object();
}

void encode(Writer& out, const HeartbeatParams& /*value*/) {
  out.begin_object();
  out.end_object();
}

void encode(Writer& out, const AgentActiveParams& /*value*/) {
  out.begin_object();
  out.end_object();
}

void encode(Writer& out, const Heartbeat& /*value*/) {
  out.begin_object();
  out.end_object();
}

void encode(Writer& out, const AgentStatusParams& value) {
  out.begin_object();
  out.field("status", value.status);
  out.end_object();
}

void encode(Writer& out, const AgentStatusResult& value) {
  out.begin_object();
  out.field("status", value.status);
  out.end_object();
}

void encode(Writer& out, const SessionReady& value) {
  out.begin_object();
  out.field("session", value.session);
  out.field("transport", value.transport);
  out.end_object();
}

void encode(Writer& out, const SessionClosing& value) {
  out.begin_object();
  out.field("code", value.code);
  out.field("reason", value.reason);
  out.field("reconnect", value.reconnect);
  out.field("after_ms", value.after_ms);
  out.end_object();
}

}  // namespace parlor::wire
