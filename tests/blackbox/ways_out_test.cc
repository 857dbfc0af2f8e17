// Visitors who need not wait: called back, answered by mail, told when somebody is there again.
#include "tests/blackbox/routing_floor.h"

namespace parlor::tests {
namespace {

// Nobody is there, and visitors are shown the ways out at once.
TEST_F(Routing, AVisitorBooksACallAndItsTimeIsGoneForOthers) {
  ASSERT_EQ(field(save(shown_ways_out(), agent("Ada", 1, orders())).body, "version"), "1");
  auto vic = visitor();
  const auto conversation = start_conversation(*vic, "Please call me");
  ASSERT_TRUE(vic->receive_with(R"("ways_out":true)"));
  const auto first = first_slot(*vic, conversation);
  ASSERT_FALSE(first.empty());
  const auto id = new_id();
  const auto booked = ask(*vic, conversation, "phone", "+34 600 123 456", first, id);
  EXPECT_NE(field(booked, "seq"), "") << booked;
  EXPECT_EQ(field(ask(*vic, conversation, "phone", "+34 600 123 456", first, id), "seq"), field(booked, "seq"))
      << "the same call again";
  EXPECT_EQ(field(snapshot(*vic, conversation), "address"), "+34 600 123 456");
  auto eva = visitor();
  const auto other = start_conversation(*eva, "Me too");
  ASSERT_TRUE(eva->receive_with(R"("ways_out":true)"));
  EXPECT_NE(first_slot(*eva, other), first) << "Ada is one person";
  EXPECT_EQ(field(ask(*eva, other, "phone", "+43 1 234567", first), "reason"), "slot_taken");
  Agent ada(server_, "ada@casa.example");
  EXPECT_EQ(field(ada.rings(), "conversation"), other) << "a booked call waits for its time";
  const auto seen = snapshot(*ada.socket, conversation);
  EXPECT_NE(seen.find("conversation.snoozed"), std::string::npos);
  EXPECT_NE(seen.find("+34 600 123 456"), std::string::npos);
}

TEST_F(Routing, WhoAsksForAnAnswerByMailIsOfferedThoughTheyLeft) {
  ASSERT_EQ(field(save(shown_ways_out(), agent("Ada", 1, orders())).body, "version"), "1");
  auto vic = visitor();
  const auto conversation = start_conversation(*vic, "Is the Alma in stock?");
  EXPECT_EQ(field(ask(*vic, conversation, "mail", "vic@example.com"), "status"), "queued");
  vic.reset();
  Agent ada(server_, "ada@casa.example");
  EXPECT_EQ(field(ada.rings(), "conversation"), conversation);
}

TEST_F(Routing, RefusesWaysOutThatLeadNowhere) {
  ASSERT_EQ(field(save(shown_ways_out(), agent("Ada", 1, orders())).body, "version"), "1");
  auto vic = visitor();
  const auto conversation = start_conversation(*vic, "Please call me");
  ASSERT_TRUE(vic->receive_with(R"("ways_out":true)"));
  const auto slot = first_slot(*vic, conversation);
  const auto wrong_field = [&](std::string_view by, std::string_view address, std::string_view at) {
    return field(ask(*vic, conversation, by, address, at), "field");
  };
  EXPECT_EQ(wrong_field("mail", "vic at home", ""), "params.address");
  EXPECT_EQ(wrong_field("phone", "soon", slot), "params.address");
  EXPECT_EQ(wrong_field("phone", "+34 600 123 456", ""), "params.at");
  EXPECT_EQ(wrong_field("mail", "vic@example.com", slot), "params.at");
  EXPECT_EQ(field(ask(*vic, conversation, "phone", "+34 600 123 456", "2026-01-01T00:00:00.000Z"), "reason"),
            "slot_taken");
  auto eva = visitor();
  const auto slots = fmt::format(R"({{"conversation":"{}"}})", conversation);
  EXPECT_EQ(field(eva->call("callback.slots", slots), "reason"), "conversation_not_queued") << "it is not hers";
  EXPECT_EQ(field(ask(*eva, conversation, "mail", "eva@example.com"), "reason"), "conversation_unknown");
  Agent ada(server_, "ada@casa.example");
  EXPECT_EQ(field(ask(*ada.socket, conversation, "mail", "ada@casa.example"), "reason"), "not_permitted");
  ada.change("conversation.accept", conversation);
  EXPECT_EQ(field(ask(*vic, conversation, "mail", "vic@example.com"), "reason"), "conversation_not_queued");
}

TEST_F(Routing, SaysWhenSomebodyIsBackAndRunsOverMeanwhile) {
  const auto closed = [](std::string_view more) {
    return team(kOrders, "Orders",
                fmt::format(R"(,"hours":{{"zone":"UTC","week":[{{"day":"monday","from":540,"to":600}}],"holidays":[],)"
                            R"("exceptions":[{{"date":"{}","spans":[]}}]}}{})",
                            today(), more));
  };
  const auto widget = [&] { return rest("POST", "/api/v1/widget", R"({"site":"demo"})").body; };
  EXPECT_EQ(field(widget(), "back_at"), "");
  ASSERT_EQ(field(save(closed(""), agent("Ada", 4, orders())).body, "version"), "1");
  EXPECT_NE(field(widget(), "back_at").find("T09:00:00.000Z"), std::string::npos) << widget();
  const auto sales = fmt::format("\"{}\"", kSales);
  const auto over = fmt::format(R"(,"overflow":{{"to":"{}","when_closed":true}})", kSales);
  const auto saved =
      save(closed(over) + "," + team(kSales, "Sales"), agent("Ada", 4, orders()) + "," + agent("Ben", 4, sales), 1);
  ASSERT_EQ(field(saved.body, "version"), "2") << saved.body;
  EXPECT_EQ(field(widget(), "back_at"), "") << "Sales is there";
  Agent ben(server_, "ben@casa.example");
  auto vic = visitor();
  const auto conversation = start_conversation(*vic, "Hello?");
  EXPECT_EQ(field(ben.rings(), "conversation"), conversation);
}

}  // namespace
}  // namespace parlor::tests
