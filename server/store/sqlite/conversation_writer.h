// ConversationWriter: what an append writes, inside of a transaction that is already begun. Everything that can refuse
// it is looked at before the first write, so that one append of a batch needs no savepoint. On the writer's thread;
// throws Failure.
#pragma once

#include <optional>
#include <vector>

#include "app/ports/conversation_store.h"
#include "store/sqlite/writing.h"

namespace parlor::store {

class ConversationWriter {
 public:
  explicit ConversationWriter(Writing& writing)
      : db_(writing.connection),
        vault_(writing.vault),
        tallies_(writing.tallies),
        moves_(writing.moves),
        rows_(writing.rows) {}

  ports::AppendOutcome append(const ports::Append& append);
  void save_reads(WorkspaceId workspace, ConversationId conversation, const std::vector<conversation::ReadMark>& marks);

 private:
  // Why it cannot be stored as it is, if not; what it changes is read into `rows`.
  std::optional<ports::AppendOutcome> refuse(const ports::Append& append, std::vector<KeptRow>& rows);
  std::optional<ports::DuplicateRequest> duplicate(const ports::Append& append);
  // The guard's agent would have more than they may, what this transaction has done before included.
  bool is_full(WorkspaceId workspace, const ports::ConversationAppend& append, const KeptRow& kept) const;
  KeptRow kept(WorkspaceId workspace, ConversationId conversation);
  void write(WorkspaceId workspace, const ports::ConversationAppend& append, KeptRow kept);
  void write_row(WorkspaceId workspace, const ports::ConversationAppend& append, KeptRow& kept);
  void write_preview(WorkspaceId workspace, const ports::ConversationAppend& append, KeptRow& kept);
  void write_start(WorkspaceId workspace, const ports::ConversationAppend& append);
  void write_event(WorkspaceId workspace, ConversationId conversation, const conversation::Event& event);
  void write_content(WorkspaceId workspace, const ports::ConversationAppend& append,
                     const conversation::Content& content);
  // False, and nothing written: one of them was stored before.
  bool write_requests(const ports::Append& append);
  bool write_request(WorkspaceId workspace, const IdBytes& stream, const ports::RequestRecord& request);
  void take_back_request(const ports::RequestKey& key);

  Connection& db_;
  ports::Vault& vault_;
  const Tallies& tallies_;
  std::vector<TallyMove>& moves_;
  KeptRows& rows_;
};

// The record of a call, from inside or outside of a transaction.
std::optional<ports::RequestRecord> find_request(Connection& db, const ports::RequestKey& key);

}  // namespace parlor::store
