// SIGTERM under load: everybody is told when to come back, what was acknowledged is stored, the server goes with 0.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/faults/fire.h"
#include "tests/server/conversation.h"

namespace parlor::tests {
namespace {

void expect_a_word_of_parting(RawWebSocket& socket) {
  const auto closing = socket.receive_with("session.closing");
  ASSERT_TRUE(closing) << "a client was dropped without a word";
  EXPECT_EQ(field(*closing, "reason"), "shutting_down");
  EXPECT_EQ(field(*closing, "reconnect"), "now");
  EXPECT_FALSE(field(*closing, "after_ms").empty()) << *closing;
  EXPECT_GE(socket.close_code().value_or(0), 4000);
}

TEST(DrainTest, UnderLoadNothingAcknowledgedIsLost) {
  const std::size_t drains = cycles_wanted(2);
  ServerProcess server;
  server.start();
  Fire fire(server.port());
  fire.light();
  std::int64_t slowest = 0;
  for (std::size_t drain = 0; drain < drains; ++drain) {
    ASSERT_TRUE(fire.wait_for_more(100));
    RawWebSocket visitor(server.port());
    greet(visitor, new_visitor_token(server));
    const auto began = client::Clock::now();
    EXPECT_EQ(server.stop(), 0);
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(client::Clock::now() - began);
    slowest = std::max<std::int64_t>(slowest, took.count());
    expect_a_word_of_parting(visitor);
    server.start();
  }
  const Findings found = fire.put_out();
  expect_kept(fmt::format("{} drains, the slowest took {} ms", drains, slowest), found);
  EXPECT_GE(found.returns, drains) << "clients did not come back by themselves";
}

}  // namespace
}  // namespace parlor::tests
