// kill -9 under load, with the ledger of what was acknowledged.
#include <optional>
#include <random>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/faults/fire.h"
#include "tests/server/server_process.h"

namespace parlor::tests {
namespace {

constexpr std::size_t kKillsInShort = 20;
// So that whoever is away for some seconds misses no more of one conversation than a resume gives back
// (limits::kResumeEventsMax): these clients read no further.
constexpr FirePlan kManyCalmTalks{.conversations = 12, .between_posts = std::chrono::milliseconds(50)};

// Kills and starts it again; the slowest time from the new process to the first acknowledgement, in milliseconds.
// Nothing: after one of the restarts nothing was acknowledged any more.
std::optional<std::int64_t> kill_again_and_again(ServerProcess& server, const Fire& fire, std::size_t kills) {
  std::mt19937 random(std::random_device{}());
  std::uniform_int_distribution<int> uptime_ms(0, 600);
  std::int64_t slowest = 0;
  for (std::size_t kill = 0; kill < kills && fire.trouble().empty(); ++kill) {
    std::this_thread::sleep_for(std::chrono::milliseconds(uptime_ms(random)));
    server.kill_at_once();
    const auto began = client::Clock::now();
    server.start();
    if (!fire.wait_for_more(1)) return std::nullopt;
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(client::Clock::now() - began);
    slowest = std::max<std::int64_t>(slowest, took.count());
  }
  return slowest;
}

TEST(KillTest, NothingAcknowledgedIsLostDoubledOrReordered) {
  const std::size_t kills = cycles_wanted(kKillsInShort);
  ServerProcess server;
  server.start();
  Fire fire(server.port(), kManyCalmTalks);
  fire.light();
  const auto slowest = kill_again_and_again(server, fire, kills);
  ASSERT_TRUE(slowest) << "nothing is acknowledged after a restart";
  const Findings found = fire.put_out();
  expect_kept(fmt::format("{} kills, first acknowledgement within {} ms of a restart", kills, *slowest), found);
  EXPECT_GT(found.acknowledged, 10 * kills) << "too little was going on for the kills to hit anything";
  EXPECT_GE(found.returns, kills) << "clients did not come back by themselves";
}

// The same eyes must see a loss where there is one.
TEST(KillTest, SeesTheLossWhenTheServerAcknowledgesBeforeItHasCommitted) {
  std::size_t lost = 0;
  for (int round = 0; round < 5 && lost == 0; ++round) {
    ServerProcess server({.arguments = {"--demo", "--test-endpoints", "--unsafe-acknowledge-early"}});
    server.start();
    Fire fire(server.port());
    fire.light();
    // Where the beginning of a conversation was lost its writer hears nothing any more, and a new round begins.
    kill_again_and_again(server, fire, 8);
    const Findings found = fire.put_out();
    std::cout << "8 kills of a server that acknowledges early: " << found.report() << std::endl;
    lost = found.lost;
  }
  EXPECT_GT(lost, 0U) << "a server that lies about what is stored went unnoticed";
}

}  // namespace
}  // namespace parlor::tests
