#include "swarm.h"

#include <charconv>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <fmt/format.h>

namespace parlor::bench {
namespace {

namespace asio = runtime::asio;
using client::Clock;
using namespace std::chrono_literals;

constexpr std::size_t kAssembledAtOnce = 32;
constexpr auto kDrainsWithin = 20s;

double ms_between(Clock::time_point from, Clock::time_point to) {
  return std::chrono::duration<double, std::milli>(to - from).count();
}

Clock::duration seconds(double count) {
  return std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(count));
}

}  // namespace

Swarm::Swarm(client::Loop& loop, client::ServerAddress server, const LoadPlan& plan)
    : loop_(loop), server_(std::move(server)), plan_(plan), padding_(plan.text_bytes, 'x') {}

runtime::Task<> Swarm::run() {
  co_await assemble();
  if (!trouble_.empty()) co_return;
  const auto began = Clock::now();
  measured_from_ = began + seconds(plan_.warm_up_s);
  measured_until_ = measured_from_ + seconds(plan_.seconds);
  posting_ = true;
  if (plan_.rate > 0) {
    co_await post_at_rate(measured_until_);
  } else {
    saturate();
    while (Clock::now() < measured_until_)
      co_await client::sleep(loop_, 20ms);
  }
  posting_ = false;
  co_await drain();
  for (const auto& pair : pairs_) {
    pair->visitor->close();
    pair->agent->close();
  }
}

runtime::Task<> Swarm::assemble() {
  auto credentials = co_await client::sign_in(loop_, server_, {"ada@casa.example", "casa-demo"});
  if (!credentials) {
    trouble_ = credentials.error().text;
    co_return;
  }
  agent_ = std::move(*credentials);
  for (std::size_t index = 0; index < plan_.conversations; ++index)
    pairs_.push_back(std::make_unique<Pair>());
  for (std::size_t lane = 0; lane < kAssembledAtOnce; ++lane) {
    ++assembling_;
    asio::co_spawn(loop_.executor(), assemble_some(), asio::detached);
  }
  while (assembling_ > 0)
    co_await client::sleep(loop_, 10ms);
}

runtime::Task<> Swarm::assemble_some() {
  while (assembled_ < pairs_.size() && trouble_.empty()) {
    auto opened = co_await open_pair(*pairs_[assembled_++]);
    if (!opened) trouble_ = opened.error().text;
  }
  --assembling_;
}

runtime::Task<Result<void>> Swarm::open_pair(Pair& pair) {
  auto visitor = co_await client::create_visitor(loop_, server_, "demo");
  if (!visitor) co_return std::unexpected(visitor.error());
  pair.visitor = client::Client::create(loop_, {.server = server_, .credentials = {.token = visitor->token}});
  pair.agent = client::Client::create(loop_, {.server = server_, .credentials = agent_});
  pair.visitor->set_hooks(
      {.on_notice = [this, &pair](const wire::Notice& notice) { hear(pair, wire::ActorKind::kVisitor, notice); }});
  pair.agent->set_hooks(
      {.on_notice = [this, &pair](const wire::Notice& notice) { hear(pair, wire::ActorKind::kAgent, notice); }});
  pair.visitor->start();
  pair.agent->start();
  wire::ConversationStartParams start{.client_id = loop_.new_id()};
  start.message = wire::FirstMessage{loop_.new_id(), wire::TextBody{"Hello"}};
  auto started = co_await pair.visitor->ask_patiently(std::move(start));
  if (!started) co_return fail("conversation.start: " + started.error().message);
  pair.conversation = started->conversation;
  auto joined = co_await join_agent(pair);
  co_return joined;
}

runtime::Task<Result<void>> Swarm::join_agent(Pair& pair) {
  wire::TopicSubscribeParams subscribe{.topic = wire::Topic::conversation(pair.conversation)};
  auto subscribed = co_await pair.agent->ask_patiently(std::move(subscribe));
  if (!subscribed) co_return fail("topic.subscribe: " + subscribed.error().message);
  wire::ConversationAcceptParams accept{.conversation = pair.conversation, .client_id = loop_.new_id()};
  auto accepted = co_await pair.agent->ask_patiently(std::move(accept));
  if (!accepted) co_return fail("conversation.accept: " + accepted.error().message);
  arm(pair.from_visitor, pair.visitor, pair.conversation);
  arm(pair.from_agent, pair.agent, pair.conversation);
  co_return Result<void>{};
}

