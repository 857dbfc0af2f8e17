// Clients that do not read, or read at 64 kbit/s, while everybody talks: they are closed, and nobody else is hurt.
#include <csignal>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>

#include "tests/faults/fire.h"
#include "tests/server/conversation.h"

namespace parlor::tests {
namespace {

using namespace std::chrono_literals;

constexpr int kReceiveBufferBytes = 8 * 1024;
constexpr FirePlan kLoud{.in_flight = 8, .between_posts = std::chrono::milliseconds(2), .text_bytes = 3'800};

// An agent who follows everything that is said.
void follow_all(RawWebSocket& socket, const std::string& token, const Fire& fire) {
  greet(socket, token);
  for (const auto& conversation : fire.conversations()) {
    const auto answer = socket.call("topic.subscribe", fmt::format(R"({{"topic":"conversation:{}"}})", conversation));
    ASSERT_NE(answer.find("\"result\""), std::string::npos) << answer;
  }
}

std::int64_t slow_consumers(const ServerProcess& server) {
  return metric(server, "parlor_slow_consumers_total");
}

double rate_over(const Fire& fire, std::chrono::milliseconds time) {
  const auto before = fire.acknowledged();
  std::this_thread::sleep_for(time);
  return static_cast<double>(fire.acknowledged() - before) / std::chrono::duration<double>(time).count();
}

TEST(SlowReaderTest, HurtsOnlyItself) {
  ServerProcess server;
  server.start();
  const auto token = agent_token(server);
  Fire fire(server.port(), kLoud);
  fire.light();
  const double before = rate_over(fire, 1s);
  RawWebSocket stopped(server.port(), {}, kReceiveBufferBytes);
  RawWebSocket slow(server.port(), {}, kReceiveBufferBytes);
  follow_all(stopped, token, fire);
  follow_all(slow, token, fire);
  std::jthread reading_slowly([&slow](const std::stop_token& asked) {
    // 64 kbit a second.
    for (; !asked.stop_requested(); std::this_thread::sleep_for(100ms))
      slow.socket().receive(0ms, 800);
  });
  const double during = rate_over(fire, 1s);
  EXPECT_TRUE(wait_until(120s, [&] { return slow_consumers(server) == 2; })) << "a slow reader is fed without end";
  reading_slowly.request_stop();
  EXPECT_EQ(stopped.close_code(30s).value_or(0), 4001);
  expect_kept(
      fmt::format("2 slow readers closed, {:.0f} messages a second before and {:.0f} beside them", before, during),
      fire.put_out());
  EXPECT_GT(during, before / 4) << "slow readers slowed everybody down";
}

// A whole client that is stopped and goes on: `parlor replay`, which checks for itself that nothing was lost.
TEST(SlowReaderTest, AStoppedProcessGoesOnWhereItWas) {
  const std::size_t stops = cycles_wanted(2);
  ServerProcess server;
  server.start();
  std::vector<std::string> words = {
      parlor_binary(), "replay", "--server", server.url(), "--from", PARLOR_SOURCE_DIR "/tests/data/casa.jsonl",
      "--parallel",    "6",      "--speed",  "3"};
  std::vector<char*> pointers;
  for (auto& word : words)
    pointers.push_back(word.data());
  pointers.push_back(nullptr);
  pid_t pid = -1;
  ASSERT_EQ(posix_spawn(&pid, words.front().c_str(), nullptr, nullptr, pointers.data(), environ), 0);
  for (std::size_t stop = 0; stop < stops; ++stop) {
    std::this_thread::sleep_for(300ms);
    kill(pid, SIGSTOP);
    std::this_thread::sleep_for(700ms);
    kill(pid, SIGCONT);
  }
  int status = 0;
  ASSERT_EQ(waitpid(pid, &status, 0), pid);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
}

}  // namespace
}  // namespace parlor::tests
