// Bad input over WebSocket: each gets its named error, and nothing else happens.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/server/conversation.h"

namespace parlor::tests {
namespace {

using wire::ws::Opcode;

std::string repeated(std::string_view piece, std::size_t count) {
  std::string text;
  for (std::size_t index = 0; index < count; ++index)
    text += piece;
  return text;
}

// A frame to send as text, and the word that must be the answer's reason.
struct BadCall {
  std::string name;
  std::string frame;
  std::string reason;
  std::string field = {};  // that the error must name
};

// Bytes after which the server must end the connection, and how.
struct BadBytes {
  std::string name;
  Opcode opcode;
  std::string payload;
  std::uint16_t code;
};

class BadFrames : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    server_ = std::make_unique<ServerProcess>();
    server_->start();
    pid_ = server_->pid();
    visitor_token_ = new_visitor_token(*server_);
    RawWebSocket visitor(server_->port());
    greet(visitor, visitor_token_);
    conversation_ = start_conversation(visitor, "Do you deliver on Saturdays?");
    RawWebSocket stranger(server_->port());
    greet(stranger, new_visitor_token(*server_));
    foreign_ = start_conversation(stranger, "Somebody else's secret");
  }
  static void TearDownTestSuite() { server_.reset(); }

  void SetUp() override { before_ = transcript(); }
  void TearDown() override {
    EXPECT_EQ(transcript(), before_) << "bad input left a trace";
    EXPECT_TRUE(server_->is_alive());
    EXPECT_EQ(server_->pid(), pid_);
    const auto health = request(server_->port(), {.target = "/healthz"});
    ASSERT_TRUE(health);
    EXPECT_EQ(health->status, 200U);
  }

  static std::string transcript() {
    RawWebSocket visitor(server_->port());
    greet(visitor, visitor_token_);
    return snapshot(visitor, conversation_);
  }

  // On an open session of the visitor, which must still work afterwards.
  static void expect_refused(const BadCall& bad) {
    SCOPED_TRACE(bad.name);
    RawWebSocket visitor(server_->port());
    greet(visitor, visitor_token_);
    visitor.send_text(bad.frame);
    const auto answer = visitor.receive_with("\"error\"").value_or("(none)");
    EXPECT_EQ(field(answer, "reason"), bad.reason) << answer;
    if (!bad.field.empty()) EXPECT_EQ(field(answer, "field"), bad.field) << answer;
    EXPECT_EQ(snapshot(visitor, conversation_).find("\"error\""), std::string::npos) << "the session did not survive";
  }

  static std::string call(std::string_view method, std::string_view params) {
    return fmt::format(R"({{"jsonrpc":"2.0","id":70,"method":"{}","params":{}}})", method, params);
  }
  static std::string posting(std::string_view conversation, std::string_view body) {
    return call("message.post",
                fmt::format(R"({{"conversation":"{}","client_id":"{}","body":{}}})", conversation, new_id(), body));
  }
  static std::string saying(std::string_view text) {
    return posting(conversation_, fmt::format(R"({{"type":"text","text":"{}"}})", text));
  }

  static std::unique_ptr<ServerProcess> server_;
  static pid_t pid_;
  static std::string visitor_token_;
  static std::string conversation_;
  static std::string foreign_;
  std::string before_;
};

std::unique_ptr<ServerProcess> BadFrames::server_;
pid_t BadFrames::pid_ = -1;
std::string BadFrames::visitor_token_;
std::string BadFrames::conversation_;
std::string BadFrames::foreign_;

TEST_F(BadFrames, BadEnvelopes) {
  const std::vector<BadCall> table = {
      {"not JSON", "hello", "parse_error"},
      {"half of an object", R"({"jsonrpc":"2.0","id":70,"method":"heart)", "parse_error"},
      {"a number", "42", "invalid_request"},
      {"an empty batch", "[]", "invalid_request"},
      {"a batch of 33", "[" + repeated(call("history.page", "{}") + ",", 32) + call("history.page", "{}") + "]",
       "invalid_request"},
      {"another version", R"({"jsonrpc":"1.0","id":70,"method":"agent.status","params":{}})", "invalid_request"},
      {"no method", R"({"jsonrpc":"2.0","id":70,"params":{}})", "invalid_request"},
      {"a method that is no text", R"({"jsonrpc":"2.0","id":70,"method":7})", "invalid_request"},
      {"an id that is a list", R"({"jsonrpc":"2.0","id":[1],"method":"session.end"})", "invalid_request"},
      {"a call without an id", R"({"jsonrpc":"2.0","method":"message.post","params":{}})", "invalid_request"},
      {"an unknown method", call("message.shout", "{}"), "unknown_method"},
      {"a method of later days", call("call.invite", "{}"), "unknown_method"},
      {"params that are a list", call("message.post", "[1]"), "invalid_params"},
      {"nested too deep", repeated("[", 2000) + repeated("]", 2000), "invalid_request"},
      {"hello twice", call("session.hello", R"({"client":{"name":"test","version":"1"}})"), "already_said_hello"},
  };
  for (const auto& bad : table)
    expect_refused(bad);
}

