#include "main/replay/replay.h"

#include <algorithm>
#include <cstdio>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "main/replay/conversation_run.h"

namespace parlor::main {
namespace {

namespace asio = runtime::asio;

constexpr auto kDemoEmail = "ada@casa.example";
constexpr auto kDemoPassword = "casa-demo";

struct Play {
  replay::RunSettings settings;
  std::vector<replay::RecordedConversation> conversations;
  std::size_t next = 0;
  replay::Tally tally;
};

runtime::Task<> play_one_after_another(client::Loop& loop, Play& play) {
  while (play.next < play.conversations.size()) {
    replay::ConversationRun run(loop, play.settings, play.conversations[play.next++], play.tally);
    co_await run.run();
  }
}

runtime::Task<> sign_in_as_ada(client::Loop& loop, Play& play, Result<void>& outcome) {
  auto credentials = co_await client::sign_in(loop, play.settings.server, {kDemoEmail, kDemoPassword});
  if (credentials) {
    play.settings.agent = std::move(*credentials);
  } else {
    outcome = std::unexpected(credentials.error());
  }
}

Result<void> find_agent(const ReplayOptions& options, asio::io_context& context, client::Loop& loop, Play& play) {
  Result<void> outcome;
  if (!options.token.empty()) {
    play.settings.agent.token = options.token;
    return outcome;
  }
  if (!play.settings.server.is_loopback()) return fail("name an agent's token by --token or PARLOR_TOKEN");
  asio::co_spawn(loop.executor(), sign_in_as_ada(loop, play, outcome), asio::detached);
  context.run();
  context.restart();
  return outcome;
}

Result<Play> prepare(const ReplayOptions& options) {
  auto server = client::resolve_server(options.server, options.ca_file);
  if (!server) return std::unexpected(server.error());
  auto conversations = replay::read_conversations(options.from);
  if (!conversations) return std::unexpected(conversations.error());
  if (conversations->empty()) return fail("the file holds no conversation");
  Play play;
  play.settings = {.server = std::move(*server), .agent = {}, .inbox = options.inbox};
  if (options.speed > 0)
    play.settings.pause = std::chrono::milliseconds(static_cast<std::int64_t>(1000 / options.speed));
  play.conversations = std::move(*conversations);
  return play;
}

int refuse(const Error& error) {
  std::fputs(("parlor replay: " + error.text + "\n").c_str(), stderr);
  return 2;
}

}  // namespace

int run_replay(const ReplayOptions& options) {
  auto play = prepare(options);
  if (!play) return refuse(play.error());
  asio::io_context context(1);
  const auto loop = std::make_unique<client::Loop>(context);
  const auto agent = find_agent(options, context, *loop, *play);
  if (!agent) return refuse(agent.error());
  const auto began = client::Clock::now();
  const auto parallel = std::clamp<std::size_t>(options.parallel, 1, play->conversations.size());
  for (std::size_t lane = 0; lane < parallel; ++lane) {
    asio::co_spawn(loop->executor(), play_one_after_another(*loop, *play), asio::detached);
  }
  context.run();
  play->tally.took = client::Clock::now() - began;
  const bool all_right = play->tally.all_right();
  std::fputs(replay::report(std::move(play->tally)).c_str(), stdout);
  return all_right ? 0 : 1;
}

}  // namespace parlor::main
