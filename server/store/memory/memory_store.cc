#include "store/memory/memory_store.h"

#include <algorithm>
#include <set>

#include "base/limits.h"
#include "store/memory/answer.h"
#include "store/rules/appending.h"
#include "store/rules/list_order.h"

namespace parlor::store {

using conversation::Content;
using conversation::ContentKind;
using conversation::Event;
using ports::Append;
using ports::Appended;
using ports::Callback;

MemoryStore::MemoryStore() : MemoryStore([](std::move_only_function<void()> run) { run(); }) {}
MemoryStore::MemoryStore(Executor executor) : executor_(std::move(executor)) {}

void MemoryStore::fail_with(std::string error) {
  const std::scoped_lock lock(mutex_);
  error_ = std::move(error);
}

void MemoryStore::append(Append append, Callback<ports::AppendOutcome> done) {
  if (auto shape = check_shape(append); !shape) {
    executor_([done = std::move(done), error = shape.error()]() mutable { done(std::unexpected(error)); });
    return;
  }
  answer<ports::AppendOutcome>(std::move(done), [&] { return append_now(append); });
}

ports::AppendOutcome MemoryStore::append_now(const Append& append) {
  if (auto first = first_use(append)) return ports::DuplicateRequest{*first};
  if (!is_next(append)) return ports::SeqConflict{};
  if (const auto agent = full_agent(append)) return ports::AgentFull{*agent};
  if (append.contact) write_contact(append.workspace, *append.contact);
  for (const auto& part : append.conversations)
    write_conversation(append.workspace, part);
  return Appended{};
}

std::optional<ports::RequestRecord> MemoryStore::first_use(const Append& append) const {
  const auto first_of = [&](const IdBytes& stream,
                            const std::vector<ports::RequestRecord>& requests) -> std::optional<ports::RequestRecord> {
    for (const auto& request : requests) {
      const auto found = requests_.find({append.workspace, stream, request.actor, request.client_id});
      if (found != requests_.end()) return found->second;
    }
    return std::nullopt;
  };
  if (append.contact) {
    if (auto found = first_of(append.contact->contact.bytes, append.contact->requests)) return found;
  }
  for (const auto& part : append.conversations) {
    if (auto found = first_of(part.conversation.bytes, part.requests)) return found;
  }
  return std::nullopt;
}

bool MemoryStore::is_next(const Append& append) const {
  if (append.contact) {
    const auto kept = contacts_.find({append.workspace, append.contact->contact});
    if ((kept == contacts_.end() ? 0 : kept->second.contact.seq) != append.contact->expected_seq) return false;
  }
  return std::ranges::all_of(append.conversations, [&](const ports::ConversationAppend& part) {
    const auto kept = conversations_.find({append.workspace, part.conversation});
    return (kept == conversations_.end() ? 0 : kept->second.state.seq) == part.expected_seq;
  });
}

std::optional<UserId> MemoryStore::full_agent(const Append& append) const {
  for (const auto& part : append.conversations) {
    if (!part.guard) continue;
    const auto is_theirs = [&](const conversation::State& state) {
      return state.status == conversation::Status::open && state.assignee == part.guard->agent;
    };
    std::size_t open = is_theirs(part.after) ? 1 : 0;
    for (const auto& [key, kept] : conversations_) {
      const bool is_other = key.second != part.conversation;
      if (key.first == append.workspace && is_other && is_theirs(kept.state)) ++open;
    }
    if (open > part.guard->open_max) return part.guard->agent;
  }
  return std::nullopt;
}

void MemoryStore::write_contact(WorkspaceId workspace, const ports::ContactAppend& append) {
  auto& kept = contacts_[{workspace, append.contact}];
  auto& contact = kept.contact;
  if (append.expected_seq == 0) {
    contact = {
        .id = append.contact, .inbox = append.inbox, .visitor = append.visitor, .first_seen = append.at, .visits = 1};
    kept.last_seen = append.at;
  }
  ++contact.seq;
  if (append.token_hash) contact.token_hash = append.token_hash;
  if (append.name) contact.name = *append.name;
  if (append.email) contact.email = *append.email;
  if (append.locale) contact.locale = *append.locale;
  if (append.user_agent) contact.user_agent = *append.user_agent;
  if (append.attributes) contact.attributes = *append.attributes;
  write_requests(workspace, append.contact.bytes, append.requests);
}

void MemoryStore::write_conversation(WorkspaceId workspace, const ports::ConversationAppend& append) {
  auto& kept = conversations_[{workspace, append.conversation}];
  auto recent = std::move(kept.state.recent);
  add_recent(recent, append.events);
  auto reads = merge_reads(append.after.reads, kept.state.reads);
  kept.state = append.after;
  kept.state.recent = std::move(recent);
  kept.state.reads = std::move(reads);
  kept.state.named.clear();
  if (append.preview) kept.preview = *append.preview;
  if (append.page_url) kept.page_url = *append.page_url;
  if (append.page_title) kept.page_title = *append.page_title;
  kept.events.insert(kept.events.end(), append.events.begin(), append.events.end());
  for (const auto& content : append.contents)
    write_content(kept, append, content);
  write_requests(workspace, append.conversation.bytes, append.requests);
}

void MemoryStore::write_content(KeptConversation& kept, const ports::ConversationAppend& append,
                                const Content& content) {
  const auto* maker = maker_of(append.events, content);
  const auto [place, is_new] = kept.contents.try_emplace(content.id, KeptContent{content, maker->actor, maker->at});
  if (!is_new && content.version > place->second.content.version) place->second.content = content;
}

void MemoryStore::write_requests(WorkspaceId workspace, const IdBytes& stream,
                                 const std::vector<ports::RequestRecord>& requests) {
  for (const auto& request : requests)
    requests_[{workspace, stream, request.actor, request.client_id}] = request;
}

void MemoryStore::save_reads(WorkspaceId workspace, ConversationId conversation,
                             std::vector<conversation::ReadMark> marks, Callback<Appended> done) {
  answer<Appended>(std::move(done), [&] {
    const auto kept = conversations_.find({workspace, conversation});
    if (kept != conversations_.end()) {
      auto& reads = kept->second.state.reads;
      reads = merge_reads(reads, marks);
    }
    return Appended{};
  });
}

void MemoryStore::save_pages(WorkspaceId workspace, ContactId contact, std::vector<ports::PageView> pages,
                             Callback<Appended> done) {
  answer<Appended>(std::move(done), [&] {
    const auto kept = contacts_.find({workspace, contact});
    if (kept == contacts_.end()) return Appended{};
    auto& seen = kept->second;
    for (auto& page : pages) {
      if (starts_a_visit(seen.last_seen, page.at)) ++seen.contact.visits;
      seen.last_seen = std::max(seen.last_seen, page.at);
      const auto place = std::ranges::lower_bound(seen.pages, page.at, std::greater{}, &ports::PageView::at);
      seen.pages.insert(place, std::move(page));
    }
    if (seen.pages.size() > limits::kContactPagesMax) seen.pages.resize(limits::kContactPagesMax);
    return Appended{};
  });
}

void MemoryStore::save_attributes(WorkspaceId workspace, ContactId contact, Attributes attributes,
                                  Callback<Appended> done) {
  answer<Appended>(std::move(done), [&] {
    const auto kept = contacts_.find({workspace, contact});
    if (kept != contacts_.end()) kept->second.contact.attributes = std::move(attributes);
    return Appended{};
  });
}

ports::LoadedConversation MemoryStore::loaded(WorkspaceId workspace, const KeptConversation& kept) const {
  ports::LoadedConversation found{kept.state, kept.preview, kept.page_url, kept.page_title, "", "", {}};
  const auto contact = contacts_.find({workspace, kept.state.contact});
  if (contact != contacts_.end()) {
    found.contact_name = contact->second.contact.name;
    found.locale = contact->second.contact.locale;
    found.attributes = contact->second.contact.attributes;
  }
  return found;
}

void MemoryStore::load(WorkspaceId workspace, ConversationId conversation,
                       Callback<std::optional<ports::LoadedConversation>> done) {
  answer<std::optional<ports::LoadedConversation>>(std::move(done), [&]() -> std::optional<ports::LoadedConversation> {
    const auto kept = conversations_.find({workspace, conversation});
    if (kept == conversations_.end()) return std::nullopt;
    return loaded(workspace, kept->second);
  });
}

void MemoryStore::events(ports::EventQuery query, Callback<ports::EventPage> done) {
  answer<ports::EventPage>(std::move(done), [&] { return events_now(query); });
}

ports::JoinedEvent MemoryStore::joined(const KeptConversation& kept, const Event& event) const {
  const auto content = content_of(event.fact);
  if (!content) return {event, std::nullopt};
  const auto found = kept.contents.find(*content);
  return {event, found == kept.contents.end() ? std::nullopt : found->second.content.body};
}

ports::EventPage MemoryStore::events_now(const ports::EventQuery& query) const {
  ports::EventPage page;
  const auto found = conversations_.find({query.workspace, query.conversation});
  if (found == conversations_.end()) return page;
  std::vector<const Event*> asked;
  for (const auto& event : found->second.events) {
    const bool in_range = event.seq > query.after && event.seq < query.before;
    if (in_range && visible_to(event.fact, query.audience)) asked.push_back(&event);
  }
  if (query.newest) std::ranges::reverse(asked);
  std::size_t bytes = 0;
  for (const auto* event : asked) {
    auto joined_event = joined(found->second, *event);
    bytes += joined_event.body ? joined_event.body->text.size() : 0;
    page.has_more = page.events.size() >= query.limit || (bytes > query.bytes && !page.events.empty());
    if (page.has_more) break;
    page.events.push_back(std::move(joined_event));
  }
  if (query.newest) std::ranges::reverse(page.events);
  return page;
}

ports::Head MemoryStore::head_now(const ports::Stream& stream) const {
  if (stream.kind == ports::Stream::Kind::contact) {
    const auto kept = contacts_.find({stream.workspace, ContactId{stream.id}});
    if (kept == contacts_.end()) return {};
    return {kept->second.contact.seq, kept->second.contact.seq};
  }
  const auto kept = conversations_.find({stream.workspace, ConversationId{stream.id}});
  if (kept == conversations_.end()) return {};
  return {kept->second.state.seq, kept->second.state.visitor_seq};
}

void MemoryStore::heads(std::vector<ports::Stream> streams, Callback<std::vector<ports::Head>> done) {
  answer<std::vector<ports::Head>>(std::move(done), [&] {
    std::vector<ports::Head> heads;
    heads.reserve(streams.size());
    for (const auto& stream : streams)
      heads.push_back(head_now(stream));
    return heads;
  });
}

void MemoryStore::message(WorkspaceId workspace, ConversationId conversation, MessageId message,
                          Callback<std::optional<conversation::MessageFacts>> done) {
  using Found = std::optional<conversation::MessageFacts>;
  answer<Found>(std::move(done), [&]() -> Found {
    const auto kept = conversations_.find({workspace, conversation});
    if (kept == conversations_.end()) return std::nullopt;
    const auto found = kept->second.contents.find(message);
    if (found == kept->second.contents.end()) return std::nullopt;
    const auto& [content, author, at] = found->second;
    if (!is_message(content.kind)) return std::nullopt;
    return conversation::MessageFacts{message, author,        content.version,
                                      at,      !content.body, content.kind == ContentKind::note};
  });
}

void MemoryStore::request(ports::RequestKey key, Callback<std::optional<ports::RequestRecord>> done) {
  using Found = std::optional<ports::RequestRecord>;
  answer<Found>(std::move(done), [&]() -> Found {
    const auto found = requests_.find({key.workspace, key.stream, key.actor, key.client_id});
    if (found == requests_.end()) return std::nullopt;
    return found->second;
  });
}

void MemoryStore::list(ports::ListQuery query, Callback<ports::ListPage> done) {
  answer<ports::ListPage>(std::move(done), [&] { return list_now(query); });
}

ports::ListPage MemoryStore::list_now(const ports::ListQuery& query) const {
  std::map<ListPlace, const KeptConversation*> rows;
  for (const auto& [key, kept] : conversations_) {
    if (key.first == query.workspace && in_view(kept.state, query)) rows.emplace(place_of(kept.state), &kept);
  }
  ports::ListPage page;
  page.counts = counts_now(query);
  const auto start = parse_cursor(query.cursor);
  for (auto row = start ? rows.upper_bound(*start) : rows.begin(); row != rows.end(); ++row) {
    if (page.rows.size() == std::min(query.limit, limits::kListRowsMax)) {
      page.cursor = page.rows.empty() ? "" : format_cursor(place_of(page.rows.back().state));
      break;
    }
    page.rows.push_back(loaded(query.workspace, *row->second));
  }
  return page;
}

ports::ListCounts MemoryStore::counts_now(const ports::ListQuery& query) const {
  ports::ListCounts counts;
  for (const auto& [key, kept] : conversations_) {
    if (key.first != query.workspace || kept.state.status == conversation::Status::resolved) continue;
    ++counts.all;
    if (kept.state.status == conversation::Status::queued) ++counts.queue;
    if (kept.state.assignee == query.agent) ++counts.mine;
  }
  return counts;
}

void MemoryStore::contact(WorkspaceId workspace, ContactId contact,
                          Callback<std::optional<ports::StoredContact>> done) {
  using Found = std::optional<ports::StoredContact>;
  answer<Found>(std::move(done), [&]() -> Found {
    const auto kept = contacts_.find({workspace, contact});
    if (kept == contacts_.end()) return std::nullopt;
    return kept->second.contact;
  });
}

void MemoryStore::conversations_of(WorkspaceId workspace, ContactId contact, std::size_t limit,
                                   Callback<std::vector<ports::LoadedConversation>> done) {
  answer<std::vector<ports::LoadedConversation>>(std::move(done), [&] {
    std::map<std::pair<Time, ConversationId>, const KeptConversation*, std::greater<>> newest_first;
    for (const auto& [key, kept] : conversations_) {
      if (key.first != workspace || kept.state.contact != contact) continue;
      newest_first.emplace(std::pair(kept.state.started_at, key.second), &kept);
    }
    std::vector<ports::LoadedConversation> found;
    for (const auto& [key, kept] : newest_first) {
      if (found.size() == limit) break;
      found.push_back(loaded(workspace, *kept));
    }
    return found;
  });
}

void MemoryStore::pages_of(WorkspaceId workspace, ContactId contact, Callback<std::vector<ports::PageView>> done) {
  answer<std::vector<ports::PageView>>(std::move(done), [&] {
    const auto kept = contacts_.find({workspace, contact});
    return kept == contacts_.end() ? std::vector<ports::PageView>{} : kept->second.pages;
  });
}

void MemoryStore::snoozed_until(Time now, std::size_t limit,
                                Callback<std::vector<std::pair<WorkspaceId, ConversationId>>> done) {
  answer<std::vector<std::pair<WorkspaceId, ConversationId>>>(std::move(done), [&] {
    std::set<std::pair<Time, ConversationKey>> due;
    for (const auto& [key, kept] : conversations_) {
      const auto& state = kept.state;
      const bool snoozed = state.status == conversation::Status::snoozed && state.snoozed_until;
      if (snoozed && *state.snoozed_until <= now) due.emplace(*state.snoozed_until, key);
    }
    std::vector<std::pair<WorkspaceId, ConversationId>> found;
    for (const auto& [until, key] : due) {
      if (found.size() == limit) break;
      found.push_back(key);
    }
    return found;
  });
}

}  // namespace parlor::store
