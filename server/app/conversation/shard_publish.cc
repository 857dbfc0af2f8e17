// The publishing half of the shard: events, rows, read marks, typing and the presence of agents.
#include <algorithm>

#include "app/conversation/shard.h"
#include "app/conversation/views.h"
#include "domain/conversation/decide.h"
#include "domain/conversation/evolve.h"

namespace parlor::app {

void Shard::publish(const Entry& entry, decltype(Publication::what) what) {
  node_.bus.publish(
      std::make_shared<const Publication>(Topic::conversation(entry.key.workspace, entry.key.id), std::move(what)));
}

void Shard::publish_events(const Entry& entry, std::vector<ports::JoinedEvent> events) {
  const auto is_message = [](const auto& joined) {
    return std::holds_alternative<conversation::MessagePosted>(joined.event.fact);
  };
  local_.figures.events.add(events.size());
  local_.figures.messages.add(static_cast<std::uint64_t>(std::ranges::count_if(events, is_message)));
  const auto directory = node_.directory.snapshot();
  auto named = name_events(std::move(events), entry.key.workspace, *directory, entry.kept.contact_name);
  publish(entry, EventsHappened{entry.key.id, std::move(named)});
  auto& known = *find(entry.key);
  mark_row(known);
  tell_floor(known);
}

// Most messages change nothing of it, and cost nothing here.
void Shard::tell_floor(Entry& entry) {
  if (!node_.floor) return;
  auto glance = glance_at(entry.kept);
  const auto seq = std::exchange(glance.seq, 0);
  if (entry.glanced == glance) return;
  entry.glanced = glance;
  glance.seq = seq;
  node_.floor->changed(entry.key.workspace, std::move(glance));
}

void Shard::mark_row(Entry& entry) {
  if (std::exchange(entry.row_is_dirty, true)) return;
  dirty_rows_.push_back(entry.key);
  rows_soon_.ask();
}

void Shard::publish_rows() {
  const auto directory = node_.directory.snapshot();
  std::unordered_map<WorkspaceId, RowsChanged> changes;
  for (const auto& key : std::exchange(dirty_rows_, {})) {
    auto& entry = *find(key);
    entry.row_is_dirty = false;
    if (entry.loaded) changes[key.workspace].rows.push_back(view_of(entry.kept, *directory, local_.roster));
  }
  for (auto& [workspace, change] : changes) {
    node_.bus.publish(std::make_shared<const Publication>(Topic::rows(workspace), std::move(change)));
  }
}

void Shard::read(ConversationKey key, access::Principal caller, ports::Seq seq, Reply<ports::Appended> reply) {
  auto& entry = entry_of(key);
  entry.reads_waiting.push_back({caller, seq, std::move(reply)});
  if (entry.loaded) apply_reads(entry);
  pump(entry);
}

void Shard::apply_reads(Entry& entry) {
  for (auto& read : std::exchange(entry.reads_waiting, {})) {
    if (apply_read(entry, read)) continue;
    entry.reads_waiting.push_back(std::move(read));
    if (!entry.busy) look_at_newest(entry);
  }
}

bool Shard::apply_read(Entry& entry, PendingRead& read) {
  auto& state = entry.kept.state;
  if (!access::allowed(read.caller, access::Action::mark_read, {entry.key.workspace, state.contact})) {
    read.reply(refuse(Refusal::conversation_unknown));
    return true;
  }
  const auto marked = conversation::mark_read(state, read.caller.actor(), read.seq, node_.clock.now());
  if (!marked && node_.bus.has_other_nodes() && !read.saw_newest) return false;
  if (!marked || !*marked) {
    marked ? read.reply(ports::Appended{}) : read.reply(refuse(marked.error()));
    return true;
  }
  conversation::evolve(state, **marked);
  if (entry.marks.empty()) dirty_reads_.push_back(entry.key);
  entry.marks.push_back(**marked);
  entry.marked.push_back(std::move(read.reply));
  reads_soon_.ask();
  publish(entry, ReadUpTo{**marked, name_of(entry, (*marked)->participant)});
  mark_row(entry);
  return true;
}

void Shard::save_reads() {
  for (const auto& key : std::exchange(dirty_reads_, {})) {
    auto& entry = *find(key);
    node_.store.save_reads(key.workspace, key.id, std::exchange(entry.marks, {}),
                           [replies = std::exchange(entry.marked, {})](Result<ports::Appended> saved) mutable {
                             if (!saved) return;
                             for (auto& reply : replies)
                               reply(*saved);
                           });
  }
}

void Shard::type(ConversationKey key, access::Principal caller, bool on) {
  const auto* entry = find(key);
  // A signal may be dropped: nobody looks at a conversation that is not in memory.
  if (!entry || !entry->loaded) return;
  if (!access::allowed(caller, access::Action::type_in_conversation, {key.workspace, entry->kept.state.contact}))
    return;
  publish(*entry, Typing{caller.actor(), name_of(*entry, caller.actor()), on});
}

std::string Shard::name_of(const Entry& entry, Actor actor) const {
  return actor.is_agent() ? node_.directory.snapshot()->name_of(actor.user()) : entry.kept.contact_name;
}

void Shard::follow_presence(WorkspaceId workspace) {
  if (std::ranges::find(followed_, workspace) != followed_.end()) return;
  followed_.push_back(workspace);
  local_.hub.follow(Topic::presence(workspace), *this);
}

// A visitor is told when the agent whom they talk to comes and goes.
void Shard::deliver(const SharedPublication& publication) {
  const auto* change = std::get_if<PresenceChanged>(&publication->what);
  if (!change || !change->participant.is_agent()) return;
  for (const auto& [key, entry] : entries_) {
    const bool talks_to_them = entry->loaded && entry->kept.state.assignee == change->participant.user();
    if (talks_to_them && key.workspace == publication->topic.workspace) publish(*entry, *change);
  }
}

}  // namespace parlor::app
