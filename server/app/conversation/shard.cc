#include "app/conversation/shard.h"

#include <algorithm>

#include "base/limits.h"
#include "domain/conversation/evolve.h"

namespace parlor::app {
namespace {

constexpr int kConflictsMax = 16;

}  // namespace

Shard::Shard(Node& node, runtime::Worker& worker)
    : node_(node),
      worker_(worker),
      local_(*node.locals[worker.index()]),
      rows_soon_(worker, limits::kRowsCoalesce, [this] { publish_rows(); }),
      reads_soon_(worker, limits::kReadMarksCoalesce, [this] { save_reads(); }) {}

Shard::~Shard() = default;

void Shard::submit(ConversationKey key, Pending pending) {
  auto& entry = entry_of(key);
  if (entry.waiting.size() >= limits::kCommandsWaitingPerConversationMax) {
    local_.figures.refuse(Refusal::try_later);
    return pending.answer(refuse(Refusal::try_later));
  }
  entry.waiting.push_back(std::move(pending));
  pump(entry);
}

void Shard::look(ConversationKey key, Reply<ports::LoadedConversation> reply) {
  auto& entry = entry_of(key);
  if (entry.loaded) return reply(entry.kept);
  entry.looks_waiting.push_back(std::move(reply));
  pump(entry);
}

void Shard::answer_looks(Entry& entry) {
  for (auto& look : std::exchange(entry.looks_waiting, {}))
    look(entry.kept);
}

Shard::Entry* Shard::find(const ConversationKey& key) {
  const auto found = entries_.find(key);
  return found == entries_.end() ? nullptr : found->second.get();
}

Shard::Entry& Shard::entry_of(const ConversationKey& key) {
  if (auto* entry = find(key)) {
    ages_.splice(ages_.begin(), ages_, entry->age);
    return *entry;
  }
  evict_old();
  follow_presence(key.workspace);
  ages_.push_front(key);
  auto entry = std::make_unique<Entry>();
  entry->key = key;
  entry->age = ages_.begin();
  return *entries_.emplace(key, std::move(entry)).first->second;
}

void Shard::evict_old() {
  while (entries_.size() >= limits::kConversationsCachedPerShardMax) {
    auto* oldest = find(ages_.back());
    if (!oldest->idle()) return;
    entries_.erase(oldest->key);
    ages_.pop_back();
  }
}

void Shard::pump(Entry& entry) {
  if (entry.busy) return;
  if (!entry.loaded) return load(entry);
  answer_looks(entry);
  apply_reads(entry);
  if (!entry.loaded) return load(entry);
  while (!entry.waiting.empty()) {
    Batch batch(entry.kept.state);
    gather(entry, batch);
    entry.full_agent.reset();
    if (batch.has_events()) {
      entry.batch = std::move(batch);
      return append(entry);
    }
    if (entry.busy) return;
    if (!entry.loaded) return load(entry);
  }
}

void Shard::load(Entry& entry) {
  if (!entry.wants_loading()) return;
  entry.busy = true;
  mark_newest_seen(entry);
  node_.store.load(entry.key.workspace, entry.key.id, [this, key = entry.key](auto result) {
    worker_.post([this, key, result = std::move(result)]() mutable { loaded(key, std::move(result)); });
  });
}

void Shard::loaded(const ConversationKey& key, Result<std::optional<ports::LoadedConversation>> loaded) {
  auto& entry = *find(key);
  entry.busy = false;
  if (!loaded) {
    // Dropping what waits answers "try later".
    entry.waiting.clear();
    entry.reads_waiting.clear();
    entry.looks_waiting.clear();
    return;
  }
  if (!*loaded) return answer_unknown(entry);
  const auto known = std::exchange(entry.kept, std::move(**loaded)).state.seq;
  // Marks that are not saved yet.
  for (const auto& mark : entry.marks)
    conversation::evolve(entry.kept.state, mark);
  entry.loaded = true;
  if (std::exchange(entry.in_doubt, false)) tell_of_doubt(entry, known);
  pump(entry);
}

void Shard::look_at_newest(Entry& entry) {
  entry.loaded = false;
}

// What comes while the state is read is not covered: the read may have happened before.
void Shard::mark_newest_seen(Entry& entry) {
  for (auto& pending : entry.waiting)
    pending.saw_newest = true;
  for (auto& read : entry.reads_waiting)
    read.saw_newest = true;
}

void Shard::tell_of_doubt(const Entry& entry, ports::Seq known) {
  const auto& state = entry.kept.state;
  if (state.seq > known) publish(entry, HeadSeen{{state.seq, state.visitor_seq}});
}

void Shard::answer_unknown(Entry& entry) {
  for (auto& pending : entry.waiting) {
    local_.figures.refuse(Refusal::conversation_unknown);
    pending.answer(refuse(Refusal::conversation_unknown));
  }
  for (auto& read : entry.reads_waiting)
    read.reply(refuse(Refusal::conversation_unknown));
  for (auto& look : entry.looks_waiting)
    look(refuse(Refusal::conversation_unknown));
  ages_.erase(entry.age);
  entries_.erase(ConversationKey(entry.key));
}

void Shard::append(Entry& entry) {
  entry.busy = true;
  // If it is stored, the kept state was the newest until then; if not, it is read again.
  mark_newest_seen(entry);
  if (node_.acknowledge_early) entry.batch->answer_all();
  ports::Append append{entry.key.workspace, std::nullopt, {}};
  append.conversations.push_back(entry.batch->to_append());
  append.conversations.back().guard = guard_for(entry);
  node_.store.append(std::move(append), [this, key = entry.key](Result<ports::AppendOutcome> outcome) {
    worker_.post([this, key, outcome = std::move(outcome)]() mutable { appended(key, std::move(outcome)); });
  });
}

void Shard::appended(const ConversationKey& key, Result<ports::AppendOutcome> outcome) {
  auto& entry = *find(key);
  entry.busy = false;
  if (!outcome) {
    if (!node_.acknowledge_early) entry.batch->refuse_all(refusal_of(outcome.error()));
    // Whether it was stored may be unknown: read the truth before deciding again.
    entry.batch.reset();
    entry.loaded = false;
    entry.in_doubt = true;
    if (node_.floor) node_.floor->in_doubt(key.workspace);
  } else if (std::holds_alternative<ports::Appended>(*outcome)) {
    committed(entry);
  } else if (const auto* duplicate = std::get_if<ports::DuplicateRequest>(&*outcome)) {
    answer_duplicate(entry, duplicate->first);
    look_at_newest(entry);
    decide_again(entry);
  } else if (const auto* full = std::get_if<ports::AgentFull>(&*outcome)) {
    entry.full_agent = full->agent;
    decide_again(entry);
  } else {
    look_at_newest(entry);
    decide_again(entry);
  }
  pump(entry);
}

void Shard::committed(Entry& entry) {
  auto batch = *std::exchange(entry.batch, std::nullopt);
  const auto reads = std::move(entry.kept.state.reads);
  entry.kept.state = batch.provisional();
  // Marks that came while the append was under way.
  for (const auto& mark : reads)
    conversation::evolve(entry.kept.state, mark);
  if (batch.preview()) entry.kept.preview = *batch.preview();
  for (const auto& record : batch.records())
    entry.recent.add(record);
  if (!node_.acknowledge_early) batch.answer_all();
  publish_events(entry, batch.joined());
}

void Shard::decide_again(Entry& entry) {
  auto pendings = std::move(*std::exchange(entry.batch, std::nullopt)).take_pendings();
  local_.figures.decided_again.add(pendings.size());
  std::list<Pending> again;
  for (auto& pending : pendings) {
    if (++pending.conflicts <= kConflictsMax) again.push_back(std::move(pending));
  }
  entry.waiting.splice(entry.waiting.begin(), again);
}

void Shard::answer_duplicate(Entry& entry, const ports::RequestRecord& first) {
  entry.recent.add(first);
  // The next round finds it among the recent requests and answers it; that this round stumbled is not the others'
  // conflict.
  if (auto* pending = entry.batch->find(first.actor, first.client_id)) pending->conflicts = 0;
}

void Shard::adopt(WorkspaceId workspace, ports::LoadedConversation loaded, std::vector<ports::JoinedEvent> events) {
  auto& entry = entry_of({workspace, loaded.state.id});
  if (!entry.loaded && !entry.busy) {
    entry.kept = std::move(loaded);
    entry.loaded = true;
  }
  publish_events(entry, std::move(events));
}

}  // namespace parlor::app
