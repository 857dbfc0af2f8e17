#include "tests/faults/crowd.h"

#include <algorithm>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <fmt/format.h>

#include "main/replay/conversation_run.h"

namespace parlor::tests {
namespace {

using namespace std::chrono_literals;
namespace asio = runtime::asio;

constexpr auto kDrainsWithin = 120s;
constexpr auto kFeedsWithin = 30s;

}  // namespace

void Crowd::begin() {
  asio::co_spawn(loop_.executor(), assemble(), asio::detached);
}

void Crowd::end() {
  asio::post(loop_.executor(), [this] { writing_ = false; });
}

void Crowd::read_back() {
  asio::co_spawn(loop_.executor(), read_all(), asio::detached);
}

std::vector<std::string> Crowd::conversations() const {
  std::vector<std::string> ids;
  for (const auto& talk : talks_)
    ids.push_back(talk->conversation.to_string());
  return ids;
}

void Crowd::give_up(std::string why) {
  const std::scoped_lock lock(mutex_);
  if (trouble_.empty()) trouble_ = std::move(why);
}

std::string Crowd::trouble() const {
  const std::scoped_lock lock(mutex_);
  return trouble_;
}

void Crowd::note_deferred(const client::CallError& error) {
  const std::scoped_lock lock(mutex_);
  ++deferred_[error.reason];
}

std::map<wire::Reason, std::size_t> Crowd::deferred() const {
  const std::scoped_lock lock(mutex_);
  return deferred_;
}

runtime::Task<> Crowd::assemble() {
  auto assembled = co_await assemble_or_say_why();
  if (!assembled) co_return give_up(assembled.error().text);
  for (const auto& talk : talks_) {
    asio::co_spawn(loop_.executor(), write(talk->by_visitor), asio::detached);
    asio::co_spawn(loop_.executor(), write(talk->by_agent), asio::detached);
  }
  is_ready = true;
}

runtime::Task<Result<void>> Crowd::assemble_or_say_why() {
  auto credentials = co_await client::sign_in(loop_, server_, {"ada@casa.example", "casa-demo"});
  if (!credentials) co_return std::unexpected(credentials.error());
  agent_credentials_ = std::move(*credentials);
  agent_ = client::Client::create(loop_, {.server = server_, .credentials = agent_credentials_, .come_back = true});
  hook_agent();
  agent_->start();
  auto live = co_await agent_->until_live();
  if (!live) co_return live;
  while (talks_.size() < plan_.conversations) {
    auto opened = co_await open_talk();
    if (!opened) co_return opened;
  }
  co_return Result<void>{};
}

runtime::Task<Result<void>> Crowd::open_talk() {
  auto visitor = co_await client::create_visitor(loop_, server_, "demo");
  if (!visitor) co_return std::unexpected(visitor.error());
  Talk& talk = *talks_.emplace_back(std::make_unique<Talk>(loop_));
  talk.visitor =
      client::Client::create(loop_, {.server = server_, .credentials = {.token = visitor->token}, .come_back = true});
  hook_visitor(talk);
  talk.visitor->start();
  wire::ConversationStartParams start{.client_id = loop_.new_id()};
  start.message = wire::FirstMessage{loop_.new_id(), wire::TextBody{"Is anybody there?"}};
  auto started = co_await talk.visitor->ask_patiently(std::move(start));
  if (!started) co_return fail("conversation.start: " + started.error().message);
  talk.conversation = started->conversation;
  talk.visitor_feed.watch(wire::Topic::conversation(talk.conversation));
  auto joined = co_await join_agent(talk);
  if (!joined) co_return joined;
  arm(talk.by_visitor, talk.visitor, talk.conversation);
  arm(talk.by_agent, agent_, talk.conversation);
  co_return Result<void>{};
}

runtime::Task<Result<void>> Crowd::join_agent(Talk& talk) {
  const auto topic = wire::Topic::conversation(talk.conversation);
  talk.agent_feed.watch(topic);
  auto subscribed = co_await agent_->ask_patiently(wire::TopicSnapshotParams{.topic = topic});
  if (!subscribed) co_return fail("topic.snapshot: " + subscribed.error().message);
  if (const auto* state = std::get_if<wire::ConversationState>(&subscribed->state)) {
    talk.agent_feed.take_snapshot(state->events, subscribed->seq);
  }
  agent_->follow(topic, subscribed->epoch, subscribed->seq);
  const wire::Position after{subscribed->epoch, subscribed->seq};
  auto followed = co_await agent_->ask_patiently(wire::TopicSubscribeParams{.topic = topic, .after = after});
  if (!followed || !followed->recovered) co_return fail("topic.subscribe failed");
  wire::ConversationAcceptParams accept{.conversation = talk.conversation, .client_id = loop_.new_id()};
  auto accepted = co_await agent_->ask_patiently(std::move(accept));
  if (!accepted) co_return fail("conversation.accept: " + accepted.error().message);
  co_return Result<void>{};
}

void Crowd::arm(Writer& writer, const std::shared_ptr<client::Client>& client, const wire::Uuid& conversation) {
  client::OutboxHooks hooks;
  hooks.on_acknowledged = [this, &writer](const client::Posted& posted) {
    writer.ledger.acknowledged.push_back({posted.client_id, posted.result.seq});
    ++acknowledged;
  };
  hooks.on_deferred = [this](const wire::Uuid&, const client::CallError& error) { note_deferred(error); };
  hooks.on_refused = [this](const wire::Uuid&, const client::CallError&) { ++refused_; };
  writer.outbox = std::make_shared<client::Outbox>(client, conversation, std::move(hooks));
}

void Crowd::came_back(const wire::SessionHelloResult& hello) {
  if (!is_ready) return;
  ++returns_;
  for (const auto& topic : hello.topics) {
    if (topic.topic.kind == wire::TopicKind::kConversation && !topic.recovered) ++unrecovered_;
  }
}

void Crowd::hook_visitor(Talk& talk) {
  client::ClientHooks hooks;
  hooks.on_live = [this, &talk](const wire::SessionHelloResult& hello) {
    came_back(hello);
    if (talk.by_visitor.outbox) talk.by_visitor.outbox->send_again();
  };
  hooks.on_notice = [&talk](const wire::Notice& notice) {
    if (const auto* event = std::get_if<wire::Event>(&notice)) talk.visitor_feed.take(*event);
  };
  talk.visitor->set_hooks(std::move(hooks));
}

void Crowd::hook_agent() {
  client::ClientHooks hooks;
  hooks.on_live = [this](const wire::SessionHelloResult& hello) {
    came_back(hello);
    for (const auto& talk : talks_) {
      if (talk->by_agent.outbox) talk->by_agent.outbox->send_again();
    }
  };
  hooks.on_notice = [this](const wire::Notice& notice) {
    const auto* event = std::get_if<wire::Event>(&notice);
    if (event == nullptr) return;
    for (const auto& talk : talks_)
      talk->agent_feed.take(*event);
  };
  agent_->set_hooks(std::move(hooks));
}

std::string Crowd::next_text(const Writer& writer) const {
  std::string text = fmt::format("Line {} of what I have to say.", writer.ledger.posted.size());
  text.resize(std::max(text.size(), plan_.text_bytes), '.');
  return text;
}

runtime::Task<> Crowd::write(Writer& writer) {
  while (writing_) {
    if (writer.outbox->unacknowledged() < plan_.in_flight)
      writer.ledger.posted.push_back(writer.outbox->post(next_text(writer)));
    co_await client::sleep(loop_, plan_.between_posts);
  }
  const auto deadline = client::Clock::now() + kDrainsWithin;
  while (writer.outbox->unacknowledged() > 0 && client::Clock::now() < deadline)
    co_await client::sleep(loop_, 10ms);
  if (writer.outbox->unacknowledged() > 0) give_up("a writer's messages were not all acknowledged in time");
  --writers_left;
}

// By new sessions, so that nothing is remembered.
runtime::Task<> Crowd::read_all() {
  const auto reader =
      client::Client::create(loop_, {.server = server_, .credentials = agent_credentials_, .come_back = true});
  reader->start();
  for (const auto& talk : talks_) {
    auto as_visitor = co_await replay::read_transcript(talk->visitor, talk->conversation);
    auto as_agent = co_await replay::read_transcript(reader, talk->conversation);
    if (!as_visitor || !as_agent) {
      give_up("the transcript cannot be read: " + (as_visitor ? as_agent.error().text : as_visitor.error().text));
      co_return;
    }
    transcripts_.emplace_back(messages_of(*as_visitor), messages_of(*as_agent));
  }
  co_await wait_for_feeds();
  reader->close();
  agent_->close();
  for (const auto& talk : talks_)
    talk->visitor->close();
  is_read = true;
}

bool Crowd::feeds_are_complete() const {
  for (std::size_t index = 0; index < transcripts_.size(); ++index) {
    const Talk& talk = *talks_[index];
    if (talk.visitor_feed.order().size() < transcripts_[index].first.size()) return false;
    if (talk.agent_feed.order().size() < transcripts_[index].second.size()) return false;
  }
  return true;
}

// What was stored is on its way; and what comes too often comes a moment later.
runtime::Task<> Crowd::wait_for_feeds() {
  const auto deadline = client::Clock::now() + kFeedsWithin;
  while (!feeds_are_complete() && client::Clock::now() < deadline)
    co_await client::sleep(loop_, 10ms);
  co_await client::sleep(loop_, 200ms);
}

Findings Crowd::findings() const {
  Findings found{.unrecovered = unrecovered_, .refused = refused_, .returns = returns_, .trouble = trouble()};
  for (std::size_t index = 0; index < transcripts_.size(); ++index) {
    const Talk& talk = *talks_[index];
    const auto& [as_visitor, as_agent] = transcripts_[index];
    judge_sender(talk.by_visitor.ledger, as_agent, found);
    judge_sender(talk.by_agent.ledger, as_visitor, found);
    judge_reader(talk.visitor_feed, as_visitor, found);
    judge_reader(talk.agent_feed, as_agent, found);
    judge_sides(as_visitor, as_agent, found);
  }
  return found;
}

}  // namespace parlor::tests
