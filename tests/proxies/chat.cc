#include "tests/proxies/chat.h"

#include <vector>

#include <fmt/format.h>

namespace parlor::tests {
namespace {

using namespace std::chrono_literals;
using doctor::Clock;

constexpr auto kHeardWithin = 30s;

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size()))
    ++count;
  return count;
}

std::string params_of(std::string_view conversation, std::string_view text) {
  return fmt::format(R"({{"conversation":"{}","client_id":"{}","body":{{"type":"text","text":"{}"}}}})", conversation,
                     new_id(), text);
}

std::string start_params(std::string_view text) {
  return fmt::format(R"({{"client_id":"{}","message":{{"client_id":"{}","body":{{"type":"text","text":"{}"}}}}}})",
                     new_id(), new_id(), text);
}

// What the visitor heard against what was acknowledged, in this order.
void judge(const std::vector<std::string>& said, std::string_view heard, ChatResult& result) {
  std::size_t last = 0;
  for (const auto& text : said) {
    const auto part = fmt::format("\"text\":\"{}\"", text);
    const auto count = count_of(heard, part);
    if (count == 0) ++result.lost;
    if (count > 1) ++result.doubled;
    const auto at = heard.find(part);
    if (count == 1 && at < last) ++result.disordered;
    if (count == 1) last = at;
  }
}

bool has_result(std::string_view answer) {
  return answer.find("\"result\"") != std::string_view::npos;
}

}  // namespace

ChatResult hold_chat(const ServerProcess& server, const ChatPlan& plan) {
  ChatResult result;
  const auto visitor = make_transport(plan.kind, plan.passage);
  result.ready = visitor->open(new_visitor_token(server), Clock::now() + plan.ready_within);
  if (!result.ready) return result;
  if (!visitor->listen(Clock::now() + plan.quiet)) {
    result.trouble = "cut while quiet";
    return result;
  }
  std::vector<std::string> said = {"Is the Alma in stock?"};
  const auto started = visitor->call("conversation.start", start_params(said.front()));
  const auto conversation = field(started, "conversation");
  if (conversation.empty()) {
    result.trouble = "not started: " + started;
    return result;
  }
  result.acknowledged = 1;
  RawWebSocket agent(server.port());
  greet(agent, agent_token(server));
  while (said.size() < plan.messages) {
    const bool agents_turn = said.size() % 2 == 1;
    auto text = fmt::format("{} {}", agents_turn ? "agent" : "visitor", said.size());
    const auto params = params_of(conversation, text);
    const auto answer = agents_turn ? agent.call("message.post", params) : visitor->call("message.post", params);
    said.push_back(std::move(text));
    if (has_result(answer)) ++result.acknowledged;
  }
  const auto last = fmt::format("\"text\":\"{}\"", said.back());
  const auto deadline = Clock::now() + kHeardWithin;
  while (visitor->heard().find(last) == std::string::npos && Clock::now() < deadline) {
    if (!visitor->listen(Clock::now() + 100ms)) break;
  }
  judge(said, visitor->heard(), result);
  return result;
}

}  // namespace parlor::tests
