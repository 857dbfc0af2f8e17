// Teams on the real binary, and agents at whom chats ring.
#pragma once

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/server/conversation.h"

namespace parlor::tests {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

inline constexpr std::string_view kOrders = "018f3c2a-7b10-700a-8a00-00000000000a";
inline constexpr std::string_view kSales = "018f3c2a-7b10-700a-8a00-00000000000b";

inline std::string team(std::string_view id, std::string_view name, std::string_view more = "") {
  return fmt::format(
      R"({{"id":"{}","name":"{}","mode":"automatic","criteria":["least_busy"],"ring_s":5,"age_step_s":300,"prefer_s":0,"ways_out_s":60,"place_kept_s":120{}}})",
      id, name, more);
}

// An agent signed in by a token, following the queue.
class Agent {
 public:
  Agent(const ServerProcess& server, const std::string& email)
      : token(agent_token(server, email)), socket(std::make_unique<RawWebSocket>(server.port())) {
    greet(*socket, token);
    socket->call("topic.subscribe", R"({"topic":"queue"})");
  }

  // What rings at anybody next; empty if nothing does.
  std::string rings(std::chrono::milliseconds wait = 2s) { return next_offer("ringing", wait); }
  std::string next_offer(std::string_view state, std::chrono::milliseconds wait = 2s) {
    const auto end = Clock::now() + wait;
    // What rings stands in the floor's own signals too.
    while (true) {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
      const auto signal = socket->receive_with(fmt::format(R"("state":"{}")", state), std::max(left, 1ms));
      if (!signal || signal->find(R"("type":"offer")") != std::string::npos) return signal.value_or(std::string());
    }
  }
  std::string answer(std::string_view conversation, bool accepts) {
    return socket->call("offer.answer", fmt::format(R"({{"conversation":"{}","accept":{}}})", conversation, accepts));
  }
  std::string change(std::string_view method, std::string_view conversation, std::string_view more = "") {
    return socket->call(method,
                        fmt::format(R"({{"conversation":"{}","client_id":"{}"{}}})", conversation, new_id(), more));
  }

  std::string token;
  std::unique_ptr<RawWebSocket> socket;
};

// A demo server with teams, as an owner sets them up.
class Routing : public testing::Test {
 protected:
  void SetUp() override {
    server_.start();
    owner_ = agent_token(server_, "orla@casa.example");
    const auto agents = rest("GET", "/api/v1/agents", "").body;
    ids_["Ada"] = id_before(agents, R"("email":"ada@)");
    ids_["Ben"] = id_before(agents, R"("email":"ben@)");
  }

  struct Told {
    unsigned status = 0;
    std::string body;
  };
  Told rest(std::string_view method, std::string_view target, std::string_view body, std::string_view token = {}) {
    const auto headers = fmt::format("Content-Type: application/json\r\nAuthorization: Bearer {}\r\n",
                                     token.empty() ? owner_ : std::string(token));
    const auto response = request(server_.port(), {method, target, headers, body});
    return response ? Told{response->status, response->body} : Told{};
  }
  static std::string id_before(const std::string& json, const std::string& mark) {
    const auto at = json.find(mark);
    const auto id = json.rfind("\"id\":\"", at);
    return json.substr(id + 6, 36);
  }
  std::string agent(std::string_view name, int capacity, std::string_view teams) {
    return fmt::format(R"({{"agent":"{}","capacity":{},"teams":[{}],"skills":[]}})", ids_.find(name)->second, capacity,
                       teams);
  }
  Told save(std::string_view teams, std::string_view agents, int version = 0, std::string_view inboxes = "") {
    return rest("PUT", "/api/v1/routing",
                fmt::format(R"({{"version":{},"setup":{{"teams":[{}],"skills":[],"agents":[{}],"inboxes":[{}]}}}})",
                            version, teams, agents, inboxes));
  }
  // The demo's only one.
  std::string shop() { return field(rest("GET", "/api/v1/inboxes", "").body, "id"); }
  static std::string orders() { return fmt::format("\"{}\"", kOrders); }
  static std::string shown_ways_out() {
    auto shown = team(kOrders, "Orders");
    const std::string_view usual = R"("ways_out_s":60)";
    return shown.replace(shown.find(usual), usual.size(), R"("ways_out_s":0)");
  }
  static std::string today() { return fmt::format("{:%Y-%m-%d}", std::chrono::system_clock::now()); }
  Told save_with_rules(std::string_view rules) {
    return rest("PUT", "/api/v1/routing",
                fmt::format(R"({{"version":0,"setup":{{"teams":[{},{}],"skills":[],"agents":[{},{}],"inboxes":[],)"
                            R"("rules":[{}]}}}})",
                            team(kOrders, "Orders"), team(kSales, "Sales"), agent("Ada", 4, orders()),
                            agent("Ben", 4, fmt::format("\"{}\"", kSales)), rules));
  }
  static std::string first_slot(RawWebSocket& visitor, std::string_view conversation) {
    const auto told = visitor.call("callback.slots", fmt::format(R"({{"conversation":"{}"}})", conversation));
    const std::string_view mark = R"("slots":[")";
    const auto at = told.find(mark);
    return at == std::string::npos ? std::string() : told.substr(at + mark.size(), 24);
  }
  static std::string ask(RawWebSocket& socket, std::string_view conversation, std::string_view by,
                         std::string_view address, std::string_view at = "", std::string_view client_id = "") {
    const auto when = at.empty() ? std::string() : fmt::format(R"(,"at":"{}")", at);
    return socket.call(
        "answer.ask",
        fmt::format(R"({{"conversation":"{}","client_id":"{}","by":"{}","address":"{}"{}}})", conversation,
                    client_id.empty() ? new_id() : std::string(client_id), by, address, when));
  }
  void both_take_one() {
    const auto orders = fmt::format("\"{}\"", kOrders);
    const auto saved = save(team(kOrders, "Orders"), agent("Ada", 1, orders) + "," + agent("Ben", 1, orders));
    ASSERT_EQ(saved.body, R"({"version":1,"faults":[]})");
  }

  std::unique_ptr<RawWebSocket> visitor() {
    auto socket = std::make_unique<RawWebSocket>(server_.port());
    greet(*socket, new_visitor_token(server_));
    return socket;
  }

  ServerProcess server_;
  std::string owner_;
  std::map<std::string, std::string, std::less<>> ids_;
};

}  // namespace parlor::tests
