// The calls that sessions are tested with, as text, and a chat that stands. Pure functions; OpenChat as its server.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "parlor_without_sockets.h"

namespace parlor::testing {

inline std::string call(std::string_view method, const std::string& params) {
  return R"({"jsonrpc":"2.0","id":7,"method":")" + std::string(method) + R"(","params":{)" + params + "}}";
}

inline std::string field(std::string_view name, const std::string& value) {
  return "\"" + std::string(name) + "\":\"" + value + "\"";
}

inline std::string body(const std::string& text) {
  return R"("body":{"type":"text","text":")" + text + "\"}";
}

inline std::string start(const std::string& text, const std::string& id = client_id(),
                         const std::string& message_id = client_id()) {
  return call("conversation.start",
              field("client_id", id) + R"(,"message":{)" + field("client_id", message_id) + "," + body(text) + "}");
}

inline std::string post(const std::string& conversation, const std::string& text, const std::string& id = client_id()) {
  return call("message.post", field("conversation", conversation) + "," + field("client_id", id) + "," + body(text));
}

inline std::string change(std::string_view method, const std::string& conversation) {
  return call(method, field("conversation", conversation) + "," + field("client_id", client_id()));
}

// Vic wrote, Ada accepted and follows.
struct OpenChat {
  explicit OpenChat(ParlorWithoutSockets& parlor)
      : token(parlor.new_visitor_token()), vic(parlor.visitor(token)), ada(parlor.agent("ada@casa.example")) {
    vic->say(start("Is the sofa in stock?"));
    parlor.settle();
    conversation = text_of(vic->last_with("\"result\":{\"conversation\""), "conversation");
    ada->say(call("topic.subscribe", field("topic", "conversation:" + conversation)));
    ada->say(change("conversation.accept", conversation));
    parlor.settle();
  }

  std::string token;
  std::unique_ptr<Client> vic;
  std::unique_ptr<Client> ada;
  std::string conversation;
};

}  // namespace parlor::testing
