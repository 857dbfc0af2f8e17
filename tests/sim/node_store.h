// NodeStore: one node's way to the durable store: slow, in any order, failing now and then, and cut off by a crash. A
// call happens at one moment somewhere between question and answer; an append that a crash cuts off is stored
// afterwards or never, as chance has it.
#pragma once

#include <memory>
#include <vector>

#include "app/ports/store.h"
#include "world.h"

namespace parlor::sim {

class NodeStore final : public ports::Store {
 public:
  // `answered` is called after each answer, so that the node goes on.
  NodeStore(World& world, std::function<void()> answered) : world_(world), answered_(std::move(answered)) {}

  // The node crashes: nobody is answered any more.
  void cut_off();

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
  // A question on its way.
  struct Question {
    virtual ~Question() = default;
    virtual void happen() = 0;
    virtual void answer() = 0;
    virtual void forget_asker() = 0;
    // So that the node goes on.
    std::function<void()> answered;
    bool is_append = false;
    bool happened = false;
    // Cut off before it happened: it never will.
    bool undone = false;
  };
  template <class T, class Ask>
  struct QuestionOf;

  template <class T, class Ask>
  void ask(ports::Callback<T> done, Ask ask, bool is_append = false);
  template <class T, class Method, class... Arguments>
  void pass(ports::Callback<T> done, Method method, Arguments... arguments);
  void travel(const std::shared_ptr<Question>& question);

  World& world_;
  std::function<void()> answered_;
  std::vector<std::weak_ptr<Question>> questions_;
};

}  // namespace parlor::sim
