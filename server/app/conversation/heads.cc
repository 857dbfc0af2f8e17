// How far everything goes that somebody comes back to. On a single node the shards know it without the store; between
// nodes the store is asked, since another node may have gone further.
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "app/conversation/conversations.h"
#include "app/conversation/shard.h"
#include "base/limits.h"
#include "runtime/resume.h"

namespace parlor::app {
namespace {

using Loaded = std::optional<ports::LoadedConversation>;
using Stored = std::optional<ports::StoredContact>;
using Rows = std::vector<ports::LoadedConversation>;

runtime::Task<Answer<ports::LoadedConversation>> conversation_stored(Node& node, WorkspaceId workspace,
                                                                     ConversationId id) {
  auto loaded = co_await runtime::await_callback<Result<Loaded>>(
      [&node, workspace, id](auto done) { node.store.load(workspace, id, std::move(done)); });
  if (!loaded) co_return refuse(Refusal::try_later);
  if (!*loaded) co_return refuse(Refusal::conversation_unknown);
  co_return std::move(**loaded);
}

runtime::Task<Answer<ContactCache::Kept>> contact_stored(Node& node, WorkspaceId workspace, ContactId contact) {
  auto stored = co_await runtime::await_callback<Result<Stored>>(
      [&node, workspace, contact](auto done) { node.store.contact(workspace, contact, std::move(done)); });
  if (!stored) co_return refuse(Refusal::try_later);
  ContactCache::Kept kept;
  if (!*stored) co_return kept;
  auto rows = co_await runtime::await_callback<Result<Rows>>([&node, workspace, contact](auto done) {
    node.store.conversations_of(workspace, contact, limits::kContactConversationsMax, std::move(done));
  });
  if (!rows) co_return refuse(Refusal::try_later);
  kept.seq = (*stored)->seq;
  for (const auto& row : *rows)
    kept.conversations.push_back(row.state.id);
  co_return kept;
}

}  // namespace

runtime::Task<Answer<ports::LoadedConversation>> Conversations::conversation_now(WorkspaceId workspace,
                                                                                 ConversationId id) {
  if (node_.bus.has_other_nodes()) {
    auto stored = co_await conversation_stored(node_, workspace, id);
    co_return stored;
  }
  auto& shard = shard_of(id.bytes);
  auto kept = co_await runtime::await_callback<Answer<ports::LoadedConversation>>([&shard, workspace, id](auto done) {
    Reply<ports::LoadedConversation> reply(
        shard.worker(),
        [done = std::move(done)](Answer<ports::LoadedConversation> one) mutable { done(std::move(one)); });
    shard.worker().dispatch(
        [&shard, workspace, id, reply = std::move(reply)]() mutable { shard.look({workspace, id}, std::move(reply)); });
  });
  co_return kept;
}

runtime::Task<Answer<ContactCache::Kept>> Conversations::contact_now(WorkspaceId workspace, ContactId contact) {
  auto& cache = contacts_of(contact.bytes);
  const ContactKey key{workspace, contact};
  const bool alone = !node_.bus.has_other_nodes();
  if (const auto* kept = cache.find(key); kept && alone) co_return *kept;
  const auto since = cache.moment();
  auto stored = co_await contact_stored(node_, workspace, contact);
  if (stored && alone) cache.keep(key, *stored, since);
  co_return stored;
}

runtime::Task<Answer<OwnHeads>> Conversations::own_heads_here(access::Principal visitor) {
  auto contact = co_await contact_now(visitor.workspace, id_cast<ContactId>(visitor.id));
  if (!contact) co_return std::unexpected(contact.error());
  OwnHeads heads{contact->seq, {}};
  for (const auto id : contact->conversations) {
    auto loaded = co_await conversation_now(visitor.workspace, id);
    if (!loaded) co_return std::unexpected(loaded.error());
    heads.conversations.push_back({id, loaded->state.visitor_seq, loaded->state.reads});
  }
  co_return heads;
}

runtime::Task<Answer<OwnHeads>> Conversations::own_heads(access::Principal visitor) {
  const access::Object own{visitor.workspace, id_cast<ContactId>(visitor.id)};
  if (!access::allowed(visitor, access::Action::read_own_contact, own)) co_return refuse(Refusal::not_permitted);
  auto heads = co_await runtime::await_callback<Answer<OwnHeads>>([this, visitor](auto done) {
    auto& worker = shard_of(visitor.id.bytes).worker();
    Reply<OwnHeads> reply(worker, [done = std::move(done)](Answer<OwnHeads> one) mutable { done(std::move(one)); });
    asio::co_spawn(worker.executor(), tell_own_heads(visitor, std::move(reply)), asio::detached);
  });
  co_return heads;
}

runtime::Task<> Conversations::tell_own_heads(access::Principal visitor, Reply<OwnHeads> reply) {
  auto heads = co_await own_heads_here(visitor);
  reply(std::move(heads));
}

}  // namespace parlor::app
