// The process: ready, measured, asked to go.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/server/conversation.h"

namespace parlor::tests {
namespace {

TEST(Process, SaysWhereItListensAndIsReady) {
  ServerProcess server;
  server.start();
  const auto health = request(server.port(), {.target = "/healthz"});
  ASSERT_TRUE(health);
  EXPECT_EQ(health->status, 200U);
  EXPECT_NE(server.printed().find("listening on " + server.url()), std::string::npos);
}

TEST(Process, EndsWithZeroWhenAsked) {
  ServerProcess server;
  server.start();
  EXPECT_EQ(server.stop(), 0) << server.printed();
}

TEST(Process, TellsItsClientsBeforeItGoesAndKeepsWhatItAcknowledged) {
  ServerProcess server;
  server.start();
  const std::string token = new_visitor_token(server);
  RawWebSocket visitor(server.port());
  greet(visitor, token);
  const auto conversation = start_conversation(visitor, "Will this be here tomorrow?");
  EXPECT_EQ(server.stop(), 0) << server.printed();
  const auto closing = visitor.receive_with("session.closing");
  ASSERT_TRUE(closing) << "no goodbye";
  EXPECT_EQ(field(*closing, "reconnect"), "now") << *closing;
  EXPECT_EQ(visitor.close_code(), 4000);
  server.start();
  RawWebSocket again(server.port());
  greet(again, token);
  EXPECT_NE(snapshot(again, conversation).find("Will this be here tomorrow?"), std::string::npos);
}

TEST(Process, RefusesTheDemoOffLoopback) {
  const ServerProcess server;
  EXPECT_THROW(server.run({"serve", "--listen", "0.0.0.0:0", "--demo"}), std::runtime_error);
  EXPECT_THROW(server.run({"serve", "--listen", "0.0.0.0:0", "--test-endpoints"}), std::runtime_error);
  EXPECT_THROW(server.run({"serve", "--listen", "127.0.0.1:0", "--unsafe-acknowledge-early"}), std::runtime_error);
}

TEST(Process, ShowsItsFiguresToThisMachineOnly) {
  ServerProcess server({.arguments = {"--demo", "--trusted-proxy", "127.0.0.1"}});
  server.start();
  const auto here = request(server.port(), {.target = "/metrics"});
  ASSERT_TRUE(here);
  EXPECT_EQ(here->status, 200U);
  EXPECT_NE(here->body.find("# TYPE parlor_"), std::string::npos) << here->body.substr(0, 200);
  const auto elsewhere = request(server.port(), {.target = "/metrics", .headers = "X-Forwarded-For: 203.0.113.9\r\n"});
  ASSERT_TRUE(elsewhere);
  EXPECT_GE(elsewhere->status, 401U);
  EXPECT_LE(elsewhere->status, 404U);
  EXPECT_EQ(elsewhere->body.find("# TYPE"), std::string::npos);
}

TEST(Process, HidesTheTestEndpointsUnlessAskedFor) {
  ServerProcess server;
  server.start();
  const auto echo = request(server.port(), {.method = "POST", .target = "/_test/echo"});
  ASSERT_TRUE(echo);
  EXPECT_EQ(echo->status, 404U);
}

}  // namespace
}  // namespace parlor::tests
