// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#include "wire/generated/rest.h"

#include <array>

#include "wire/json/writer.h"

namespace parlor::wire {

std::string_view to_string(LauncherSide value) {
  static constexpr std::array<std::string_view, 2> names = {
      "start",
      "end",
  };
  return names[static_cast<std::size_t>(value)];
}

void encode(Writer& out, LauncherSide value) { out.text(to_string(value)); }

void encode(Writer& out, const VisitorCreate& value) {
  out.begin_object();
  out.field("inbox", value.inbox);
  out.end_object();
}

void encode(Writer& out, const VisitorCreated& value) {
  out.begin_object();
  out.field("visitor", value.visitor);
  out.field("contact", value.contact);
  out.field("token", value.token);
  out.end_object();
}

void encode(Writer& out, const WidgetRequest& value) {
  out.begin_object();
  out.field("site", value.site);
  out.field("visitor", value.visitor);
  out.field("page", value.page);
  out.field("dismissed", value.dismissed);
  out.end_object();
}

void encode(Writer& out, const WidgetInvitation& value) {
  out.begin_object();
  out.field("id", value.id);
  out.field("agent", value.agent);
  out.field("text", value.text);
  out.end_object();
}

void encode(Writer& out, const WidgetInbox& value) {
  out.begin_object();
  out.field("key", value.key);
  out.field("name", value.name);
  out.field("workspace", value.workspace);
  out.field("greeting", value.greeting);
  out.field("color", value.color);
  out.field("position", value.position);
  out.end_object();
}

void encode(Writer& out, const WidgetPanel& value) {
  out.begin_object();
  out.field("js", value.js);
  out.end_object();
}

void encode(Writer& out, const WidgetConfiguration& value) {
  out.begin_object();
  out.field("inbox", value.inbox);
  out.field("panel", value.panel);
  out.field("unread", value.unread);
  out.field("open", value.open);
  out.field("available", value.available);
  out.time_field("back_at", value.back_at);
  out.field("agents", value.agents);
  out.field("visit", value.visit);
  out.field("invitation", value.invitation);
  out.end_object();
}

void encode(Writer& out, const SignIn& value) {
  out.begin_object();
  out.field("email", value.email);
  out.field("password", value.password);
  out.end_object();
}

void encode(Writer& out, const SignedInUser& value) {
  out.begin_object();
  out.field("id", value.id);
  out.field("name", value.name);
  out.field("email", value.email);
  out.field("role", value.role);
  out.end_object();
}

void encode(Writer& out, const Workspace& value) {
  out.begin_object();
  out.field("id", value.id);
  out.field("name", value.name);
  out.end_object();
}

void encode(Writer& out, const SignedIn& value) {
  out.begin_object();
  out.field("user", value.user);
  out.field("workspace", value.workspace);
  out.end_object();
}

void encode(Writer& out, const SetupState& value) {
  out.begin_object();
  out.field("needed", value.needed);
  out.end_object();
}

void encode(Writer& out, const InboxCreate& value) {
  out.begin_object();
  out.field("name", value.name);
  out.field("origins", value.origins);
  out.field("color", value.color);
  out.field("greeting", value.greeting);
  out.end_object();
}

void encode(Writer& out, const InboxChange& value) {
  out.begin_object();
  out.field("name", value.name);
  out.field("origins", value.origins);
  out.field("color", value.color);
  out.field("greeting", value.greeting);
  out.end_object();
}

void encode(Writer& out, const Inbox& value) {
  out.begin_object();
  out.field("id", value.id);
  out.field("key", value.key);
  out.field("name", value.name);
  out.field("origins", value.origins);
  out.field("color", value.color);
  out.field("greeting", value.greeting);
  out.time_field("created_at", value.created_at);
  out.end_object();
}

void encode(Writer& out, const InboxList& value) {
  out.begin_object();
  out.field("inboxes", value.inboxes);
  out.end_object();
}

void encode(Writer& out, const Setup& value) {
  out.begin_object();
  out.field("token", value.token);
  out.field("workspace", value.workspace);
  out.field("name", value.name);
  out.field("email", value.email);
  out.field("password", value.password);
  out.field("inbox", value.inbox);
  out.end_object();
}

void encode(Writer& out, const SetupDone& value) {
  out.begin_object();
  out.field("user", value.user);
  out.field("workspace", value.workspace);
  out.field("inbox", value.inbox);
  out.end_object();
}

void encode(Writer& out, const Agent& value) {
  out.begin_object();
  out.field("id", value.id);
  out.field("name", value.name);
  out.field("email", value.email);
  out.field("role", value.role);
  out.field("status", value.status);
  out.end_object();
}

void encode(Writer& out, const AgentList& value) {
  out.begin_object();
  out.field("agents", value.agents);
  out.end_object();
}

void encode(Writer& out, const InvitationCreate& value) {
  out.begin_object();
  out.field("email", value.email);
  out.field("role", value.role);
  out.end_object();
}

void encode(Writer& out, const Invitation& value) {
  out.begin_object();
  out.field("id", value.id);
  out.field("email", value.email);
  out.field("role", value.role);
  out.time_field("expires_at", value.expires_at);
  out.field("url", value.url);
  out.end_object();
}

void encode(Writer& out, const InvitationList& value) {
  out.begin_object();
  out.field("invitations", value.invitations);
  out.end_object();
}

void encode(Writer& out, const InvitationCheck& value) {
  out.begin_object();
  out.field("token", value.token);
  out.end_object();
}

void encode(Writer& out, const InvitationChecked& value) {
  out.begin_object();
  out.field("email", value.email);
  out.field("workspace", value.workspace);
  out.end_object();
}

void encode(Writer& out, const InvitationAccept& value) {
  out.begin_object();
  out.field("token", value.token);
  out.field("name", value.name);
  out.field("password", value.password);
  out.end_object();
}

void encode(Writer& out, const ContactProfile& value) {
  out.begin_object();
  out.field("id", value.id);
  out.field("name", value.name);
  out.field("email", value.email);
  out.field("locale", value.locale);
  out.field("browser", value.browser);
  out.field("os", value.os);
  out.field("device", value.device);
  out.time_field("first_seen", value.first_seen);
  out.field("attributes", value.attributes);
  out.field("online", value.online);
  out.field("visits", value.visits);
  out.end_object();
}

void encode(Writer& out, const ContactAnswer& value) {
  out.begin_object();
  out.field("contact", value.contact);
  out.field("page", value.page);
  out.field("pages", value.pages);
  out.field("conversations", value.conversations);
  out.end_object();
}

void encode(Writer& out, const PollRequest& value) {
  out.begin_object();
  out.field("after", value.after);
  out.field("wait_s", value.wait_s);
  out.end_object();
}

void encode(Writer& out, const PollUnit& value) {
  out.begin_object();
  out.field("n", value.n);
  out.field("message", value.message);
  out.end_object();
}

void encode(Writer& out, const PollAnswer& value) {
  out.begin_object();
  out.field("units", value.units);
  out.field("next", value.next);
  out.end_object();
}

void encode(Writer& out, const DoctorArrival& value) {
  out.begin_object();
  out.field("http_version", value.http_version);
  out.field("body_bytes", value.body_bytes);
  out.field("host", value.host);
  out.field("origin", value.origin);
  out.field("upgrade", value.upgrade);
  out.field("connection", value.connection);
  out.field("websocket_protocol", value.websocket_protocol);
  out.field("forwarded", value.forwarded);
  out.field("proxy_trusted", value.proxy_trusted);
  out.field("public_url", value.public_url);
  out.end_object();
}

void encode(Writer& out, const DoctorProbe& value) {
  out.begin_object();
  out.field("arrivals", value.arrivals);
  out.end_object();
}

void encode(Writer& out, const Problem& value) {
  out.begin_object();
  out.field("type", value.type);
  out.field("title", value.title);
  out.field("status", value.status);
  out.field("detail", value.detail);
  out.field("reason", value.reason);
  out.field("field", value.field);
  out.field("retry_after_ms", value.retry_after_ms);
  out.end_object();
}

}  // namespace parlor::wire
