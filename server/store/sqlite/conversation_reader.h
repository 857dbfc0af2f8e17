// ConversationReader: the questions about conversations, each but heads one statement and so one moment. On a reader's
// thread; throws Failure.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "app/ports/conversation_store.h"
#include "store/connection/connection.h"
#include "store/vault/batch_vault.h"

namespace parlor::store {

class ConversationReader {
 public:
  ConversationReader(Connection& connection, ports::Vault& vault) : db_(connection), vault_(vault) {}

  std::optional<ports::LoadedConversation> load(WorkspaceId workspace, ConversationId conversation);
  ports::EventPage events(const ports::EventQuery& query);
  // One statement for each, so each of its own moment.
  std::vector<ports::Head> heads(const std::vector<ports::Stream>& streams);
  std::optional<conversation::MessageFacts> message(WorkspaceId workspace, ConversationId conversation,
                                                    MessageId message);
  // Rows and cursor; the counts are the tallies'.
  ports::ListPage list(const ports::ListQuery& query);
  std::vector<ports::LoadedConversation> conversations_of(WorkspaceId workspace, ContactId contact, std::size_t limit);
  std::vector<std::pair<WorkspaceId, ConversationId>> snoozed_until(Time now, std::size_t limit);

 private:
  ports::JoinedEvent joined(const Query& row, WorkspaceId workspace);

  Connection& db_;
  ports::Vault& vault_;
};

}  // namespace parlor::store
