// Beginning a conversation: one transaction, keyed by (contact, client id). The contact's seq guards two beginnings at
// once, so that a contact has one unresolved conversation in an inbox; a second wish to begin becomes a message there.
#include <algorithm>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "app/conversation/batch.h"
#include "app/conversation/conversations.h"
#include "app/conversation/fingerprint.h"
#include "app/conversation/shard.h"
#include "app/conversation/views.h"
#include "domain/conversation/decide.h"
#include "domain/text.h"
#include "runtime/resume.h"

namespace parlor::app {
namespace {

constexpr int kAttemptsMax = 8;

// What stands before a conversation begins.
struct Before {
  std::optional<ports::StoredContact> contact;
  std::optional<ports::RequestRecord> earlier;
  // The contact's unresolved conversation in this inbox.
  std::optional<conversation::State> unresolved;
  // Where the message of this start was stored already: in a conversation that has been resolved since.
  std::optional<ports::RequestRecord> posted;
};

struct Begun {
  Batch batch;
  ports::Append append;
  ports::LoadedConversation loaded;
};

ContactId contact_of(const access::Principal& visitor) {
  return id_cast<ContactId>(visitor.id);
}

ports::Fingerprint fingerprint_of(ports::Vault& vault, const access::Principal& visitor, const StartRequest& request) {
  // With a message the two calls are one: the same start with another text is another call.
  if (request.message) return fingerprint(vault, conversation::PostMessage{request.message->body});
  return fingerprint(vault, conversation::Start{visitor.inbox, contact_of(visitor)});
}

using Rows = std::vector<ports::LoadedConversation>;
using FoundRequest = std::optional<ports::RequestRecord>;

runtime::Task<Result<FoundRequest>> find_request(Node& node, access::Principal visitor, IdBytes stream,
                                                 ClientId client_id) {
  auto found = co_await runtime::await_callback<Result<FoundRequest>>([&node, visitor, stream, client_id](auto done) {
    node.store.request({visitor.workspace, stream, visitor.actor(), client_id}, std::move(done));
  });
  co_return found;
}

runtime::Task<Result<FoundRequest>> find_posted(Node& node, access::Principal visitor, Rows rows, ClientId client_id) {
  for (const auto& row : rows) {
    auto found = co_await find_request(node, visitor, row.state.id.bytes, client_id);
    if (!found || *found) co_return found;
  }
  co_return FoundRequest();
}

runtime::Task<Result<Rows>> newest_conversations(Node& node, access::Principal visitor) {
  auto rows = co_await runtime::await_callback<Result<Rows>>([&node, visitor](auto done) {
    constexpr std::size_t kNewestLookedAt = 20;
    node.store.conversations_of(visitor.workspace, contact_of(visitor), kNewestLookedAt, std::move(done));
  });
  co_return rows;
}

runtime::Task<Result<Before>> look_before(Node& node, access::Principal visitor, ClientId client_id,
                                          std::optional<ClientId> message) {
  const auto contact = contact_of(visitor);
  Before before;
  auto stored = co_await runtime::await_callback<Result<std::optional<ports::StoredContact>>>(
      [&node, visitor, contact](auto done) { node.store.contact(visitor.workspace, contact, std::move(done)); });
  if (!stored) co_return std::unexpected(stored.error());
  if (!*stored) co_return before;
  before.contact = std::move(*stored);
  auto earlier = co_await find_request(node, visitor, contact.bytes, client_id);
  if (!earlier) co_return std::unexpected(earlier.error());
  before.earlier = std::move(*earlier);
  if (before.earlier) co_return before;
  auto rows = co_await newest_conversations(node, visitor);
  if (!rows) co_return std::unexpected(rows.error());
  const auto found = std::ranges::find_if(*rows, [&](const ports::LoadedConversation& row) {
    return row.state.inbox == visitor.inbox && row.state.status != conversation::Status::resolved;
  });
  if (found != rows->end()) before.unresolved = found->state;
  if (before.unresolved || !message) co_return before;
  auto posted = co_await find_posted(node, visitor, std::move(*rows), *message);
  if (!posted) co_return std::unexpected(posted.error());
  before.posted = std::move(*posted);
  co_return before;
}

Pending pending_of(Node& node, const access::Principal& visitor, conversation::Wish wish, ClientId client_id) {
  const auto print = fingerprint(node.vault, wish);
  conversation::Command command{visitor.actor(), client_id, std::nullopt, std::move(wish)};
  return {visitor, std::move(command), print, std::nullopt, Reply<ports::Receipt>(node.workers[0], [](auto) {}), {}};
}

std::optional<Refusal> decide_into(Batch& batch, Node& node, Pending pending) {
  conversation::Context context;
  context.now = node.clock.now();
  context.fresh_id = node.ids.make<MessageId>();
  auto decided = conversation::decide(batch.provisional(), pending.command, context);
  if (!decided) return decided.error();
  batch.add(std::move(pending), std::move(*decided), context.now);
  return std::nullopt;
}

ports::ContactAppend contact_append(Node& node, const access::Principal& visitor, const StartRequest& request,
                                    const Before& before) {
  ports::ContactAppend contact;
  contact.contact = contact_of(visitor);
  contact.expected_seq = before.contact ? before.contact->seq : 0;
  contact.inbox = visitor.inbox;
  contact.visitor = visitor.visitor;
  contact.token_hash = request.token_hash;
  contact.name = request.name;
  contact.email = request.email;
  contact.locale = request.locale;
  contact.user_agent = request.user_agent;
  contact.at = node.clock.now();
  return contact;
}

ports::LoadedConversation loaded_after(const Batch& batch, const ports::ConversationAppend& append,
                                       const StartRequest& request, const Before& before) {
  ports::LoadedConversation loaded;
  loaded.state = batch.provisional();
  loaded.preview = append.preview.value_or(std::string());
  loaded.page_url = append.page_url.value_or(std::string());
  loaded.page_title = append.page_title.value_or(std::string());
  loaded.contact_name = request.name.value_or(before.contact ? before.contact->name : std::string());
  loaded.locale = request.locale.value_or(before.contact ? before.contact->locale : std::string());
  return loaded;
}

Answer<Begun> decide_begin(Node& node, const access::Principal& visitor, const StartRequest& request,
                           const Before& before) {
  conversation::State fresh;
  fresh.id = node.ids.make<ConversationId>();
  Batch batch(fresh);
  conversation::Start start{visitor.inbox, contact_of(visitor)};
  if (const auto refused = decide_into(batch, node, pending_of(node, visitor, start, request.client_id)))
    return refuse(*refused);
  if (request.message) {
    conversation::PostMessage post{request.message->body};
    auto pending = pending_of(node, visitor, std::move(post), request.message->client_id);
    if (const auto refused = decide_into(batch, node, std::move(pending))) return refuse(*refused);
  }
  auto conversation = batch.to_append();
  if (request.page) {
    conversation.page_url = text::page_address(request.page->url);
    conversation.page_title = request.page->title;
  }
  auto contact = contact_append(node, visitor, request, before);
  // The beginning is keyed by the contact; the conversation keeps the message's record alone.
  auto record = conversation.requests.front();
  conversation.requests.erase(conversation.requests.begin());
  record.fingerprint = fingerprint_of(node.vault, visitor, request);
  record.receipt.seq = batch.provisional().visitor_seq;
  record.receipt.status = batch.provisional().status;
  contact.requests.push_back(record);
  auto loaded = loaded_after(batch, conversation, request, before);
  ports::Append append{visitor.workspace, std::move(contact), {}};
  append.conversations.push_back(std::move(conversation));
  return Begun{std::move(batch), std::move(append), std::move(loaded)};
}

void publish_begun(Node& node, Shard& shard, const access::Principal& visitor, Begun begun) {
  const auto workspace = visitor.workspace;
  auto joined = begun.batch.joined();
  shard.worker().dispatch([&shard, workspace, loaded = begun.loaded, joined = std::move(joined)]() mutable {
    shard.adopt(workspace, std::move(loaded), std::move(joined));
  });
  node.presence.contact_stored(workspace, contact_of(visitor));
  ContactConversationStarted started;
  started.seq = begun.append.contact->expected_seq + 1;
  started.at = begun.loaded.state.started_at;
  started.client_id = begun.append.contact->requests.front().client_id;
  started.conversation = view_of(std::move(begun.loaded), *node.directory.snapshot(), Roster());
  started.conversation.contact_online = true;
  node.bus.publish(
      std::make_shared<const Publication>(Topic::contact(workspace, contact_of(visitor)), std::move(started)));
}

void publish_head(Node& node, const access::Principal& visitor, const ports::StoredContact& contact) {
  const auto topic = Topic::contact(visitor.workspace, contact.id);
  node.bus.publish(std::make_shared<const Publication>(topic, HeadSeen{{contact.seq, contact.seq}}));
}

ports::Receipt receipt_of(const conversation::State& unresolved) {
  return {unresolved.id, unresolved.visitor_seq, unresolved.status, unresolved.updated_at, std::nullopt, 1};
}

Call post_into(const conversation::State& unresolved, const access::Principal& visitor, PostFirst message) {
  conversation::PostMessage post{std::move(message.body)};
  // Only while it is as it was looked at: a message must not land here once another attempt at the same start found the
  // conversation resolved and began a new one with it.
  return {unresolved.id, {visitor.actor(), message.client_id, unresolved.seq, std::move(post)}, std::nullopt};
}

runtime::Task<Answer<ports::Receipt>> submit_and_wait(Conversations& conversations, runtime::Worker& worker,
                                                      access::Principal caller, Call call) {
  auto answer = co_await runtime::await_callback<Answer<ports::Receipt>>(
      [&conversations, &worker, caller, call](auto done) mutable {
        Reply<ports::Receipt> reply(
            worker, [done = std::move(done)](Answer<ports::Receipt> result) mutable { done(std::move(result)); });
        conversations.submit(caller, std::move(call), std::move(reply));
      });
  co_return answer;
}

}  // namespace

runtime::Task<Answer<ports::Receipt>> Conversations::begin_once(access::Principal visitor, StartRequest request,
                                                                runtime::Worker& worker, bool& again) {
  const auto message = request.message ? std::optional(request.message->client_id) : std::nullopt;
  auto before = co_await look_before(node_, visitor, request.client_id, message);
  if (!before) co_return refuse(Refusal::try_later);
  if (before->earlier) {
    // Whoever made it may have been cut off between storing and telling.
    publish_head(node_, visitor, *before->contact);
    co_return answer_again(*before->earlier, fingerprint_of(node_.vault, visitor, request));
  }
  if (before->unresolved) {
    if (!request.message) co_return receipt_of(*before->unresolved);
    auto call = post_into(*before->unresolved, visitor, std::move(*request.message));
    auto posted = co_await submit_and_wait(*this, worker, visitor, std::move(call));
    // Something happened there a moment ago, perhaps its end.
    again = !posted &&
            (posted.error().reason == Refusal::conversation_resolved || posted.error().reason == Refusal::conflict);
    co_return posted;
  }
  if (before->posted) co_return answer_again(*before->posted, fingerprint_of(node_.vault, visitor, request));
  auto begun = decide_begin(node_, visitor, request, *before);
  if (!begun) co_return std::unexpected(begun.error());
  auto outcome = co_await runtime::await_callback<Result<ports::AppendOutcome>>(
      [this, append = begun->append](auto done) mutable { node_.store.append(std::move(append), std::move(done)); });
  if (!outcome) co_return refuse(refusal_of(outcome.error()));
  again = !std::holds_alternative<ports::Appended>(*outcome);
  if (again) co_return refuse(Refusal::try_later);
  const auto receipt = begun->append.contact->requests.front().receipt;
  contacts_of(visitor.id.bytes)
      .begun({visitor.workspace, contact_of(visitor)}, receipt.conversation, begun->append.contact->expected_seq);
  auto& shard = shard_of(begun->loaded.state.id.bytes);
  worker.post([this, &shard, visitor, begun = std::make_shared<Begun>(std::move(*begun))] {
    publish_begun(node_, shard, visitor, std::move(*begun));
  });
  co_return receipt;
}

runtime::Task<> Conversations::begin(access::Principal visitor, StartRequest request, runtime::Worker& worker,
                                     Reply<ports::Receipt> reply) {
  for (int attempt = 0; attempt < kAttemptsMax; ++attempt) {
    bool again = false;
    auto answer = co_await begin_once(visitor, request, worker, again);
    if (!again) {
      reply(std::move(answer));
      co_return;
    }
  }
}

void Conversations::start(access::Principal visitor, StartRequest request, Reply<ports::Receipt> reply) {
  const access::Object own{visitor.workspace, contact_of(visitor)};
  if (!access::allowed(visitor, access::Action::start_conversation, own)) return reply(refuse(Refusal::not_permitted));
  auto& worker = shard_of(visitor.id.bytes).worker();
  asio::co_spawn(worker.executor(), begin(visitor, std::move(request), worker, std::move(reply)), asio::detached);
}

}  // namespace parlor::app
