// Whether an agent is there, as their colleagues are told.
#include "base/limits.h"
#include "talk.h"

namespace parlor::testing {
namespace {

using namespace std::chrono_literals;

class PresenceTest : public ::testing::Test {
 protected:
  PresenceTest() : ben(parlor.agent("ben@casa.example")) {
    ben->say(call("topic.subscribe", field("topic", "presence")));
    parlor.settle();
    ada = parlor.agent("ada@casa.example");
    parlor.settle();
  }

  // What Ben is told of Ada next; empty: nothing.
  std::string told_of_ada() {
    parlor.settle();
    const auto last = ben->last_with("\"name\":\"Ada");
    ben->forget();
    return text_of(last, "state");
  }
  // The client answers heartbeats, and nobody sits there.
  void pass(Millis time) {
    for (Millis passed{}; passed < time; passed += 10s) {
      parlor.clock.pass(10s);
      for (auto* client : {ada.get(), ben.get()})
        client->say(R"({"jsonrpc":"2.0","method":"heartbeat","params":{}})");
      parlor.node().presence.look();
      parlor.settle();
    }
  }
  void use() { ada->say(R"({"jsonrpc":"2.0","method":"agent.active","params":{}})"); }

  ParlorWithoutSockets parlor;
  std::unique_ptr<Client> ben;
  std::unique_ptr<Client> ada;
};

TEST_F(PresenceTest, WhoIsNotSeenForLongIsAwayUntilTheNextKey) {
  EXPECT_EQ(told_of_ada(), "online");
  pass(limits::kAutoAwayTime - 10s);
  EXPECT_EQ(told_of_ada(), "");
  pass(10s);
  EXPECT_EQ(told_of_ada(), "away");
  use();
  EXPECT_EQ(told_of_ada(), "online");
}

TEST_F(PresenceTest, WhoIsSeenNowAndThenStays) {
  told_of_ada();
  for (int i = 0; i < 4; ++i) {
    pass(limits::kAutoAwayTime - 1min);
    use();
  }
  EXPECT_EQ(told_of_ada(), "");
}

TEST_F(PresenceTest, WhatAnAgentChoseStands) {
  told_of_ada();
  ada->say(call("agent.status", field("status", "busy")));
  EXPECT_EQ(told_of_ada(), "busy");
  pass(limits::kAutoAwayTime);
  EXPECT_EQ(told_of_ada(), "away");
  use();
  EXPECT_EQ(told_of_ada(), "busy");
}

TEST_F(PresenceTest, TheLastOfSeveralSessionsTakesThemAway) {
  told_of_ada();
  auto phone = parlor.agent("ada@casa.example");
  EXPECT_EQ(told_of_ada(), "");
  ada.reset();
  EXPECT_EQ(told_of_ada(), "");
  phone.reset();
  EXPECT_EQ(told_of_ada(), "offline");
}

}  // namespace
}  // namespace parlor::testing
