// ContactTables: contacts and the pages that they saw. Writes inside of a transaction that is already begun; throws
// Failure.
#pragma once

#include <optional>
#include <vector>

#include "app/ports/conversation_store.h"
#include "store/connection/connection.h"
#include "store/vault/batch_vault.h"

namespace parlor::store {

class ContactTables {
 public:
  ContactTables(Connection& connection, ports::Vault& vault) : db_(connection), vault_(vault) {}

  // 0: there is none.
  conversation::Seq seq_of(WorkspaceId workspace, ContactId contact);
  void write(WorkspaceId workspace, const ports::ContactAppend& append);
  void save_pages(WorkspaceId workspace, ContactId contact, const std::vector<ports::PageView>& pages);
  void save_attributes(WorkspaceId workspace, ContactId contact, const Attributes& attributes);

  std::optional<ports::StoredContact> find(WorkspaceId workspace, ContactId contact);
  std::vector<ports::PageView> pages_of(WorkspaceId workspace, ContactId contact);

 private:
  void insert(WorkspaceId workspace, const ports::ContactAppend& append);
  void update(WorkspaceId workspace, const ports::ContactAppend& append);
  void update_profile(WorkspaceId workspace, const ports::ContactAppend& append);
  void count_visits(WorkspaceId workspace, ContactId contact, const std::vector<ports::PageView>& pages);

  Connection& db_;
  ports::Vault& vault_;
};

}  // namespace parlor::store
