// Shard: the one owner of every conversation whose id hashes to it. Lives on one worker and is touched only there.
//
// The way of a command:   submit -> wait -> [load] -> [look up what it names] -> decide with all that wait -> append
//                                    ^                                                                          |
//                                    +---- conflict: load again, decide again, in the same order ---------------+
//                                    durable: evolve -> acknowledge -> publish
//
// At most one append of a conversation is under way. Nothing is acknowledged or published before its append is durable.
// With other nodes around the kept state may be old. An append proves that it was not; any other answer is given only
// after the state was read again.
#pragma once

#include <list>
#include <memory>
#include <unordered_map>
#include <vector>

#include "app/conversation/batch.h"
#include "app/conversation/pending.h"
#include "app/conversation/recent_requests.h"
#include "app/floor_watch.h"
#include "app/node.h"
#include "runtime/timer.h"

namespace parlor::app {

struct ConversationKey {
  WorkspaceId workspace;
  ConversationId id;
  bool operator==(const ConversationKey&) const = default;
};

struct ConversationKeyHash {
  std::size_t operator()(const ConversationKey& key) const noexcept { return std::hash<ConversationId>{}(key.id); }
};

class Shard final : Follower {
 public:
  Shard(Node& node, runtime::Worker& worker);
  ~Shard() override;

  runtime::Worker& worker() { return worker_; }

  // All of these on the worker.
  void submit(ConversationKey key, Pending pending);
  void read(ConversationKey key, access::Principal caller, ports::Seq seq, Reply<ports::Appended> reply);
  void type(ConversationKey key, access::Principal caller, bool on);
  // The conversation as it stands; the store is asked only if it is not kept here.
  void look(ConversationKey key, Reply<ports::LoadedConversation> reply);
  // A conversation that was just begun and appended elsewhere: publishes its events and keeps its state.
  void adopt(WorkspaceId workspace, ports::LoadedConversation loaded, std::vector<ports::JoinedEvent> events);

 private:
  struct PendingRead {
    access::Principal caller;
    ports::Seq seq{};
    Reply<ports::Appended> reply;
    bool saw_newest = false;
  };
  struct Entry {
    ConversationKey key;
    std::list<ConversationKey>::iterator age;
    // A load, a look-up or an append is under way.
    bool busy = false;
    bool loaded = false;
    // An append ended in an error: it may be stored, and nobody was told.
    bool in_doubt = false;
    bool row_is_dirty = false;
    ports::LoadedConversation kept;
    // What the floor's watch was told last.
    std::optional<Glance> glanced;
    // The store said so when this was appended last; whoever it is takes nothing more in the next decision.
    std::optional<UserId> full_agent;
    RecentRequests recent;
    std::list<Pending> waiting;
    std::optional<Batch> batch;
    std::vector<PendingRead> reads_waiting;
    std::vector<Reply<ports::LoadedConversation>> looks_waiting;
    std::vector<conversation::ReadMark> marks;
    std::vector<Reply<ports::Appended>> marked;

    bool wants_loading() const {
      return in_doubt || !waiting.empty() || !reads_waiting.empty() || !looks_waiting.empty();
    }
    bool idle() const { return !busy && !wants_loading() && marks.empty() && !row_is_dirty; }
  };

  void deliver(const SharedPublication& publication) override;

  Entry& entry_of(const ConversationKey& key);
  Entry* find(const ConversationKey& key);
  void evict_old();
  void follow_presence(WorkspaceId workspace);

  void pump(Entry& entry);
  void load(Entry& entry);
  void loaded(const ConversationKey& key, Result<std::optional<ports::LoadedConversation>> loaded);
  void answer_unknown(Entry& entry);
  void look_at_newest(Entry& entry);
  static void mark_newest_seen(Entry& entry);
  void tell_of_doubt(const Entry& entry, ports::Seq known);

  // What the front command needs from the store before it can be decided.
  bool needs_look_up(const Entry& entry, const Pending& pending) const;
  void look_up(Entry& entry, const Pending& pending);
  void look_up_message(Entry& entry, MessageId message);
  void look_up_previous(Entry& entry, const Pending& pending);

  void gather(Entry& entry, Batch& batch);
  // False: the command must see the newest state first; it was not taken.
  bool take(Entry& entry, Batch& batch, Pending& pending);
  bool may_be_old(const Pending& pending) const;
  conversation::Context context_for(const Entry& entry, const Batch& batch, const Pending& pending);
  // What the append must hold to: no more open conversations for whoever takes this one than they can have.
  std::optional<ports::LoadGuard> guard_for(const Entry& entry) const;
  std::optional<Refusal> refuse_caller(const Entry& entry, const Pending& pending) const;
  bool answer_repeated(Entry& entry, Batch& batch, Pending& pending);
  void answer_unless_first(const Entry& entry, Pending pending, Answer<ports::Receipt> answer);

  void append(Entry& entry);
  void appended(const ConversationKey& key, Result<ports::AppendOutcome> outcome);
  void committed(Entry& entry);
  void decide_again(Entry& entry);
  void answer_duplicate(Entry& entry, const ports::RequestRecord& first);

  static void answer_looks(Entry& entry);
  void apply_reads(Entry& entry);
  // False: the mark must see the newest state first; it was not applied.
  bool apply_read(Entry& entry, PendingRead& read);
  void save_reads();
  void publish_events(const Entry& entry, std::vector<ports::JoinedEvent> events);
  void publish_rows();
  void mark_row(Entry& entry);
  void tell_floor(Entry& entry);
  void publish(const Entry& entry, decltype(Publication::what) what);
  std::string name_of(const Entry& entry, Actor actor) const;

  Node& node_;
  runtime::Worker& worker_;
  Local& local_;
  std::unordered_map<ConversationKey, std::unique_ptr<Entry>, ConversationKeyHash> entries_;
  // The most recently touched first.
  std::list<ConversationKey> ages_;
  std::vector<WorkspaceId> followed_;
  std::vector<ConversationKey> dirty_rows_;
  std::vector<ConversationKey> dirty_reads_;
  runtime::Coalesced rows_soon_;
  runtime::Coalesced reads_soon_;
};

}  // namespace parlor::app
