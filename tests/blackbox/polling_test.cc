// Long-polls on the real binary: what is worth a request of its own, and what comes with the next.
#include <chrono>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/server/conversation.h"

namespace parlor::tests {
namespace {

using namespace std::chrono_literals;

class Polling : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    server_ = std::make_unique<ServerProcess>();
    server_->start();
  }
  static void TearDownTestSuite() { server_.reset(); }

  void SetUp() override {
    const auto token = new_visitor_token(*server_);
    headers_ = "Content-Type: application/json\r\nAuthorization: Bearer " + token + "\r\n";
    const auto hello = fmt::format(
        R"({{"jsonrpc":"2.0","id":1,"method":"session.hello","params":{{"token":"{}","client":{{"name":"t","version":"1"}}}}}})",
        token);
    address_ = "/realtime/sessions/" + field(ask("/realtime/sessions", hello), "session");
    other_tab_ = std::make_unique<RawWebSocket>(server_->port());
    greet(*other_tab_, token);
    conversation_ = start_conversation(*other_tab_, "Is the Alma in stock?");
    poll_until("Is the Alma in stock?");
  }

  std::string ask(std::string_view target, std::string_view body) {
    const auto told = request(server_->port(), {"POST", target, headers_, body});
    return told ? told->body : std::string();
  }
  std::string poll(int wait_s) {
    auto units = ask(address_ + "/poll", fmt::format(R"({{"after":{},"wait_s":{}}})", after_, wait_s));
    after_ = std::stoi(field(units, "next"));
    return units;
  }
  std::string poll_until(std::string_view text) {
    std::string units = poll(5);
    while (units.find(text) == std::string::npos && units.find("\"units\":[]") == std::string::npos)
      units = poll(5);
    return units;
  }
  void say(std::string_view text) {
    const auto call = fmt::format(
        R"({{"jsonrpc":"2.0","id":2,"method":"message.post","params":{{"conversation":"{}","client_id":"{}","body":{{"type":"text","text":"{}"}}}}}})",
        conversation_, new_id(), text);
    ASSERT_FALSE(field(ask(address_, call), "seq").empty());
  }

  static std::unique_ptr<ServerProcess> server_;
  std::string headers_;
  std::string address_;
  std::string conversation_;
  std::unique_ptr<RawWebSocket> other_tab_;
  int after_ = 0;
};

std::unique_ptr<ServerProcess> Polling::server_;

TEST_F(Polling, WhatItsOwnClientSaidComesWithTheNext) {
  constexpr int kTimes = 6;
  int together = 0;
  for (int i = 0; i < kTimes; ++i) {
    const auto own = fmt::format("Said here {}", i);
    const auto other = fmt::format("Said in the other tab {}", i);
    say(own);
    post(*other_tab_, conversation_, other);
    const auto units = poll_until(other);
    if (units.find(own) < units.find(other)) ++together;
  }
  // Once in a while the second is over just between the two.
  EXPECT_GE(together, kTimes - 2);
}

TEST_F(Polling, WhatItsOwnClientSaidComesAloneAfterASecond) {
  const auto began = std::chrono::steady_clock::now();
  say("Said here");
  EXPECT_NE(poll_until("Said here").find("Said here"), std::string::npos);
  EXPECT_LT(std::chrono::steady_clock::now() - began, 4s);
}

TEST_F(Polling, WhatSomebodyElseSaidComesAtOnce) {
  post(*other_tab_, conversation_, "Said in the other tab");
  const auto began = std::chrono::steady_clock::now();
  EXPECT_NE(poll_until("Said in the other tab").find("Said in the other tab"), std::string::npos);
  EXPECT_LT(std::chrono::steady_clock::now() - began, 500ms);
}

}  // namespace
}  // namespace parlor::tests
