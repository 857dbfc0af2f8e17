#include "store/sqlite/directory_tables.h"

#include <algorithm>

#include "store/connection/packed.h"
#include "store/rules/directory.h"
#include "store/sqlite/sealing.h"
#include "store/vault/aead.h"

namespace parlor::store {
namespace {

using ports::WriteOutcome;

constexpr const char* kUsers =
    "SELECT workspace_id, id, role, password_hash, key_id, sealed FROM users ORDER BY workspace_id, id";
constexpr const char* kUserByEmail =
    "SELECT workspace_id, id, role, password_hash, key_id, sealed FROM users WHERE email_hash = $1";
constexpr const char* kInvitationByHash =
    "SELECT workspace_id, id, hash, role, created_at, expires_at, key_id, sealed FROM invitations WHERE hash = $1";
constexpr const char* kInvitationsOf =
    "SELECT workspace_id, id, hash, role, created_at, expires_at, key_id, sealed FROM invitations WHERE workspace_id = "
    "$1"
    " ORDER BY created_at, id";

std::string joined_lines(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines)
    text.append(line).push_back('\n');
  return text;
}

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  return lines;
}

}  // namespace

std::string DirectoryTables::epoch() {
  auto query = db_.query("SELECT value FROM settings WHERE name = 'epoch'");
  return query.step() ? query.text(0) : "";
}

std::string DirectoryTables::renew_epoch() {
  auto epoch = random_key_id().str();
  db_.run("INSERT INTO settings (name, value) VALUES ('epoch', $1) ON CONFLICT DO UPDATE SET value = excluded.value",
          epoch);
  return epoch;
}

std::vector<ports::Workspace> DirectoryTables::workspaces() {
  std::vector<ports::Workspace> found;
  auto query = db_.query("SELECT id, name FROM workspaces ORDER BY id");
  while (query.step())
    found.push_back({query.id<WorkspaceId>(0), query.text(1)});
  return found;
}

std::vector<ports::Inbox> DirectoryTables::inboxes() {
  std::vector<ports::Inbox> found;
  auto query = db_.query(
      "SELECT id, workspace_id, key, name, origins, color, greeting, created_at FROM inboxes ORDER BY workspace_id, "
      "created_at, id");
  while (query.step()) {
    found.push_back({query.id<InboxId>(0), query.id<WorkspaceId>(1), query.text(2), query.text(3),
                     split_lines(query.bytes(4)), query.text(5), query.text(6), query.time(7)});
  }
  return found;
}

std::vector<ports::User> DirectoryTables::users() {
  std::vector<ports::User> found;
  auto query = db_.query(kUsers);
  while (query.step())
    found.push_back(read_user(query));
  return found;
}

ports::User DirectoryTables::read_user(const Query& row) {
  ports::User user;
  user.workspace = row.id<WorkspaceId>(0);
  user.id = row.id<UserId>(1);
  user.role = row.word<ports::Role>(2);
  user.password_hash = row.text(3);
  const auto person = open_column(vault_, row, 4, {user.workspace, "users", user.id.bytes, 1});
  Unpacked in(person);
  user.name = in.text();
  user.email = in.text();
  return user;
}

std::optional<ports::User> DirectoryTables::user_by_email(const std::string& email) {
  const auto hash = email_hash(email);
  auto query = db_.query(kUserByEmail, hash);
  if (!query.step()) return std::nullopt;
  return read_user(query);
}

ports::TokenHash DirectoryTables::email_hash(const std::string& email) {
  return vault_.keyed_hash("email", folded(email));
}

bool DirectoryTables::workspace_exists(WorkspaceId id) {
  return exists(db_.query("SELECT 1 FROM workspaces WHERE id = $1", id));
}

bool DirectoryTables::email_taken(const std::string& email) {
  const auto hash = email_hash(email);
  return exists(db_.query(kUserByEmail, hash));
}

bool DirectoryTables::key_taken(const ports::Inbox& inbox) {
  return exists(db_.query("SELECT 1 FROM inboxes WHERE key = $1 AND NOT (workspace_id = $2 AND id = $3)", inbox.key,
                          inbox.workspace, inbox.id));
}

