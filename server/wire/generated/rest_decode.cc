// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#include "wire/generated/rest.h"

#include <array>
#include <span>

#include "wire/json/reader.h"

namespace parlor::wire {

bool parse(std::string_view text, LauncherSide& out) {
  if (text == "start") return out = LauncherSide::kStart, true;
  if (text == "end") return out = LauncherSide::kEnd, true;
  return false;
}

bool decode(Reader& reader, Element element, LauncherSide& out) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS && parse(text, out)) return true;
  return reader.fail("must be one of start, end");
}

bool decode(Reader& reader, Element element, VisitorCreate& out) {
  static constexpr std::array<std::string_view, 1> known = {
      "inbox"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("inbox", out.inbox, TextRule{.chars_min = 1, .chars_max = 64});
}

bool decode(Reader& reader, Element element, VisitorCreated& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "visitor", "contact", "token"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("visitor", out.visitor) &&
         fields.required("contact", out.contact) &&
         fields.required("token", out.token, TextRule{.chars_min = 1, .chars_max = 4096});
}

bool decode(Reader& reader, Element element, WidgetRequest& out) {
  static constexpr std::array<std::string_view, 4> known = {
      "site", "visitor", "page", "dismissed"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("site", out.site, TextRule{.chars_min = 1, .chars_max = 64}) &&
         fields.optional("visitor", out.visitor, TextRule{.chars_min = 1, .chars_max = 4096}) &&
         fields.optional("page", out.page) &&
         fields.optional("dismissed", out.dismissed);
}

bool decode(Reader& reader, Element element, WidgetInvitation& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "id", "agent", "text"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("id", out.id) &&
         fields.required("agent", out.agent) &&
         fields.required("text", out.text, TextRule{.chars_min = 1, .chars_max = 300});
}

bool decode(Reader& reader, Element element, WidgetInbox& out) {
  static constexpr std::array<std::string_view, 6> known = {
      "key", "name", "workspace", "greeting", "color", "position"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("key", out.key, TextRule{.chars_min = 1, .chars_max = 64}) &&
         fields.required("name", out.name, TextRule{.chars_min = 1, .chars_max = 80}) &&
         fields.required("workspace", out.workspace, TextRule{.chars_min = 1, .chars_max = 80}) &&
         fields.optional("greeting", out.greeting, TextRule{.chars_max = 500}) &&
         fields.optional("color", out.color, TextRule{.chars_min = 1, .chars_max = 32}) &&
         fields.optional("position", out.position);
}

bool decode(Reader& reader, Element element, WidgetPanel& out) {
  static constexpr std::array<std::string_view, 1> known = {
      "js"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("js", out.js, TextRule{.chars_min = 1, .chars_max = 300});
}

bool decode(Reader& reader, Element element, WidgetConfiguration& out) {
  static constexpr std::array<std::string_view, 9> known = {
      "inbox", "panel", "unread", "open", "available", "back_at", "agents", "visit", "invitation"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("inbox", out.inbox) &&
         fields.required("panel", out.panel) &&
         fields.required("unread", out.unread, IntegerRule{.min = 0, .max = 2147483647}) &&
         fields.required("open", out.open) &&
         fields.required("available", out.available) &&
         fields.optional("back_at", out.back_at, TimeRule{}) &&
         fields.required("agents", out.agents, ListRule<>{.max = 3}) &&
         fields.optional("visit", out.visit) &&
         fields.optional("invitation", out.invitation);
}

bool decode(Reader& reader, Element element, SignIn& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "email", "password"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("email", out.email, EmailRule{TextRule{.chars_min = 3, .chars_max = 254}}) &&
         fields.required("password", out.password, TextRule{.chars_min = 1, .chars_max = 256});
}

bool decode(Reader& reader, Element element, SignedInUser& out) {
  static constexpr std::array<std::string_view, 4> known = {
      "id", "name", "email", "role"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("id", out.id) &&
         fields.required("name", out.name, TextRule{.chars_min = 1, .chars_max = 80}) &&
         fields.required("email", out.email, EmailRule{TextRule{.chars_min = 3, .chars_max = 254}}) &&
         fields.required("role", out.role);
}

bool decode(Reader& reader, Element element, Workspace& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "id", "name"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("id", out.id) &&
         fields.required("name", out.name, TextRule{.chars_min = 1, .chars_max = 80});
}

bool decode(Reader& reader, Element element, SignedIn& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "user", "workspace"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("user", out.user) &&
         fields.required("workspace", out.workspace);
}

bool decode(Reader& reader, Element element, SetupState& out) {
  static constexpr std::array<std::string_view, 1> known = {
      "needed"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("needed", out.needed);
}

bool decode(Reader& reader, Element element, InboxCreate& out) {
  static constexpr std::array<std::string_view, 4> known = {
      "name", "origins", "color", "greeting"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("name", out.name, TextRule{.chars_min = 1, .chars_max = 80}) &&
         fields.required("origins", out.origins, ListRule<TextRule>{.max = 50, .item = TextRule{.chars_min = 1, .chars_max = 300}}) &&
         fields.optional("color", out.color, TextRule{.chars_min = 1, .chars_max = 32}) &&
         fields.optional("greeting", out.greeting, TextRule{.chars_max = 500});
}

bool decode(Reader& reader, Element element, InboxChange& out) {
  static constexpr std::array<std::string_view, 4> known = {
      "name", "origins", "color", "greeting"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.optional("name", out.name, TextRule{.chars_min = 1, .chars_max = 80}) &&
         fields.optional("origins", out.origins, ListRule<TextRule>{.max = 50, .item = TextRule{.chars_min = 1, .chars_max = 300}}) &&
         fields.optional("color", out.color, TextRule{.chars_min = 1, .chars_max = 32}) &&
         fields.optional("greeting", out.greeting, TextRule{.chars_max = 500});
}

bool decode(Reader& reader, Element element, Inbox& out) {
  static constexpr std::array<std::string_view, 7> known = {
      "id", "key", "name", "origins", "color", "greeting", "created_at"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("id", out.id) &&
         fields.required("key", out.key, TextRule{.chars_min = 1, .chars_max = 64}) &&
         fields.required("name", out.name, TextRule{.chars_min = 1, .chars_max = 80}) &&
         fields.required("origins", out.origins, ListRule<TextRule>{.max = 50, .item = TextRule{.chars_min = 1, .chars_max = 300}}) &&
         fields.optional("color", out.color, TextRule{.chars_min = 1, .chars_max = 32}) &&
         fields.optional("greeting", out.greeting, TextRule{.chars_max = 500}) &&
         fields.required("created_at", out.created_at, TimeRule{});
}

bool decode(Reader& reader, Element element, InboxList& out) {
  static constexpr std::array<std::string_view, 1> known = {
      "inboxes"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("inboxes", out.inboxes, ListRule<>{});
}

bool decode(Reader& reader, Element element, Setup& out) {
  static constexpr std::array<std::string_view, 6> known = {
      "token", "workspace", "name", "email", "password", "inbox"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("token", out.token, TextRule{.chars_min = 1, .chars_max = 4096}) &&
         fields.required("workspace", out.workspace, TextRule{.chars_min = 1, .chars_max = 80}) &&
         fields.required("name", out.name, TextRule{.chars_min = 1, .chars_max = 80}) &&
         fields.required("email", out.email, EmailRule{TextRule{.chars_min = 3, .chars_max = 254}}) &&
         fields.required("password", out.password, TextRule{.chars_min = 10, .chars_max = 256}) &&
         fields.required("inbox", out.inbox);
}

bool decode(Reader& reader, Element element, SetupDone& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "user", "workspace", "inbox"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("user", out.user) &&
         fields.required("workspace", out.workspace) &&
         fields.required("inbox", out.inbox);
}

bool decode(Reader& reader, Element element, Agent& out) {
  static constexpr std::array<std::string_view, 5> known = {
      "id", "name", "email", "role", "status"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("id", out.id) &&
         fields.required("name", out.name, TextRule{.chars_min = 1, .chars_max = 80}) &&
         fields.required("email", out.email, EmailRule{TextRule{.chars_min = 3, .chars_max = 254}}) &&
         fields.required("role", out.role) &&
         fields.required("status", out.status);
}

bool decode(Reader& reader, Element element, AgentList& out) {
  static constexpr std::array<std::string_view, 1> known = {
      "agents"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("agents", out.agents, ListRule<>{});
}

bool decode(Reader& reader, Element element, InvitationCreate& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "email", "role"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("email", out.email, EmailRule{TextRule{.chars_min = 3, .chars_max = 254}}) &&
         fields.required("role", out.role);
}

bool decode(Reader& reader, Element element, Invitation& out) {
  static constexpr std::array<std::string_view, 5> known = {
      "id", "email", "role", "expires_at", "url"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("id", out.id) &&
         fields.required("email", out.email, EmailRule{TextRule{.chars_min = 3, .chars_max = 254}}) &&
         fields.required("role", out.role) &&
         fields.required("expires_at", out.expires_at, TimeRule{}) &&
         fields.optional("url", out.url, TextRule{.chars_min = 1, .chars_max = 2048});
}

bool decode(Reader& reader, Element element, InvitationList& out) {
  static constexpr std::array<std::string_view, 1> known = {
      "invitations"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("invitations", out.invitations, ListRule<>{});
}

bool decode(Reader& reader, Element element, InvitationCheck& out) {
  static constexpr std::array<std::string_view, 1> known = {
      "token"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("token", out.token, TextRule{.chars_min = 1, .chars_max = 4096});
}

bool decode(Reader& reader, Element element, InvitationChecked& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "email", "workspace"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("email", out.email, EmailRule{TextRule{.chars_min = 3, .chars_max = 254}}) &&
         fields.required("workspace", out.workspace, TextRule{.chars_min = 1, .chars_max = 80});
}

bool decode(Reader& reader, Element element, InvitationAccept& out) {
  static constexpr std::array<std::string_view, 3> known = {
      "token", "name", "password"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("token", out.token, TextRule{.chars_min = 1, .chars_max = 4096}) &&
         fields.required("name", out.name, TextRule{.chars_min = 1, .chars_max = 80}) &&
         fields.required("password", out.password, TextRule{.chars_min = 10, .chars_max = 256});
}

bool decode(Reader& reader, Element element, ContactProfile& out) {
  static constexpr std::array<std::string_view, 11> known = {
      "id", "name", "email", "locale", "browser", "os", "device", "first_seen", "attributes", "online", "visits"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("id", out.id) &&
         fields.required("name", out.name, TextRule{.chars_min = 1, .chars_max = 80}) &&
         fields.optional("email", out.email, EmailRule{TextRule{.chars_min = 3, .chars_max = 254}}) &&
         fields.optional("locale", out.locale, TextRule{.chars_min = 1, .chars_max = 35}) &&
         fields.optional("browser", out.browser, TextRule{.chars_max = 64}) &&
         fields.optional("os", out.os, TextRule{.chars_max = 64}) &&
         fields.optional("device", out.device, TextRule{.chars_max = 64}) &&
         fields.required("first_seen", out.first_seen, TimeRule{}) &&
         fields.optional("attributes", out.attributes, ListRule<>{.max = 30}) &&
         fields.required("online", out.online) &&
         fields.required("visits", out.visits, IntegerRule{.min = 0, .max = 2147483647});
}

bool decode(Reader& reader, Element element, ContactAnswer& out) {
  static constexpr std::array<std::string_view, 4> known = {
      "contact", "page", "pages", "conversations"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("contact", out.contact) &&
         fields.optional("page", out.page) &&
         fields.required("pages", out.pages, ListRule<>{.max = 20}) &&
         fields.required("conversations", out.conversations, ListRule<>{.max = 20});
}

bool decode(Reader& reader, Element element, PollRequest& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "after", "wait_s"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("after", out.after, IntegerRule{.min = 0, .max = 9007199254740991}) &&
         fields.required("wait_s", out.wait_s, IntegerRule{.min = 0, .max = 25});
}

bool decode(Reader& reader, Element element, PollUnit& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "n", "message"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("n", out.n, IntegerRule{.min = 0, .max = 9007199254740991}) &&
         fields.required("message", out.message);
}

bool decode(Reader& reader, Element element, PollAnswer& out) {
  static constexpr std::array<std::string_view, 2> known = {
      "units", "next"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("units", out.units, ListRule<>{}) &&
         fields.required("next", out.next, IntegerRule{.min = 0, .max = 9007199254740991});
}

bool decode(Reader& reader, Element element, DoctorArrival& out) {
  static constexpr std::array<std::string_view, 10> known = {
      "http_version", "body_bytes", "host", "origin", "upgrade", "connection", "websocket_protocol", "forwarded", "proxy_trusted", "public_url"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("http_version", out.http_version, TextRule{.chars_min = 1, .chars_max = 8}) &&
         fields.required("body_bytes", out.body_bytes, IntegerRule{.min = 0, .max = 2147483647}) &&
         fields.optional("host", out.host, TextRule{.chars_max = 300}) &&
         fields.optional("origin", out.origin, TextRule{.chars_max = 300}) &&
         fields.optional("upgrade", out.upgrade, TextRule{.chars_max = 300}) &&
         fields.optional("connection", out.connection, TextRule{.chars_max = 300}) &&
         fields.optional("websocket_protocol", out.websocket_protocol, TextRule{.chars_max = 300}) &&
         fields.required("forwarded", out.forwarded) &&
         fields.required("proxy_trusted", out.proxy_trusted) &&
         fields.required("public_url", out.public_url, TextRule{.chars_min = 1, .chars_max = 2048});
}

bool decode(Reader& reader, Element element, DoctorProbe& out) {
  static constexpr std::array<std::string_view, 1> known = {
      "arrivals"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("arrivals", out.arrivals, ListRule<>{.max = 8});
}

bool decode(Reader& reader, Element element, Problem& out) {
  static constexpr std::array<std::string_view, 7> known = {
      "type", "title", "status", "detail", "reason", "field", "retry_after_ms"};
  Fields fields(reader);
  return fields.open(element, known) &&
         fields.required("type", out.type, TextRule{.chars_max = 300}) &&
         fields.required("title", out.title, TextRule{.chars_max = 300}) &&
         fields.required("status", out.status, IntegerRule{.min = 400, .max = 599}) &&
         fields.optional("detail", out.detail, TextRule{.chars_max = 1000}) &&
         fields.required("reason", out.reason, TextRule{.chars_min = 1, .chars_max = 64}) &&
         fields.optional("field", out.field, TextRule{.chars_max = 300}) &&
         fields.optional("retry_after_ms", out.retry_after_ms, IntegerRule{.min = 0, .max = 2147483647});
}

}  // namespace parlor::wire
