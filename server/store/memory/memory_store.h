// MemoryStore: the store of tests and of the simulation. Holds everything in maps, keeps nothing when it goes, and
// answers in the order of the calls through an executor that the test chooses; by default before the call returns.
// Thread-safe by one mutex, which is never held while a callback runs.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <tuple>

#include "app/ports/store.h"

namespace parlor::store {

class MemoryStore final : public ports::Store {
 public:
  using Executor = std::function<void(std::move_only_function<void()>)>;

  MemoryStore();
  explicit MemoryStore(Executor executor);

  // From the next call on everything is answered with this error, and nothing is written, until it is taken back by an
  // empty one.
  void fail_with(std::string error);

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
  using ConversationKey = std::pair<WorkspaceId, ConversationId>;
  using ContactKey = std::pair<WorkspaceId, ContactId>;
  using RequestKey = std::tuple<WorkspaceId, IdBytes, Actor, ClientId>;

  struct KeptContent {
    conversation::Content content;
    Actor author;
    Time at{};
  };
  struct KeptConversation {
    conversation::State state;
    std::string preview;
    std::string page_url;
    std::string page_title;
    std::vector<conversation::Event> events;
    std::map<MessageId, KeptContent> contents;
  };
  struct KeptContact {
    ports::StoredContact contact;
    Time last_seen{};
    std::vector<ports::PageView> pages;
  };

  // Runs the question under the mutex and hands its answer to the executor.
  template <class T, class Ask>
  void answer(ports::Callback<T> done, Ask ask);

  ports::AppendOutcome append_now(const ports::Append& append);
  std::optional<ports::RequestRecord> first_use(const ports::Append& append) const;
  bool is_next(const ports::Append& append) const;
  std::optional<UserId> full_agent(const ports::Append& append) const;
  void write_contact(WorkspaceId workspace, const ports::ContactAppend& append);
  void write_conversation(WorkspaceId workspace, const ports::ConversationAppend& append);
  void write_content(KeptConversation& kept, const ports::ConversationAppend& append,
                     const conversation::Content& content);
  void write_requests(WorkspaceId workspace, const IdBytes& stream, const std::vector<ports::RequestRecord>& requests);
  ports::LoadedConversation loaded(WorkspaceId workspace, const KeptConversation& kept) const;
  ports::JoinedEvent joined(const KeptConversation& kept, const conversation::Event& event) const;
  ports::Head head_now(const ports::Stream& stream) const;
  ports::EventPage events_now(const ports::EventQuery& query) const;
  ports::ListPage list_now(const ports::ListQuery& query) const;
  ports::ListCounts counts_now(const ports::ListQuery& query) const;
  bool email_taken(const std::string& email) const;
  bool key_taken(const ports::Inbox& inbox) const;

  Executor executor_;
  mutable std::mutex mutex_;
  std::string error_;

  std::map<ConversationKey, KeptConversation> conversations_;
  std::map<ContactKey, KeptContact> contacts_;
  std::map<RequestKey, ports::RequestRecord> requests_;

  std::uint64_t epochs_ = 1;
  std::map<WorkspaceId, ports::Workspace> workspaces_;
  std::map<InboxId, ports::Inbox> inboxes_;
  std::map<WorkspaceId, ports::RoutingDocument> routing_documents_;
  std::map<UserId, ports::User> users_;
  std::map<ports::TokenHash, ports::Credential> credentials_;
  std::map<ports::TokenHash, ports::Invitation> invitations_;
  std::optional<ports::TokenHash> setup_token_;
};

}  // namespace parlor::store