void Swarm::arm(Lane& lane, const std::shared_ptr<client::Client>& client, const wire::Uuid& conversation) {
  client::OutboxHooks hooks;
  hooks.on_acknowledged = [this, &lane](const client::Posted&) {
    const auto due = lane.due[lane.acknowledged++];
    ++figures_.acknowledged;
    if (is_measured(due)) figures_.acknowledge_ms.push_back(ms_between(due, Clock::now()));
    if (posting_ && plan_.rate <= 0) post(lane, Clock::now());
  };
  hooks.on_refused = [this](const wire::Uuid&, const client::CallError&) { ++figures_.refused; };
  lane.outbox = std::make_shared<client::Outbox>(client, conversation, std::move(hooks));
}

void Swarm::hear(Pair& pair, wire::ActorKind listener, const wire::Notice& notice) {
  const auto* event = std::get_if<wire::Event>(&notice);
  const auto* posted = event != nullptr ? std::get_if<wire::MessagePosted>(&event->data) : nullptr;
  if (posted == nullptr || !posted->body || event->actor.kind == listener) return;
  const auto* body = std::get_if<wire::TextBody>(&*posted->body);
  std::size_t number = 0;
  if (body == nullptr ||
      std::from_chars(body->text.data(), body->text.data() + body->text.size(), number).ec != std::errc{})
    return;
  take(listener == wire::ActorKind::kAgent ? pair.from_visitor : pair.from_agent, number);
}

void Swarm::take(Lane& lane, std::size_t number) {
  if (number < lane.received) {
    ++figures_.doubled;
    return;
  }
  if (number > lane.received) ++figures_.reordered;
  lane.received = number + 1;
  ++figures_.delivered;
  const auto now = Clock::now();
  const auto due = lane.due[number];
  if (is_measured(due)) figures_.deliver_ms.push_back(ms_between(due, now));
  if (is_measured(now)) ++delivered_while_measured_;
}

void Swarm::post(Lane& lane, Clock::time_point due) {
  std::string text = fmt::format("{} ", lane.due.size());
  text.append(padding_, 0, padding_.size() > text.size() ? padding_.size() - text.size() : 0);
  lane.due.push_back(due);
  ++figures_.sent;
  lane.outbox->post(std::move(text));
}

// Half of the window from either side; each acknowledgement brings the next message.
void Swarm::saturate() {
  for (const auto& pair : pairs_) {
    for (std::size_t index = 0; index < plan_.window; ++index)
      post(index % 2 == 0 ? pair->from_visitor : pair->from_agent, Clock::now());
  }
}

runtime::Task<> Swarm::post_at_rate(Clock::time_point end) {
  const auto began = Clock::now();
  for (std::size_t number = 0; Clock::now() < end;) {
    for (;; ++number) {
      const auto due = began + seconds(static_cast<double>(number) / plan_.rate);
      if (due > Clock::now() || due >= end) break;
      Pair& pair = *pairs_[number / 2 % pairs_.size()];
      post(number % 2 == 0 ? pair.from_visitor : pair.from_agent, due);
    }
    co_await client::sleep(loop_, 1ms);
  }
}

runtime::Task<> Swarm::drain() {
  const auto deadline = Clock::now() + kDrainsWithin;
  while (figures_.delivered < figures_.sent && Clock::now() < deadline)
    co_await client::sleep(loop_, 10ms);
}

LoadFigures Swarm::figures() const {
  LoadFigures figures = figures_;
  figures.lost = figures.sent - std::min(figures.sent, figures.delivered);
  figures.delivered_per_s = static_cast<double>(delivered_while_measured_) / plan_.seconds;
  return figures;
}

}  // namespace parlor::bench
