// SqliteStore: the embedded store, `parlor.sqlite` in the data folder. Owns the writer's thread, the readers' threads
// and the checkpointer; any thread may call it, answers come on the threads of the store. Content is sealed by the
// vault, which must outlive it.
#pragma once

#include <memory>
#include <string>

#include "app/ports/store.h"
#include "store/sqlite/commit_queue.h"
#include "store/sqlite/reader_pool.h"
#include "store/sqlite/tallies.h"
#include "store/vault/batch_vault.h"

namespace parlor::store {

struct SqliteOptions {
  // Exists already.
  std::string folder;
  std::size_t readers = 2;
  // Positive controls of the durability tests: without them a test that finds everything proves nothing.
  bool answer_before_commit = false;
  bool synchronous = true;
  // Another file system layer, for tests that break it; empty: the system's.
  std::string vfs;
};

class SqliteStore final : public ports::Store {
 public:
  // Migrates. An error says what is wrong with the folder, for the operator.
  static Result<std::unique_ptr<SqliteStore>> open(const SqliteOptions& options, BatchVault& vault);
  ~SqliteStore() override { close(); }

  // Takes nothing more, finishes and answers what waits, ends the threads. Callbacks may come until it returns.
  void close();
  // False after an error of the disk that only a restart can mend.
  bool is_healthy() const { return !writer_.is_broken(); }
  std::string breakage() const { return writer_.breakage(); }
  const ports::StoreFigures* figures() const override { return &writer_.figures(); }

  void append(ports::Append append, ports::Callback<ports::AppendOutcome> done) override;
  void save_reads(WorkspaceId workspace, ConversationId conversation, std::vector<conversation::ReadMark> marks,
                  ports::Callback<ports::Appended> done) override;
  void save_pages(WorkspaceId workspace, ContactId contact, std::vector<ports::PageView> pages,
                  ports::Callback<ports::Appended> done) override;
  void save_attributes(WorkspaceId workspace, ContactId contact, Attributes attributes,
                       ports::Callback<ports::Appended> done) override;

  void load(WorkspaceId workspace, ConversationId conversation,
            ports::Callback<std::optional<ports::LoadedConversation>> done) override;
  void events(ports::EventQuery query, ports::Callback<ports::EventPage> done) override;
  void heads(std::vector<ports::Stream> streams, ports::Callback<std::vector<ports::Head>> done) override;
  void message(WorkspaceId workspace, ConversationId conversation, MessageId message,
               ports::Callback<std::optional<conversation::MessageFacts>> done) override;
  void request(ports::RequestKey key, ports::Callback<std::optional<ports::RequestRecord>> done) override;
  void list(ports::ListQuery query, ports::Callback<ports::ListPage> done) override;
  void contact(WorkspaceId workspace, ContactId contact,
               ports::Callback<std::optional<ports::StoredContact>> done) override;
  void conversations_of(WorkspaceId workspace, ContactId contact, std::size_t limit,
                        ports::Callback<std::vector<ports::LoadedConversation>> done) override;
  void pages_of(WorkspaceId workspace, ContactId contact, ports::Callback<std::vector<ports::PageView>> done) override;
  void snoozed_until(Time now, std::size_t limit,
                     ports::Callback<std::vector<std::pair<WorkspaceId, ConversationId>>> done) override;

  void epoch(ports::Callback<std::string> done) override;
  void renew_epoch(ports::Callback<std::string> done) override;
  void workspaces(ports::Callback<std::vector<ports::Workspace>> done) override;
  void inboxes(ports::Callback<std::vector<ports::Inbox>> done) override;
  void users(ports::Callback<std::vector<ports::User>> done) override;
  void create_workspace(ports::NewWorkspace fresh, ports::Callback<ports::WriteOutcome> done) override;
  void save_inbox(ports::Inbox inbox, ports::Callback<ports::WriteOutcome> done) override;
  void routing_documents(ports::Callback<std::vector<ports::RoutingDocument>> done) override;
  void save_routing_document(ports::RoutingDocument document, ports::Callback<ports::WriteOutcome> done) override;
  void create_user(ports::User user, ports::Callback<ports::WriteOutcome> done) override;
  void user_by_email(std::string email, ports::Callback<std::optional<ports::User>> done) override;
  void save_credential(ports::Credential credential, ports::Callback<ports::WriteOutcome> done) override;
  void credential(ports::TokenHash hash, ports::Callback<std::optional<ports::Credential>> done) override;
  void delete_credential(ports::TokenHash hash, ports::Callback<ports::WriteOutcome> done) override;
  void create_invitation(ports::Invitation invitation, ports::Callback<ports::WriteOutcome> done) override;
  void invitation(ports::TokenHash hash, ports::Callback<std::optional<ports::Invitation>> done) override;
  void invitations(WorkspaceId workspace, ports::Callback<std::vector<ports::Invitation>> done) override;
  void delete_invitation(WorkspaceId workspace, InvitationId id, ports::Callback<ports::WriteOutcome> done) override;
  void accept_invitation(ports::TokenHash hash, ports::User user, ports::Callback<ports::WriteOutcome> done) override;
  void setup_token(ports::Callback<std::optional<ports::TokenHash>> done) override;
  void save_setup_token(ports::TokenHash hash, ports::Callback<ports::WriteOutcome> done) override;

 private:
  SqliteStore(const SqliteOptions& options, BatchVault& vault);

  BatchVault& vault_;
  Tallies tallies_;
  CommitQueue writer_;
  ReaderPool readers_;
};

}  // namespace parlor::store
