#include "ledger.h"

#include <algorithm>

#include "domain/conversation/evolve.h"
#include "edge/session/from_wire.h"

namespace parlor::sim {
namespace {

using edge::from_wire;
namespace c = conversation;

// What the two sides of a comparison of states may differ in: what is not kept, and marks that come by another way.
c::State bare(c::State state) {
  state.named.clear();
  state.recent.clear();
  state.reads.clear();
  return state;
}

std::size_t wire_type(const c::Fact& fact) {
  using wire::EventType;
  static constexpr EventType kTypes[] = {
      EventType::kConversationStarted, EventType::kConversationQueued,   EventType::kConversationAssigned,
      EventType::kConversationSnoozed, EventType::kConversationResolved, EventType::kConversationReopened,
      EventType::kConversationRated,   EventType::kConversationTagged,   EventType::kMessagePosted,
      EventType::kMessageEdited,       EventType::kMessageDeleted,       EventType::kNotePosted,
      EventType::kParticipantJoined,   EventType::kParticipantLeft,      EventType::kConversationTransferred,
      EventType::kAnswerAsked,         EventType::kTransferDeclined,
  };
  static_assert(std::size(kTypes) == std::variant_size_v<c::Fact>);
  return static_cast<std::size_t>(kTypes[fact.index()]);
}

}  // namespace

void broken(const std::string& text) {
  throw BrokenPromise(text);
}

std::uint64_t number_in(const std::string& text) {
  const auto at = text.rfind(' ');
  return at == std::string::npos ? 0 : std::stoull(text.substr(at + 1));
}

void Ledger::committed(const ports::Append& append) {
  tally_.add(Count::commits);
  if (append.contact) take_requests(append.contact->requests);
  for (const auto& part : append.conversations)
    committed(append.workspace, part);
}

void Ledger::take_requests(const std::vector<ports::RequestRecord>& requests) {
  for (const auto& request : requests)
    promise(receipts_.try_emplace(request.client_id, request.receipt).second, "one call is stored twice");
}

void Ledger::committed(WorkspaceId workspace, const ports::ConversationAppend& append) {
  auto& kept = conversations_[append.conversation];
  kept.workspace = workspace;
  kept.state.id = append.conversation;
  take_requests(append.requests);
  for (const auto& content : append.contents) {
    auto& known = kept.contents[content.id];
    promise(content.version >= known.version, "content goes back to an older version");
    known.version = content.version;
    known.text = content.body ? std::optional(content.body->text) : std::nullopt;
  }
  const auto before = kept.state;
  for (const auto& event : append.events)
    take_event(kept, event);
  check_capacity(before, kept.state);
  promise(bare(append.after) == bare(kept.state), "the stored state is not what its events make");
  if (append.expected_seq == 0) {
    of_contact_[kept.state.contact].push_back(append.conversation);
    tally_.add(Count::conversations);
  }
}

void Ledger::take_event(TrueConversation& kept, const c::Event& event) {
  promise(event.seq == kept.events.size() + 1, "a seq is missing or used twice");
  promise(event.visitor_prev == kept.state.visitor_seq, "visitor_prev is not the last seq that visitors saw");
  check_assignee(kept.state, event);
  if (const auto* posted = std::get_if<c::MessagePosted>(&event.fact)) take_message(kept, event, posted->message);
  if (event.actor == Actor::system() && std::holds_alternative<c::Resolved>(event.fact))
    tally_.add(Count::chats_of_the_gone);
  c::evolve(kept.state, event);
  kept.events.push_back(event);
}

void Ledger::take_message(TrueConversation& kept, const c::Event& event, MessageId message) {
  tally_.add(Count::messages);
  const auto& text = kept.contents[message].text;
  const auto moved = event.client_id ? moved_with_.find(*event.client_id) : moved_with_.end();
  auto& newest = kept.newest_by[{event.actor, moved == moved_with_.end() ? kept.state.id.bytes : moved->second}];
  // Posted and deleted in one append: its number is gone with its text.
  if (!text) return;
  const auto number = number_in(*text);
  if (number <= newest)
    broken("a sender's messages are out of order: " + std::to_string(number) + " after " + std::to_string(newest) +
           " in " + kept.state.id.str());
  newest = number;
}

// Whoever accepts takes what nobody has, or what is theirs already.
void Ledger::check_assignee(const c::State& before, const c::Event& event) const {
  const auto* assigned = std::get_if<c::Assigned>(&event.fact);
  if (!assigned || !event.client_id || !accepts_.contains(*event.client_id)) return;
  const bool free = !before.assignee || *before.assignee == assigned->assignee;
  promise(free, "an agent accepted a conversation that another one has");
}

std::vector<const c::State*> Ledger::open_of(UserId agent) const {
  std::vector<const c::State*> open;
  for (const auto& [id, kept] : conversations_) {
    if (kept.state.status == c::Status::open && kept.state.assignee == agent) open.push_back(&kept.state);
  }
  return open;
}

void Ledger::check_capacity(const c::State& before, const c::State& after) const {
  if (after.status != c::Status::open || !after.assignee) return;
  const auto capacity = capacities_.find(*after.assignee);
  const bool had_it = before.status == c::Status::open && before.assignee == after.assignee;
  if (capacity == capacities_.end() || had_it) return;
  promise(open_of(*after.assignee).size() <= capacity->second, "an agent has more chats than they can have");
}

void Ledger::check_told(ConversationId conversation, const wire::Event& event, Audience audience) const {
  const auto* kept = find(conversation);
  promise(kept != nullptr, "told of a conversation that is not stored");
  const auto seq = static_cast<std::size_t>(event.seq);
  promise(seq >= 1 && seq <= kept->events.size(), "told of an event that is not stored");
  const auto& stored = kept->events[seq - 1];
  promise(visible_to(stored.fact, audience), "told of an event that is not for this audience");
  promise(static_cast<std::uint64_t>(event.prev) == stored.prev_for(audience), "prev is not right for this audience");
  promise(static_cast<std::size_t>(event.type()) == wire_type(stored.fact), "an event is not what is stored");
  const auto client_id = event.client_id ? std::optional(from_wire<ClientId>(*event.client_id)) : std::nullopt;
  promise(client_id == stored.client_id, "an event's client id is not what is stored");
}

void Ledger::check_answered(ConversationId conversation, const Sent& sent, std::int64_t seq) {
  tally_.add(Count::acknowledged);
  const auto* kept = find(conversation);
  promise(kept && static_cast<std::size_t>(seq) <= kept->events.size(), "acknowledged and not stored");
  const auto receipt = receipts_.find(ClientId{sent.client_id.bytes});
  if (receipt != receipts_.end() && receipt->second.seq != static_cast<conversation::Seq>(seq))
    broken("the same client id got another result: first " + std::to_string(receipt->second.seq) + ", now " +
           std::to_string(seq));
  if (static_cast<conversation::Seq>(seq) < sent.head)
    broken("a call was answered from a state older than itself: at " + std::to_string(seq) + ", sent at " +
           std::to_string(sent.head));
}

void Ledger::check_begun(ConversationId conversation, const wire::Uuid& message) {
  tally_.add(Count::acknowledged);
  const auto receipt = receipts_.find(ClientId{message.bytes});
  promise(receipt != receipts_.end(), "acknowledged and not stored");
  promise(receipt->second.conversation == conversation,
          "a message is in another conversation than its sender was told");
}

const TrueConversation* Ledger::find(ConversationId conversation) const {
  const auto found = conversations_.find(conversation);
  return found == conversations_.end() ? nullptr : &found->second;
}

}  // namespace parlor::sim
