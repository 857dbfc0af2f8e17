// Accounts: how people prove who they are. Any worker; password hashing runs on a thread of its own behind a port and
// answers come back where the Task runs. Origins and colours are normalised by the caller. Tokens are 256 random bits,
// shown once, stored as SHA-256. A visitor's token is self-contained: nothing is written for it.
#pragma once

#include <expected>
#include <memory>
#include <optional>
#include <string>

#include "app/directory/directory.h"
#include "app/node.h"
#include "app/ports/secrets.h"
#include "base/secret.h"
#include "domain/access/access.h"
#include "runtime/task.h"

namespace parlor::app {

// A fresh token and whose it is.
struct SignedIn {
  access::Principal principal;
  Secret token;
  Time expires_at{};
};

enum class AccountRefusal : std::uint8_t {
  bad_credentials,
  token_invalid,
  token_expired,
  not_permitted,
  inbox_unknown,
  inbox_exists,
  email_taken,
  setup_done,
  setup_token_invalid,
  invitation_invalid,
  invalid_password,
  invalid_email,
  invalid_name,
  invalid_origin,
  // Somebody saved another version meanwhile.
  conflict,
  try_later,
};

template <class T>
using AccountAnswer = std::expected<T, AccountRefusal>;

struct NewVisitor {
  VisitorId visitor;
  ContactId contact;
  Secret token;
};

struct SetupRequest {
  Secret token;
  std::string workspace;
  std::string name;
  std::string email;
  Secret password;
  std::string inbox;
  std::vector<std::string> origins;
};

struct InboxChange {
  std::optional<std::string> name;
  std::optional<std::vector<std::string>> origins;
  std::optional<std::string> color;
  std::optional<std::string> greeting;
};

struct FreshInvitation {
  ports::Invitation invitation;
  Secret token;
};

class Accounts {
 public:
  Accounts(Node& node, ports::Secrets& secrets);

  // Visitors. The token names inbox, visitor and contact, and is signed by the vault.
  NewVisitor new_visitor(const ports::Inbox& inbox);
  AccountAnswer<access::Principal> visitor(const Secret& token) const;
  ports::Fingerprint visitor_token_hash(const Secret& token) const;
  ports::TokenHash token_hash(const Secret& token) const;

  // Users, by cookie or bearer token.
  runtime::Task<AccountAnswer<access::Principal>> user(Secret token, ports::Credential::Kind kind);
  runtime::Task<AccountAnswer<SignedIn>> sign_in(std::string email, Secret password);
  // Ends the sessions that came in by it, on every worker.
  runtime::Task<AccountAnswer<bool>> sign_out(Secret token);
  runtime::Task<AccountAnswer<SignedIn>> issue_bearer(std::string email, Millis lifetime, bool bulk);

  // First run.
  runtime::Task<AccountAnswer<bool>> setup_needed();
  // Makes the one-time token if a set-up is needed; none if it is not. The former token dies.
  runtime::Task<AccountAnswer<std::optional<Secret>>> make_setup_token();
  runtime::Task<AccountAnswer<SignedIn>> set_up(SetupRequest request);
  // From the command line, without a token.
  runtime::Task<AccountAnswer<bool>> create_owner(std::string workspace, std::string name, std::string email,
                                                  Secret password);

  runtime::Task<AccountAnswer<ports::Inbox>> create_inbox(access::Principal owner, std::string name,
                                                          std::vector<std::string> origins);
  runtime::Task<AccountAnswer<ports::Inbox>> change_inbox(access::Principal owner, InboxId inbox, InboxChange change);

  runtime::Task<AccountAnswer<FreshInvitation>> invite(access::Principal owner, std::string email, ports::Role role);
  runtime::Task<AccountAnswer<std::vector<ports::Invitation>>> invitations(access::Principal owner);
  runtime::Task<AccountAnswer<bool>> revoke_invitation(access::Principal owner, InvitationId id);
  runtime::Task<AccountAnswer<ports::Invitation>> check_invitation(Secret token);
  runtime::Task<AccountAnswer<SignedIn>> accept_invitation(Secret token, std::string name, Secret password);

  // Replaces the routing setup; `document` is the checked one in its stored form, its version the next. The new
  // version.
  runtime::Task<AccountAnswer<std::uint64_t>> save_routing(access::Principal owner, ports::RoutingDocument document);

  // Seeds the demo's workspace Casa & Co once; its short passwords are set as they are.
  runtime::Task<AccountAnswer<bool>> seed_demo();

 private:
  runtime::Task<AccountAnswer<SignedIn>> sign_in_user(ports::User user, ports::Credential::Kind kind, Millis lifetime,
                                                      bool bulk);
  runtime::Task<AccountAnswer<bool>> renew_directory();
  runtime::Task<AccountAnswer<std::string>> hash_password(Secret password);

  Node& node_;
  ports::Secrets& secrets_;
};

}  // namespace parlor::app
