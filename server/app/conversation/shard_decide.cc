// The deciding half of the shard: what a command needs before it can be decided, who may wish it, and what it is
// answered.
#include <algorithm>

#include "app/conversation/actions.h"
#include "app/conversation/beginning.h"
#include "app/conversation/fingerprint.h"
#include "app/conversation/load_guard.h"
#include "app/conversation/shard.h"
#include "base/limits.h"
#include "domain/conversation/decide.h"

namespace parlor::app {
namespace {

constexpr std::size_t kNamedMessagesMax = 64;

std::optional<MessageId> message_named_by(const conversation::Wish& wish) {
  if (const auto* edit = std::get_if<conversation::EditMessage>(&wish)) return edit->message;
  if (const auto* remove = std::get_if<conversation::DeleteMessage>(&wish)) return remove->message;
  return std::nullopt;
}

// Who has the conversation after the command, if it says so.
std::optional<UserId> taker_of(const conversation::Command& command) {
  if (const auto* assign = std::get_if<conversation::Assign>(&command.wish)) return assign->assignee;
  if (const auto* transfer = std::get_if<conversation::Transfer>(&command.wish)) return transfer->agent;
  return command.actor.is_agent() ? std::optional(command.actor.user()) : std::nullopt;
}

Failure failure_of(Refusal refusal, const conversation::State& state) {
  if (refusal != Refusal::conflict) return {refusal, std::nullopt};
  return {refusal, ports::Receipt{state.id, state.seq, state.status, state.updated_at, std::nullopt, 1}};
}

}  // namespace

void Shard::gather(Entry& entry, Batch& batch) {
  while (!entry.waiting.empty() && batch.event_count() < limits::kEventsPerAppendMax) {
    auto& front = entry.waiting.front();
    if (front.after && entry.recent.find(front.command.actor, *front.after)) front.after.reset();
    // What waits ahead may still be refused, or be too much: then this one is asked about it again.
    const bool is_behind = front.after && batch.find(front.command.actor, *front.after);
    if (!is_behind && needs_look_up(entry, front)) {
      if (batch.empty()) look_up(entry, front);
      return;
    }
    auto pending = std::move(front);
    entry.waiting.pop_front();
    if (take(entry, batch, pending)) continue;
    entry.waiting.push_front(std::move(pending));
    // What the batch appends first shows whether the state is the newest.
    if (!batch.has_events()) look_at_newest(entry);
    return;
  }
}

bool Shard::needs_look_up(const Entry& entry, const Pending& pending) const {
  if (pending.after) return true;
  const auto message = message_named_by(pending.command.wish);
  return message && !entry.kept.state.named.contains(*message);
}

void Shard::look_up(Entry& entry, const Pending& pending) {
  entry.busy = true;
  if (pending.after) {
    look_up_previous(entry, pending);
  } else {
    look_up_message(entry, *message_named_by(pending.command.wish));
  }
}

void Shard::look_up_message(Entry& entry, MessageId message) {
  const auto key = entry.key;
  node_.store.message(key.workspace, key.id, message, [this, key](auto result) {
    worker_.post([this, key, result = std::move(result)]() mutable {
      auto& waiting = *find(key);
      waiting.busy = false;
      if (result && *result) {
        auto& named = waiting.kept.state.named;
        if (named.size() >= kNamedMessagesMax) named.clear();
        named.emplace((*result)->id, **result);
      } else {
        if (result) waiting.waiting.front().answer(refuse(Refusal::message_unknown));
        waiting.waiting.pop_front();
      }
      pump(waiting);
    });
  });
}

void Shard::look_up_previous(Entry& entry, const Pending& pending) {
  const auto key = entry.key;
  node_.store.request({key.workspace, key.id.bytes, pending.command.actor, *pending.after}, [this, key](auto result) {
    worker_.post([this, key, result = std::move(result)]() mutable {
      auto& waiting = *find(key);
      waiting.busy = false;
      if (result && *result) {
        waiting.waiting.front().after.reset();
      } else {
        // Dropped: "try later", after the one before.
        waiting.waiting.pop_front();
      }
      pump(waiting);
    });
  });
}

bool Shard::take(Entry& entry, Batch& batch, Pending& pending) {
  if (const auto refused = refuse_caller(entry, pending)) {
    pending.answer(refuse(*refused));
    return true;
  }
  if (answer_repeated(entry, batch, pending)) return true;
  const auto context = context_for(entry, batch, pending);
  auto decided = conversation::decide(batch.provisional(), pending.command, context);
  if (decided && !decided->events.empty()) {
    batch.add(std::move(pending), std::move(*decided), context.now);
    return true;
  }
  // An answer that no append proves true is given on a state that is stored, and not on a hope.
  if (batch.has_events() || may_be_old(pending)) return false;
  const auto& state = batch.provisional();
  if (decided) {
    ports::Receipt unchanged{state.id, state.seq, state.status, context.now, decided->message, decided->version};
    answer_unless_first(entry, std::move(pending), unchanged);
  } else {
    local_.figures.refuse(decided.error());
    answer_unless_first(entry, std::move(pending), std::unexpected(failure_of(decided.error(), state)));
  }
  return true;
}

bool Shard::may_be_old(const Pending& pending) const {
  return node_.bus.has_other_nodes() && !pending.saw_newest;
}

std::optional<Refusal> Shard::refuse_caller(const Entry& entry, const Pending& pending) const {
  const auto action = action_of(pending.command.wish);
  if (!action) return pending.command.actor == Actor::system() ? std::nullopt : std::optional(Refusal::not_permitted);
  const auto& caller = pending.caller;
  if (access::allowed(caller, *action, {entry.key.workspace, entry.kept.state.contact})) return std::nullopt;
  // Whoever may not do this to any conversation may know so; that this one exists is nobody else's business.
  return access::role_may(caller.role, *action) ? Refusal::conversation_unknown : Refusal::not_permitted;
}

bool Shard::answer_repeated(Entry& entry, Batch& batch, Pending& pending) {
  const auto& command = pending.command;
  if (!command.client_id) return false;
  if (auto* first = batch.find(command.actor, *command.client_id)) {
    if (first->fingerprint == pending.fingerprint) {
      first->echoes.push_back(std::move(pending.reply));
    } else {
      pending.answer(refuse(Refusal::client_id_reused));
    }
    return true;
  }
  const auto* record = entry.recent.find(command.actor, *command.client_id);
  if (record) pending.answer(answer_again(*record, pending.fingerprint));
  return record != nullptr;
}

conversation::Context Shard::context_for(const Entry& entry, const Batch& batch, const Pending& pending) {
  const auto& state = batch.provisional();
  const auto can_take = [&](UserId agent) { return local_.roster.is_reachable(agent) && entry.full_agent != agent; };
  conversation::Context context;
  context.now = node_.clock.now();
  context.fresh_id = node_.ids.make<MessageId>();
  context.assignee_online = state.assignee && can_take(*state.assignee);
  context.actor_is_owner = pending.caller.role == access::Role::owner;
  const auto* post = std::get_if<conversation::PostMessage>(&pending.command.wish);
  if (post && state.status == conversation::Status::assistant) {
    const auto& kept = entry.kept;
    const auto setup = node_.directory.snapshot()->routing_of(entry.key.workspace);
    const Beginning beginning{.inbox = state.inbox,
                              .message = post->body.text,
                              .page_url = kept.page_url,
                              .page_title = kept.page_title,
                              .locale = kept.locale,
                              .attributes = kept.attributes,
                              .queue = queue_before(node_.floor, entry.key.workspace, state.inbox, *setup),
                              .at = context.now};
    route(context, beginning, {*setup, node_.zones, node_.ids});
  }
  const auto taker = taker_of(pending.command);
  context.taker_is_full = taker && entry.full_agent == taker;
  const auto* transfer = std::get_if<conversation::Transfer>(&pending.command.wish);
  // Busy is there for their own visitors, and not for new ones.
  context.receiver_is_there =
      transfer && transfer->agent && local_.roster.agent(*transfer->agent) == AgentStatus::online;
  return context;
}

std::optional<ports::LoadGuard> Shard::guard_for(const Entry& entry) const {
  const auto setup = node_.directory.snapshot()->routing_of(entry.key.workspace);
  return load_guard(*setup, entry.kept.state, entry.batch->provisional());
}

// A call that was stored before may be refused now (its chat has ended since), or have nothing left to do: the first
// answer counts.
void Shard::answer_unless_first(const Entry& entry, Pending pending, Answer<ports::Receipt> answer) {
  const auto actor = pending.command.actor;
  const auto client_id = pending.command.client_id;
  if (!client_id) return pending.answer(answer);
  node_.store.request({entry.key.workspace, entry.key.id.bytes, actor, *client_id},
                      [pending = std::move(pending), answer = std::move(answer)](auto result) mutable {
                        if (!result) return;
                        if (!*result) return pending.answer(answer);
                        pending.answer(answer_again(**result, pending.fingerprint));
                      });
}

}  // namespace parlor::app