TEST_F(BadFrames, BadFields) {
  const std::string id = new_id();
  const std::vector<BadCall> table = {
      {"no conversation",
       call("message.post", fmt::format(R"({{"client_id":"{}","body":{{"type":"text","text":"a"}}}})", id)),
       "invalid_params", "params.conversation"},
      {"no client_id",
       call("message.post",
            fmt::format(R"({{"conversation":"{}","body":{{"type":"text","text":"a"}}}})", conversation_)),
       "invalid_params", "params.client_id"},
      {"no body", call("message.post", fmt::format(R"({{"conversation":"{}","client_id":"{}"}})", conversation_, id)),
       "invalid_params", "params.body"},
      {"a text that is a number", posting(conversation_, R"({"type":"text","text":7})"), "invalid_params",
       "params.body.text"},
      {"a text that is null", posting(conversation_, R"({"type":"text","text":null})"), "invalid_params",
       "params.body.text"},
      {"a body of no known type", posting(conversation_, R"({"type":"poem","text":"a"})"), "invalid_params"},
      {"a body that is a list", posting(conversation_, "[]"), "invalid_params", "params.body"},
      {"an empty text", saying(""), "invalid_params", "params.body.text"},
      {"4,001 characters", saying(repeated("é", 4001)), "invalid_params", "params.body.text"},
      {"more than 16 KiB", saying(repeated("a", 17000)), "invalid_params", "params.body.text"},
      {"an id that is no id", posting("7; DROP TABLE", R"({"type":"text","text":"a"})"), "invalid_params",
       "params.conversation"},
      {"a rating of 6",
       call("conversation.rate",
            fmt::format(R"({{"conversation":"{}","client_id":"{}","score":6}})", conversation_, id)),
       "invalid_params", "params.score"},
      {"a rating of 4.5",
       call("conversation.rate",
            fmt::format(R"({{"conversation":"{}","client_id":"{}","score":4.5}})", conversation_, id)),
       "invalid_params", "params.score"},
      {"a page of 101", call("history.page", fmt::format(R"({{"conversation":"{}","limit":101}})", conversation_)),
       "invalid_params", "params.limit"},
      {"a name of 10,000 characters",
       call("conversation.start",
            fmt::format(R"({{"client_id":"{}","form":{{"name":"{}"}}}})", id, repeated("n", 10'000))),
       "invalid_params", "params.form.name"},
      {"an address that is none",
       call("conversation.start", fmt::format(R"({{"client_id":"{}","form":{{"email":"nobody"}}}})", id)),
       "invalid_params", "params.form.email"},
      {"a topic that is none", call("topic.subscribe", R"({"topic":"everything"})"), "invalid_params", "params.topic"},
  };
  for (const auto& bad : table)
    expect_refused(bad);
}

TEST_F(BadFrames, WhatIsNotTheVisitors) {
  const std::string id = new_id();
  const auto in = [&](std::string_view method, std::string_view conversation, std::string_view more = "") {
    return call(method, fmt::format(R"({{"conversation":"{}","client_id":"{}"{}}})", conversation, id, more));
  };
  const std::vector<BadCall> table = {
      {"a post to a foreign conversation", posting(foreign_, R"({"type":"text","text":"a"})"), "conversation_unknown"},
      {"a foreign conversation's history", call("history.page", fmt::format(R"({{"conversation":"{}"}})", foreign_)),
       "conversation_unknown"},
      {"a foreign conversation's snapshot",
       call("topic.snapshot", fmt::format(R"({{"topic":"conversation:{}"}})", foreign_)), "conversation_unknown"},
      {"a foreign conversation followed",
       call("topic.subscribe", fmt::format(R"({{"topic":"conversation:{}"}})", foreign_)), "conversation_unknown"},
      {"ending a foreign conversation", in("conversation.end", foreign_), "conversation_unknown"},
      {"a conversation that never was", posting(new_id(), R"({"type":"text","text":"a"})"), "conversation_unknown"},
      {"accepting", in("conversation.accept", conversation_), "not_permitted"},
      {"resolving", in("conversation.resolve", conversation_), "not_permitted"},
      {"assigning", in("conversation.assign", conversation_, fmt::format(R"(,"assignee":"{}")", id)), "not_permitted"},
      {"tagging", in("conversation.tag", conversation_, R"(,"add":["vip"])"), "not_permitted"},
      {"a note", in("note.post", conversation_, R"(,"text":"a")"), "not_permitted"},
      {"an agent's status", call("agent.status", R"({"status":"online"})"), "not_permitted"},
      {"the workspace's list", call("topic.subscribe", R"({"topic":"workspace"})"), "not_permitted"},
      {"the workspace's rows", call("topic.snapshot", R"({"topic":"workspace"})"), "not_permitted"},
      {"a message that is not there",
       in("message.edit", conversation_, fmt::format(R"(,"message":"{}","body":{{"type":"text","text":"a"}})", id)),
       "message_unknown"},
  };
  for (const auto& bad : table)
    expect_refused(bad);
}

TEST_F(BadFrames, BadBytesEndTheConnection) {
  const std::vector<BadBytes> table = {
      {"a frame of more than 64 KiB", Opcode::Text, repeated("a", 64 * 1024 + 1), 4504},
      {"bad UTF-8", Opcode::Text, "{\"jsonrpc\":\"\xC3\x28\"}", 1007},
      {"a binary frame", Opcode::Binary, "\x01\x02", 1003},
      {"an unknown opcode", static_cast<Opcode>(0x3), "a", 1002},
      {"a ping of 126 bytes", Opcode::Ping, repeated("p", 126), 1002},
      {"a continuation of nothing", Opcode::Continuation, "a", 1002},
      {"a close frame of one byte", Opcode::Close, "a", 1002},
  };
  for (const auto& bad : table) {
    SCOPED_TRACE(bad.name);
    RawWebSocket visitor(server_->port());
    greet(visitor, visitor_token_);
    visitor.send_frame(bad.opcode, bad.payload);
    const auto code = visitor.close_code();
    ASSERT_TRUE(code) << "the connection stayed";
    EXPECT_EQ(*code, bad.code);
  }
}

TEST_F(BadFrames, FramesThatBreakTheRulesOfFraming) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"an unmasked frame", std::string("\x81\x02{}", 4)},
      {"a fragmented ping", std::string("\x09\x80\x00\x00\x00\x00", 6)},
      {"a reserved bit", std::string("\xC1\x80\x00\x00\x00\x00", 6)},
      {"a length of 8 bytes that needs 1",
       std::string("\x81\xFF\x00\x00\x00\x00\x00\x00\x00\x02\x00\x00\x00\x00{}", 16)},
      {"a length beyond all memory", std::string("\x81\xFF\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x00\x00\x00\x00", 14)},
  };
  for (const auto& [name, bytes] : table) {
    SCOPED_TRACE(name);
    RawWebSocket visitor(server_->port());
    greet(visitor, visitor_token_);
    visitor.send_bytes(bytes);
    const auto code = visitor.close_code();
    ASSERT_TRUE(code) << "the connection stayed";
    EXPECT_TRUE(*code == 1002 || *code == 1009 || *code == 4504) << *code;
  }
}

