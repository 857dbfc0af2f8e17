// What ends a session from outside: a sign-out, silence, a line that is too long.

#include "parlor_without_sockets.h"

namespace parlor::testing {
namespace {

TEST(SignOut, EndsTheSessionsThatCameInByItAndNoOther) {
  ParlorWithoutSockets parlor;
  const auto other = parlor.agent("ada@casa.example");
  const auto issued = parlor.wait_for(parlor.accounts().issue_bearer("ada@casa.example", std::chrono::hours(1), false));
  ASSERT_TRUE(issued);
  const auto first = parlor.agent_with(issued->token.reveal());
  const auto second = parlor.agent_with(issued->token.reveal());
  ASSERT_EQ(first->ended, std::nullopt);
  ASSERT_TRUE(parlor.wait_for(parlor.accounts().sign_out(issued->token)));
  parlor.settle();
  EXPECT_EQ(first->ended, wire::Closing::kSessionRevoked);
  EXPECT_EQ(second->ended, wire::Closing::kSessionRevoked);
  EXPECT_EQ(other->ended, std::nullopt);
}

TEST(SignOut, OfAnotherCredentialLeavesASessionAlone) {
  ParlorWithoutSockets parlor;
  const auto session = parlor.agent("ada@casa.example");
  const auto issued = parlor.node().directory.snapshot();
  for (const auto* user : issued->users_of(issued->workspaces.begin()->first)) {
    if (user->email != "ada@casa.example") continue;
    const auto topic = app::Topic::person(user->workspace, user->id);
    parlor.node().bus.publish(std::make_shared<const app::Publication>(topic, app::CredentialEnded{}));
  }
  parlor.settle();
  EXPECT_EQ(session->ended, std::nullopt) << "another credential's end is not this session's";
}

TEST(Silence, IsNotMeasuredByTheWallClock) {
  for (const auto by : {std::chrono::hours(1), -std::chrono::hours(1)}) {
    ParlorWithoutSockets parlor;
    const auto ada = parlor.agent("ada@casa.example");
    parlor.clock.jump(by);
    ada->session().tick(parlor.clock.steady());
    EXPECT_EQ(ada->with("heartbeat").size(), 0U);
    EXPECT_EQ(ada->ended, std::nullopt);
    parlor.clock.pass(std::chrono::seconds(36));
    ada->session().tick(parlor.clock.steady());
    EXPECT_EQ(ada->ended, wire::Closing::kHeartbeatTimeout);
  }
}

TEST(Silence, EndsASessionAndAnsweringKeepsIt) {
  ParlorWithoutSockets parlor;
  const auto ada = parlor.agent("ada@casa.example");
  parlor.clock.pass(std::chrono::seconds(16));
  ada->session().tick(parlor.clock.steady());
  EXPECT_EQ(ada->with("heartbeat").size(), 1U);
  ada->say(R"({"jsonrpc":"2.0","method":"heartbeat","params":{}})");
  parlor.clock.pass(std::chrono::seconds(34));
  ada->session().tick(parlor.clock.steady());
  EXPECT_EQ(ada->ended, std::nullopt);
  parlor.clock.pass(std::chrono::seconds(2));
  ada->session().tick(parlor.clock.steady());
  EXPECT_EQ(ada->ended, wire::Closing::kHeartbeatTimeout);
}

TEST(Storm, WhoeverFindsTheLineFullIsToldWhenToComeBackAndTheOthersAreGreeted) {
  ParlorWithoutSockets parlor;
  parlor.services().reception = edge::Reception(1, 1);
  parlor.hold_store();
  const auto vic = parlor.visitor(parlor.new_visitor_token());
  const auto wanda = parlor.visitor(parlor.new_visitor_token());
  const auto late = parlor.visitor(parlor.new_visitor_token());
  EXPECT_EQ(text_of(late->last_with("\"error\""), "reason"), "try_later");
  EXPECT_EQ(number_of(late->last_with("\"error\""), "retry_after_ms"), 5000);
  EXPECT_EQ(number_of(late->last_with("session.closing"), "after_ms"), 5000);
  EXPECT_EQ(late->ended, wire::Closing::kTryLater);
  EXPECT_TRUE(vic->with("\"principal\"").empty());
  parlor.release_store();
  EXPECT_EQ(vic->with("\"principal\"").size(), 1U);
  EXPECT_EQ(wanda->with("\"principal\"").size(), 1U) << "waited, and was then greeted";
}

TEST(Storm, WhoeverLeavesTheLineDoesNotStopIt) {
  ParlorWithoutSockets parlor;
  parlor.services().reception = edge::Reception(1, 2);
  parlor.hold_store();
  const auto vic = parlor.visitor(parlor.new_visitor_token());
  auto gone = parlor.visitor(parlor.new_visitor_token());
  const auto wanda = parlor.visitor(parlor.new_visitor_token());
  gone.reset();
  parlor.release_store();
  EXPECT_EQ(wanda->with("\"principal\"").size(), 1U);
}

}  // namespace
}  // namespace parlor::testing
