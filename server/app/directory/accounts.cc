#include "app/directory/accounts.h"

#include <algorithm>

#include "app/directory/account_rules.h"
#include "app/directory/account_tasks.h"
#include "app/directory/visitor_token.h"
#include "app/floor_watch.h"

namespace parlor::app {
namespace {

using namespace std::chrono_literals;
using Kind = ports::Credential::Kind;
using ports::WriteOutcome;

access::Principal principal_of(const ports::User& user, bool bulk) {
  const auto role = user.role == ports::Role::owner ? access::Role::owner : access::Role::agent;
  return {role, user.workspace, id_cast<ActorId>(user.id), {}, {}, bulk};
}

}  // namespace

Accounts::Accounts(Node& node, ports::Secrets& secrets) : node_(node), secrets_(secrets) {}

ports::TokenHash Accounts::token_hash(const Secret& token) const {
  return secrets_.token_hash(token);
}

ports::Fingerprint Accounts::visitor_token_hash(const Secret& token) const {
  const auto hash = secrets_.token_hash(token);
  ports::Fingerprint out;
  std::copy_n(hash.begin(), out.size(), out.begin());
  return out;
}

NewVisitor Accounts::new_visitor(const ports::Inbox& inbox) {
  VisitorClaims claims{inbox.workspace, inbox.id, node_.ids.make<VisitorId>(), node_.ids.make<ContactId>(),
                       node_.clock.now()};
  return {claims.visitor, claims.contact, sign_visitor(node_.vault, secrets_, claims)};
}

AccountAnswer<access::Principal> Accounts::visitor(const Secret& token) const {
  const auto claims = verify_visitor(node_.vault, secrets_, token);
  if (!claims) return no(AccountRefusal::token_invalid);
  if (node_.clock.now() - claims->issued_at > kVisitorTokenLifetime) return no(AccountRefusal::token_expired);
  return access::Principal{access::Role::visitor, claims->workspace, id_cast<ActorId>(claims->contact),
                           claims->inbox,         claims->visitor,   false};
}

runtime::Task<AccountAnswer<access::Principal>> Accounts::user(Secret token, Kind kind) {
  auto credential = co_await ask<std::optional<ports::Credential>>(
      [this, hash = token_hash(token)](auto done) { node_.store.credential(hash, std::move(done)); });
  if (!credential) co_return no(AccountRefusal::try_later);
  if (!*credential || (*credential)->kind != kind) co_return no(AccountRefusal::token_invalid);
  if ((*credential)->expires_at <= node_.clock.now()) co_return no(AccountRefusal::token_expired);
  const auto directory = node_.directory.snapshot();
  const auto* user = directory->user((*credential)->user);
  if (!user) co_return no(AccountRefusal::token_invalid);
  co_return principal_of(*user, (*credential)->bulk);
}

runtime::Task<AccountAnswer<SignedIn>> Accounts::sign_in(std::string email, Secret password) {
  auto user = co_await ask<std::optional<ports::User>>(
      [this, email = folded_email(email)](auto done) { node_.store.user_by_email(email, std::move(done)); });
  if (!user) co_return no(AccountRefusal::try_later);
  const auto hash = *user ? (*user)->password_hash : std::string();
  auto matches = co_await ask<bool>(
      [this, hash, password](auto done) { secrets_.verify_password(hash, password, std::move(done)); });
  if (!matches) co_return no(AccountRefusal::try_later);
  if (!*user || !*matches) co_return no(AccountRefusal::bad_credentials);
  auto signed_in = co_await sign_in_user(std::move(**user), Kind::cookie, kCookieLifetime, false);
  co_return signed_in;
}

runtime::Task<AccountAnswer<SignedIn>> Accounts::sign_in_user(ports::User user, Kind kind, Millis lifetime, bool bulk) {
  SignedIn signed_in{principal_of(user, bulk), secrets_.random_token(), node_.clock.now() + lifetime};
  ports::Credential credential{token_hash(signed_in.token), kind, user.workspace, user.id, bulk, node_.clock.now(),
                               signed_in.expires_at};
  auto saved = co_await ask<WriteOutcome>(
      [this, credential](auto done) { node_.store.save_credential(credential, std::move(done)); });
  if (!saved || *saved != WriteOutcome::written) co_return no(AccountRefusal::try_later);
  co_return signed_in;
}

runtime::Task<AccountAnswer<bool>> Accounts::sign_out(Secret token) {
  const auto hash = token_hash(token);
  auto credential = co_await ask<std::optional<ports::Credential>>(
      [this, hash](auto done) { node_.store.credential(hash, std::move(done)); });
  auto deleted =
      co_await ask<WriteOutcome>([this, hash](auto done) { node_.store.delete_credential(hash, std::move(done)); });
  if (!credential || !deleted) co_return no(AccountRefusal::try_later);
  if (*credential) {
    const auto topic = Topic::person((*credential)->workspace, (*credential)->user);
    node_.bus.publish(std::make_shared<const Publication>(topic, CredentialEnded{hash}));
  }
  co_return true;
}

runtime::Task<AccountAnswer<SignedIn>> Accounts::issue_bearer(std::string email, Millis lifetime, bool bulk) {
  auto user = co_await ask<std::optional<ports::User>>(
      [this, email = folded_email(email)](auto done) { node_.store.user_by_email(email, std::move(done)); });
  if (!user) co_return no(AccountRefusal::try_later);
  if (!*user) co_return no(AccountRefusal::bad_credentials);
  auto issued = co_await sign_in_user(std::move(**user), Kind::bearer, lifetime, bulk);
  co_return issued;
}

runtime::Task<AccountAnswer<bool>> Accounts::renew_directory() {
  auto renewed = co_await ask<bool>([this](auto done) { node_.directory.renew(std::move(done)); });
  if (!renewed) co_return no(AccountRefusal::try_later);
  co_return true;
}

runtime::Task<AccountAnswer<std::string>> Accounts::hash_password(Secret password) {
  auto hash =
      co_await ask<std::string>([this, password](auto done) { secrets_.hash_password(password, std::move(done)); });
  if (!hash) co_return no(AccountRefusal::try_later);
  co_return std::move(*hash);
}

runtime::Task<AccountAnswer<ports::Inbox>> Accounts::create_inbox(access::Principal owner, std::string name,
                                                                  std::vector<std::string> origins) {
  if (!may(owner, access::Action::write_inboxes)) co_return no(AccountRefusal::not_permitted);
  if (!is_name(name)) co_return no(AccountRefusal::invalid_name);
  auto inbox = new_inbox(node_, secrets_, owner.workspace, std::move(name));
  inbox.origins = std::move(origins);
  auto saved = co_await ask<WriteOutcome>([this, inbox](auto done) { node_.store.save_inbox(inbox, std::move(done)); });
  if (!saved) co_return no(AccountRefusal::try_later);
  if (*saved == WriteOutcome::taken) co_return no(AccountRefusal::inbox_exists);
  co_await renew_directory();
  co_return inbox;
}

runtime::Task<AccountAnswer<ports::Inbox>> Accounts::change_inbox(access::Principal owner, InboxId id,
                                                                  InboxChange change) {
  if (!may(owner, access::Action::write_inboxes)) co_return no(AccountRefusal::not_permitted);
  const auto directory = node_.directory.snapshot();
  const auto* known = directory->inbox(id);
  if (!known || known->workspace != owner.workspace) co_return no(AccountRefusal::inbox_unknown);
  if (change.name && !is_name(*change.name)) co_return no(AccountRefusal::invalid_name);
  auto inbox = *known;
  if (change.name) inbox.name = std::move(*change.name);
  if (change.origins) inbox.origins = std::move(*change.origins);
  if (change.color) inbox.color = std::move(*change.color);
  if (change.greeting) inbox.greeting = std::move(*change.greeting);
  auto saved = co_await ask<WriteOutcome>([this, inbox](auto done) { node_.store.save_inbox(inbox, std::move(done)); });
  if (!saved) co_return no(AccountRefusal::try_later);
  co_await renew_directory();
  co_return inbox;
}

runtime::Task<AccountAnswer<std::uint64_t>> Accounts::save_routing(access::Principal owner,
                                                                   ports::RoutingDocument document) {
  if (!may(owner, access::Action::write_routing)) co_return no(AccountRefusal::not_permitted);
  document.workspace = owner.workspace;
  auto saved = co_await ask<WriteOutcome>(
      [this, document](auto done) { node_.store.save_routing_document(document, std::move(done)); });
  if (!saved) co_return no(AccountRefusal::try_later);
  if (*saved != WriteOutcome::written) co_return no(AccountRefusal::conflict);
  co_await renew_directory();
  if (node_.floor) node_.floor->set_up_anew();
  co_return document.version;
}

}  // namespace parlor::app
