// The directory's half of MemoryStore.
#include <algorithm>

#include "store/memory/answer.h"
#include "store/rules/directory.h"

namespace parlor::store {

using ports::Callback;
using ports::WriteOutcome;

bool MemoryStore::email_taken(const std::string& email) const {
  return std::ranges::any_of(users_, [&](const auto& entry) { return folded(entry.second.email) == folded(email); });
}

bool MemoryStore::key_taken(const ports::Inbox& inbox) const {
  return std::ranges::any_of(
      inboxes_, [&](const auto& entry) { return entry.second.key == inbox.key && entry.second.id != inbox.id; });
}

void MemoryStore::epoch(Callback<std::string> done) {
  answer<std::string>(std::move(done), [&] { return "memory-" + std::to_string(epochs_); });
}

void MemoryStore::renew_epoch(Callback<std::string> done) {
  answer<std::string>(std::move(done), [&] { return "memory-" + std::to_string(++epochs_); });
}

void MemoryStore::workspaces(Callback<std::vector<ports::Workspace>> done) {
  answer<std::vector<ports::Workspace>>(std::move(done), [&] {
    std::vector<ports::Workspace> found;
    for (const auto& [id, workspace] : workspaces_)
      found.push_back(workspace);
    return found;
  });
}

void MemoryStore::inboxes(Callback<std::vector<ports::Inbox>> done) {
  answer<std::vector<ports::Inbox>>(std::move(done), [&] {
    std::vector<ports::Inbox> found;
    for (const auto& [id, inbox] : inboxes_)
      found.push_back(inbox);
    std::ranges::sort(
        found, {}, [](const ports::Inbox& inbox) { return std::tuple(inbox.workspace, inbox.created_at, inbox.id); });
    return found;
  });
}

void MemoryStore::users(Callback<std::vector<ports::User>> done) {
  answer<std::vector<ports::User>>(std::move(done), [&] {
    std::vector<ports::User> found;
    for (const auto& [id, user] : users_)
      found.push_back(user);
    std::ranges::sort(found, {}, [](const ports::User& user) { return std::pair(user.workspace, user.id); });
    return found;
  });
}

void MemoryStore::create_workspace(ports::NewWorkspace fresh, Callback<WriteOutcome> done) {
  answer<WriteOutcome>(std::move(done), [&] {
    const auto& [workspace, owner, inbox, another] = fresh;
    if (!another && !workspaces_.empty()) return WriteOutcome::taken;
    if (workspaces_.contains(workspace.id) || email_taken(owner.email)) return WriteOutcome::taken;
    if (inbox && key_taken(*inbox)) return WriteOutcome::taken;
    workspaces_[workspace.id] = workspace;
    users_[owner.id] = owner;
    if (inbox) inboxes_[inbox->id] = *inbox;
    setup_token_.reset();
    return WriteOutcome::written;
  });
}

void MemoryStore::save_inbox(ports::Inbox inbox, Callback<WriteOutcome> done) {
  answer<WriteOutcome>(std::move(done), [&] {
    if (!workspaces_.contains(inbox.workspace)) return WriteOutcome::unknown;
    if (key_taken(inbox)) return WriteOutcome::taken;
    const auto known = inboxes_.find(inbox.id);
    if (known != inboxes_.end()) inbox.created_at = known->second.created_at;
    inboxes_[inbox.id] = inbox;
    return WriteOutcome::written;
  });
}

void MemoryStore::routing_documents(Callback<std::vector<ports::RoutingDocument>> done) {
  answer<std::vector<ports::RoutingDocument>>(std::move(done), [&] {
    std::vector<ports::RoutingDocument> found;
    for (const auto& [workspace, document] : routing_documents_)
      found.push_back(document);
    return found;
  });
}

void MemoryStore::save_routing_document(ports::RoutingDocument document, Callback<WriteOutcome> done) {
  answer<WriteOutcome>(std::move(done), [&] {
    if (!workspaces_.contains(document.workspace)) return WriteOutcome::unknown;
    auto& kept = routing_documents_[document.workspace];
    if (document.version != kept.version + 1) return WriteOutcome::taken;
    kept = std::move(document);
    return WriteOutcome::written;
  });
}

void MemoryStore::create_user(ports::User user, Callback<WriteOutcome> done) {
  answer<WriteOutcome>(std::move(done), [&] {
    if (!workspaces_.contains(user.workspace)) return WriteOutcome::unknown;
    if (email_taken(user.email)) return WriteOutcome::taken;
    users_[user.id] = user;
    return WriteOutcome::written;
  });
}

void MemoryStore::user_by_email(std::string email, Callback<std::optional<ports::User>> done) {
  answer<std::optional<ports::User>>(std::move(done), [&]() -> std::optional<ports::User> {
    for (const auto& [id, user] : users_) {
      if (folded(user.email) == folded(email)) return user;
    }
    return std::nullopt;
  });
}

void MemoryStore::save_credential(ports::Credential credential, Callback<WriteOutcome> done) {
  answer<WriteOutcome>(std::move(done), [&] {
    std::erase_if(credentials_, [&](const auto& entry) {
      return entry.second.user == credential.user && entry.second.expires_at < credential.created_at;
    });
    const auto [place, is_new] = credentials_.try_emplace(credential.hash, credential);
    if (!is_new) place->second.expires_at = credential.expires_at;
    return WriteOutcome::written;
  });
}

void MemoryStore::credential(ports::TokenHash hash, Callback<std::optional<ports::Credential>> done) {
  answer<std::optional<ports::Credential>>(std::move(done), [&]() -> std::optional<ports::Credential> {
    const auto found = credentials_.find(hash);
    if (found == credentials_.end()) return std::nullopt;
    return found->second;
  });
}

void MemoryStore::delete_credential(ports::TokenHash hash, Callback<WriteOutcome> done) {
  answer<WriteOutcome>(std::move(done),
                       [&] { return credentials_.erase(hash) > 0 ? WriteOutcome::written : WriteOutcome::unknown; });
}

void MemoryStore::create_invitation(ports::Invitation invitation, Callback<WriteOutcome> done) {
  answer<WriteOutcome>(std::move(done), [&] {
    if (!workspaces_.contains(invitation.workspace)) return WriteOutcome::unknown;
    if (email_taken(invitation.email)) return WriteOutcome::taken;
    invitations_[invitation.hash] = invitation;
    return WriteOutcome::written;
  });
}

void MemoryStore::invitation(ports::TokenHash hash, Callback<std::optional<ports::Invitation>> done) {
  answer<std::optional<ports::Invitation>>(std::move(done), [&]() -> std::optional<ports::Invitation> {
    const auto found = invitations_.find(hash);
    if (found == invitations_.end()) return std::nullopt;
    return found->second;
  });
}

void MemoryStore::invitations(WorkspaceId workspace, Callback<std::vector<ports::Invitation>> done) {
  answer<std::vector<ports::Invitation>>(std::move(done), [&] {
    std::vector<ports::Invitation> found;
    for (const auto& [hash, invitation] : invitations_) {
      if (invitation.workspace == workspace) found.push_back(invitation);
    }
    std::ranges::sort(found, {}, [](const ports::Invitation& one) { return std::pair(one.created_at, one.id); });
    return found;
  });
}

void MemoryStore::delete_invitation(WorkspaceId workspace, InvitationId id, Callback<WriteOutcome> done) {
  answer<WriteOutcome>(std::move(done), [&] {
    const auto gone = std::erase_if(
        invitations_, [&](const auto& entry) { return entry.second.workspace == workspace && entry.second.id == id; });
    return gone > 0 ? WriteOutcome::written : WriteOutcome::unknown;
  });
}

void MemoryStore::accept_invitation(ports::TokenHash hash, ports::User user, Callback<WriteOutcome> done) {
  answer<WriteOutcome>(std::move(done), [&] {
    const auto found = invitations_.find(hash);
    if (found == invitations_.end() || found->second.workspace != user.workspace) return WriteOutcome::unknown;
    if (email_taken(user.email)) return WriteOutcome::taken;
    users_[user.id] = user;
    invitations_.erase(found);
    return WriteOutcome::written;
  });
}

void MemoryStore::setup_token(Callback<std::optional<ports::TokenHash>> done) {
  answer<std::optional<ports::TokenHash>>(std::move(done), [&] { return setup_token_; });
}

void MemoryStore::save_setup_token(ports::TokenHash hash, Callback<WriteOutcome> done) {
  answer<WriteOutcome>(std::move(done), [&] {
    if (!workspaces_.empty()) return WriteOutcome::taken;
    setup_token_ = hash;
    return WriteOutcome::written;
  });
}

}  // namespace parlor::store
