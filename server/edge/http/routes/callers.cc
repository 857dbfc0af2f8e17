#include "edge/http/routes/callers.h"

#include "edge/session/origin_rules.h"
#include "edge/session/to_wire.h"
#include "wire/generated/rest.h"
#include "wire/http/cookies.h"

namespace parlor::edge {

Caller caller_of(const Exchange& exchange, const Proof& proof) {
  Caller caller{
      .origin = exchange.header("origin"), .user_agent = exchange.header("user-agent"), .is_local = exchange.is_local};
  if (proof.is_user()) {
    caller.cookie_principal = proof.principal;
    caller.credential = proof.credential;
  }
  return caller;
}

runtime::Task<std::expected<access::Principal, Answer>> require_user(SharedExchange exchange, access::Action action) {
  const auto proof = co_await exchange->prove();
  if (!proof.principal) co_return std::unexpected(problem(proof.refusal));
  if (!access::allowed(*proof.principal, action, {proof.principal->workspace, std::nullopt})) {
    co_return std::unexpected(problem(wire::Reason::kNotPermitted));
  }
  co_return *proof.principal;
}

bool origin_fits(const Exchange& exchange, const access::Principal& visitor) {
  const auto directory = exchange.services().node.directory.snapshot();
  const auto* inbox = directory->inbox(visitor.inbox);
  return inbox != nullptr && origin_allowed(exchange.header("origin"), *inbox, exchange.site().public_url);
}

Answer account_problem(app::AccountRefusal refusal) {
  using enum app::AccountRefusal;
  switch (refusal) {
    case invalid_password:
      return problem({wire::Reason::kInvalidParams, "password must have 10 to 256 characters", "password"});
    case invalid_email:
      return problem({wire::Reason::kInvalidParams, "email must be an e-mail address", "email"});
    case invalid_name:
      return problem({wire::Reason::kInvalidParams, "name must have 1 to 80 characters", "name"});
    case invalid_origin:
      return problem({wire::Reason::kInvalidParams, "each origin must look like https://casa.example", "origins"});
    default:
      return problem(reason_of(refusal));
  }
}

std::optional<Answer> refuse_sign_in_from(const Exchange& exchange) {
  if (!origin_is_ours_or_absent(exchange.request, exchange.site().origin))
    return problem(wire::Reason::kOriginNotAllowed);
  if (exchange.site().origin.may_sign_in()) return std::nullopt;
  return problem({wire::Reason::kNotPermitted, "Signing in needs https: start the server with --public-url https://…"});
}

wire::SignedIn describe_user(const Exchange& exchange, const access::Principal& principal) {
  const auto directory = exchange.services().node.directory.snapshot();
  wire::SignedIn signed_in;
  signed_in.user.id = to_wire(principal.id);
  signed_in.user.role = principal.role == access::Role::owner ? wire::Role::kOwner : wire::Role::kAgent;
  if (const auto* user = directory->user(id_cast<UserId>(principal.id))) {
    signed_in.user.name = user->name;
    signed_in.user.email = user->email;
  }
  signed_in.workspace.id = to_wire(principal.workspace);
  if (const auto* workspace = directory->workspace(principal.workspace)) signed_in.workspace.name = workspace->name;
  return signed_in;
}

void add_cookie(Answer& answer, const Exchange& exchange, const app::SignedIn& signed_in) {
  const auto& origin = exchange.site().origin;
  const auto left = signed_in.expires_at - exchange.now();
  const auto cookie =
      wire::http::set_cookie({.name = origin.cookie_name(),
                              .value = signed_in.token.reveal(),
                              .secure = origin.is_https(),
                              .max_age_s = std::chrono::duration_cast<std::chrono::seconds>(left).count()});
  if (cookie) answer.headers.add("Set-Cookie", *cookie);
}

wire::Role role_of(ports::Role role) {
  return role == ports::Role::owner ? wire::Role::kOwner : wire::Role::kAgent;
}
ports::Role role_of(wire::Role role) {
  return role == wire::Role::kOwner ? ports::Role::owner : ports::Role::agent;
}

wire::Inbox describe_inbox(const ports::Inbox& inbox) {
  wire::Inbox described{.id = to_wire(inbox.id),
                        .key = inbox.key,
                        .name = inbox.name,
                        .origins = inbox.origins,
                        .created_at = to_unix_ms(inbox.created_at)};
  if (!inbox.color.empty()) described.color = inbox.color;
  if (!inbox.greeting.empty()) described.greeting = inbox.greeting;
  return described;
}

}  // namespace parlor::edge
