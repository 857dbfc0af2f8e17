// ConversationStore: where conversations and contacts are durable. Thread-safe; every call returns at once and answers
// by callback.
//
// An append is all or nothing and, once answered with success, on stable storage (fsynced). Appends that wait are
// committed together. The store joins events with their sealed content as it is now; it never hands out content that
// was deleted.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/ports/callback.h"
#include "domain/attributes.h"
#include "domain/conversation/commands.h"
#include "domain/conversation/content.h"
#include "domain/conversation/events.h"
#include "domain/conversation/state.h"

namespace parlor::ports {

using conversation::Seq;
using conversation::Status;

// Keyed hash of a call's parameters: equal for equal calls, tells nothing about them without the key. Made by
// Vault::fingerprint.
using Fingerprint = std::array<std::uint8_t, 16>;

// What a call was answered; kept so that the same client id gets the first answer again.
struct Receipt {
  ConversationId conversation;
  Seq seq{};
  Status status{};
  Time at{};
  std::optional<MessageId> message;
  conversation::Version version = 1;
  bool operator==(const Receipt&) const = default;
};

struct RequestRecord {
  Actor actor;
  ClientId client_id;
  Fingerprint fingerprint{};
  Receipt receipt;
  bool operator==(const RequestRecord&) const = default;
};

// Names one call for ever: a stream is a conversation's or a contact's id.
struct RequestKey {
  WorkspaceId workspace;
  IdBytes stream{};
  Actor actor;
  ClientId client_id;
};

// That the agent has at most so many open conversations after the append. Counted by the store together with the
// append, so that it holds on any number of nodes.
struct LoadGuard {
  UserId agent;
  std::size_t open_max = 0;
};

struct ConversationAppend {
  ConversationId conversation;
  // The seq that the stored conversation has now; 0: it does not exist.
  Seq expected_seq{};
  std::vector<conversation::Event> events;
  // Rows to insert, or to replace by (kind, id) when the version is higher.
  std::vector<conversation::Content> contents;
  // The state after the events; its `named` and `recent` are not kept.
  conversation::State after;
  // First 120 code points of the newest message's text; sealed beside the state. None: as it was. Empty: the message is
  // gone.
  std::optional<std::string> preview;
  // Where the visitor was when it started, with the started event; sealed.
  std::optional<std::string> page_url;
  std::optional<std::string> page_title;
  // Unique by (stream, actor, client id).
  std::vector<RequestRecord> requests;
  std::optional<LoadGuard> guard;
};

// What a contact's first durable act, or a change of its profile, writes. Only given fields change; all text but the
// locale is sealed.
struct ContactAppend {
  ContactId contact;
  // The number of conversations and profile changes so far; guards two starts at once. 0: the contact does not exist.
  Seq expected_seq{};
  InboxId inbox;
  VisitorId visitor;
  // Hash of the visitor's token, so that it can be revoked.
  std::optional<Fingerprint> token_hash;
  std::optional<std::string> name;
  std::optional<std::string> email;
  std::optional<std::string> locale;
  std::optional<std::string> user_agent;
  // All of them.
  std::optional<Attributes> attributes;
  Time at{};
  // The conversation start that this append makes, keyed by the contact.
  std::vector<RequestRecord> requests;
};

struct Append {
  WorkspaceId workspace;
  std::optional<ContactAppend> contact;
  std::vector<ConversationAppend> conversations;
};

// Somebody else appended first: load again and decide again.
struct SeqConflict {
  bool operator==(const SeqConflict&) const = default;
};
// A client id was used before in that stream by that actor; nothing was written.
struct DuplicateRequest {
  RequestRecord first;
  bool operator==(const DuplicateRequest&) const = default;
};
// The guard's agent has as many open conversations as they may have; nothing was written.
struct AgentFull {
  UserId agent;
  bool operator==(const AgentFull&) const = default;
};
struct Appended {
  bool operator==(const Appended&) const = default;
};
using AppendOutcome = std::variant<Appended, SeqConflict, DuplicateRequest, AgentFull>;

// An event with the content that it names, as it is now.
struct JoinedEvent {
  conversation::Event event;
  // Absent for events without content and for tombstones. For a rating: its comment.
  std::optional<conversation::Body> body;
  bool operator==(const JoinedEvent&) const = default;
};

struct EventQuery {
  WorkspaceId workspace;
  ConversationId conversation;
  Audience audience{};
  // Events with after < seq < before, ascending. `newest`: the last `limit` of them instead of the first.
  Seq after = 0;
  Seq before = INT64_MAX;
  bool newest = false;
  std::size_t limit = 50;
  // Stops before the text of the events exceeds this; at least one event.
  std::size_t bytes = 192 * 1024;
};

struct EventPage {
  std::vector<JoinedEvent> events;
  // There are more in the asked range (beyond the end, or before the start for `newest`).
  bool has_more = false;
};

// What has seqs of its own, and how far they go. Of a contact both heads are one; 0: it is not stored.
struct Stream {
  enum class Kind : std::uint8_t { conversation, contact };
  Kind kind{};
  WorkspaceId workspace;
  IdBytes id{};
};
struct Head {
  Seq seq{};
  Seq visitor_seq{};
  bool operator==(const Head&) const = default;
};

struct LoadedConversation {
  conversation::State state;
  std::string preview;
  std::string page_url;
  std::string page_title;
  // Empty: the contact gave none.
  std::string contact_name;
  std::string locale;
  // The contact's.
  Attributes attributes;
};

enum class ListView : std::uint8_t { mine, queue, all };

// mine: assigned to `agent` and not resolved. queue: queued. all: not resolved ones by the longest wait, then resolved
// ones by the newest.
struct ListQuery {
  WorkspaceId workspace;
  ListView view{};
  UserId agent;
  std::size_t limit = 50;
  // Opaque, from the page before; a cursor that does not parse starts from the top.
  std::string cursor;
};

struct ListCounts {
  std::uint64_t mine{};
  std::uint64_t queue{};
  // Not resolved.
  std::uint64_t all{};
  bool operator==(const ListCounts&) const = default;
};

struct ListPage {
  std::vector<LoadedConversation> rows;
  ListCounts counts;
  // Empty: this was the last page.
  std::string cursor;
};

struct StoredContact {
  ContactId id;
  Seq seq{};
  InboxId inbox;
  VisitorId visitor;
  std::optional<Fingerprint> token_hash;
  std::string name;
  std::string email;
  std::string locale;
  std::string user_agent;
  Attributes attributes;
  Time first_seen{};
  std::uint32_t visits{};
};

struct PageView {
  std::string url;
  std::string title;
  Time at{};
  bool operator==(const PageView&) const = default;
};

class ConversationStore {
 public:
  virtual ~ConversationStore() = default;

