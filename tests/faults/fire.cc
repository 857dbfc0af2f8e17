#include "tests/faults/fire.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <random>
#include <thread>
#include <unordered_map>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <fmt/format.h>

#include "main/client/outbox.h"
#include "main/replay/conversation_run.h"
#include "main/replay/feed.h"

namespace parlor::tests {
namespace {

using namespace std::chrono_literals;
namespace asio = runtime::asio;

constexpr std::size_t kConversations = 6;
constexpr std::size_t kInFlight = 4;
constexpr auto kBetweenPosts = 5ms;
constexpr auto kDrainsWithin = 120s;

struct Acknowledged {
  wire::Uuid client_id;
  std::int64_t seq = 0;
};

// One who writes to one conversation, and what was promised to them.
struct Writer {
  std::shared_ptr<client::Outbox> outbox;
  std::vector<wire::Uuid> posted;
  std::vector<Acknowledged> ledger;
};

struct Talk {
  explicit Talk(client::Loop& loop) : visitor_feed(loop), agent_feed(loop) {}
  std::shared_ptr<client::Client> visitor;
  wire::Uuid conversation{};
  replay::Feed visitor_feed;
  replay::Feed agent_feed;
  Writer by_visitor;
  Writer by_agent;
};

using Transcript = std::vector<wire::Event>;

// Lives on the clients' thread from start to end.
class Crowd {
 public:
  Crowd(client::Loop& loop, client::ServerAddress server) : loop_(loop), server_(std::move(server)) {}

  void begin() { asio::co_spawn(loop_.executor(), assemble(), asio::detached); }
  void end() {
    asio::post(loop_.executor(), [this] { writing_ = false; });
  }
  void read_back() { asio::co_spawn(loop_.executor(), read_all(), asio::detached); }

  std::atomic<bool> is_ready = false;
  std::atomic<std::size_t> writers_left = 2 * kConversations;
  std::atomic<bool> is_read = false;

  // After the clients' thread has ended.
  Findings findings() const;
  // Why it cannot go on, if so. Any thread, once it is set.
  std::string trouble() const { return failed_ ? trouble_ : std::string(); }

 private:
  runtime::Task<> assemble();
  runtime::Task<Result<void>> assemble_or_say_why();
  runtime::Task<Result<void>> open_talk();
  runtime::Task<Result<void>> join_agent(Talk& talk);
  runtime::Task<> write(Writer& writer);
  runtime::Task<> read_all();
  void arm(Writer& writer, const std::shared_ptr<client::Client>& client, const wire::Uuid& conversation);
  void hook_visitor(Talk& talk);
  void hook_agent();
  void came_back(const wire::SessionHelloResult& hello);
  void give_up(std::string why);
  static void judge_writer(const Writer& writer, const Transcript& stored, Findings& found);
  static void judge_feed(const replay::Feed& feed, const Transcript& stored, Findings& found);