WriteOutcome DirectoryTables::create_workspace(const ports::NewWorkspace& fresh) {
  const auto& [workspace, owner, inbox, another] = fresh;
  if (!another && exists(db_.query("SELECT 1 FROM workspaces"))) return WriteOutcome::taken;
  if (workspace_exists(workspace.id) || email_taken(owner.email)) return WriteOutcome::taken;
  if (inbox && key_taken(*inbox)) return WriteOutcome::taken;
  db_.run("INSERT INTO workspaces (id, name) VALUES ($1, $2)", workspace.id, workspace.name);
  insert_user(owner);
  if (inbox) save_inbox(*inbox);
  db_.run("DELETE FROM settings WHERE name = 'setup_token'");
  return WriteOutcome::written;
}

WriteOutcome DirectoryTables::save_inbox(const ports::Inbox& inbox) {
  if (!workspace_exists(inbox.workspace)) return WriteOutcome::unknown;
  if (key_taken(inbox)) return WriteOutcome::taken;
  const auto origins = joined_lines(inbox.origins);
  db_.run(
      "INSERT INTO inboxes (workspace_id, id, key, name, origins, color, greeting, created_at)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (workspace_id, id) DO UPDATE SET key = excluded.key,"
      " name = excluded.name, origins = excluded.origins, color = excluded.color, greeting = excluded.greeting",
      inbox.workspace, inbox.id, inbox.key, inbox.name, origins, inbox.color, inbox.greeting, inbox.created_at);
  return WriteOutcome::written;
}

std::vector<ports::RoutingDocument> DirectoryTables::routing_documents() {
  std::vector<ports::RoutingDocument> documents;
  auto query = db_.query("SELECT workspace_id, version, document FROM routing_setups");
  while (query.step())
    documents.push_back({query.id<WorkspaceId>(0), static_cast<std::uint64_t>(query.number(1)), query.text(2)});
  return documents;
}

WriteOutcome DirectoryTables::save_routing_document(const ports::RoutingDocument& document) {
  if (!workspace_exists(document.workspace)) return WriteOutcome::unknown;
  auto query = db_.query("SELECT version FROM routing_setups WHERE workspace_id = $1", document.workspace);
  const std::uint64_t stored = query.step() ? static_cast<std::uint64_t>(query.number(0)) : 0;
  if (document.version != stored + 1) return WriteOutcome::taken;
  db_.run(
      "INSERT INTO routing_setups (workspace_id, version, document) VALUES ($1, $2, $3)"
      " ON CONFLICT DO UPDATE SET version = excluded.version, document = excluded.document",
      document.workspace, document.version, document.text);
  return WriteOutcome::written;
}

WriteOutcome DirectoryTables::create_user(const ports::User& user) {
  if (!workspace_exists(user.workspace)) return WriteOutcome::unknown;
  if (email_taken(user.email)) return WriteOutcome::taken;
  insert_user(user);
  return WriteOutcome::written;
}

void DirectoryTables::insert_user(const ports::User& user) {
  const auto sealed = seal_or_throw(vault_, owned_by(user.workspace), {user.workspace, "users", user.id.bytes, 1},
                                    Packed().text(user.name).text(user.email).take());
  const auto hash = email_hash(user.email);
  db_.run(
      "INSERT INTO users (workspace_id, id, role, email_hash, password_hash, key_id, sealed) VALUES ($1, $2, $3, $4, "
      "$5, $6, $7)",
      user.workspace, user.id, user.role, hash, user.password_hash, sealed.key, Blob{sealed.bytes});
}

WriteOutcome DirectoryTables::save_credential(const ports::Credential& credential) {
  // What expired long ago goes when its owner signs in again, so that the table does not grow for ever.
  db_.run("DELETE FROM credentials WHERE workspace_id = $1 AND user_id = $2 AND expires_at < $3", credential.workspace,
          credential.user, credential.created_at);
  db_.run(
      "INSERT INTO credentials (hash, kind, workspace_id, user_id, bulk, created_at, expires_at) VALUES ($1, $2, $3, "
      "$4, $5, $6, $7)"
      " ON CONFLICT (hash) DO UPDATE SET expires_at = excluded.expires_at",
      credential.hash, credential.kind, credential.workspace, credential.user, credential.bulk, credential.created_at,
      credential.expires_at);
  return WriteOutcome::written;
}

