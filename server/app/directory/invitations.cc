// Invitations: a one-time link by which a second person comes in.
#include "app/directory/account_rules.h"
#include "app/directory/account_tasks.h"
#include "app/directory/accounts.h"

namespace parlor::app {
namespace {

using ports::WriteOutcome;

constexpr Millis kInvitationLifetime = std::chrono::days(7);

}  // namespace

runtime::Task<AccountAnswer<FreshInvitation>> Accounts::invite(access::Principal owner, std::string email,
                                                               ports::Role role) {
  if (!may(owner, access::Action::invite_agents)) co_return no(AccountRefusal::not_permitted);
  const auto address = folded_email(email);
  if (!is_email(address)) co_return no(AccountRefusal::invalid_email);
  auto known = co_await ask<std::optional<ports::User>>(
      [this, address](auto done) { node_.store.user_by_email(address, std::move(done)); });
  if (!known) co_return no(AccountRefusal::try_later);
  if (*known) co_return no(AccountRefusal::email_taken);
  const auto now = node_.clock.now();
  FreshInvitation fresh{
      {node_.ids.make<InvitationId>(), owner.workspace, {}, address, role, now, now + kInvitationLifetime},
      secrets_.random_token()};
  fresh.invitation.hash = token_hash(fresh.token);
  auto created = co_await ask<WriteOutcome>(
      [this, invitation = fresh.invitation](auto done) { node_.store.create_invitation(invitation, std::move(done)); });
  if (!created || *created != WriteOutcome::written) co_return no(AccountRefusal::try_later);
  co_return fresh;
}

runtime::Task<AccountAnswer<std::vector<ports::Invitation>>> Accounts::invitations(access::Principal owner) {
  if (!may(owner, access::Action::invite_agents)) co_return no(AccountRefusal::not_permitted);
  auto list = co_await ask<std::vector<ports::Invitation>>(
      [this, owner](auto done) { node_.store.invitations(owner.workspace, std::move(done)); });
  if (!list) co_return no(AccountRefusal::try_later);
  std::erase_if(*list, [now = node_.clock.now()](const ports::Invitation& one) { return one.expires_at <= now; });
  co_return std::move(*list);
}

runtime::Task<AccountAnswer<bool>> Accounts::revoke_invitation(access::Principal owner, InvitationId id) {
  if (!may(owner, access::Action::invite_agents)) co_return no(AccountRefusal::not_permitted);
  auto deleted = co_await ask<WriteOutcome>(
      [this, owner, id](auto done) { node_.store.delete_invitation(owner.workspace, id, std::move(done)); });
  if (!deleted) co_return no(AccountRefusal::try_later);
  if (*deleted == WriteOutcome::unknown) co_return no(AccountRefusal::invitation_invalid);
  co_return true;
}

runtime::Task<AccountAnswer<ports::Invitation>> Accounts::check_invitation(Secret token) {
  auto found = co_await ask<std::optional<ports::Invitation>>(
      [this, hash = token_hash(token)](auto done) { node_.store.invitation(hash, std::move(done)); });
  if (!found) co_return no(AccountRefusal::try_later);
  if (!*found || (*found)->expires_at <= node_.clock.now()) co_return no(AccountRefusal::invitation_invalid);
  co_return std::move(**found);
}

runtime::Task<AccountAnswer<SignedIn>> Accounts::accept_invitation(Secret token, std::string name, Secret password) {
  if (!is_name(name)) co_return no(AccountRefusal::invalid_name);
  if (!is_password(password)) co_return no(AccountRefusal::invalid_password);
  auto invitation = co_await check_invitation(token);
  if (!invitation) co_return no(invitation.error());
  auto hash = co_await hash_password(std::move(password));
  if (!hash) co_return no(hash.error());
  ports::User user{node_.ids.make<UserId>(), invitation->workspace, std::move(name),
                   invitation->email,        invitation->role,      std::move(*hash)};
  auto accepted = co_await ask<WriteOutcome>(
      [this, used = invitation->hash, user](auto done) { node_.store.accept_invitation(used, user, std::move(done)); });
  if (!accepted) co_return no(AccountRefusal::try_later);
  if (*accepted == WriteOutcome::taken) co_return no(AccountRefusal::email_taken);
  if (*accepted == WriteOutcome::unknown) co_return no(AccountRefusal::invitation_invalid);
  co_await renew_directory();
  auto signed_in = co_await sign_in_user(std::move(user), ports::Credential::Kind::cookie, kCookieLifetime, false);
  co_return signed_in;
}

}  // namespace parlor::app