  client::Loop& loop_;
  client::ServerAddress server_;
  client::Credentials agent_credentials_;
  std::shared_ptr<client::Client> agent_;
  std::vector<std::unique_ptr<Talk>> talks_;
  std::vector<std::pair<Transcript, Transcript>> transcripts_;  // as the visitor, as the agent
  std::size_t refused_ = 0;
  std::size_t unrecovered_ = 0;
  std::size_t returns_ = 0;
  bool writing_ = true;
  std::string trouble_;
  std::atomic<bool> failed_ = false;
};

void Crowd::give_up(std::string why) {
  if (failed_) return;
  trouble_ = std::move(why);
  failed_ = true;
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
  while (talks_.size() < kConversations) {
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
  hooks.on_acknowledged = [&writer](const client::Posted& posted) {
    writer.ledger.push_back({posted.client_id, posted.result.seq});
  };
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

runtime::Task<> Crowd::write(Writer& writer) {
  while (writing_) {
    if (writer.outbox->unacknowledged() < kInFlight) {
      writer.posted.push_back(writer.outbox->post(fmt::format("Line {} of what I have to say.", writer.posted.size())));
    }
    co_await client::sleep(loop_, kBetweenPosts);
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
    transcripts_.emplace_back(std::move(*as_visitor), std::move(*as_agent));
  }
  // What is still on its way to the feeds arrives before this answer does.
  co_await client::sleep(loop_, 500ms);
  reader->close();
  agent_->close();
  for (const auto& talk : talks_)
    talk->visitor->close();
  is_read = true;
}

Transcript messages_of(const Transcript& events) {
  Transcript messages;
  std::ranges::copy_if(events, std::back_inserter(messages),
                       [](const wire::Event& event) { return event.type() == wire::EventType::kMessagePosted; });
  return messages;
}

void Crowd::judge_writer(const Writer& writer, const Transcript& stored, Findings& found) {
  std::unordered_map<wire::Uuid, std::vector<std::int64_t>> places;
  for (const auto& event : stored) {
    if (event.client_id) places[*event.client_id].push_back(event.seq);
  }
  found.acknowledged += writer.ledger.size();
  for (const auto& promise : writer.ledger) {
    const auto place = places.find(promise.client_id);
    if (place == places.end()) {
      ++found.lost;
      continue;
    }
    if (place->second.size() > 1) ++found.doubled;
    if (place->second.front() != promise.seq) ++found.reordered;
  }
  std::int64_t before = 0;
  for (const auto& client_id : writer.posted) {
    const auto place = places.find(client_id);
    if (place == places.end()) continue;
    if (place->second.front() < before) ++found.reordered;
    before = place->second.front();
  }
}

void Crowd::judge_feed(const replay::Feed& feed, const Transcript& stored, Findings& found) {
  found.doubled += feed.doubled();
  found.reordered += feed.misplaced();
  const auto& seen = feed.order();
  if (seen.size() < stored.size()) found.unseen += stored.size() - seen.size();
}

Findings Crowd::findings() const {
  Findings found{.unrecovered = unrecovered_, .refused = refused_, .returns = returns_, .trouble = trouble()};
  for (std::size_t index = 0; index < transcripts_.size(); ++index) {
    const Talk& talk = *talks_[index];
    const auto as_visitor = messages_of(transcripts_[index].first);
    const auto as_agent = messages_of(transcripts_[index].second);
    judge_writer(talk.by_visitor, as_agent, found);
    judge_writer(talk.by_agent, as_visitor, found);
    judge_feed(talk.visitor_feed, as_visitor, found);
    judge_feed(talk.agent_feed, as_agent, found);
    const bool is_same = std::ranges::equal(as_visitor, as_agent, [](const wire::Event& one, const wire::Event& other) {
      return one.seq == other.seq && one.client_id == other.client_id && one.data == other.data;
    });
    if (!is_same) ++found.different;
  }
  return found;
}

bool wait_for(std::chrono::seconds at_most, const auto& is_done) {
  const auto deadline = client::Clock::now() + at_most;
  while (!is_done() && client::Clock::now() < deadline)
    std::this_thread::sleep_for(10ms);
  return is_done();
}

std::size_t kill_again_and_again(ServerProcess& server, const Crowd& crowd, std::size_t kills_max) {
  std::mt19937 random(std::random_device{}());
  std::uniform_int_distribution<int> uptime_ms(60, 700);
  std::size_t kills = 0;
  while (kills < kills_max && crowd.trouble().empty()) {
    std::this_thread::sleep_for(std::chrono::milliseconds(uptime_ms(random)));
    server.kill_at_once();
    ++kills;
    server.start();
  }
  return kills;
}

}  // namespace

std::string Findings::report() const {
  return fmt::format(
      "kills {}, returns {}, acknowledged {}, lost {}, doubled {}, reordered {}, different {}, unrecovered {}, unseen "
      "{}, refused {} {}\n",
      kills, returns, acknowledged, lost, doubled, reordered, different, unrecovered, unseen, refused, trouble);
}

Findings hold_under_fire(const FirePlan& plan) {
  ServerProcess server(plan.server);
  server.start();
  const auto address = client::resolve_server(server.url());
  asio::io_context context(1);
  const auto loop = std::make_unique<client::Loop>(context);
  Crowd crowd(*loop, *address);
  auto work = asio::make_work_guard(context);
  std::jthread thread([&context] { context.run(); });
  crowd.begin();
  std::size_t kills = 0;
  bool went_through = wait_for(60s, [&] { return crowd.is_ready || !crowd.trouble().empty(); }) && crowd.is_ready;
  if (went_through) {
    std::this_thread::sleep_for(500ms);
    kills = kill_again_and_again(server, crowd, plan.kills_max);
    crowd.end();
    went_through = wait_for(180s, [&] { return crowd.writers_left == 0; });
    crowd.read_back();
    went_through = wait_for(120s, [&] { return crowd.is_read || !crowd.trouble().empty(); }) && went_through;
  }
  work.reset();
  context.stop();
  thread.join();
  Findings found = crowd.findings();
  found.kills = kills;
  if (!went_through && found.trouble.empty()) found.trouble = "not carried through in time";
  return found;
}

}  // namespace parlor::tests
