// /api/v1/inboxes: where visitors come in. Owners write, agents read.
#include "edge/http/routes/callers.h"
#include "edge/http/routes/routes.h"
#include "wire/generated/rest.h"

namespace parlor::edge::route {

Result list_inboxes(SharedExchange exchange) {
  auto user = co_await require_user(exchange, access::Action::read_inboxes);
  if (!user) co_return std::move(user.error());
  wire::InboxList list;
  const auto directory = exchange->services().node.directory.snapshot();
  for (const auto* inbox : directory->inboxes_of(user->workspace))
    list.inboxes.push_back(describe_inbox(*inbox));
  co_return answer_with(200, list);
}

Result create_inbox(SharedExchange exchange) {
  auto user = co_await require_user(exchange, access::Action::write_inboxes);
  if (!user) co_return std::move(user.error());
  auto request = read_body<wire::InboxCreate>(exchange);
  if (!request) co_return problem(request.error());
  auto& accounts = exchange->services().accounts;
  auto inbox = co_await accounts.create_inbox(*user, std::move(request->name), std::move(request->origins));
  if (inbox && (request->color || request->greeting)) {
    const app::InboxChange looks{.color = std::move(request->color), .greeting = std::move(request->greeting)};
    inbox = co_await accounts.change_inbox(*user, inbox->id, looks);
  }
  if (!inbox) co_return account_problem(inbox.error());
  co_return answer_with(201, describe_inbox(*inbox));
}

Result change_inbox(SharedExchange exchange) {
  auto user = co_await require_user(exchange, access::Action::write_inboxes);
  if (!user) co_return std::move(user.error());
  const auto id = InboxId::parse(exchange->captured.front());
  if (!id) co_return problem(wire::Reason::kInboxUnknown);
  auto request = read_body<wire::InboxChange>(exchange);
  if (!request) co_return problem(request.error());
  app::InboxChange change{std::move(request->name), std::move(request->origins), std::move(request->color),
                          std::move(request->greeting)};
  const auto inbox = co_await exchange->services().accounts.change_inbox(*user, *id, std::move(change));
  if (!inbox) co_return account_problem(inbox.error());
  co_return answer_with(200, describe_inbox(*inbox));
}

}  // namespace parlor::edge::route
