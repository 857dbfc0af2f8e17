#include "store/sqlite/conversation_row.h"

#include "store/connection/packed.h"
#include "store/sqlite/place_blob.h"
#include "store/sqlite/sealing.h"

namespace parlor::store {
namespace {

using conversation::LastMessage;
using conversation::MessageMark;
using conversation::ReadMark;
using conversation::State;

// The columns in the order of select_conversations().
enum Column : int {
  id,
  inbox,
  contact,
  seq,
  visitor_seq,
  status,
  assignee,
  started_at,
  updated_at,
  resolved_at,
  snoozed_until,
  waiting_since,
  answered,
  last_message_id,
  last_message_seq,
  last_message_author,
  last_message_at,
  rating,
  rating_comment,
  agents,
  tags,
  reads,
  recent,
  preview_version,
  preview_key,
  preview,
  start_key,
  start,
  contact_locale,
  contact_version,
  contact_key,
  contact_profile,
  place,
};

std::vector<UserId> unpack_agents(std::string_view bytes) {
  std::vector<UserId> agents;
  for (Unpacked in(bytes); !in.at_end();)
    agents.push_back(in.id<UserId>());
  return agents;
}

std::vector<std::string> unpack_tags(std::string_view bytes) {
  std::vector<std::string> tags;
  for (Unpacked in(bytes); !in.at_end();)
    tags.push_back(in.text());
  return tags;
}

conversation::Seq seq_at(const Query& query, Column column) {
  return static_cast<conversation::Seq>(query.number(column));
}

void read_status(const Query& query, State& state) {
  state.status = query.word<conversation::Status>(Column::status);
  state.assignee = query.maybe_id<UserId>(Column::assignee);
  state.started_at = query.time(Column::started_at);
  state.updated_at = query.time(Column::updated_at);
  state.resolved_at = query.maybe_time(Column::resolved_at);
  state.snoozed_until = query.maybe_time(Column::snoozed_until);
  state.waiting_since = query.maybe_time(Column::waiting_since);
  state.answered = query.number(Column::answered) != 0;
}

void read_lists(const Query& query, State& state) {
  state.agents = unpack_agents(query.bytes(Column::agents));
  state.tags = unpack_tags(query.bytes(Column::tags));
  state.reads = unpack_reads(query.bytes(Column::reads));
  state.recent = unpack_recent(query.bytes(Column::recent));
}

State read_state(const Query& query) {
  State state;
  state.id = query.id<ConversationId>(Column::id);
  state.inbox = query.id<InboxId>(Column::inbox);
  state.contact = query.id<ContactId>(Column::contact);
  state.seq = seq_at(query, Column::seq);
  state.visitor_seq = seq_at(query, Column::visitor_seq);
  read_status(query, state);
  if (!query.is_null(Column::last_message_id)) {
    state.last_message =
        LastMessage{query.id<MessageId>(Column::last_message_id), seq_at(query, Column::last_message_seq),
                    query.word<ActorKind>(Column::last_message_author), query.time(Column::last_message_at)};
  }
  if (!query.is_null(Column::rating)) state.rating = static_cast<std::uint8_t>(query.number(Column::rating));
  state.rating_comment = query.maybe_id<MessageId>(Column::rating_comment);
  read_lists(query, state);
  if (!query.is_null(Column::place)) {
    Unpacked place(query.bytes(Column::place));
    state.place = unpack_place(place);
  }
  return state;
}

}  // namespace

std::string pack_agents(const std::vector<UserId>& agents) {
  Packed packed;
  for (const auto& agent : agents)
    packed.id(agent);
  return packed.take();
}

std::string pack_tags(const std::vector<std::string>& tags) {
  Packed packed;
  for (const auto& tag : tags)
    packed.text(tag);
  return packed.take();
}

std::optional<std::string> pack_place(const Place& place) {
  if (place == Place{}) return std::nullopt;
  Packed packed;
  pack_place(packed, place);
  return packed.take();
}

std::string pack_reads(const std::vector<ReadMark>& reads) {
  Packed packed;
  for (const auto& mark : reads)
    packed.word(mark.participant.kind).id(mark.participant.id).number(mark.seq).time(mark.at);
  return packed.take();
}

// Each seq as the distance from the one before, with the author's kind in the lowest bits: two bytes a message.
std::string pack_recent(const std::vector<MessageMark>& recent) {
  Packed packed;
  conversation::Seq before = 0;
  for (const auto& mark : recent) {
    packed.number((mark.seq - before) << 2 | static_cast<std::uint64_t>(mark.author));
    before = mark.seq;
  }
  return packed.take();
}

std::vector<ReadMark> unpack_reads(std::string_view bytes) {
  std::vector<ReadMark> reads;
  for (Unpacked in(bytes); !in.at_end();) {
    ReadMark mark;
    mark.participant.kind = in.word<ActorKind>();
    mark.participant.id = in.id<ActorId>();
    mark.seq = in.number();
    mark.at = in.time();
    reads.push_back(mark);
  }
  return reads;
}

std::vector<MessageMark> unpack_recent(std::string_view bytes) {
  std::vector<MessageMark> recent;
  conversation::Seq before = 0;
  for (Unpacked in(bytes); !in.at_end();) {
    const auto packed = in.number();
    before += packed >> 2;
    recent.push_back({before, static_cast<ActorKind>(packed & 3)});
  }
  return recent;
}

std::string pack_page(std::string_view url, std::string_view title) {
  return Packed().text(url).text(title).take();
}

std::pair<std::string, std::string> unpack_page(std::string_view bytes) {
  if (bytes.empty()) return {};
  Unpacked in(bytes);
  auto url = in.text();
  return {std::move(url), in.text()};
}

std::string pack_profile(const ContactProfile& profile) {
  Packed out;
  out.text(profile.name).text(profile.email).text(profile.user_agent);
  for (const auto& [key, value] : profile.attributes)
    out.text(key).text(value);
  return out.take();
}

ContactProfile unpack_profile(std::string_view bytes) {
  if (bytes.empty()) return {};
  Unpacked in(bytes);
  ContactProfile profile;
  profile.name = in.text();
  profile.email = in.text();
  profile.user_agent = in.text();
  while (!in.at_end()) {
    auto key = in.text();
    profile.attributes.push_back({std::move(key), in.text()});
  }
  return profile;
}

std::string select_conversations(const std::string& source) {
  return "SELECT c.id, c.inbox_id, c.contact_id, c.seq, c.visitor_seq, c.status, c.assignee, c.started_at, "
         "c.updated_at,"
         " c.resolved_at, c.snoozed_until, c.waiting_since, c.answered, c.last_message_id, c.last_message_seq,"
         " c.last_message_author, c.last_message_at, c.rating, c.rating_comment, c.agents, c.tags, c.reads, c.recent,"
         " c.preview_version, c.key_id, c.sealed, s.key_id, s.sealed, p.locale, p.version, p.key_id, p.sealed, c.place"
         " FROM conversations c " +
         source;
}

ports::LoadedConversation read_conversation(const Query& query, ports::Vault& vault, WorkspaceId workspace) {
  ports::LoadedConversation loaded;
  loaded.state = read_state(query);
  const auto& state = loaded.state;
  const auto preview_sealed_at = static_cast<std::uint32_t>(query.number(Column::preview_version));
  loaded.preview =
      open_column(vault, query, Column::preview_key, {workspace, "conversations", state.id.bytes, preview_sealed_at});
  const auto page = open_column(vault, query, Column::start_key, {workspace, "conversation_starts", state.id.bytes, 1});
  std::tie(loaded.page_url, loaded.page_title) = unpack_page(page);
  loaded.locale = query.text(Column::contact_locale);
  const auto profile_version = static_cast<std::uint32_t>(query.number(Column::contact_version));
  auto profile = unpack_profile(
      open_column(vault, query, Column::contact_key, {workspace, "contacts", state.contact.bytes, profile_version}));
  loaded.contact_name = std::move(profile.name);
  loaded.attributes = std::move(profile.attributes);
  return loaded;
}

}  // namespace parlor::store
