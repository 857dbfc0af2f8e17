// DirectoryTables: workspaces, inboxes, users, sign-ins, invitations and the few settings. Writes inside of a
// transaction that is already begun, after looking at everything that could refuse them; throws Failure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/ports/directory_store.h"
#include "store/connection/connection.h"
#include "store/vault/batch_vault.h"

namespace parlor::store {

class DirectoryTables {
 public:
  DirectoryTables(Connection& connection, ports::Vault& vault) : db_(connection), vault_(vault) {}

  std::string epoch();
  std::string renew_epoch();

  std::vector<ports::Workspace> workspaces();
  std::vector<ports::Inbox> inboxes();
  std::vector<ports::User> users();
  std::optional<ports::User> user_by_email(const std::string& email);

  ports::WriteOutcome create_workspace(const ports::NewWorkspace& fresh);
  ports::WriteOutcome save_inbox(const ports::Inbox& inbox);
  ports::WriteOutcome create_user(const ports::User& user);

  std::vector<ports::RoutingDocument> routing_documents();
  ports::WriteOutcome save_routing_document(const ports::RoutingDocument& document);

  ports::WriteOutcome save_credential(const ports::Credential& credential);
  std::optional<ports::Credential> credential(const ports::TokenHash& hash);
  ports::WriteOutcome delete_credential(const ports::TokenHash& hash);

  ports::WriteOutcome create_invitation(const ports::Invitation& invitation);
  std::optional<ports::Invitation> invitation(const ports::TokenHash& hash);
  std::vector<ports::Invitation> invitations(WorkspaceId workspace);
  ports::WriteOutcome delete_invitation(WorkspaceId workspace, InvitationId id);
  ports::WriteOutcome accept_invitation(const ports::TokenHash& hash, const ports::User& user);

  std::optional<ports::TokenHash> setup_token();
  ports::WriteOutcome save_setup_token(const ports::TokenHash& hash);

 private:
  bool exists(Query query) { return query.step(); }
  bool workspace_exists(WorkspaceId id);
  bool email_taken(const std::string& email);
  bool key_taken(const ports::Inbox& inbox);
  ports::TokenHash email_hash(const std::string& email);
  void insert_user(const ports::User& user);
  ports::User read_user(const Query& row);
  ports::Invitation read_invitation(const Query& row);

  Connection& db_;
  ports::Vault& vault_;
};

}  // namespace parlor::store
