// DirectoryStore: workspaces, inboxes, users, sign-ins, tokens and invitations. Thread-safe; answers by callback;
// writes are durable when answered. Names and addresses are sealed with the workspace's key and looked up by keyed
// hash; tokens and passwords only as hashes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/ports/callback.h"
#include "app/ports/conversation_store.h"
#include "base/secret.h"

namespace parlor::ports {

enum class Role : std::uint8_t { owner, agent };

struct Workspace {
  WorkspaceId id;
  std::string name;
  bool operator==(const Workspace&) const = default;
};

struct Inbox {
  InboxId id;
  WorkspaceId workspace;
  // What the tag on the page names; unique over all workspaces.
  std::string key;
  std::string name;
  // Normalised origins (scheme://host[:port]) on which its widget may run.
  std::vector<std::string> origins;
  // "#rrggbb"; empty: the default.
  std::string color;
  std::string greeting;
  Time created_at{};
  bool operator==(const Inbox&) const = default;
};

struct User {
  UserId id;
  WorkspaceId workspace;
  std::string name;
  std::string email;
  Role role{};
  // Argon2id in libsodium's string form.
  std::string password_hash;
  bool operator==(const User&) const = default;
};

// SHA-256 of a random token of 256 bits.
using TokenHash = std::array<std::uint8_t, 32>;

// A sign-in by cookie, or a bearer token.
struct Credential {
  enum class Kind : std::uint8_t { cookie, bearer };
  TokenHash hash{};
  Kind kind{};
  WorkspaceId workspace;
  UserId user;
  // A rate budget of its own.
  bool bulk = false;
  Time created_at{};
  Time expires_at{};
  bool operator==(const Credential&) const = default;
};

struct Invitation {
  InvitationId id;
  WorkspaceId workspace;
  TokenHash hash{};
  std::string email;
  Role role{};
  Time created_at{};
  Time expires_at{};
  bool operator==(const Invitation&) const = default;
};

// A workspace with its owner and perhaps its first inbox.
struct NewWorkspace {
  Workspace workspace;
  User owner;
  std::optional<Inbox> inbox;
  bool another = false;
};

// Teams, skills, agents and rules of a workspace: one document (protocol/schemas/routing.json) that is replaced as a
// whole.
struct RoutingDocument {
  WorkspaceId workspace;
  // 1 for the first.
  std::uint64_t version = 0;
  std::string text;
  bool operator==(const RoutingDocument&) const = default;
};

// One unique value is taken already (an e-mail, an inbox key, a used invitation); nothing was written.
enum class WriteOutcome : std::uint8_t { written, taken, unknown };

class DirectoryStore {
 public:
  virtual ~DirectoryStore() = default;

  // A random value, renewed by a restore and by `parlor admin new-epoch`.
  virtual void epoch(Callback<std::string> done) = 0;
  virtual void renew_epoch(Callback<std::string> done) = 0;

  virtual void workspaces(Callback<std::vector<Workspace>> done) = 0;
  virtual void inboxes(Callback<std::vector<Inbox>> done) = 0;
  virtual void users(Callback<std::vector<User>> done) = 0;
  // `taken` if there is a workspace with an owner already, unless it is meant as another.
  virtual void create_workspace(NewWorkspace fresh, Callback<WriteOutcome> done) = 0;
  virtual void save_inbox(Inbox inbox, Callback<WriteOutcome> done) = 0;
  virtual void create_user(User user, Callback<WriteOutcome> done) = 0;
  // By keyed hash of the folded address; over all workspaces.
  virtual void user_by_email(std::string email, Callback<std::optional<User>> done) = 0;

  virtual void save_credential(Credential credential, Callback<WriteOutcome> done) = 0;
  virtual void credential(TokenHash hash, Callback<std::optional<Credential>> done) = 0;
  virtual void delete_credential(TokenHash hash, Callback<WriteOutcome> done) = 0;

  virtual void create_invitation(Invitation invitation, Callback<WriteOutcome> done) = 0;
  virtual void invitation(TokenHash hash, Callback<std::optional<Invitation>> done) = 0;
  virtual void invitations(WorkspaceId workspace, Callback<std::vector<Invitation>> done) = 0;
  virtual void delete_invitation(WorkspaceId workspace, InvitationId id, Callback<WriteOutcome> done) = 0;
  // Makes the user and uses the invitation up, in one transaction; `unknown` if it is gone, `taken` if the address has
  // an account.
  virtual void accept_invitation(TokenHash hash, User user, Callback<WriteOutcome> done) = 0;

  virtual void routing_documents(Callback<std::vector<RoutingDocument>> done) = 0;
  // `taken`: the stored one is not the version before this one.
  virtual void save_routing_document(RoutingDocument document, Callback<WriteOutcome> done) = 0;

  // The hash of the one-time set-up token, kept until the first workspace exists.
  virtual void setup_token(Callback<std::optional<TokenHash>> done) = 0;
  virtual void save_setup_token(TokenHash hash, Callback<WriteOutcome> done) = 0;
};

}  // namespace parlor::ports
