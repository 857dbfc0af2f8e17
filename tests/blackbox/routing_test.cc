// Routing on the real binary: chats ring at agents, are taken, passed on, given back when their agent vanishes; nobody
// gets more than they can have; a setup that makes no sense is refused with what is wrong.
#include <chrono>
#include <map>
#include <thread>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/server/conversation.h"

namespace parlor::tests {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr std::string_view kOrders = "018f3c2a-7b10-700a-8a00-00000000000a";
constexpr std::string_view kSales = "018f3c2a-7b10-700a-8a00-00000000000b";

std::string team(std::string_view id, std::string_view name, std::string_view more = "") {
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
    const auto signal = socket->receive_with(fmt::format(R"("state":"{}")", state), wait);
    return signal.value_or(std::string());
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
  Told save(std::string_view teams, std::string_view agents, int version = 0) {
    return rest("PUT", "/api/v1/routing",
                fmt::format(R"({{"version":{},"setup":{{"teams":[{}],"skills":[],"agents":[{}],"inboxes":[]}}}})",
                            version, teams, agents));
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

TEST_F(Routing, RingsAtOnceAndTheOneWhoAcceptsHasIt) {
  both_take_one();
  Agent ada(server_, "ada@casa.example");
  auto vic = visitor();
  const auto began = Clock::now();
  const auto conversation = start_conversation(*vic, "Where is my order?");
  const auto offer = ada.rings();
  const auto rang_after = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began);
  ASSERT_EQ(field(offer, "conversation"), conversation) << offer;
  EXPECT_NE(offer.find(ids_["Ada"]), std::string::npos) << offer;
  EXPECT_LT(rang_after, 500ms);
  RecordProperty("rang_after_ms", static_cast<int>(rang_after.count()));
  EXPECT_EQ(field(ada.answer(conversation, true), "reason"), "");
  const auto joined = vic->receive_with("participant.joined");
  ASSERT_TRUE(joined);
  EXPECT_NE(joined->find("Ada"), std::string::npos);
  EXPECT_EQ(field(ada.answer(conversation, true), "reason"), "offer_over");
}

TEST_F(Routing, APassedOfferRingsAtTheNext) {
  both_take_one();
  Agent ada(server_, "ada@casa.example");
  auto vic = visitor();
  const auto conversation = start_conversation(*vic, "Where is my order?");
  ASSERT_NE(ada.rings().find(ids_["Ada"]), std::string::npos);
  Agent ben(server_, "ben@casa.example");
  EXPECT_EQ(field(ben.answer(conversation, true), "reason"), "offer_over") << "it rings at somebody else";
  EXPECT_EQ(field(ada.answer(conversation, false), "reason"), "");
  const auto offer = ben.rings();
  EXPECT_NE(offer.find(ids_["Ben"]), std::string::npos) << offer;
}

TEST_F(Routing, WhatRingsOutRingsAtTheNextAndTwiceSetsAway) {
  const auto orders = fmt::format("\"{}\"", kOrders);
  ASSERT_EQ(field(save(team(kOrders, "Orders"), agent("Ada", 4, orders)).body, "version"), "1");
  Agent ada(server_, "ada@casa.example");
  auto vic = visitor();
  start_conversation(*vic, "Where is my order?");
  ASSERT_FALSE(ada.rings().empty());
  EXPECT_FALSE(ada.next_offer("expired", 8s).empty());
  EXPECT_FALSE(ada.rings().empty()) << "everybody has let it ring out, so that it begins again";
  EXPECT_FALSE(ada.next_offer("expired", 8s).empty());
  EXPECT_TRUE(ada.socket->receive_with(R"("status":"away")", 3s));
}

TEST_F(Routing, NobodyGetsMoreThanTheyCanHaveAndTheWaitIsTold) {
  both_take_one();
  Agent ada(server_, "ada@casa.example");
  std::vector<std::unique_ptr<RawWebSocket>> visitors;
  std::vector<std::string> chats;
  for (int i = 0; i < 4; ++i) {
    visitors.push_back(visitor());
    chats.push_back(start_conversation(*visitors.back(), "Hello?"));
  }
  ASSERT_EQ(field(ada.rings(), "conversation"), chats[0]);
  EXPECT_TRUE(visitors[3]->receive_with(R"("position":4)"));
  EXPECT_EQ(field(ada.answer(chats[0], true), "reason"), "");
  EXPECT_TRUE(visitors[3]->receive_with(R"("position":3)"));
  EXPECT_EQ(field(ada.change("conversation.accept", chats[1]), "reason"), "agent_full");
  EXPECT_TRUE(ada.rings(500ms).empty());
  ada.change("conversation.resolve", chats[0]);
  EXPECT_EQ(field(ada.rings(), "conversation"), chats[1]);
  EXPECT_EQ(field(ada.answer(chats[1], true), "reason"), "");
  EXPECT_TRUE(visitors[3]->receive_with(R"("position":2)"));
  EXPECT_TRUE(visitors[1]->receive_with(R"("position":0)"));
}

TEST_F(Routing, AVanishedAgentsChatGoesToAnother) {
  both_take_one();
  auto ada = std::make_unique<Agent>(server_, "ada@casa.example");
  auto vic = visitor();
  const auto conversation = start_conversation(*vic, "Where is my order?");
  ASSERT_FALSE(ada->rings().empty());
  ASSERT_EQ(field(ada->answer(conversation, true), "reason"), "");
  Agent ben(server_, "ben@casa.example");
  const auto left_at = Clock::now();
  ada.reset();
  const auto offer = ben.rings(20s);
  const auto waited = Clock::now() - left_at;
  ASSERT_EQ(field(offer, "conversation"), conversation) << offer;
  EXPECT_GE(waited, 9s) << "a grace, to come back in";
  EXPECT_LT(waited, 15s);
  EXPECT_TRUE(vic->receive_with("agent_gone"));
}

TEST_F(Routing, AnAgentWhoReloadsKeepsTheirChats) {
  both_take_one();
  auto ada = std::make_unique<Agent>(server_, "ada@casa.example");
  auto vic = visitor();
  const auto conversation = start_conversation(*vic, "Where is my order?");
  ASSERT_FALSE(ada->rings().empty());
  ada->answer(conversation, true);
  ada.reset();
  std::this_thread::sleep_for(3s);
  Agent again(server_, "ada@casa.example");
  EXPECT_FALSE(vic->receive_with("agent_gone", 12s));
}

TEST_F(Routing, TransfersToATeamWithANote) {
  const auto saved =
      save(team(kOrders, "Orders") + "," + team(kSales, "Sales"),
           agent("Ada", 4, fmt::format("\"{}\"", kOrders)) + "," + agent("Ben", 4, fmt::format("\"{}\"", kSales)));
  ASSERT_EQ(field(saved.body, "version"), "1") << saved.body;
  Agent ada(server_, "ada@casa.example");
  Agent ben(server_, "ben@casa.example");
  auto vic = visitor();
  const auto conversation = start_conversation(*vic, "I want two of them");
  ASSERT_NE(ada.rings().find(ids_["Ada"]), std::string::npos);
  ada.answer(conversation, true);
  EXPECT_EQ(field(ada.change("conversation.transfer", conversation), "field"), "params.team");
  EXPECT_EQ(
      field(ada.change("conversation.transfer", conversation, fmt::format(R"(,"team":"{}")", new_id())), "reason"),
      "team_unknown");
  const auto moved =
      ada.change("conversation.transfer", conversation, fmt::format(R"(,"team":"{}","note":"Wants two")", kSales));
  EXPECT_EQ(field(moved, "status"), "queued") << moved;
  const auto told = vic->receive_with("conversation.transferred");
  ASSERT_TRUE(told);
  EXPECT_NE(told->find("Sales"), std::string::npos) << *told;
  auto offer = ben.rings();
  while (!offer.empty() && offer.find(ids_["Ben"]) == std::string::npos)
    offer = ben.rings();
  EXPECT_EQ(field(offer, "conversation"), conversation);
  EXPECT_NE(snapshot(*ben.socket, conversation).find("Wants two"), std::string::npos);
  EXPECT_EQ(snapshot(*vic, conversation).find("Wants two"), std::string::npos);
}

TEST_F(Routing, SaysWhatIsWrongWithASetup) {
  const auto orders = fmt::format("\"{}\"", kOrders);
  const auto ada = agent("Ada", 4, orders);
  struct Bad {
    std::string teams;
    std::string agents;
    std::string_view flaw;
  };
  const auto over = [](std::string_view to, std::string_view why = R"(,"after_s":60)") {
    return fmt::format(R"(,"overflow":{{"to":"{}"{}}})", to, why);
  };
  const std::vector<Bad> table = {
      {team(kOrders, "Orders"), "", "team_without_members"},
      {team(kOrders, "Orders", over(kSales)), ada, "overflow_to_unknown_team"},
      {team(kOrders, "Orders", over(kOrders)), ada, "overflow_loop"},
      {team(kOrders, "Orders", over(kSales)) + "," + team(kSales, "Sales", over(kOrders)),
       agent("Ada", 4, orders + fmt::format(",\"{}\"", kSales)), "overflow_loop"},
      {team(kOrders, "Orders", over(kSales, "")) + "," + team(kSales, "Sales"),
       agent("Ada", 4, orders + fmt::format(",\"{}\"", kSales)), "overflow_without_reason"},
      {team(kOrders, "Orders"), agent("Ada", 21, orders), "capacity_out_of_range"},
      {team(kOrders, "Orders"), ada + fmt::format(R"(,{{"agent":"{}","capacity":4,"teams":[],"skills":[]}})", new_id()),
       "agent_unknown"},
      {team(kOrders, "Orders"), agent("Ada", 4, orders + fmt::format(",\"{}\"", kSales)), "agent_in_unknown_team"},
      {team(kOrders, "Orders", R"(,"hours":{"zone":"Europe/Atlantis","week":[],"holidays":[],"exceptions":[]})"), ada,
       "zone_unknown"},
      {team(
           kOrders, "Orders",
           R"(,"hours":{"zone":"Europe/Vienna","week":[{"day":"monday","from":540,"to":540}],"holidays":[],"exceptions":[]})"),
       ada, "span_empty"},
  };
  for (const auto& bad : table) {
    const auto told = save(bad.teams, bad.agents);
    EXPECT_EQ(told.status, 200u) << told.body;
    EXPECT_NE(told.body.find(fmt::format(R"("flaw":"{}")", bad.flaw)), std::string::npos) << bad.flaw << told.body;
  }
  EXPECT_EQ(field(rest("GET", "/api/v1/routing", "").body, "version"), "0") << "nothing was saved";
}

TEST_F(Routing, IsSavedByOwnersAloneAndNeverOverAnothersChange) {
  const auto orders = fmt::format("\"{}\"", kOrders);
  const auto setup = fmt::format(R"({{"version":0,"setup":{{"teams":[{}],"skills":[],"agents":[{}],"inboxes":[]}}}})",
                                 team(kOrders, "Orders"), agent("Ada", 4, orders));
  const auto ada = agent_token(server_);
  EXPECT_EQ(rest("PUT", "/api/v1/routing", setup, ada).status, 403u);
  EXPECT_EQ(rest("PUT", "/api/v1/routing", setup).status, 200u);
  EXPECT_EQ(rest("PUT", "/api/v1/routing", setup).status, 409u);
  EXPECT_EQ(field(rest("GET", "/api/v1/routing", "", ada).body, "version"), "1");
}

TEST_F(Routing, IsNoneOfAVisitorsBusiness) {
  both_take_one();
  Agent ada(server_, "ada@casa.example");
  auto vic = visitor();
  const auto conversation = start_conversation(*vic, "Where is my order?");
  ASSERT_FALSE(ada.rings().empty());
  const auto refused = [&](std::string_view method, const std::string& params) {
    return field(vic->call(method, params), "reason");
  };
  EXPECT_EQ(refused("topic.subscribe", R"({"topic":"queue"})"), "not_permitted");
  EXPECT_EQ(refused("topic.snapshot", R"({"topic":"queue"})"), "not_permitted");
  EXPECT_EQ(refused("offer.answer", fmt::format(R"({{"conversation":"{}","accept":true}})", conversation)),
            "not_permitted");
  EXPECT_EQ(refused("conversation.transfer", fmt::format(R"({{"conversation":"{}","client_id":"{}","team":"{}"}})",
                                                         conversation, new_id(), kOrders)),
            "not_permitted");
  const auto token = new_visitor_token(server_);
  EXPECT_EQ(rest("GET", "/api/v1/routing", "", token).status, 403u);
}

TEST_F(Routing, WhatWaitedBeforeThereWereTeamsRingsToo) {
  auto vic = visitor();
  const auto conversation = start_conversation(*vic, "Is anybody there?");
  Agent ada(server_, "ada@casa.example");
  both_take_one();
  EXPECT_EQ(field(ada.rings(), "conversation"), conversation);
}

TEST_F(Routing, ExplainsWhoWouldGetIt) {
  both_take_one();
  Agent ada(server_, "ada@casa.example");
  const auto why = rest("POST", "/api/v1/routing/explain", "{}").body;
  EXPECT_EQ(field(why, "outcome"), "offered") << why;
  EXPECT_NE(why.find(R"("reason":"offline")"), std::string::npos) << why;
  EXPECT_EQ(rest("POST", "/api/v1/routing/explain", fmt::format(R"({{"conversation":"{}"}})", new_id())).status, 404u);
}

}  // namespace
}  // namespace parlor::tests
