#include "app/conversation/conversations.h"

#include "app/conversation/fingerprint.h"
#include "app/conversation/shard.h"

namespace parlor::app {

Conversations::Conversations(Node& node) : node_(node) {
  for (std::size_t i = 0; i < node.workers.size(); ++i) {
    shards_.push_back(std::make_unique<Shard>(node, node.workers[i]));
    contacts_.push_back(std::make_unique<ContactCache>());
  }
}

Conversations::~Conversations() = default;

Shard& Conversations::shard_of(IdBytes id) {
  return *shards_[std::hash<ConversationId>{}(ConversationId{id}) % shards_.size()];
}

ContactCache& Conversations::contacts_of(IdBytes id) {
  return *contacts_[shard_of(id).worker().index()];
}

void Conversations::submit(access::Principal caller, Call call, Reply<ports::Receipt> reply) {
  const auto print = call.command.client_id ? fingerprint(node_.vault, call.command.wish) : ports::Fingerprint{};
  Pending pending{caller, std::move(call.command), print, call.after, std::move(reply), {}};
  auto& shard = shard_of(call.conversation.bytes);
  shard.worker().dispatch([&shard, key = ConversationKey{caller.workspace, call.conversation},
                           pending = std::move(pending)]() mutable { shard.submit(key, std::move(pending)); });
}

void Conversations::read(access::Principal caller, ConversationId conversation, ports::Seq seq,
                         Reply<ports::Appended> reply) {
  auto& shard = shard_of(conversation.bytes);
  shard.worker().dispatch([&shard, key = ConversationKey{caller.workspace, conversation}, caller, seq,
                           reply = std::move(reply)]() mutable { shard.read(key, caller, seq, std::move(reply)); });
}

void Conversations::type(access::Principal caller, ConversationId conversation, bool on) {
  auto& shard = shard_of(conversation.bytes);
  shard.worker().dispatch(
      [&shard, key = ConversationKey{caller.workspace, conversation}, caller, on] { shard.type(key, caller, on); });
}

void Conversations::wake_snoozed() {
  constexpr std::size_t kWokenAtOnceMax = 500;
  node_.store.snoozed_until(node_.clock.now(), kWokenAtOnceMax, [this](auto due) {
    if (!due) return;
    for (const auto& [workspace, conversation] : *due) {
      access::Principal system{access::Role::agent, workspace, {}, {}, {}, false};
      Call wake{conversation, {Actor::system(), std::nullopt, std::nullopt, conversation::Wake{}}, std::nullopt};
      submit(system, std::move(wake), Reply<ports::Receipt>(node_.workers[0], [](auto) {}));
    }
  });
}

}  // namespace parlor::app
