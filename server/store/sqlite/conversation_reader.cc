#include "store/sqlite/conversation_reader.h"

#include <algorithm>

#include "base/limits.h"
#include "store/rules/list_order.h"
#include "store/sqlite/conversation_row.h"
#include "store/sqlite/event_row.h"
#include "store/sqlite/sealing.h"

namespace parlor::store {
namespace {

using conversation::Seq;
using conversation::Status;

// Partial indexes and statements name these by number.
static_assert(static_cast<int>(Status::queued) == 1 && static_cast<int>(Status::snoozed) == 3);
static_assert(static_cast<int>(Lane::resolved) == 2);

constexpr const char* kJoins =
    " LEFT JOIN conversation_starts s ON s.workspace_id = c.workspace_id AND s.conversation_id = c.id"
    " LEFT JOIN contacts p ON p.workspace_id = c.workspace_id AND p.id = c.contact_id ";

// The text of these lives as long as the process: statements are kept by its address.
const std::string kLoad = select_conversations(std::string(kJoins) + "WHERE c.workspace_id = $1 AND c.id = $2");
const std::string kOfContact = select_conversations(std::string("INDEXED BY conversations_of_contact") + kJoins +
                                                    "WHERE c.workspace_id = $1 AND c.contact_id = $2"
                                                    " ORDER BY c.started_at DESC, c.id DESC LIMIT $3");

// Each view walks its own index from the cursor on; the index is named, since a plan that sorts would be slow only when
// it matters.
std::string list_statement(const std::string& index, const std::string& condition) {
  return select_conversations("INDEXED BY " + index + kJoins +
                              "WHERE c.workspace_id = $1 AND (c.lane, c.rank, c.id) > ($2, $3, $4) AND " + condition +
                              " ORDER BY c.lane, c.rank, c.id LIMIT $5");
}
const std::string kListMine =
    list_statement("conversations_mine", "c.lane < 2 AND c.assignee IS NOT NULL AND c.assignee = $6");
const std::string kListQueue = list_statement("conversations_queue", "c.status = 1");
const std::string kListAll = list_statement("conversations_all", "1");

const char* list_statement_of(ports::ListView view) {
  switch (view) {
    case ports::ListView::mine:
      return kListMine.c_str();
    case ports::ListView::queue:
      return kListQueue.c_str();
    case ports::ListView::all:
      break;
  }
  return kListAll.c_str();
}

#define PARLOR_EVENT_QUERY(order)                                                                                     \
  "SELECT e.seq, e.visitor_prev, e.at, e.actor_kind, e.actor_id, e.client_id, e.type, e.content_id, e.details,"       \
  " c.version, c.key_id, c.sealed FROM events e LEFT JOIN contents c ON c.workspace_id = e.workspace_id AND c.id = "  \
  "e.content_id"                                                                                                      \
  " AND c.conversation_id = e.conversation_id"                                                                        \
  " WHERE e.workspace_id = $1 AND e.conversation_id = $2 AND e.seq > $3 AND e.seq < $4 AND e.visible >= $5 ORDER BY " \
  "e.seq " order

constexpr const char* kFirstEvents = PARLOR_EVENT_QUERY("ASC");
constexpr const char* kLastEvents = PARLOR_EVENT_QUERY("DESC");
#undef PARLOR_EVENT_QUERY

constexpr const char* kConversationHead =
    "SELECT seq, visitor_seq FROM conversations WHERE workspace_id = $1 AND id = $2";
constexpr const char* kContactHead = "SELECT seq, seq FROM contacts WHERE workspace_id = $1 AND id = $2";

conversation::Event read_event(const Query& row) {
  conversation::Event event;
  event.seq = static_cast<Seq>(row.number(0));
  event.visitor_prev = static_cast<Seq>(row.number(1));
  event.at = row.time(2);
  event.actor = {row.word<ActorKind>(3), row.id<ActorId>(4)};
  event.client_id = row.maybe_id<ClientId>(5);
  event.fact = fact_of(row.number(6), row.maybe_id<MessageId>(7), row.bytes(8));
  return event;
}

}  // namespace

std::optional<ports::LoadedConversation> ConversationReader::load(WorkspaceId workspace, ConversationId conversation) {
  auto query = db_.query(kLoad.c_str(), workspace, conversation);
  if (!query.step()) return std::nullopt;
  return read_conversation(query, vault_, workspace);
}

ports::JoinedEvent ConversationReader::joined(const Query& row, WorkspaceId workspace) {
  ports::JoinedEvent event{read_event(row), std::nullopt};
  if (row.is_null(11)) return event;
  const ports::SealedAt at{workspace, "contents", row.array<16>(7), static_cast<std::uint32_t>(row.number(9))};
  event.body = conversation::TextBody{open_column(vault_, row, 10, at)};
  return event;
}

// Rows are opened one by one, so that neither limit costs more than one row too many.
ports::EventPage ConversationReader::events(const ports::EventQuery& query) {
  ports::EventPage page;
  const auto before = static_cast<Seq>(INT64_MAX);
  const bool visible_only = query.audience == Audience::visitor;
  auto rows = db_.query(query.newest ? kLastEvents : kFirstEvents, query.workspace, query.conversation,
                        std::min(query.after, before), std::min(query.before, before), visible_only);
  std::size_t bytes = 0;
  while (rows.step()) {
    if (page.events.size() >= query.limit) {
      page.has_more = true;
      break;
    }
    auto event = joined(rows, query.workspace);
    bytes += event.body ? event.body->text.size() : 0;
    if (bytes > query.bytes && !page.events.empty()) {
      page.has_more = true;
      break;
    }
    page.events.push_back(std::move(event));
  }
  if (query.newest) std::ranges::reverse(page.events);
  return page;
}

std::vector<ports::Head> ConversationReader::heads(const std::vector<ports::Stream>& streams) {
  std::vector<ports::Head> heads;
  heads.reserve(streams.size());
  for (const auto& stream : streams) {
    const bool of_contact = stream.kind == ports::Stream::Kind::contact;
    const ContactId id{stream.id};
    auto query = db_.query(of_contact ? kContactHead : kConversationHead, stream.workspace, id);
    ports::Head head;
    if (query.step()) head = {static_cast<Seq>(query.number(0)), static_cast<Seq>(query.number(1))};
    heads.push_back(head);
  }
  return heads;
}

std::optional<conversation::MessageFacts> ConversationReader::message(WorkspaceId workspace,
                                                                      ConversationId conversation, MessageId message) {
  auto row = db_.query(
      "SELECT author_kind, author_id, version, at, sealed IS NULL, kind FROM contents"
      " WHERE workspace_id = $1 AND id = $2 AND conversation_id = $3",
      workspace, message, conversation);
  if (!row.step()) return std::nullopt;
  const auto kind = row.word<conversation::ContentKind>(5);
  if (!conversation::is_message(kind)) return std::nullopt;
  return conversation::MessageFacts{.id = message,
                                    .author = {row.word<ActorKind>(0), row.id<ActorId>(1)},
                                    .version = static_cast<conversation::Version>(row.number(2)),
                                    .at = row.time(3),
                                    .deleted = row.number(4) != 0,
                                    .is_note = kind == conversation::ContentKind::note};
}

ports::ListPage ConversationReader::list(const ports::ListQuery& query) {
  ports::ListPage page;
  const auto limit = std::min(query.limit, limits::kListRowsMax);
  const auto start = parse_cursor(query.cursor);
  const std::int64_t lane = start ? static_cast<std::int64_t>(start->lane) : -1;
  const std::int64_t rank = start ? start->rank : 0;
  const auto id = start ? start->id : ConversationId{};
  const auto rows_max = limit + 1;
  auto rows = db_.query(list_statement_of(query.view), query.workspace, lane, rank, id, rows_max);
  if (query.view == ports::ListView::mine) rows.bind_from(6, query.agent);
  while (rows.step()) {
    if (page.rows.size() == limit) {
      page.cursor = page.rows.empty() ? "" : format_cursor(place_of(page.rows.back().state));
      break;
    }
    page.rows.push_back(read_conversation(rows, vault_, query.workspace));
  }
  return page;
}

std::vector<ports::LoadedConversation> ConversationReader::conversations_of(WorkspaceId workspace, ContactId contact,
                                                                            std::size_t limit) {
  std::vector<ports::LoadedConversation> found;
  auto rows = db_.query(kOfContact.c_str(), workspace, contact, limit);
  while (rows.step())
    found.push_back(read_conversation(rows, vault_, workspace));
  return found;
}

std::vector<std::pair<WorkspaceId, ConversationId>> ConversationReader::snoozed_until(Time now, std::size_t limit) {
  std::vector<std::pair<WorkspaceId, ConversationId>> due;
  auto rows = db_.query(
      "SELECT workspace_id, id FROM conversations INDEXED BY conversations_snoozed WHERE status = 3 AND snoozed_until "
      "<= $1"
      " ORDER BY snoozed_until LIMIT $2",
      now, limit);
  while (rows.step())
    due.emplace_back(rows.id<WorkspaceId>(0), rows.id<ConversationId>(1));
  return due;
}

}  // namespace parlor::store
