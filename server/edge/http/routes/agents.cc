// /api/v1/agents and /api/v1/invitations: who works here, and how somebody new comes in by a one-time link.
#include "edge/http/routes/callers.h"
#include "edge/http/routes/routes.h"
#include "edge/http/routes/strangers.h"
#include "edge/session/to_wire.h"
#include "wire/generated/rest.h"

namespace parlor::edge::route {
namespace {

wire::Invitation describe(const ports::Invitation& invitation) {
  return {.id = to_wire(invitation.id),
          .email = invitation.email,
          .role = role_of(invitation.role),
          .expires_at = to_unix_ms(invitation.expires_at)};
}

}  // namespace

Result list_agents(SharedExchange exchange) {
  auto user = co_await require_user(exchange, access::Action::read_agents);
  if (!user) co_return std::move(user.error());
  wire::AgentList list;
  auto& services = exchange->services();
  const auto directory = services.node.directory.snapshot();
  for (const auto* agent : directory->users_of(user->workspace)) {
    list.agents.push_back({.id = to_wire(agent->id),
                           .name = agent->name,
                           .email = agent->email,
                           .role = role_of(agent->role),
                           .status = to_wire(services.local.roster.agent(agent->id))});
  }
  co_return answer_with(200, list);
}

Result list_invitations(SharedExchange exchange) {
  auto user = co_await require_user(exchange, access::Action::invite_agents);
  if (!user) co_return std::move(user.error());
  const auto invitations = co_await exchange->services().accounts.invitations(*user);
  if (!invitations) co_return account_problem(invitations.error());
  wire::InvitationList list;
  for (const auto& invitation : *invitations)
    list.invitations.push_back(describe(invitation));
  co_return answer_with(200, list);
}

Result create_invitation(SharedExchange exchange) {
  auto user = co_await require_user(exchange, access::Action::invite_agents);
  if (!user) co_return std::move(user.error());
  auto request = read_body<wire::InvitationCreate>(exchange);
  if (!request) co_return problem(request.error());
  const auto fresh =
      co_await exchange->services().accounts.invite(*user, std::move(request->email), role_of(request->role));
  if (!fresh) co_return account_problem(fresh.error());
  auto described = describe(fresh->invitation);
  // A fragment never reaches a server's log.
  described.url = exchange->site().public_url + "/invite#" + fresh->token.reveal();
  co_return answer_with(201, described);
}

Result revoke_invitation(SharedExchange exchange) {
  auto user = co_await require_user(exchange, access::Action::invite_agents);
  if (!user) co_return std::move(user.error());
  const auto id = InvitationId::parse(exchange->captured.front());
  if (!id) co_return problem(wire::Reason::kNotFound);
  const auto done = co_await exchange->services().accounts.revoke_invitation(*user, *id);
  if (!done) co_return account_problem(done.error());
  co_return no_content();
}

Result check_invitation(SharedExchange exchange) {
  auto request = read_body<wire::InvitationCheck>(exchange);
  if (!request) co_return problem(request.error());
  Secret token(std::move(request->token));
  const auto invitation = co_await exchange->services().accounts.check_invitation(std::move(token));
  if (!invitation) co_return account_problem(invitation.error());
  const auto directory = exchange->services().node.directory.snapshot();
  const auto* workspace = directory->workspace(invitation->workspace);
  co_return answer_with(
      200, wire::InvitationChecked{invitation->email, workspace != nullptr ? workspace->name : std::string()});
}

Result accept_invitation(SharedExchange exchange) {
  if (auto refused = refuse_sign_in_from(*exchange)) co_return std::move(*refused);
  auto request = read_body<wire::InvitationAccept>(exchange);
  if (!request) co_return problem(request.error());
  const auto prefix = prefix_of(exchange->client);
  const auto wait = co_await take_attempt(exchange, &StrangerBudgets::sign_ins, prefix);
  if (wait) co_return too_often(*wait);
  Secret token(std::move(request->token));
  Secret password(std::move(request->password));
  const auto signed_in = co_await exchange->services().accounts.accept_invitation(
      std::move(token), std::move(request->name), std::move(password));
  if (!signed_in) co_return account_problem(signed_in.error());
  give_back_attempt(exchange, &StrangerBudgets::sign_ins, prefix);
  auto answer = answer_with(201, describe_user(*exchange, signed_in->principal));
  add_cookie(answer, *exchange, *signed_in);
  co_return answer;
}

}  // namespace parlor::edge::route
