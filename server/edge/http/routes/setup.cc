// /api/v1/setup: the first owner, workspace and inbox, by the one-time address that the server printed.
#include "edge/http/routes/callers.h"
#include "edge/http/routes/routes.h"
#include "edge/http/routes/strangers.h"
#include "wire/generated/rest.h"

namespace parlor::edge::route {
namespace {

app::SetupRequest setup_of(wire::Setup& request) {
  return {.token = Secret(std::move(request.token)),
          .workspace = std::move(request.workspace),
          .name = std::move(request.name),
          .email = std::move(request.email),
          .password = Secret(std::move(request.password)),
          .inbox = std::move(request.inbox.name),
          .origins = std::move(request.inbox.origins)};
}

const ports::Inbox* first_inbox(const app::DirectorySnapshot& directory, WorkspaceId workspace) {
  const auto inboxes = directory.inboxes_of(workspace);
  return inboxes.empty() ? nullptr : inboxes.front();
}

}  // namespace

Result setup_state(SharedExchange exchange) {
  const auto needed = co_await exchange->services().accounts.setup_needed();
  if (!needed) co_return account_problem(needed.error());
  co_return answer_with(200, wire::SetupState{*needed});
}

Result set_up(SharedExchange exchange) {
  if (auto refused = refuse_sign_in_from(*exchange)) co_return std::move(*refused);
  auto request = read_body<wire::Setup>(exchange);
  if (!request) co_return problem(request.error());
  const auto prefix = prefix_of(exchange->client);
  const auto wait = co_await take_attempt(exchange, &StrangerBudgets::sign_ins, prefix);
  if (wait) co_return too_often(*wait);

  auto& accounts = exchange->services().accounts;
  const app::InboxChange looks{.color = request->inbox.color, .greeting = request->inbox.greeting};
  const auto signed_in = co_await accounts.set_up(setup_of(*request));
  if (!signed_in) co_return account_problem(signed_in.error());
  give_back_attempt(exchange, &StrangerBudgets::sign_ins, prefix);

  const auto who = describe_user(*exchange, signed_in->principal);
  const auto directory = exchange->services().node.directory.snapshot();
  const auto* inbox = first_inbox(*directory, signed_in->principal.workspace);
  if (inbox == nullptr) co_return problem(wire::Reason::kInternal);
  auto described = describe_inbox(*inbox);
  if (looks.color || looks.greeting) {
    const auto changed = co_await accounts.change_inbox(signed_in->principal, inbox->id, looks);
    if (changed) described = describe_inbox(*changed);
  }
  auto answer = answer_with(201, wire::SetupDone{who.user, who.workspace, std::move(described)});
  add_cookie(answer, *exchange, *signed_in);
  co_return answer;
}

}  // namespace parlor::edge::route
