#include "main/replay/conversation_run.h"

#include <algorithm>

namespace parlor::replay {
namespace {

constexpr auto kArrivalWait = std::chrono::seconds(20);

std::unexpected<Error> failed(std::string_view step, const client::CallError& error) {
  return fail(std::string(step) + ": " + std::string(error.lost ? "connection lost" : wire::to_string(error.reason)));
}

std::vector<Turn> turns_of(const std::vector<wire::Event>& events) {
  std::vector<Turn> turns;
  for (const auto& event : events) {
    const auto* posted = std::get_if<wire::MessagePosted>(&event.data);
    if (!posted) continue;
    const auto* body = posted->body ? std::get_if<wire::TextBody>(&*posted->body) : nullptr;
    turns.push_back({event.actor.kind == wire::ActorKind::kVisitor, body ? body->text : std::string()});
  }
  return turns;
}

bool equal(const std::vector<Turn>& stored, const std::vector<Turn>& recorded) {
  return std::ranges::equal(stored, recorded, [](const Turn& one, const Turn& other) {
    return one.by_visitor == other.by_visitor && one.text == other.text;
  });
}

}  // namespace

runtime::Task<Result<std::vector<wire::Event>>> read_transcript(std::shared_ptr<client::Client> client,
                                                                wire::Uuid conversation) {
  auto snapshot =
      co_await client->ask_patiently(wire::TopicSnapshotParams{.topic = wire::Topic::conversation(conversation)});
  if (!snapshot) co_return failed("topic.snapshot", snapshot.error());
  auto* state = std::get_if<wire::ConversationState>(&snapshot->state);
  if (!state) co_return fail("topic.snapshot: not a conversation's state");
  std::vector<wire::Event> events = std::move(state->events);
  bool has_more = state->has_more;
  while (has_more) {
    if (events.empty()) co_return fail("a page without events that has more");
    wire::HistoryPageParams params{.conversation = conversation, .before_seq = events.front().seq, .limit = 100};
    auto page = co_await client->ask_patiently(std::move(params));
    if (!page) co_return failed("history.page", page.error());
    if (page->events.empty() && page->has_more) co_return fail("a page without events that has more");
    events.insert(events.begin(), page->events.begin(), page->events.end());
    has_more = page->has_more;
  }
  co_return events;
}

runtime::Task<> ConversationRun::run() {
  ++tally_.conversations;
  tally_.turns += recorded_.turns.size();
  auto held = co_await hold();
  if (!held) {
    ++tally_.failures[held.error().text];
    tally_.lost += recorded_.turns.size() - said_.size();
  }
  count_order();
  if (visitor_.client) visitor_.client->close();
  if (agent_.client) agent_.client->close();
}

runtime::Task<Result<void>> ConversationRun::hold() {
  auto visitor = co_await client::create_visitor(loop_, settings_.server, settings_.inbox);
  if (!visitor) co_return std::unexpected(visitor.error());
  auto visitor_side = co_await connect(visitor_, {.token = visitor->token});
  if (!visitor_side) co_return visitor_side;
  auto agent_side = co_await connect(agent_, settings_.agent);
  if (!agent_side) co_return agent_side;
  auto begun = co_await begin();
  if (!begun) co_return begun;
  for (std::size_t index = said_.size(); index < recorded_.turns.size(); ++index) {
    if (settings_.pause.count() > 0) co_await client::sleep(loop_, settings_.pause);
    auto said = co_await say(index);
    if (!said) co_return said;
  }
  auto by_visitor = co_await compare(visitor_);
  if (!by_visitor) co_return by_visitor;
  auto by_agent = co_await compare(agent_);
  if (!by_agent) co_return by_agent;
  auto resolved = co_await resolve();
  co_return resolved;
}

runtime::Task<Result<void>> ConversationRun::connect(Side& side, client::Credentials credentials) {
  side.client = client::Client::create(
      loop_, {.server = settings_.server, .credentials = std::move(credentials), .come_back = true});
  side.client->set_hooks({.on_notice = [&side](const wire::Notice& notice) {
    if (const auto* event = std::get_if<wire::Event>(&notice)) side.feed.take(*event);
  }});
  side.client->start();
  auto live = co_await side.client->until_live();
  co_return live;
}

// The visitor starts, with the first turn if it is theirs; the agent takes the conversation.
runtime::Task<Result<void>> ConversationRun::begin() {
  const Turn& first = recorded_.turns.front();
  wire::ConversationStartParams start{.client_id = loop_.new_id(), .form = recorded_.visitor};
  if (first.by_visitor) start.message = wire::FirstMessage{loop_.new_id(), wire::TextBody{first.text}};
  const auto message = start.message;
  auto started = co_await visitor_.client->ask_patiently(std::move(start));
  if (!started) co_return failed("conversation.start", started.error());
  conversation_ = started->conversation;
  const auto topic = wire::Topic::conversation(conversation_);
  visitor_.feed.watch(topic);
  agent_.feed.watch(topic);
  auto taken = co_await take_over();
  if (!taken) co_return taken;
  if (message) {
    said_.push_back(message->client_id);
    co_await check_arrival(message->client_id, agent_, visitor_);
  }
  co_return Result<void>{};
}

runtime::Task<Result<void>> ConversationRun::take_over() {
  const auto topic = wire::Topic::conversation(conversation_);
  auto snapshot = co_await agent_.client->ask_patiently(wire::TopicSnapshotParams{.topic = topic});
  if (!snapshot) co_return failed("topic.snapshot", snapshot.error());
  if (const auto* state = std::get_if<wire::ConversationState>(&snapshot->state)) {
    agent_.feed.take_snapshot(state->events, snapshot->seq);
  }
  wire::TopicSubscribeParams subscribe{.topic = topic, .after = wire::Position{snapshot->epoch, snapshot->seq}};
  auto subscribed = co_await agent_.client->ask_patiently(std::move(subscribe));
  if (!subscribed) co_return failed("topic.subscribe", subscribed.error());
  if (!subscribed->recovered) co_return fail("topic.subscribe: not recovered");
  agent_.client->follow(topic, subscribed->epoch, subscribed->seq);
  wire::ConversationAcceptParams accept{.conversation = conversation_, .client_id = loop_.new_id()};
  auto accepted = co_await agent_.client->ask_patiently(std::move(accept));
  if (!accepted) co_return failed("conversation.accept", accepted.error());
  co_return Result<void>{};
}

runtime::Task<Result<void>> ConversationRun::say(std::size_t index) {
  const Turn& turn = recorded_.turns[index];
  Side& sender = sender_of(turn);
  Side& receiver = receiver_of(turn);
  const auto client_id = loop_.new_id();
  said_.push_back(client_id);
  const auto sent_at = client::Clock::now();
  wire::MessagePostParams post{
      .conversation = conversation_, .client_id = client_id, .body = wire::TextBody{turn.text}};
  auto posted = co_await sender.client->ask_patiently(std::move(post));
  if (!posted) {
    ++tally_.lost;
    co_return failed("message.post", posted.error());
  }
  co_await check_arrival(client_id, receiver, sender);
  if (receiver.feed.has(client_id)) {
    const std::chrono::duration<double, std::milli> latency = receiver.feed.came_at(client_id) - sent_at;
    tally_.latencies_ms.push_back(latency.count());
  }
  co_return Result<void>{};
}

runtime::Task<> ConversationRun::check_arrival(wire::Uuid client_id, Side& receiver, Side& sender) {
  auto received = co_await receiver.feed.until(client_id, kArrivalWait);
  auto returned = co_await sender.feed.until(client_id, kArrivalWait);
  if (received && returned) {
    ++tally_.delivered;
  } else {
    ++tally_.lost;
  }
}

runtime::Task<Result<void>> ConversationRun::resolve() {
  wire::ConversationResolveParams params{.conversation = conversation_, .client_id = loop_.new_id()};
  auto resolved = co_await agent_.client->ask_patiently(std::move(params));
  if (!resolved) co_return failed("conversation.resolve", resolved.error());
  auto told = co_await visitor_.feed.until_resolved(kArrivalWait);
  if (!told) co_return fail("the visitor was not told that the conversation is resolved");
  co_return Result<void>{};
}

runtime::Task<Result<void>> ConversationRun::compare(Side& side) {
  auto events = co_await read_transcript(side.client, conversation_);
  if (!events) co_return std::unexpected(events.error());
  if (!equal(turns_of(*events), recorded_.turns)) ++tally_.transcript_mismatches;
  co_return Result<void>{};
}

void ConversationRun::count_order() {
  for (const Side* side : {&visitor_, &agent_}) {
    tally_.doubled += side->feed.doubled();
    tally_.reordered += side->feed.misplaced();
    const auto& order = side->feed.order();
    const auto count = std::min(order.size(), said_.size());
    for (std::size_t index = 0; index < count; ++index)
      tally_.reordered += order[index] != said_[index] ? 1 : 0;
  }
}

}  // namespace parlor::replay