TEST_F(BadFrames, BeforeHello) {
  const std::vector<BadCall> table = {
      {"a call before hello", saying("a"), "hello_required"},
      {"an unknown method before hello", call("message.shout", "{}"), "unknown_method"},
      {"a hello without a client", call("session.hello", fmt::format(R"({{"token":"{}"}})", visitor_token_)),
       "invalid_params"},
      {"a hello without credentials", call("session.hello", R"({"client":{"name":"test","version":"1"}})"),
       "not_signed_in"},
      {"a hello with a token that is none",
       call("session.hello", R"({"token":"pv1.abc.def","client":{"name":"test","version":"1"}})"), "token_invalid"},
      {"a hello with a forged token",
       call("session.hello", fmt::format(R"({{"token":"{}","client":{{"name":"test","version":"1"}}}})",
                                         visitor_token_.substr(0, visitor_token_.size() - 4) + "AAAA")),
       "token_invalid"},
  };
  for (const auto& bad : table) {
    SCOPED_TRACE(bad.name);
    RawWebSocket socket(server_->port());
    socket.send_text(bad.frame);
    // In the call's answer, or in the goodbye.
    const auto answer = socket.receive_with("\"reason\"").value_or("(none)");
    EXPECT_EQ(field(answer, "reason"), bad.reason) << answer;
  }
}

TEST_F(BadFrames, AnExpiredTokenIsToldSo) {
  const std::string token = server_->run({"admin", "token", "--email", "ben@casa.example", "--ttl", "1"});
  std::this_thread::sleep_for(std::chrono::milliseconds(1500));
  RawWebSocket socket(server_->port());
  const auto answer =
      socket.call("session.hello", fmt::format(R"({{"token":"{}","client":{{"name":"test","version":"1"}}}})", token));
  EXPECT_EQ(field(answer, "reason"), "token_expired") << answer;
  EXPECT_EQ(socket.close_code(), 4501);
}

TEST_F(BadFrames, AForeignPageIsNotLetIn) {
  RawWebSocket socket(server_->port(), "Origin: https://elsewhere.example\r\n");
  ASSERT_EQ(socket.status(), 101U);
  socket.send_text(call("session.hello",
                        fmt::format(R"({{"token":"{}","client":{{"name":"test","version":"1"}}}})", visitor_token_)));
  const auto answer = socket.receive_with("\"reason\"").value_or("(none)");
  EXPECT_EQ(field(answer, "reason"), "origin_not_allowed") << answer;
  EXPECT_EQ(socket.close_code(), 4502);
}

}  // namespace
}  // namespace parlor::tests
