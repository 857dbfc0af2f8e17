// A client of the first release, whose frames are kept here as it sent them: without a field that came later, with
// fields and a method that nobody knows any more. It is understood for good; when a change makes this fail, the change
// is wrong and not the test.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/server/conversation.h"

namespace parlor::tests {
namespace {

constexpr std::string_view kHello =
    R"({{"jsonrpc":"2.0","id":1,"method":"session.hello","params":{{"token":"{}","client":{{"name":"widget","version":"0.0.1","build":"a1"}},"colour":"moss","nested":{{"deep":[1,{{"x":null}}]}}}}}})";
constexpr std::string_view kStart =
    R"({{"jsonrpc":"2.0","id":2,"method":"conversation.start","trace":"t-1","params":{{"client_id":"{}","message":{{"client_id":"{}","body":{{"type":"text","text":"Hello from the past","font":"serif"}},"urgency":3}},"campaign":"spring"}}}})";
constexpr std::string_view kPost =
    R"({{"jsonrpc":"2.0","id":3,"method":"message.post","params":{{"conversation":"{}","client_id":"{}","body":{{"type":"text","text":"Still here"}},"mood":"good"}}}})";
constexpr std::string_view kForgottenMethod =
    R"({"jsonrpc":"2.0","id":4,"method":"visitor.wave","params":{"hand":"left"}})";
constexpr std::string_view kForgottenNotification = R"({"jsonrpc":"2.0","method":"page.scrolled","params":{"to":0.4}})";
constexpr std::string_view kTyping =
    R"({{"jsonrpc":"2.0","method":"typing","params":{{"conversation":"{}","state":"started","speed":4}}}})";
constexpr std::string_view kSnapshot =
    R"({{"jsonrpc":"2.0","id":5,"method":"topic.snapshot","params":{{"topic":"conversation:{}","depth":2}}}})";
constexpr std::string_view kHeartbeat = R"({"jsonrpc":"2.0","method":"heartbeat"})";

// Sends a frame and gives the answer of that id.
std::string ask(RawWebSocket& socket, std::string_view frame, int id) {
  socket.send_text(frame);
  return socket.receive_with(fmt::format("\"id\":{},", id)).value_or("no answer");
}

TEST(OlderClient, IsUnderstoodFromHelloToSnapshot) {
  ServerProcess server;
  server.start();
  RawWebSocket socket(server.port());
  const auto hello = ask(socket, fmt::format(kHello, new_visitor_token(server)), 1);
  ASSERT_NE(hello.find("\"result\""), std::string::npos) << hello;
  const auto started = ask(socket, fmt::format(kStart, new_id(), new_id()), 2);
  const auto conversation = field(started, "conversation");
  ASSERT_FALSE(conversation.empty()) << started;
  EXPECT_FALSE(field(ask(socket, fmt::format(kPost, conversation, new_id()), 3), "seq").empty());
  socket.send_text(kForgottenNotification);
  socket.send_text(fmt::format(kTyping, conversation));
  socket.send_text(kHeartbeat);
  EXPECT_EQ(field(ask(socket, kForgottenMethod, 4), "reason"), "unknown_method");
  const auto state = ask(socket, fmt::format(kSnapshot, conversation), 5);
  EXPECT_NE(state.find("Hello from the past"), std::string::npos) << state;
  EXPECT_NE(state.find("Still here"), std::string::npos) << state;
  EXPECT_EQ(state.find("serif"), std::string::npos) << "an unknown field was stored";
}

TEST(OlderClient, ComesBackWithItsPosition) {
  ServerProcess server;
  server.start();
  const auto token = new_visitor_token(server);
  std::string conversation;
  std::string epoch;
  {
    RawWebSocket socket(server.port());
    epoch = field(ask(socket, fmt::format(kHello, token), 1), "epoch");
    conversation = field(ask(socket, fmt::format(kStart, new_id(), new_id()), 2), "conversation");
  }
  RawWebSocket socket(server.port());
  const auto resumed = ask(
      socket,
      fmt::format(
          R"({{"jsonrpc":"2.0","id":1,"method":"session.hello","params":{{"token":"{}","client":{{"name":"widget","version":"0.0.1"}},"resume":[{{"topic":"conversation:{}","epoch":"{}","seq":0,"hash":"ff"}}]}}}})",
          token, conversation, epoch),
      1);
  EXPECT_NE(resumed.find("\"recovered\":true"), std::string::npos) << resumed;
  EXPECT_TRUE(socket.receive_with("Hello from the past")) << "what it missed was not told";
}

}  // namespace
}  // namespace parlor::tests
