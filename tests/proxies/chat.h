// Chat: a visitor on some transport through some proxy, an agent next to the server, and what came of their messages.
#pragma once

#include <string>

#include "tests/proxies/transport.h"
#include "tests/server/conversation.h"

namespace parlor::tests {

struct ChatResult {
  bool ready = false;
  std::size_t acknowledged = 0;
  // Acknowledged, but not heard by the visitor, who hears its own messages too.
  std::size_t lost = 0;
  std::size_t doubled = 0;
  std::size_t disordered = 0;
  // Why it could not be carried through.
  std::string trouble;

  bool is_whole(std::size_t messages) const {
    return ready && trouble.empty() && acknowledged == messages && lost + doubled + disordered == 0;
  }
};

struct ChatPlan {
  TransportKind kind{};
  Passage passage;
  std::size_t messages = 20;
  std::chrono::seconds ready_within{20};
  // Nothing is said for this long before the first message.
  std::chrono::seconds quiet{0};
};

// Half of the messages from each side.
ChatResult hold_chat(const ServerProcess& server, const ChatPlan& plan);

}  // namespace parlor::tests
