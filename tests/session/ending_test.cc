// What ends a session from outside: a sign-out, silence.

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

TEST(Silence, EndsASessionAndAnsweringKeepsIt) {
  ParlorWithoutSockets parlor;
  const auto ada = parlor.agent("ada@casa.example");
  parlor.clock.pass(std::chrono::seconds(16));
  ada->session().tick(parlor.clock.now());
  EXPECT_EQ(ada->with("heartbeat").size(), 1U);
  ada->say(R"({"jsonrpc":"2.0","method":"heartbeat","params":{}})");
  parlor.clock.pass(std::chrono::seconds(34));
  ada->session().tick(parlor.clock.now());
  EXPECT_EQ(ada->ended, std::nullopt);
  parlor.clock.pass(std::chrono::seconds(2));
  ada->session().tick(parlor.clock.now());
  EXPECT_EQ(ada->ended, wire::Closing::kHeartbeatTimeout);
}

}  // namespace
}  // namespace parlor::testing
