// The reading half of Conversations: snapshots, history, catching up, lists. Each read is checked against what the
// store says the thing is.
#include <algorithm>

#include "app/conversation/conversations.h"
#include "app/conversation/views.h"
#include "base/limits.h"
#include "runtime/resume.h"

namespace parlor::app {
namespace {

using access::Action;

// Where the running Task is: its worker's hub and roster.
Local& local_here(Node& node, const runtime::Executor& executor) {
  for (std::size_t i = 0; i < node.workers.size(); ++i) {
    if (node.workers[i].executor() == executor) return *node.locals[i];
  }
  return *node.locals[0];
}

template <class T, class Begin>
runtime::Task<Result<T>> ask(Begin begin) {
  auto result = co_await runtime::await_callback<Result<T>>(std::move(begin));
  co_return result;
}

// Seeing one page again and again is one step of somebody's way. The newest comes first.
void without_reloads(std::vector<ports::PageView>& pages) {
  const auto repeated = std::ranges::unique(pages, {}, &ports::PageView::url);
  pages.erase(repeated.begin(), repeated.end());
}

runtime::Task<Answer<ports::EventPage>> read_events(Node* node, ports::EventQuery query) {
  auto page = co_await ask<ports::EventPage>([node, query](auto done) { node->store.events(query, std::move(done)); });
  if (!page) co_return refuse(Refusal::try_later);
  co_return std::move(*page);
}

ports::EventQuery newest_events(const access::Principal& caller, ConversationId conversation, ports::Seq before,
                                std::size_t limit) {
  ports::EventQuery query{caller.workspace, conversation, caller.audience()};
  if (before != 0) query.before = before;
  query.newest = true;
  query.limit = limit;
  return query;
}

runtime::Task<Result<std::optional<ports::StoredContact>>> stored_contact(Node* node, WorkspaceId workspace,
                                                                          ContactId contact) {
  auto stored = co_await ask<std::optional<ports::StoredContact>>(
      [node, workspace, contact](auto done) { node->store.contact(workspace, contact, std::move(done)); });
  co_return stored;
}

std::vector<ConversationView> views_of(std::vector<ports::LoadedConversation> rows, Node& node, const Roster& roster) {
  const auto directory = node.directory.snapshot();
  std::vector<ConversationView> views;
  views.reserve(rows.size());
  for (auto& row : rows)
    views.push_back(view_of(std::move(row), *directory, roster));
  return views;
}

}  // namespace

// The conversation, if the caller may read it.
runtime::Task<Answer<ports::LoadedConversation>> Conversations::readable(access::Principal caller, ConversationId id) {
  auto loaded = co_await conversation_now(caller.workspace, id);
  if (!loaded) co_return std::unexpected(loaded.error());
  const access::Object object{caller.workspace, loaded->state.contact};
  if (!access::allowed(caller, Action::read_conversation, object)) co_return refuse(Refusal::conversation_unknown);
  co_return std::move(*loaded);
}

runtime::Task<Answer<Snapshot>> Conversations::snapshot(access::Principal caller, ConversationId conversation) {
  const auto executor = co_await asio::this_coro::executor;
  auto loaded = co_await readable(caller, conversation);
  if (!loaded) co_return std::unexpected(loaded.error());
  // No event newer than the state that goes with them; newer ones reach the follower by themselves.
  auto page = co_await read_events(
      &node_, newest_events(caller, conversation, loaded->state.seq + 1, limits::kSnapshotEventsMax));
  if (!page) co_return std::unexpected(page.error());
  const auto directory = node_.directory.snapshot();
  const auto& roster = local_here(node_, executor).roster;
  Snapshot snapshot;
  snapshot.events = name_events(std::move(page->events), caller.workspace, *directory, loaded->contact_name);
  snapshot.has_more = page->has_more;
  snapshot.conversation = view_of(std::move(*loaded), *directory, roster);
  snapshot.participants = participants_of(snapshot.conversation, *directory, roster);
  co_return snapshot;
}

runtime::Task<Answer<EventsAnswer>> Conversations::history(access::Principal caller, ConversationId conversation,
                                                           ports::Seq before_seq, std::size_t limit) {
  auto loaded = co_await readable(caller, conversation);
  if (!loaded) co_return std::unexpected(loaded.error());
  auto page = co_await read_events(&node_, newest_events(caller, conversation, before_seq, limit));
  if (!page) co_return std::unexpected(page.error());
  co_return EventsAnswer{
      name_events(std::move(page->events), caller.workspace, *node_.directory.snapshot(), loaded->contact_name),
      page->has_more};
}

runtime::Task<Answer<CatchUp>> Conversations::catch_up(access::Principal caller, ConversationId conversation,
                                                       std::optional<ports::Seq> after) {
  auto loaded = co_await readable(caller, conversation);
  if (!loaded) co_return std::unexpected(loaded.error());
  const auto& state = loaded->state;
  CatchUp answer;
  answer.head = caller.role == access::Role::visitor ? state.visitor_seq : state.seq;
  answer.reads = state.reads;
  // A position ahead of the head comes from another life of this store.
  if (!after || *after > answer.head) co_return answer;
  answer.recovered = true;
  if (*after == answer.head) co_return answer;
  ports::EventQuery query{caller.workspace, conversation, caller.audience(), *after};
  query.limit = limits::kResumeEventsMax;
  auto page = co_await read_events(&node_, query);
  if (!page) co_return std::unexpected(page.error());
  if (page->has_more) {
    answer.recovered = false;
    co_return answer;
  }
  answer.events =
      name_events(std::move(page->events), caller.workspace, *node_.directory.snapshot(), loaded->contact_name);
  co_return answer;
}

runtime::Task<Answer<ListAnswer>> Conversations::list(access::Principal agent, ports::ListView view, std::string cursor,
                                                      std::size_t limit) {
  const auto executor = co_await asio::this_coro::executor;
  if (!access::allowed(agent, Action::list_conversations, {agent.workspace, std::nullopt}))
    co_return refuse(Refusal::not_permitted);
  ports::ListQuery query{agent.workspace, view, id_cast<UserId>(agent.id), limit, std::move(cursor)};
  auto page = co_await ask<ports::ListPage>([this, query](auto done) { node_.store.list(query, std::move(done)); });
  if (!page) co_return refuse(Refusal::try_later);
  co_return ListAnswer{views_of(std::move(page->rows), node_, local_here(node_, executor).roster), page->counts,
                       page->cursor};
}

runtime::Task<Answer<ContactConversations>> Conversations::of_contact(access::Principal caller, ContactId contact) {
  const auto executor = co_await asio::this_coro::executor;
  const auto action = caller.role == access::Role::visitor ? Action::read_own_contact : Action::read_any_contact;
  if (!access::allowed(caller, action, {caller.workspace, contact})) co_return refuse(Refusal::not_permitted);
  auto stored = co_await stored_contact(&node_, caller.workspace, contact);
  if (!stored) co_return refuse(Refusal::try_later);
  if (!*stored) co_return ContactConversations{};
  auto rows = co_await ask<std::vector<ports::LoadedConversation>>([this, caller, contact](auto done) {
    node_.store.conversations_of(caller.workspace, contact, limits::kContactConversationsMax, std::move(done));
  });
  if (!rows) co_return refuse(Refusal::try_later);
  co_return ContactConversations{(*stored)->seq, views_of(std::move(*rows), node_, local_here(node_, executor).roster)};
}

runtime::Task<Answer<ContactAnswer>> Conversations::contact(access::Principal agent, ContactId contact) {
  const auto executor = co_await asio::this_coro::executor;
  auto own = co_await of_contact(agent, contact);
  if (!own) co_return std::unexpected(own.error());
  auto stored = co_await stored_contact(&node_, agent.workspace, contact);
  auto pages = co_await ask<std::vector<ports::PageView>>(
      [this, agent, contact](auto done) { node_.store.pages_of(agent.workspace, contact, std::move(done)); });
  if (!stored || !pages) co_return refuse(Refusal::try_later);
  if (!*stored) co_return refuse(Refusal::conversation_unknown);
  const auto& roster = local_here(node_, executor).roster;
  // Where they are now may not have reached the store yet.
  if (const auto* page = roster.page_of(contact)) pages->insert(pages->begin(), *page);
  without_reloads(*pages);
  ContactAnswer answer{std::move(**stored), roster.contact_online(contact), std::nullopt, std::move(*pages),
                       std::move(own->conversations)};
  if (const auto* page = roster.page_of(contact)) answer.page = *page;
  co_return answer;
}

}  // namespace parlor::app