std::optional<ports::Credential> DirectoryTables::credential(const ports::TokenHash& hash) {
  auto row = db_.query(
      "SELECT kind, workspace_id, user_id, bulk, created_at, expires_at FROM credentials WHERE hash = $1", hash);
  if (!row.step()) return std::nullopt;
  return ports::Credential{.hash = hash,
                           .kind = row.word<ports::Credential::Kind>(0),
                           .workspace = row.id<WorkspaceId>(1),
                           .user = row.id<UserId>(2),
                           .bulk = row.number(3) != 0,
                           .created_at = row.time(4),
                           .expires_at = row.time(5)};
}

WriteOutcome DirectoryTables::delete_credential(const ports::TokenHash& hash) {
  db_.run("DELETE FROM credentials WHERE hash = $1", hash);
  return db_.changes() > 0 ? WriteOutcome::written : WriteOutcome::unknown;
}

WriteOutcome DirectoryTables::create_invitation(const ports::Invitation& invitation) {
  if (!workspace_exists(invitation.workspace)) return WriteOutcome::unknown;
  if (email_taken(invitation.email)) return WriteOutcome::taken;
  const auto sealed = seal_or_throw(vault_, owned_by(invitation.workspace),
                                    {invitation.workspace, "invitations", invitation.id.bytes, 1}, invitation.email);
  db_.run(
      "INSERT INTO invitations (workspace_id, id, hash, role, created_at, expires_at, key_id, sealed)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
      invitation.workspace, invitation.id, invitation.hash, invitation.role, invitation.created_at,
      invitation.expires_at, sealed.key, Blob{sealed.bytes});
  return WriteOutcome::written;
}

ports::Invitation DirectoryTables::read_invitation(const Query& row) {
  ports::Invitation found;
  found.workspace = row.id<WorkspaceId>(0);
  found.id = row.id<InvitationId>(1);
  found.hash = row.array<32>(2);
  found.role = row.word<ports::Role>(3);
  found.created_at = row.time(4);
  found.expires_at = row.time(5);
  found.email = open_column(vault_, row, 6, {found.workspace, "invitations", found.id.bytes, 1});
  return found;
}

std::optional<ports::Invitation> DirectoryTables::invitation(const ports::TokenHash& hash) {
  auto row = db_.query(kInvitationByHash, hash);
  if (!row.step()) return std::nullopt;
  return read_invitation(row);
}

std::vector<ports::Invitation> DirectoryTables::invitations(WorkspaceId workspace) {
  std::vector<ports::Invitation> found;
  auto rows = db_.query(kInvitationsOf, workspace);
  while (rows.step())
    found.push_back(read_invitation(rows));
  return found;
}

WriteOutcome DirectoryTables::delete_invitation(WorkspaceId workspace, InvitationId id) {
  db_.run("DELETE FROM invitations WHERE workspace_id = $1 AND id = $2", workspace, id);
  return db_.changes() > 0 ? WriteOutcome::written : WriteOutcome::unknown;
}

WriteOutcome DirectoryTables::accept_invitation(const ports::TokenHash& hash, const ports::User& user) {
  const auto found = invitation(hash);
  if (!found || found->workspace != user.workspace) return WriteOutcome::unknown;
  if (email_taken(user.email)) return WriteOutcome::taken;
  insert_user(user);
  return delete_invitation(found->workspace, found->id);
}

std::optional<ports::TokenHash> DirectoryTables::setup_token() {
  auto query = db_.query("SELECT value FROM settings WHERE name = 'setup_token'");
  if (!query.step()) return std::nullopt;
  return query.array<32>(0);
}

WriteOutcome DirectoryTables::save_setup_token(const ports::TokenHash& hash) {
  if (exists(db_.query("SELECT 1 FROM workspaces"))) return WriteOutcome::taken;
  db_.run(
      "INSERT INTO settings (name, value) VALUES ('setup_token', $1) ON CONFLICT DO UPDATE SET value = excluded.value",
      hash);
  return WriteOutcome::written;
}

}  // namespace parlor::store
