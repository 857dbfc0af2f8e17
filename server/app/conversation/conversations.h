// Conversations: the door to everything that happens in conversations. Any worker may call; answers come back to the
// worker of the Reply, or where the Task runs. Every call is checked by access::allowed against the conversation that
// it names; one that the caller may not know of is `conversation_unknown`.
#pragma once

#include <memory>
#include <vector>

#include "app/conversation/contact_cache.h"
#include "app/directory/directory.h"
#include "app/node.h"
#include "app/presence/presence.h"
#include "app/reply.h"
#include "app/topics/views.h"
#include "domain/access/access.h"
#include "domain/conversation/commands.h"

namespace parlor::app {

namespace asio = runtime::asio;

class Shard;
struct Begun;

struct PostFirst {
  ClientId client_id;
  conversation::Body body;
};

// What a call asks of one conversation.
struct Call {
  ConversationId conversation;
  conversation::Command command;
  // The client id of the sender's previous unanswered post here; not stored and not waiting ahead: try_later.
  std::optional<ClientId> after;
};

struct StartRequest {
  ClientId client_id;
  std::optional<PostFirst> message;
  std::optional<std::string> name;
  std::optional<std::string> email;
  std::optional<ports::PageView> page;
  std::optional<std::string> locale;
  std::optional<std::string> user_agent;
  // None: the page says nothing of them, and what was known stays.
  std::optional<Attributes> attributes;
  std::optional<ports::Fingerprint> token_hash;
  // Answers an agent's: the chat is theirs, if they are there and have room, and begins with their words.
  std::optional<ClientId> invitation;
};

struct Snapshot {
  ConversationView conversation;
  std::vector<ParticipantView> participants;
  std::vector<NamedEvent> events;
  bool has_more = false;
};

struct EventsAnswer {
  std::vector<NamedEvent> events;
  bool has_more = false;
};

// What a follower missed. Not recovered: too much, or a position that this store never had; take a snapshot.
struct CatchUp {
  ports::Seq head{};
  bool recovered = false;
  std::vector<NamedEvent> events;
  std::vector<conversation::ReadMark> reads;
};

struct ListAnswer {
  std::vector<ConversationView> rows;
  ports::ListCounts counts;
  std::string cursor;
};

// What a contact's own topic shows.
struct ContactConversations {
  // The number of conversations begun and profile changes so far; 0: nothing is stored of this contact yet.
  ports::Seq seq{};
  std::vector<ConversationView> conversations;
};

// How far everything goes that a visitor follows by itself, as the visitor counts.
struct OwnHeads {
  struct Conversation {
    ConversationId id;
    ports::Seq seq{};
    std::vector<conversation::ReadMark> reads;
  };
  // Of the contact.
  ports::Seq seq{};
  std::vector<Conversation> conversations;
};

struct ContactAnswer {
  ports::StoredContact contact;
  bool online = false;
  std::optional<ports::PageView> page;
  std::vector<ports::PageView> pages;
  std::vector<ConversationView> conversations;
};

class Conversations {
 public:
  explicit Conversations(Node& node);
  ~Conversations();

  // A command without client_id (the system's) is not idempotent.
  void submit(access::Principal caller, Call call, Reply<ports::Receipt> reply);
  void start(access::Principal visitor, StartRequest request, Reply<ports::Receipt> reply);
  void read(access::Principal caller, ConversationId conversation, ports::Seq seq, Reply<ports::Appended> reply);
  // Not answered: a signal.
  void type(access::Principal caller, ConversationId conversation, bool on);

  runtime::Task<Answer<Snapshot>> snapshot(access::Principal caller, ConversationId conversation);
  // The events before `before_seq` (0: the newest), ascending.
  runtime::Task<Answer<EventsAnswer>> history(access::Principal caller, ConversationId conversation,
                                              ports::Seq before_seq, std::size_t limit);
  // `after`: none to learn only the head and the read marks.
  runtime::Task<Answer<CatchUp>> catch_up(access::Principal caller, ConversationId conversation,
                                          std::optional<ports::Seq> after);
  runtime::Task<Answer<ListAnswer>> list(access::Principal agent, ports::ListView view, std::string cursor,
                                         std::size_t limit);
  // Costs no read of the store when the visitor was here before.
  runtime::Task<Answer<OwnHeads>> own_heads(access::Principal visitor);
  runtime::Task<Answer<ContactConversations>> of_contact(access::Principal caller, ContactId contact);
  runtime::Task<Answer<ContactAnswer>> contact(access::Principal agent, ContactId contact);

  // Wakes what was snoozed until now; called every few seconds.
  void wake_snoozed();

 private:
  Shard& shard_of(IdBytes id);
  ContactCache& contacts_of(IdBytes id);
  // As it stands: what this node keeps, unless another may have changed it since.
  runtime::Task<Answer<ports::LoadedConversation>> conversation_now(WorkspaceId workspace, ConversationId id);
  runtime::Task<Answer<ports::LoadedConversation>> readable(access::Principal caller, ConversationId id);
  // On the worker of the contact's shard.
  runtime::Task<> tell_own_heads(access::Principal visitor, Reply<OwnHeads> reply);
  runtime::Task<Answer<OwnHeads>> own_heads_here(access::Principal visitor);
  runtime::Task<Answer<ContactCache::Kept>> contact_now(WorkspaceId workspace, ContactId contact);
  // On the worker of the contact's shard, all of them.
  runtime::Task<> begin(access::Principal visitor, StartRequest request, Reply<ports::Receipt> reply);
  using Invited = std::optional<presence::Invitation>;
  runtime::Task<Invited> invited_by(access::Principal visitor, std::optional<ClientId> invitation);
  // Somebody came between, or whoever invited has no room: look once more.
  enum class Again : std::uint8_t { as_before, uninvited };
  using Attempt = std::variant<Answer<ports::Receipt>, Again>;
  runtime::Task<Attempt> begin_once(access::Principal visitor, StartRequest request, Invited invited);
  runtime::Task<Attempt> append_begun(access::Principal visitor, std::shared_ptr<Begun> begun);
  runtime::Task<Answer<ports::Receipt>> submit_and_wait(access::Principal caller, Call call);

  Node& node_;
  std::vector<std::unique_ptr<Shard>> shards_;
  // One beside each shard.
  std::vector<std::unique_ptr<ContactCache>> contacts_;
};

}  // namespace parlor::app
