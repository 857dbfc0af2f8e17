// The directory's half of SqliteStore.
#include "store/sqlite/calls.h"
#include "store/sqlite/directory_tables.h"
#include "store/sqlite/sealing.h"
#include "store/sqlite/sqlite_store.h"

namespace parlor::store {
namespace {

using ports::Callback;
using ports::WriteOutcome;

DirectoryTables tables_of(Writing& writing) {
  return {writing.connection, writing.vault};
}

}  // namespace

void SqliteStore::epoch(Callback<std::string> done) {
  read_with<std::string>(readers_, std::move(done),
                         [this](Connection& db) { return DirectoryTables(db, vault_).epoch(); });
}

void SqliteStore::renew_epoch(Callback<std::string> done) {
  write_with<std::string>(writer_, {}, std::move(done),
                          [](Writing& writing) { return tables_of(writing).renew_epoch(); });
}

void SqliteStore::workspaces(Callback<std::vector<ports::Workspace>> done) {
  read_with<std::vector<ports::Workspace>>(readers_, std::move(done),
                                           [this](Connection& db) { return DirectoryTables(db, vault_).workspaces(); });
}

void SqliteStore::inboxes(Callback<std::vector<ports::Inbox>> done) {
  read_with<std::vector<ports::Inbox>>(readers_, std::move(done),
                                       [this](Connection& db) { return DirectoryTables(db, vault_).inboxes(); });
}

void SqliteStore::users(Callback<std::vector<ports::User>> done) {
  read_with<std::vector<ports::User>>(readers_, std::move(done),
                                      [this](Connection& db) { return DirectoryTables(db, vault_).users(); });
}

void SqliteStore::create_workspace(ports::NewWorkspace fresh, Callback<WriteOutcome> done) {
  write_with<WriteOutcome>(writer_, {owned_by(fresh.workspace.id)}, std::move(done),
                           [fresh](Writing& writing) { return tables_of(writing).create_workspace(fresh); });
}

void SqliteStore::save_inbox(ports::Inbox inbox, Callback<WriteOutcome> done) {
  write_with<WriteOutcome>(writer_, {}, std::move(done), [inbox = std::move(inbox)](Writing& writing) {
    return tables_of(writing).save_inbox(inbox);
  });
}

void SqliteStore::routing_documents(Callback<std::vector<ports::RoutingDocument>> done) {
  read_with<std::vector<ports::RoutingDocument>>(
      readers_, std::move(done), [this](Connection& db) { return DirectoryTables(db, vault_).routing_documents(); });
}

void SqliteStore::save_routing_document(ports::RoutingDocument document, Callback<WriteOutcome> done) {
  write_with<WriteOutcome>(writer_, {}, std::move(done), [document = std::move(document)](Writing& writing) {
    return tables_of(writing).save_routing_document(document);
  });
}

void SqliteStore::create_user(ports::User user, Callback<WriteOutcome> done) {
  write_with<WriteOutcome>(writer_, {owned_by(user.workspace)}, std::move(done),
                           [user](Writing& writing) { return tables_of(writing).create_user(user); });
}

void SqliteStore::user_by_email(std::string email, Callback<std::optional<ports::User>> done) {
  read_with<std::optional<ports::User>>(readers_, std::move(done), [this, email = std::move(email)](Connection& db) {
    return DirectoryTables(db, vault_).user_by_email(email);
  });
}

void SqliteStore::save_credential(ports::Credential credential, Callback<WriteOutcome> done) {
  write_with<WriteOutcome>(writer_, {}, std::move(done),
                           [credential](Writing& writing) { return tables_of(writing).save_credential(credential); });
}

void SqliteStore::credential(ports::TokenHash hash, Callback<std::optional<ports::Credential>> done) {
  read_with<std::optional<ports::Credential>>(
      readers_, std::move(done), [this, hash](Connection& db) { return DirectoryTables(db, vault_).credential(hash); });
}

void SqliteStore::delete_credential(ports::TokenHash hash, Callback<WriteOutcome> done) {
  write_with<WriteOutcome>(writer_, {}, std::move(done),
                           [hash](Writing& writing) { return tables_of(writing).delete_credential(hash); });
}

void SqliteStore::create_invitation(ports::Invitation invitation, Callback<WriteOutcome> done) {
  write_with<WriteOutcome>(writer_, {owned_by(invitation.workspace)}, std::move(done),
                           [invitation](Writing& writing) { return tables_of(writing).create_invitation(invitation); });
}

void SqliteStore::invitation(ports::TokenHash hash, Callback<std::optional<ports::Invitation>> done) {
  read_with<std::optional<ports::Invitation>>(
      readers_, std::move(done), [this, hash](Connection& db) { return DirectoryTables(db, vault_).invitation(hash); });
}

void SqliteStore::invitations(WorkspaceId workspace, Callback<std::vector<ports::Invitation>> done) {
  read_with<std::vector<ports::Invitation>>(readers_, std::move(done), [this, workspace](Connection& db) {
    return DirectoryTables(db, vault_).invitations(workspace);
  });
}

void SqliteStore::delete_invitation(WorkspaceId workspace, InvitationId id, Callback<WriteOutcome> done) {
  write_with<WriteOutcome>(writer_, {}, std::move(done), [workspace, id](Writing& writing) {
    return tables_of(writing).delete_invitation(workspace, id);
  });
}

void SqliteStore::accept_invitation(ports::TokenHash hash, ports::User user, Callback<WriteOutcome> done) {
  write_with<WriteOutcome>(writer_, {owned_by(user.workspace)}, std::move(done),
                           [hash, user](Writing& writing) { return tables_of(writing).accept_invitation(hash, user); });
}

void SqliteStore::setup_token(Callback<std::optional<ports::TokenHash>> done) {
  read_with<std::optional<ports::TokenHash>>(
      readers_, std::move(done), [this](Connection& db) { return DirectoryTables(db, vault_).setup_token(); });
}

void SqliteStore::save_setup_token(ports::TokenHash hash, Callback<WriteOutcome> done) {
  write_with<WriteOutcome>(writer_, {}, std::move(done),
                           [hash](Writing& writing) { return tables_of(writing).save_setup_token(hash); });
}

}  // namespace parlor::store
