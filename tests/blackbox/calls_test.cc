// Calls between a visitor and an agent on the real binary: said twice, said out of order, told to both.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/server/conversation.h"

namespace parlor::tests {
namespace {

class Calls : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    server_ = std::make_unique<ServerProcess>();
    server_->start();
    agent_token_ = agent_token(*server_);
  }
  static void TearDownTestSuite() { server_.reset(); }

  void SetUp() override {
    visitor_ = std::make_unique<RawWebSocket>(server_->port());
    greet(*visitor_, new_visitor_token(*server_));
    conversation_ = start_conversation(*visitor_, "Is the Alma in stock?");
  }

  std::string post_after(std::string_view client_id, std::string_view after, std::string_view text) {
    return visitor_->call(
        "message.post",
        fmt::format(R"({{"conversation":"{}","client_id":"{}","after":"{}","body":{{"type":"text","text":"{}"}}}})",
                    conversation_, client_id, after, text));
  }
  std::string agent_call(RawWebSocket& agent, std::string_view method, std::string_view client_id,
                         std::string_view more = "") {
    return agent.call(method,
                      fmt::format(R"({{"conversation":"{}","client_id":"{}"{}}})", conversation_, client_id, more));
  }

  static std::unique_ptr<ServerProcess> server_;
  static std::string agent_token_;
  std::unique_ptr<RawWebSocket> visitor_;
  std::string conversation_;
};

std::unique_ptr<ServerProcess> Calls::server_;
std::string Calls::agent_token_;

std::size_t times(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size()))
    ++count;
  return count;
}

TEST_F(Calls, TheSameClientIdAgainGivesTheFirstResult) {
  const std::string id = new_id();
  const auto first = post(*visitor_, conversation_, "Said once", id);
  const auto second = post(*visitor_, conversation_, "Said once", id);
  EXPECT_FALSE(field(first, "message").empty()) << first;
  EXPECT_EQ(field(second, "message"), field(first, "message"));
  EXPECT_EQ(field(second, "seq"), field(first, "seq"));
  EXPECT_EQ(field(second, "at"), field(first, "at"));
  EXPECT_EQ(times(snapshot(*visitor_, conversation_), "\"text\":\"Said once\""), 1U);
}

TEST_F(Calls, TheSameClientIdForSomethingElseIsRefused) {
  const std::string id = new_id();
  post(*visitor_, conversation_, "This", id);
  EXPECT_EQ(field(post(*visitor_, conversation_, "That", id), "reason"), "client_id_reused");
  EXPECT_EQ(times(snapshot(*visitor_, conversation_), "\"text\":\"That\""), 0U);
}

TEST_F(Calls, TheSameClientIdSurvivesARestart) {
  ServerProcess server;
  server.start();
  const std::string token = new_visitor_token(server);
  const std::string id = new_id();
  std::string conversation;
  std::string first;
  {
    RawWebSocket visitor(server.port());
    greet(visitor, token);
    conversation = start_conversation(visitor, "Hello");
    first = post(visitor, conversation, "Said once", id);
  }
  server.kill_at_once();
  server.start();
  RawWebSocket visitor(server.port());
  greet(visitor, token);
  const auto again = post(visitor, conversation, "Said once", id);
  EXPECT_EQ(field(again, "message"), field(first, "message")) << again;
  EXPECT_EQ(field(again, "seq"), field(first, "seq"));
  EXPECT_EQ(field(post(visitor, conversation, "Said otherwise", id), "reason"), "client_id_reused");
}

TEST_F(Calls, AMessageWaitsForTheOneBeforeIt) {
  const std::string one = new_id();
  const std::string two = new_id();
  EXPECT_EQ(field(post_after(two, one, "Two"), "reason"), "try_later");
  EXPECT_FALSE(field(post(*visitor_, conversation_, "One", one), "message").empty());
  EXPECT_FALSE(field(post_after(two, one, "Two"), "message").empty());
  const auto state = snapshot(*visitor_, conversation_);
  EXPECT_LT(state.find("\"text\":\"One\""), state.find("\"text\":\"Two\""));
  EXPECT_NE(state.find("\"text\":\"Two\""), std::string::npos);
}

TEST_F(Calls, StartingTwiceIsStartingOnce) {
  RawWebSocket visitor(server_->port());
  greet(visitor, new_visitor_token(*server_));
  const auto params =
      fmt::format(R"({{"client_id":"{}","message":{{"client_id":"{}","body":{{"type":"text","text":"Hi"}}}}}})",
                  new_id(), new_id());
  const auto first = visitor.call("conversation.start", params);
  const auto second = visitor.call("conversation.start", params);
  EXPECT_FALSE(field(first, "conversation").empty()) << first;
  EXPECT_EQ(field(second, "conversation"), field(first, "conversation"));
  EXPECT_EQ(times(snapshot(visitor, field(first, "conversation")), "\"text\":\"Hi\""), 1U);
}

TEST_F(Calls, TheFirstAgentHasIt) {
  RawWebSocket ada(server_->port());
  greet(ada, agent_token_);
  RawWebSocket ben(server_->port());
  greet(ben, agent_token(*server_, "ben@casa.example"));
  EXPECT_EQ(field(agent_call(ada, "conversation.accept", new_id()), "status"), "open");
  EXPECT_EQ(field(agent_call(ben, "conversation.accept", new_id()), "reason"), "already_assigned");
}

TEST_F(Calls, AStaleChangeIsAConflictWithWhatIsNow) {
  RawWebSocket ada(server_->port());
  greet(ada, agent_token_);
  const auto accepted = agent_call(ada, "conversation.accept", new_id());
  post(*visitor_, conversation_, "One more thing");
  const auto answer =
      agent_call(ada, "conversation.resolve", new_id(), fmt::format(R"(,"if_seq":{})", field(accepted, "seq")));
  EXPECT_EQ(field(answer, "reason"), "conflict") << answer;
  EXPECT_EQ(field(answer, "status"), "open") << answer;
}

TEST_F(Calls, BothSidesAndTheSenderAreTold) {
  RawWebSocket ada(server_->port());
  greet(ada, agent_token_);
  ada.call("topic.subscribe", fmt::format(R"({{"topic":"conversation:{}"}})", conversation_));
  const std::string id = new_id();
  const auto answer = agent_call(ada, "message.post", id, R"(,"body":{"type":"text","text":"It is."})");
  EXPECT_FALSE(field(answer, "message").empty()) << answer;
  const auto told = visitor_->receive_with("\"It is.\"");
  ASSERT_TRUE(told);
  EXPECT_EQ(field(*told, "client_id"), id);
  RawWebSocket other(server_->port());
  greet(other, agent_token_);
  EXPECT_EQ(times(snapshot(other, conversation_), "\"It is.\""), 1U);
}

TEST_F(Calls, ABatchIsAnsweredAsAList) {
  visitor_->send_text(
      fmt::format(R"([{{"jsonrpc":"2.0","id":"a","method":"history.page","params":{{"conversation":"{}"}}}},)"
                  R"({{"jsonrpc":"2.0","id":"b","method":"message.shout"}},{{"jsonrpc":"2.0","method":"heartbeat"}}])",
                  conversation_));
  const auto answer = visitor_->receive_with("\"id\":\"a\"").value_or("(none)");
  EXPECT_EQ(answer.front(), '[');
  EXPECT_NE(answer.find("\"id\":\"b\""), std::string::npos);
  EXPECT_NE(answer.find("unknown_method"), std::string::npos);
}

}  // namespace
}  // namespace parlor::tests
