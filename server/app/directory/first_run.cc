// The first run: the one-time token, the first owner with workspace and inbox, and the demo's people.
#include "app/directory/account_rules.h"
#include "app/directory/account_tasks.h"
#include "app/directory/accounts.h"

namespace parlor::app {
namespace {

using ports::WriteOutcome;

constexpr std::string_view kDemoPassword = "casa-demo";

ports::NewWorkspace new_workspace(Node& node, std::string name, ports::User owner) {
  ports::Workspace workspace{node.ids.make<WorkspaceId>(), std::move(name)};
  owner.id = node.ids.make<UserId>();
  owner.workspace = workspace.id;
  owner.role = ports::Role::owner;
  return {std::move(workspace), std::move(owner), std::nullopt, false};
}

runtime::Task<AccountAnswer<bool>> store_workspace(Node& node, ports::NewWorkspace fresh) {
  auto created =
      co_await ask<WriteOutcome>([&node, fresh](auto done) { node.store.create_workspace(fresh, std::move(done)); });
  if (!created) co_return no(AccountRefusal::try_later);
  if (*created == WriteOutcome::taken) co_return no(AccountRefusal::setup_done);
  co_return true;
}

std::optional<AccountRefusal> refuse_setup(const SetupRequest& request) {
  if (!is_name(request.workspace) || !is_name(request.name) || !is_name(request.inbox))
    return AccountRefusal::invalid_name;
  if (!is_email(request.email)) return AccountRefusal::invalid_email;
  if (!is_password(request.password)) return AccountRefusal::invalid_password;
  return std::nullopt;
}

}  // namespace

runtime::Task<AccountAnswer<bool>> Accounts::setup_needed() {
  auto renewed = co_await renew_directory();
  if (!renewed) co_return no(renewed.error());
  co_return node_.directory.snapshot()->workspaces.empty();
}

runtime::Task<AccountAnswer<std::optional<Secret>>> Accounts::make_setup_token() {
  auto needed = co_await setup_needed();
  if (!needed) co_return no(needed.error());
  if (!*needed) co_return std::nullopt;
  auto token = secrets_.random_token();
  auto saved = co_await ask<WriteOutcome>(
      [this, hash = token_hash(token)](auto done) { node_.store.save_setup_token(hash, std::move(done)); });
  if (!saved) co_return no(AccountRefusal::try_later);
  co_return token;
}

runtime::Task<AccountAnswer<SignedIn>> Accounts::set_up(SetupRequest request) {
  auto needed = co_await setup_needed();
  if (!needed) co_return no(needed.error());
  if (!*needed) co_return no(AccountRefusal::setup_done);
  auto expected =
      co_await ask<std::optional<ports::TokenHash>>([this](auto done) { node_.store.setup_token(std::move(done)); });
  if (!expected) co_return no(AccountRefusal::try_later);
  if (*expected != token_hash(request.token)) co_return no(AccountRefusal::setup_token_invalid);
  if (const auto refused = refuse_setup(request)) co_return no(*refused);
  auto hash = co_await hash_password(std::move(request.password));
  if (!hash) co_return no(hash.error());
  ports::User owner{{}, {}, std::move(request.name), folded_email(request.email), ports::Role::owner, std::move(*hash)};
  auto fresh = new_workspace(node_, std::move(request.workspace), std::move(owner));
  fresh.inbox = new_inbox(node_, secrets_, fresh.workspace.id, std::move(request.inbox));
  fresh.inbox->origins = std::move(request.origins);
  auto stored = co_await store_workspace(node_, fresh);
  if (!stored) co_return no(stored.error());
  co_await renew_directory();
  auto signed_in =
      co_await sign_in_user(std::move(fresh.owner), ports::Credential::Kind::cookie, kCookieLifetime, false);
  co_return signed_in;
}

runtime::Task<AccountAnswer<bool>> Accounts::create_owner(std::string workspace, std::string name, std::string email,
                                                          Secret password) {
  if (!is_name(workspace) || !is_name(name)) co_return no(AccountRefusal::invalid_name);
  if (!is_email(email)) co_return no(AccountRefusal::invalid_email);
  if (!is_password(password)) co_return no(AccountRefusal::invalid_password);
  auto hash = co_await hash_password(std::move(password));
  if (!hash) co_return no(hash.error());
  ports::User owner{{}, {}, std::move(name), folded_email(email), ports::Role::owner, std::move(*hash)};
  auto stored = co_await store_workspace(node_, new_workspace(node_, std::move(workspace), std::move(owner)));
  if (!stored) co_return no(stored.error());
  auto renewed = co_await renew_directory();
  co_return renewed;
}

runtime::Task<AccountAnswer<bool>> Accounts::seed_demo() {
  auto needed = co_await setup_needed();
  if (!needed) co_return no(needed.error());
  if (!*needed) co_return false;
  auto hash = co_await hash_password(Secret(std::string(kDemoPassword)));
  if (!hash) co_return no(hash.error());
  ports::User orla{{}, {}, "Orla Brennan", "orla@casa.example", ports::Role::owner, *hash};
  auto fresh = new_workspace(node_, "Casa & Co", std::move(orla));
  fresh.inbox = new_inbox(node_, secrets_, fresh.workspace.id, "Casa & Co shop");
  fresh.inbox->key = "demo";
  auto stored = co_await store_workspace(node_, fresh);
  if (!stored) co_return no(stored.error());
  const std::pair<const char*, const char*> agents[] = {{"Ada Keller", "ada@casa.example"},
                                                        {"Ben Osei", "ben@casa.example"}};
  for (const auto& [name, email] : agents) {
    ports::User agent{node_.ids.make<UserId>(), fresh.workspace.id, name, email, ports::Role::agent, *hash};
    auto created =
        co_await ask<WriteOutcome>([this, agent](auto done) { node_.store.create_user(agent, std::move(done)); });
    if (!created) co_return no(AccountRefusal::try_later);
  }
  auto renewed = co_await renew_directory();
  co_return renewed;
}

}  // namespace parlor::app
