// Routing on the real binary: chats ring at agents, are taken, passed on, given back when their agent vanishes; nobody
// gets more than they can have.
#include <thread>

#include "tests/blackbox/routing_floor.h"

namespace parlor::tests {
namespace {

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

TEST_F(Routing, WhoLeftForGoodIsResolvedAtTheInboxsLimitAndWhoStaysIsNot) {
  const auto saved = save(team(kOrders, "Orders"), agent("Ada", 4, orders()), 0,
                          fmt::format(R"({{"inbox":"{}","resolve_gone_s":10}})", shop()));
  ASSERT_EQ(saved.body, R"({"version":1,"faults":[]})");
  Agent ada(server_, "ada@casa.example");
  auto answered = visitor();
  auto waits = visitor();
  const auto stays = visitor();
  const auto chat_answered = start_conversation(*answered, "Do you ship to Lisbon?");
  const auto chat_waits = start_conversation(*waits, "Hello?");
  const auto chat_stays = start_conversation(*stays, "Where is my order?");
  for (const auto& chat : {chat_answered, chat_stays}) {
    ada.change("conversation.accept", chat);
    ada.change("message.post", chat, R"(,"body":{"type":"text","text":"One moment"})");
  }
  answered.reset();
  waits.reset();
  const auto says = [&](std::string_view chat, std::string_view what) {
    return snapshot(*ada.socket, chat).find(what) != std::string::npos;
  };
  const auto left_at = Clock::now();
  while (!says(chat_answered, "conversation.resolved") || !says(chat_waits, "conversation.resolved")) {
    ASSERT_LT(Clock::now(), left_at + 60s) << snapshot(*ada.socket, chat_answered) << snapshot(*ada.socket, chat_waits);
    std::this_thread::sleep_for(200ms);
  }
  EXPECT_GE(Clock::now(), left_at + 9s) << "the server counts from when it saw them leave";
  EXPECT_FALSE(says(chat_stays, "conversation.resolved"));
  EXPECT_FALSE(says(chat_answered, "abandoned"));
  EXPECT_TRUE(says(chat_waits, R"("added":["abandoned"])")) << snapshot(*ada.socket, chat_waits);
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

}  // namespace
}  // namespace parlor::tests