  virtual void append(Append append, Callback<AppendOutcome> done) = 0;
  // Read marks and nothing else; coalesced by the caller. A mark never shrinks.
  virtual void save_reads(WorkspaceId workspace, ConversationId conversation, std::vector<conversation::ReadMark> marks,
                          Callback<Appended> done) = 0;
  // Sealed; kept newest first to limits::kContactPagesMax for each contact. Ignored for a contact that does not exist.
  virtual void save_pages(WorkspaceId workspace, ContactId contact, std::vector<PageView> pages,
                          Callback<Appended> done) = 0;
  // Sealed; in the place of those that were. Ignored for a contact that does not exist.
  virtual void save_attributes(WorkspaceId workspace, ContactId contact, Attributes attributes,
                               Callback<Appended> done) = 0;

  virtual void load(WorkspaceId workspace, ConversationId conversation,
                    Callback<std::optional<LoadedConversation>> done) = 0;
  virtual void events(EventQuery query, Callback<EventPage> done) = 0;
  // One for each, in the order of the question.
  virtual void heads(std::vector<Stream> streams, Callback<std::vector<Head>> done) = 0;
  virtual void message(WorkspaceId workspace, ConversationId conversation, MessageId message,
                       Callback<std::optional<conversation::MessageFacts>> done) = 0;
  virtual void request(RequestKey key, Callback<std::optional<RequestRecord>> done) = 0;
  virtual void list(ListQuery query, Callback<ListPage> done) = 0;

  virtual void contact(WorkspaceId workspace, ContactId contact, Callback<std::optional<StoredContact>> done) = 0;
  // Newest first.
  virtual void conversations_of(WorkspaceId workspace, ContactId contact, std::size_t limit,
                                Callback<std::vector<LoadedConversation>> done) = 0;
  virtual void pages_of(WorkspaceId workspace, ContactId contact, Callback<std::vector<PageView>> done) = 0;
  // Snoozed conversations of all workspaces whose time has come.
  virtual void snoozed_until(Time now, std::size_t limit,
                             Callback<std::vector<std::pair<WorkspaceId, ConversationId>>> done) = 0;
};

}  // namespace parlor::ports
