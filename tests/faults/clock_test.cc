// Somebody sets the wall clock while people talk.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/faults/fire.h"
#include "tests/faults/tampering.h"
#include "tests/server/conversation.h"

namespace parlor::tests {
namespace {

using namespace std::chrono_literals;

constexpr std::int64_t kHourMs = 3'600'000;

TEST(ClockTest, AnHourAheadOrBackChangesNothingForThoseWhoTalk) {
  const std::size_t rounds = cycles_wanted(1);
  Tampering tampering;
  ServerProcess server({.environment = tampering.environment()});
  server.start();
  RawWebSocket idle(server.port());
  greet(idle, new_visitor_token(server));
  Fire fire(server.port());
  fire.light();
  std::size_t jumps = 0;
  for (std::size_t round = 0; round < rounds; ++round) {
    for (const std::int64_t hours : {1, 0, -1, 0}) {
      tampering->wall_clock_ahead_ms = hours * kHourMs;
      ++jumps;
      // Longer than a turn of the wheel of time.
      std::this_thread::sleep_for(1'300ms);
      EXPECT_TRUE(fire.wait_for_more(20));
    }
  }
  tampering->wall_clock_ahead_ms = kHourMs;
  EXPECT_NE(start_conversation(idle, "Is the shop open yet?"), "") << "an idle session did not outlive the jumps";
  const Findings found = fire.put_out();
  expect_kept(fmt::format("{} jumps of the clock by an hour", jumps), found);
  EXPECT_EQ(found.returns, 0U) << "sessions were ended by the clock";
}

}  // namespace
}  // namespace parlor::tests
