// A person's outbox and errands: what goes out, in which order, and again after whatever happens.
#include <algorithm>

#include "edge/session/to_wire.h"
#include "person.h"

namespace parlor::sim {

using namespace std::chrono_literals;

namespace {

constexpr std::size_t kInFlightMax = 8;

Span wait_of(World& world, const wire::RpcError& error) {
  if (error.retry_after_ms) return std::chrono::milliseconds(*error.retry_after_ms);
  return world.chance.between(500ms, 1s);
}

std::int64_t seq_in(wire::Element result) {
  std::int64_t seq = 0;
  promise(result["seq"].get(seq) == simdjson::SUCCESS, "an answer has no seq");
  return seq;
}

void promise_reasonable(wire::Reason reason) {
  using wire::Reason;
  for (const auto never : {Reason::kClientIdReused, Reason::kConversationUnknown, Reason::kMessageUnknown,
                           Reason::kNotPermitted, Reason::kAgentUnknown}) {
    if (reason == never) broken("a call was refused without reason: " + std::string(wire::to_string(reason)));
  }
}

}  // namespace

// One tab sends at a time; sometimes another one that was taken for dead does too.
void Person::pump() {
  auto* tab = any_live_tab();
  if (!tab) return;
  if (world_.strikes(10) && tabs_.back()->is_live()) tab = tabs_.back().get();
  std::map<std::optional<ConversationId>, std::pair<std::size_t, std::optional<wire::Uuid>>> ahead;
  for (std::size_t i = 0; i < unsent_.size(); ++i) {
    auto& unsent = unsent_[i];
    auto& [count, last] = ahead[unsent.conversation];
    const auto after = std::exchange(last, unsent.client_id);
    const bool waits = !may_send(unsent, count);
    count = waits ? kInFlightMax : count + 1;
    if (!waits && !unsent.in_flight) send(unsent, *tab, after);
  }
}

bool Person::may_send(const Unsent& unsent, std::size_t ahead) const {
  const bool knows_where = unsent.conversation || unsent.start;
  return knows_where && ahead < kInFlightMax && unsent.paused_until <= world_.timeline.now();
}

void Person::send(Unsent& unsent, Tab& tab, std::optional<wire::Uuid> after) {
  unsent.in_flight = &tab;
  if (std::exchange(unsent.was_sent, true)) {
    world_.tally.add(Count::resends);
  } else {
    unsent.head_when_written = head_of(unsent.conversation);
  }
  const wire::Body body(wire::TextBody{unsent.text});
  if (world_.traces()) world_.trace(name() + (unsent.start ? " begins with " : " sends ") + unsent.text);
  auto answered_call = [this, id = unsent.client_id, to = unsent.conversation](CallAnswer answer) {
    answered(id, to, std::move(answer));
  };
  if (unsent.start) {
    wire::ConversationStartParams params;
    params.client_id = *unsent.start;
    params.message = wire::FirstMessage{unsent.client_id, body};
    return tab.call(wire::Params(std::move(params)), std::move(answered_call));
  }
  wire::MessagePostParams params{edge::to_wire(*unsent.conversation), unsent.client_id, after, body};
  tab.call(wire::Params(std::move(params)), std::move(answered_call));
}

Person::Unsent* Person::find_unsent(const wire::Uuid& client_id) {
  const auto found = std::ranges::find(unsent_, client_id, &Unsent::client_id);
  return found == unsent_.end() ? nullptr : &*found;
}

void Person::answered(const wire::Uuid& client_id, std::optional<ConversationId> to, CallAnswer answer) {
  auto* unsent = find_unsent(client_id);
  if (!unsent) return;
  unsent->in_flight = nullptr;
  // It goes elsewhere since. Stored after all: whoever begins with it is told where.
  if (unsent->conversation != to && (!answer.result || unsent->start)) return pump_later(10ms);
  if (answer.error) return refused(*unsent, *answer.error);
  if (answer.lost()) return pump_later(10ms);
  to ? done(*unsent, *to, *answer.result) : begun(*unsent, *answer.result);
  pump();
}

void Person::done(Unsent& unsent, ConversationId to, wire::Element result) {
  if (world_.traces()) world_.trace(name() + " has sent " + unsent.text);
  world_.ledger.check_answered(to, {unsent.client_id, unsent.head_when_written}, seq_in(result));
  std::erase_if(unsent_, [id = unsent.client_id](const Unsent& one) { return one.client_id == id; });
}

void Person::begun(Unsent& unsent, wire::Element result) {
  const auto answer = wire::decode_as<wire::ConversationStartResult>(result);
  promise(answer.has_value(), "a start's answer cannot be decoded");
  const ConversationId conversation{answer->conversation.bytes};
  world_.ledger.check_begun(conversation, unsent.client_id);
  std::erase_if(unsent_, [id = unsent.client_id](const Unsent& one) { return one.client_id == id; });
  for (auto& waiting : unsent_) {
    if (!waiting.conversation && !waiting.start) waiting.conversation = conversation;
  }
  for (const auto& tab : tabs_)
    tab->want(wire::Topic::conversation(answer->conversation));
}

void Person::refused(Unsent& unsent, const wire::RpcError& error) {
  if (error.reason == wire::Reason::kConversationResolved && unsent.conversation && audience() == Audience::visitor)
    return move_to_new(*unsent.conversation);
  // Writing would take the conversation, and there is no room: the words stay with the agent.
  if (error.reason == wire::Reason::kAgentFull && audience() == Audience::agent) {
    std::erase_if(unsent_, [id = unsent.client_id](const Unsent& one) { return one.client_id == id; });
    return pump();
  }
  if (!is_retried(error.reason)) broken("a message was refused: " + std::string(wire::to_string(error.reason)));
  const auto wait = wait_of(world_, error);
  for (auto& one : unsent_) {
    if (one.conversation == unsent.conversation) one.paused_until = world_.timeline.now() + wait;
  }
  pump_later(wait);
}

// The conversation has ended for good: the text begins a new one, and what followed it goes there too.
void Person::move_to_new(ConversationId conversation) {
  std::optional<wire::Uuid> first;
  for (auto& unsent : unsent_) {
    if (unsent.conversation != conversation) continue;
    if (!first) unsent.start = fresh_id();
    if (!first) first = unsent.client_id;
    world_.ledger.moves(unsent.client_id, *first);
    unsent.conversation.reset();
    unsent.was_sent = false;
  }
  pump();
}

void Person::pump_later(Span wait) {
  world_.timeline.after(wait, [this] {
    pump();
    send_errands();
  });
}

void Person::confirmed(const wire::Uuid& client_id) {
  const auto* unsent = find_unsent(client_id);
  // A start is over when its answer names the conversation.
  if (!unsent || unsent->start) return;
  std::erase_if(unsent_, [&](const Unsent& one) { return one.client_id == client_id; });
  pump();
}

template <class Params>
void Person::run_errand(ConversationId conversation, Params params) {
  params.client_id = fresh_id();
  if constexpr (std::is_same_v<Params, wire::ConversationAcceptParams>) world_.ledger.expect_accept(params.client_id);
  const Sent sent{params.client_id, head_of(conversation)};
  errands_.push_back({params.client_id, conversation, wire::Params(std::move(params)), sent});
  send_errands();
}

template void Person::run_errand(ConversationId, wire::ConversationAcceptParams);
template void Person::run_errand(ConversationId, wire::ConversationAssignParams);
template void Person::run_errand(ConversationId, wire::ConversationTagParams);
template void Person::run_errand(ConversationId, wire::ConversationSnoozeParams);
template void Person::run_errand(ConversationId, wire::ConversationResolveParams);
template void Person::run_errand(ConversationId, wire::ConversationReopenParams);
template void Person::run_errand(ConversationId, wire::ConversationEndParams);
template void Person::run_errand(ConversationId, wire::ConversationRateParams);
template void Person::run_errand(ConversationId, wire::MessageEditParams);
template void Person::run_errand(ConversationId, wire::MessageDeleteParams);
template void Person::run_errand(ConversationId, wire::NotePostParams);

void Person::send_errands() {
  auto* tab = any_live_tab();
  if (!tab) return;
  for (auto& errand : errands_) {
    if (!errand.in_flight && errand.paused_until <= world_.timeline.now()) send(errand, *tab);
  }
}

void Person::send(Errand& errand, Tab& tab) {
  errand.in_flight = &tab;
  if (std::exchange(errand.was_sent, true)) world_.tally.add(Count::resends);
  tab.call(errand.params, [this, id = errand.client_id](CallAnswer answer) { errand_answered(id, std::move(answer)); });
}

void Person::errand_answered(const wire::Uuid& client_id, CallAnswer answer) {
  const auto errand = std::ranges::find(errands_, client_id, &Errand::client_id);
  if (errand == errands_.end()) return;
  errand->in_flight = nullptr;
  if (answer.lost()) return pump_later(10ms);
  if (answer.error && is_retried(answer.error->reason)) {
    const auto wait = wait_of(world_, *answer.error);
    errand->paused_until = world_.timeline.now() + wait;
    return pump_later(wait);
  }
  if (answer.error) promise_reasonable(answer.error->reason);
  if (world_.traces())
    world_.trace(name() + " is answered " + std::string(wire::to_string(wire::method_of(errand->params))) +
                 (answer.error ? " refused" : " done"));
  if (answer.result) world_.ledger.check_answered(errand->conversation, errand->sent, seq_in(*answer.result));
  errands_.erase(errand);
}

}  // namespace parlor::sim
