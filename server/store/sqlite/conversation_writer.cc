#include "store/sqlite/conversation_writer.h"

#include <algorithm>

#include "base/assert.h"
#include "store/rules/appending.h"
#include "store/rules/list_order.h"
#include "store/sqlite/contact_tables.h"
#include "store/sqlite/conversation_row.h"
#include "store/sqlite/event_row.h"
#include "store/sqlite/sealing.h"

namespace parlor::store {
namespace {

using conversation::Content;
using conversation::Event;
using ports::ConversationAppend;
using ports::RequestRecord;

// The first 19 values of all three statements are the same; the next 6 are those that say where it
// stands, most of them in indexes, and a change that
// leaves them as they are (most messages do) leaves the indexes alone.
constexpr const char* kChange =
    "UPDATE conversations SET seq = $3, visitor_seq = $4, updated_at = $5, resolved_at = $6, waiting_since = $7, "
    "answered = $8,"
    " last_message_id = $9, last_message_seq = $10, last_message_author = $11, last_message_at = $12, rating = $13,"
    " rating_comment = $14, agents = $15, tags = $16, reads = $17, recent = $18, preview_version = $19, key_id = $20, "
    "sealed = $21"
    " WHERE workspace_id = $1 AND id = $2";
constexpr const char* kMove =
    "UPDATE conversations SET seq = $3, visitor_seq = $4, updated_at = $5, resolved_at = $6, waiting_since = $7, "
    "answered = $8,"
    " last_message_id = $9, last_message_seq = $10, last_message_author = $11, last_message_at = $12, rating = $13,"
    " rating_comment = $14, agents = $15, tags = $16, reads = $17, recent = $18, preview_version = $19, key_id = $20, "
    "sealed = $21,"
    " status = $22, assignee = $23, lane = $24, rank = $25, snoozed_until = $26, place = $27"
    " WHERE workspace_id = $1 AND id = $2";
constexpr const char* kInsert =
    "INSERT INTO conversations (workspace_id, id, seq, visitor_seq, updated_at, resolved_at, waiting_since, answered,"
    " last_message_id, last_message_seq, last_message_author, last_message_at, rating, rating_comment, agents, tags, "
    "reads, recent,"
    " preview_version, key_id, sealed, status, assignee, lane, rank, snoozed_until, place, inbox_id, contact_id, "
    "started_at)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, "
    "$23, $24, $25, $26,"
    " $27, $28, $29, $30)";

std::optional<Blob> as_blob(const std::optional<std::string>& bytes) {
  if (!bytes) return std::nullopt;
  return Blob{*bytes};
}

RequestRecord read_request(const Query& query, const Actor& actor, const ClientId& client_id) {
  RequestRecord record{.actor = actor, .client_id = client_id, .fingerprint = query.array<16>(0), .receipt = {}};
  record.receipt.conversation = query.id<ConversationId>(1);
  record.receipt.seq = static_cast<conversation::Seq>(query.number(2));
  record.receipt.status = query.word<conversation::Status>(3);
  record.receipt.at = query.time(4);
  record.receipt.message = query.maybe_id<MessageId>(5);
  record.receipt.version = static_cast<conversation::Version>(query.number(6));
  return record;
}

}  // namespace

std::optional<RequestRecord> find_request(Connection& db, const ports::RequestKey& key) {
  auto query = db.query(
      "SELECT fingerprint, conversation_id, seq, status, at, message_id, version FROM requests"
      " WHERE workspace_id = $1 AND client_id = $2 AND stream_id = $3 AND actor_kind = $4 AND actor_id = $5",
      key.workspace, key.client_id, key.stream, key.actor.kind, key.actor.id);
  if (!query.step()) return std::nullopt;
  return read_request(query, key.actor, key.client_id);
}

// That a call was stored before goes before any other reason. It is looked for where something is wrong already, and
// otherwise found by the insert: a request that is new, as nearly all are, costs one way down the tree.
ports::AppendOutcome ConversationWriter::append(const ports::Append& append) {
  std::vector<KeptRow> rows;
  if (const auto refused = refuse(append, rows)) {
    const auto first = duplicate(append);
    return first ? ports::AppendOutcome(*first) : *refused;
  }
  if (!write_requests(append)) {
    const auto first = duplicate(append);
    PARLOR_ASSERT(first.has_value());
    return *first;
  }
  if (append.contact) ContactTables(db_, vault_).write(append.workspace, *append.contact);
  for (std::size_t i = 0; i < rows.size(); ++i)
    write(append.workspace, append.conversations[i], std::move(rows[i]));
  return ports::Appended{};
}

std::optional<ports::AppendOutcome> ConversationWriter::refuse(const ports::Append& append,
                                                               std::vector<KeptRow>& rows) {
  const auto& workspace = append.workspace;
  const auto* contact = append.contact ? &*append.contact : nullptr;
  if (contact && ContactTables(db_, vault_).seq_of(workspace, contact->contact) != contact->expected_seq)
    return ports::SeqConflict{};
  rows.reserve(append.conversations.size());
  for (const auto& part : append.conversations) {
    rows.push_back(kept(workspace, part.conversation));
    if (rows.back().seq != part.expected_seq) return ports::SeqConflict{};
    if (part.guard && is_full(workspace, part, rows.back())) return ports::AgentFull{part.guard->agent};
  }
  return std::nullopt;
}

bool ConversationWriter::is_full(WorkspaceId workspace, const ConversationAppend& append, const KeptRow& kept) const {
  const auto agent = append.guard->agent;
  std::int64_t open = static_cast<std::int64_t>(tallies_.open_of(workspace, agent));
  for (const auto& move : moves_) {
    if (move.workspace != workspace) continue;
    if (move.before && move.before->is_open_with(agent)) --open;
    if (move.after.is_open_with(agent)) ++open;
  }
  if (kept.seq != 0 && kept.standing.is_open_with(agent)) --open;
  const Standing after{append.after.status, append.after.assignee};
  if (after.is_open_with(agent)) ++open;
  return open > static_cast<std::int64_t>(append.guard->open_max);
}

std::optional<ports::DuplicateRequest> ConversationWriter::duplicate(const ports::Append& append) {
  const auto first_of = [&](const IdBytes& stream,
                            const std::vector<RequestRecord>& requests) -> std::optional<RequestRecord> {
    for (const auto& request : requests) {
      if (auto found = find_request(db_, {append.workspace, stream, request.actor, request.client_id})) return found;
    }
    return std::nullopt;
  };
  if (append.contact) {
    if (auto found = first_of(append.contact->contact.bytes, append.contact->requests))
      return ports::DuplicateRequest{*found};
  }
  for (const auto& part : append.conversations) {
    if (auto found = first_of(part.conversation.bytes, part.requests)) return ports::DuplicateRequest{*found};
  }
  return std::nullopt;
}

KeptRow ConversationWriter::kept(WorkspaceId workspace, ConversationId conversation) {
  if (auto known = rows_.take(workspace, conversation)) return std::move(*known);
  KeptRow kept;
  auto query = db_.query(
      "SELECT seq, status, assignee, lane, rank, snoozed_until, reads, recent, preview_version, key_id, sealed, "
      "place FROM conversations"
      " WHERE workspace_id = $1 AND id = $2",
      workspace, conversation);
  if (!query.step()) return kept;
  kept.seq = static_cast<conversation::Seq>(query.number(0));
  kept.standing = {query.word<conversation::Status>(1), query.maybe_id<UserId>(2)};
  kept.lane = query.number(3);
  kept.rank = query.number(4);
  kept.snoozed_until = query.maybe_time(5);
  kept.reads = unpack_reads(query.bytes(6));
  kept.recent = unpack_recent(query.bytes(7));
  kept.preview_version = query.number(8);
  kept.preview_key = query.maybe_id<KeyId>(9);
  if (!query.is_null(10)) kept.preview = query.text(10);
  if (!query.is_null(11)) kept.place = query.bytes(11);
  return kept;
}

void ConversationWriter::write(WorkspaceId workspace, const ConversationAppend& append, KeptRow kept) {
  write_preview(workspace, append, kept);
  kept.reads = merge_reads(append.after.reads, kept.reads);
  add_recent(kept.recent, append.events);
  write_row(workspace, append, kept);
  rows_.keep(workspace, append.conversation, std::move(kept));
  for (const auto& event : append.events)
    write_event(workspace, append.conversation, event);
  for (const auto& content : append.contents)
    write_content(workspace, append, content);
  if (append.page_url || append.page_title) write_start(workspace, append);
}

void ConversationWriter::write_preview(WorkspaceId workspace, const ConversationAppend& append, KeptRow& kept) {
  if (!append.preview) return;
  kept.preview_version = static_cast<std::int64_t>(append.after.seq);
  kept.preview_key.reset();
  kept.preview.reset();
  if (append.preview->empty()) return;
  const auto version = static_cast<std::uint32_t>(kept.preview_version);
  auto sealed = seal_or_throw(vault_, owned_by(workspace, append.after.contact),
                              {workspace, "conversations", append.conversation.bytes, version}, *append.preview);
  kept.preview_key = sealed.key;
  kept.preview = std::move(sealed.bytes);
}

// The row as it was becomes the row as it is.
void ConversationWriter::write_row(WorkspaceId workspace, const ConversationAppend& append, KeptRow& kept) {
  const auto& state = append.after;
  const auto place = place_of(state);
  const Standing standing{state.status, state.assignee};
  const bool is_new = append.expected_seq == 0;
  const auto waits_in = pack_place(state.place);
  const bool stays = !is_new && kept.place == waits_in && kept.standing == standing &&
                     kept.lane == static_cast<std::int64_t>(place.lane) && kept.rank == place.rank &&
                     kept.snoozed_until == state.snoozed_until;
  const auto agents = pack_agents(state.agents);
  const auto tags = pack_tags(state.tags);
  const auto reads = pack_reads(kept.reads);
  const auto recent = pack_recent(kept.recent);
  const auto& last = state.last_message;
  auto query = db_.query(is_new ? kInsert : (stays ? kChange : kMove));
  query.bind(workspace, append.conversation, state.seq, state.visitor_seq, state.updated_at, state.resolved_at,
             state.waiting_since, state.answered);
  if (last) query.bind_from(9, last->id, last->seq, last->author, last->at);
  query.bind_from(13, state.rating, state.rating_comment, Blob{agents}, Blob{tags}, Blob{reads}, Blob{recent},
                  kept.preview_version, kept.preview_key, as_blob(kept.preview));
  if (!stays)
    query.bind_from(22, standing.status, standing.assignee, place.lane, place.rank, state.snoozed_until,
                    as_blob(waits_in));
  if (is_new) query.bind_from(28, state.inbox, state.contact, state.started_at);
  query.run();
  moves_.push_back({workspace, is_new ? std::nullopt : std::optional(kept.standing), standing});
  kept.seq = state.seq;
  kept.standing = standing;
  kept.lane = static_cast<std::int64_t>(place.lane);
  kept.rank = place.rank;
  kept.snoozed_until = state.snoozed_until;
  kept.place = waits_in;
}

void ConversationWriter::write_start(WorkspaceId workspace, const ConversationAppend& append) {
  const auto page = pack_page(append.page_url.value_or(""), append.page_title.value_or(""));
  const auto sealed = seal_or_throw(vault_, owned_by(workspace, append.after.contact),
                                    {workspace, "conversation_starts", append.conversation.bytes, 1}, page);
  db_.run(
      "INSERT INTO conversation_starts (workspace_id, conversation_id, key_id, sealed) VALUES ($1, $2, $3, $4)"
      " ON CONFLICT DO UPDATE SET key_id = excluded.key_id, sealed = excluded.sealed",
      workspace, append.conversation, sealed.key, Blob{sealed.bytes});
}

void ConversationWriter::write_event(WorkspaceId workspace, ConversationId conversation, const Event& event) {
  const auto row = row_of(event.fact);
  db_.run(
      "INSERT INTO events (workspace_id, conversation_id, seq, visitor_prev, visible, at, actor_kind, actor_id, "
      "client_id, type,"
      " content_id, details) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
      workspace, conversation, event.seq, event.visitor_prev, visible_to(event.fact, Audience::visitor), event.at,
      event.actor.kind, event.actor.id, event.client_id, row.type, row.content, Blob{row.details});
}

// A newer version replaces the text where it stands; the row keeps its author. A row of another conversation is never
// touched.
void ConversationWriter::write_content(WorkspaceId workspace, const ConversationAppend& append,
                                       const Content& content) {
  const auto* maker = maker_of(append.events, content);
  std::optional<KeyId> key;
  std::optional<std::string> bytes;
  if (content.body) {
    auto sealed = seal_or_throw(vault_, owned_by(workspace, append.after.contact),
                                {workspace, "contents", content.id.bytes, content.version}, content.body->text);
    key = sealed.key;
    bytes = std::move(sealed.bytes);
  }
  db_.run(
      "INSERT INTO contents (workspace_id, id, conversation_id, kind, author_kind, author_id, at, version, key_id, "
      "sealed)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
      " ON CONFLICT DO UPDATE SET version = excluded.version, key_id = excluded.key_id, sealed = excluded.sealed"
      " WHERE excluded.version > version AND excluded.conversation_id = conversation_id",
      workspace, content.id, append.conversation, content.kind, maker->actor.kind, maker->actor.id, maker->at,
      content.version, key, as_blob(bytes));
}

bool ConversationWriter::write_requests(const ports::Append& append) {
  std::vector<ports::RequestKey> written;
  const auto write_all = [&](const IdBytes& stream, const std::vector<RequestRecord>& requests) {
    return std::ranges::all_of(requests, [&](const RequestRecord& request) {
      if (!write_request(append.workspace, stream, request)) return false;
      written.push_back({append.workspace, stream, request.actor, request.client_id});
      return true;
    });
  };
  bool is_new = !append.contact || write_all(append.contact->contact.bytes, append.contact->requests);
  for (const auto& part : append.conversations)
    is_new = is_new && write_all(part.conversation.bytes, part.requests);
  if (is_new) return true;
  for (const auto& key : written)
    take_back_request(key);
  return false;
}

bool ConversationWriter::write_request(WorkspaceId workspace, const IdBytes& stream, const RequestRecord& request) {
  const auto& receipt = request.receipt;
  db_.run(
      "INSERT INTO requests (workspace_id, client_id, stream_id, actor_kind, actor_id, fingerprint, conversation_id, "
      "seq, status,"
      " at, message_id, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING",
      workspace, request.client_id, stream, request.actor.kind, request.actor.id, request.fingerprint,
      receipt.conversation, receipt.seq, receipt.status, receipt.at, receipt.message, receipt.version);
  return db_.changes() > 0;
}

void ConversationWriter::take_back_request(const ports::RequestKey& key) {
  db_.run(
      "DELETE FROM requests WHERE workspace_id = $1 AND client_id = $2 AND stream_id = $3 AND actor_kind = $4 AND "
      "actor_id = $5",
      key.workspace, key.client_id, key.stream, key.actor.kind, key.actor.id);
}

void ConversationWriter::save_reads(WorkspaceId workspace, ConversationId conversation,
                                    const std::vector<conversation::ReadMark>& marks) {
  auto row = kept(workspace, conversation);
  if (row.seq == 0) return;
  row.reads = merge_reads(std::move(row.reads), marks);
  const auto reads = pack_reads(row.reads);
  db_.run("UPDATE conversations SET reads = $3 WHERE workspace_id = $1 AND id = $2", workspace, conversation,
          Blob{reads});
  rows_.keep(workspace, conversation, std::move(row));
}

}  // namespace parlor::store
