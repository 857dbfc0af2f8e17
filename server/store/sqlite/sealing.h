// Sealing of columns: a vault's answers with its errors thrown as Failure, as the tables want them.
#pragma once

#include <string>
#include <string_view>

#include "store/connection/connection.h"
#include "store/vault/batch_vault.h"

namespace parlor::store {

ports::Sealed seal_or_throw(ports::Vault& vault, const ports::KeyOwner& owner, const ports::SealedAt& at,
                            std::string_view plain);

// Reads `key_id` at the column and `sealed` beside it; NULL is empty.
std::string open_column(ports::Vault& vault, const Query& query, int column, const ports::SealedAt& at);

// The row's keys: content belongs to its contact, the rest to the workspace.
inline ports::KeyOwner owned_by(WorkspaceId workspace) {
  return {workspace, workspace.bytes};
}
inline ports::KeyOwner owned_by(WorkspaceId workspace, ContactId contact) {
  return {workspace, contact.bytes};
}

}  // namespace parlor::store
