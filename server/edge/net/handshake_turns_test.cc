#include "edge/net/handshake_turns.h"

#include <algorithm>
#include <chrono>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <gtest/gtest.h>

#include "edge/limits.h"

namespace parlor::edge {
namespace {

namespace asio = runtime::asio;

constexpr int kHandshakes = 50;

// As long as a slice and no shorter, however slow the machine is.
void compute() {
  const auto until = std::chrono::steady_clock::now() + limits::kHandshakeSlice;
  while (std::chrono::steady_clock::now() < until) {
  }
}

// A chat that goes on beside them: it counts how many handshakes were computed between two of its messages, at most.
struct Chat {
  void go_on() {
    most_between = std::max(most_between, handshakes - seen);
    seen = handshakes;
    if (handshakes < kHandshakes) asio::post(context, [this] { go_on(); });
  }

  asio::io_context& context;
  int handshakes = 0;
  int seen = 0;
  int most_between = 0;
};

TEST(HandshakeTurns, ACrowdDoesNotHoldUpAChat) {
  asio::io_context context(1);
  HandshakeTurns turns(context.get_executor());
  Chat chat{context};
  for (int i = 0; i < kHandshakes; ++i) {
    turns.ask([&chat] {
      compute();
      ++chat.handshakes;
    });
  }
  chat.go_on();
  context.run();
  EXPECT_EQ(chat.handshakes, kHandshakes);
  EXPECT_LE(chat.most_between, 2);
}

TEST(HandshakeTurns, WithoutTurnsItWould) {
  asio::io_context context(1);
  Chat chat{context};
  for (int i = 0; i < kHandshakes; ++i) {
    asio::post(context, [&chat] {
      compute();
      ++chat.handshakes;
    });
  }
  chat.go_on();
  context.run();
  EXPECT_EQ(chat.most_between, kHandshakes);
}

TEST(HandshakeTurns, FirstComeFirstServed) {
  asio::io_context context(1);
  HandshakeTurns turns(context.get_executor());
  std::vector<int> order;
  turns.ask([&] {
    order.push_back(1);
    turns.ask([&order] { order.push_back(3); });
  });
  turns.ask([&order] { order.push_back(2); });
  EXPECT_TRUE(order.empty());
  context.run();
  EXPECT_EQ(order, (std::vector{1, 2, 3}));
}

TEST(HandshakeTurns, ForgottenOnesAreNotComputed) {
  asio::io_context context(1);
  HandshakeTurns turns(context.get_executor());
  int computed = 0;
  turns.ask([&] {
    ++computed;
    turns.clear();
  });
  turns.ask([&computed] { ++computed; });
  context.run();
  EXPECT_EQ(computed, 1);
  context.restart();
  turns.ask([&computed] { ++computed; });
  context.run();
  EXPECT_EQ(computed, 2);
}

}  // namespace
}  // namespace parlor::edge
