// How soon after kill -9 with many messages stored the first one is acknowledged.
#include <cstdlib>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/faults/fire.h"
#include "tests/server/conversation.h"

namespace parlor::tests {
namespace {

using namespace std::chrono_literals;

// PARLOR_FAULT_MESSAGES=1000000 for the whole of it.
std::size_t messages_wanted() {
  const char* named = std::getenv("PARLOR_FAULT_MESSAGES");  // NOLINT(concurrency-mt-unsafe): nothing changes it
  return named != nullptr ? std::strtoul(named, nullptr, 10) : 10'000;
}

TEST(RestartTest, IsQuickWithManyMessagesStored) {
  ServerProcess server;
  server.start();
  const auto token = new_visitor_token(server);
  std::string conversation;
  {
    RawWebSocket visitor(server.port());
    greet(visitor, token);
    conversation = start_conversation(visitor, "Is anybody there?");
  }
  std::size_t stored = 0;
  {
    Fire fire(server.port(), {.conversations = 50, .in_flight = 64, .between_posts = 1ms, .text_bytes = 120});
    fire.light();
    ASSERT_TRUE(fire.wait_for_more(messages_wanted(), 1h));
    server.kill_at_once();
    stored = fire.acknowledged();
  }
  const auto began = client::Clock::now();
  server.start();
  const auto listening = std::chrono::duration_cast<std::chrono::milliseconds>(client::Clock::now() - began);
  RawWebSocket visitor(server.port());
  greet(visitor, token);
  EXPECT_FALSE(field(post(visitor, conversation, "And now?"), "seq").empty());
  const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(client::Clock::now() - began);
  std::cout << fmt::format("kill -9 with {} messages stored: listening after {} ms, first acknowledgement after {} ms",
                           stored, listening.count(), took.count())
            << std::endl;
  // The bar is a second; a machine that does other things as well may take its time.
  EXPECT_LT(took, 10s);
}

}  // namespace
}  // namespace parlor::tests
