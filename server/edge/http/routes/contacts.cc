// /api/v1/contacts: who somebody is that an agent talks to.
#include "edge/http/routes/callers.h"
#include "edge/http/routes/routes.h"
#include "edge/http/routes/user_agent.h"
#include "edge/session/to_wire.h"
#include "wire/generated/rest.h"

namespace parlor::edge::route {
namespace {

std::optional<std::string> if_any(std::string text) {
  return text.empty() ? std::nullopt : std::optional<std::string>(std::move(text));
}

wire::ContactProfile describe(const app::ContactAnswer& found) {
  const auto& contact = found.contact;
  const auto device = describe_user_agent(contact.user_agent);
  wire::ContactProfile profile;
  profile.id = to_wire(contact.id);
  profile.name = contact.name.empty() ? "Visitor" : contact.name;
  profile.email = if_any(contact.email);
  profile.locale = if_any(contact.locale);
  profile.browser = if_any(std::string(device.browser));
  profile.os = if_any(std::string(device.os));
  profile.device = if_any(std::string(device.kind));
  profile.first_seen = to_unix_ms(contact.first_seen);
  profile.online = found.online;
  profile.visits = contact.visits;
  if (!contact.attributes.empty()) profile.attributes = to_wire(contact.attributes);
  return profile;
}

}  // namespace

Result read_contact(SharedExchange exchange) {
  auto user = co_await require_user(exchange, access::Action::read_any_contact);
  if (!user) co_return std::move(user.error());
  const auto id = ContactId::parse(exchange->captured.front());
  if (!id) co_return problem(wire::Reason::kNotFound);
  const auto found = co_await exchange->services().conversations.contact(*user, *id);
  if (!found) {
    const bool is_unknown = found.error().reason == Refusal::conversation_unknown;
    co_return problem(is_unknown ? wire::Reason::kNotFound : to_wire(found.error().reason));
  }
  wire::ContactAnswer answer;
  answer.contact = describe(*found);
  if (found->page) answer.page = to_wire(*found->page);
  for (const auto& page : found->pages)
    answer.pages.push_back(to_wire(page));
  for (const auto& view : found->conversations)
    answer.conversations.push_back(to_wire(view, Audience::agent));
  co_return answer_with(200, answer);
}

}  // namespace parlor::edge::route
