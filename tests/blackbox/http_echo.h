// What the tests of HTTP/1.1 share: requests written as text and a server with its echo open. Each test's own.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/server/conversation.h"

namespace parlor::tests {

struct Expected {
  std::string name;
  std::string text;
  unsigned status;
};

inline std::string echo_request(std::string_view fields, std::string_view body, std::string_view version = "1.1") {
  return fmt::format("POST /_test/echo HTTP/{}\r\nHost: a\r\n{}\r\n{}", version, fields, body);
}

inline std::string get(std::string_view target, std::string_view fields = "") {
  return fmt::format("GET {} HTTP/1.1\r\nHost: a\r\n{}\r\n", target, fields);
}

inline std::string with_method(std::string_view method, std::string_view target, std::string_view fields = "") {
  return fmt::format("{} {} HTTP/1.1\r\nHost: a\r\n{}\r\n", method, target, fields);
}

class HttpEcho : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    server_ = std::make_unique<ServerProcess>(ServerSettings{.arguments = {"--demo", "--test-endpoints"}});
    server_->start();
  }
  static void TearDownTestSuite() { server_.reset(); }
  void TearDown() override { EXPECT_TRUE(server_->is_alive()); }

  static std::optional<wire::http::Response> answer(std::string_view text, bool to_head = false) {
    RawSocket socket(server_->port());
    socket.send(text);
    return socket.response(to_head);
  }

  // Each is refused with its status, and what comes behind it is never taken for a request.
  static void expect_refused(const std::vector<Expected>& table) {
    for (const auto& [name, text, status] : table) {
      SCOPED_TRACE(name);
      RawSocket socket(server_->port());
      socket.send(text + get("/healthz"));
      const auto first = socket.response();
      ASSERT_TRUE(first) << "no answer";
      EXPECT_EQ(first->status, status) << first->body;
      EXPECT_FALSE(first->keep_alive);
      EXPECT_FALSE(first->headers.get("Date").empty());
      EXPECT_FALSE(socket.response()) << "a second request was understood";
    }
  }

  // Each is answered with this status, and the connection goes on.
  static void expect_answered(const std::vector<Expected>& table) {
    for (const auto& [name, text, status] : table) {
      SCOPED_TRACE(name);
      RawSocket socket(server_->port());
      socket.send(text);
      const auto first = socket.response(text.starts_with("HEAD "));
      ASSERT_TRUE(first) << "no answer";
      EXPECT_EQ(first->status, status) << first->body;
      EXPECT_FALSE(first->headers.get("Date").empty());
      socket.send(get("/healthz"));
      const auto second = socket.response();
      ASSERT_TRUE(second) << "the connection did not go on";
      EXPECT_EQ(second->status, 200U);
    }
  }

  static void expect_echoed(std::string_view name, std::string_view text, std::string_view body) {
    SCOPED_TRACE(name);
    const auto echoed = answer(text);
    ASSERT_TRUE(echoed) << "no answer";
    EXPECT_EQ(echoed->status, 200U) << echoed->body;
    EXPECT_EQ(echoed->body, body);
  }

  inline static std::unique_ptr<ServerProcess> server_;
};

}  // namespace parlor::tests
