// The routing setup on the real binary: saved, followed, explained, and refused with what is wrong.
#include <thread>

#include "tests/blackbox/routing_floor.h"

namespace parlor::tests {
namespace {

TEST_F(Routing, FollowsTheRulesThatTheOwnerWrote) {
  const auto refunds = fmt::format(
      R"({{"name":"Refunds","when":[{{"match":"any","clauses":[{{"field":"conversation.message","op":"contains","values":["refund"]}}]}}],)"
      R"("then":[{{"kind":"team","team":"{}"}},{{"kind":"priority","priority":"urgent"}},{{"kind":"tag","tag":"refund"}}],"stop":true}})",
      kSales);
  const auto saved = save_with_rules(refunds);
  ASSERT_EQ(field(saved.body, "version"), "1") << saved.body;
  EXPECT_NE(rest("GET", "/api/v1/routing", "").body.find(refunds), std::string::npos) << "it is read as it was written";
  Agent ben(server_, "ben@casa.example");
  auto vic = visitor();
  const auto plain = start_conversation(*vic, "Is the Alma in stock?");
  EXPECT_TRUE(ben.rings(500ms).empty());
  auto eva = visitor();
  const auto refund = start_conversation(*eva, "I want a REFUND");
  EXPECT_EQ(field(ben.rings(), "conversation"), refund);
  const auto seen = snapshot(*ben.socket, refund);
  EXPECT_NE(seen.find(R"("added":["refund"])"), std::string::npos) << seen;
  const auto why = rest("POST", "/api/v1/routing/explain", R"({"message":"refund?"})").body;
  EXPECT_NE(why.find(R"({"name":"Refunds","reached":true,"held":true})"), std::string::npos) << why;
  EXPECT_EQ(field(why, "priority"), "urgent");
}

TEST_F(Routing, AsksWhatThePageSaysAndAnswersTheVisitor) {
  const auto rules = fmt::format(
      R"({{"name":"Gold","when":[{{"match":"all","clauses":[{{"field":"contact.vip","op":"is","values":["true"]}},)"
      R"({{"field":"contact.attribute.orders","op":"at_least","values":["10"]}}]}}],)"
      R"("then":[{{"kind":"team","team":"{}"}},{{"kind":"message","message":"You are in good hands."}}],"stop":false}})",
      kSales);
  const auto saved = save_with_rules(rules);
  ASSERT_EQ(field(saved.body, "version"), "1") << saved.body;
  EXPECT_NE(rest("GET", "/api/v1/routing", "").body.find(rules), std::string::npos) << "it is read as it was written";
  Agent ben(server_, "ben@casa.example");
  const auto start_with = [](RawWebSocket& socket, std::string_view attributes) {
    return socket.call(
        "conversation.start",
        fmt::format(R"({{"client_id":"{}","message":{{"client_id":"{}","body":{{"type":"text","text":"Hello?"}}}},)"
                    R"("page":{{"url":"https://casa.example/","title":"Casa","attributes":[{}]}}}})",
                    new_id(), new_id(), attributes));
  };
  auto eva = visitor();
  start_with(*eva, R"({"key":"vip","value":"false"},{"key":"orders","value":"12"})");
  EXPECT_TRUE(ben.rings(500ms).empty());
  auto vic = visitor();
  const auto chat =
      field(start_with(*vic, R"({"key":"vip","value":"true"},{"key":"orders","value":"12"})"), "conversation");
  EXPECT_EQ(field(ben.rings(), "conversation"), chat);
  EXPECT_TRUE(vic->receive_with("You are in good hands.", 3s));
  const auto seen = snapshot(*vic, chat);
  EXPECT_NE(seen.find(R"("actor":{"kind":"system")"), std::string::npos) << seen;
  EXPECT_NE(seen.find(R"("name":"Casa & Co")"), std::string::npos) << seen;
  const auto row = snapshot(*ben.socket, chat);
  const auto contact = id_before(row.substr(row.find(R"("contact":)")), R"("name":)");
  const auto known = rest("GET", fmt::format("/api/v1/contacts/{}", contact), "").body;
  EXPECT_NE(known.find(R"({"key":"orders","value":"12"})"), std::string::npos) << known;
  vic->send_text(
      R"({"jsonrpc":"2.0","method":"page.view","params":{"url":"https://casa.example/","title":"Casa","attributes":[{"key":"orders","value":"13"}]}})");
  std::string now;
  for (int i = 0; i < 30 && now.find(R"("value":"13")") == std::string::npos; ++i) {
    std::this_thread::sleep_for(100ms);
    now = rest("GET", fmt::format("/api/v1/contacts/{}", contact), "").body;
  }
  EXPECT_NE(now.find(R"("attributes":[{"key":"orders","value":"13"}])"), std::string::npos) << now;
  const auto why = rest("POST", "/api/v1/routing/explain",
                        R"({"attributes":[{"key":"vip","value":"true"},{"key":"orders","value":"10"}]})")
                       .body;
  EXPECT_NE(why.find(R"({"name":"Gold","reached":true,"held":true})"), std::string::npos) << why;
}

TEST_F(Routing, AsksHowLongTheQueueIs) {
  const auto saved = save_with_rules(
      R"({"name":"Crowd","when":[{"match":"all","clauses":[{"field":"queue.length","op":"at_least","values":["1"]}]}],)"
      R"("then":[{"kind":"tag","tag":"crowd"}],"stop":false})");
  ASSERT_EQ(field(saved.body, "version"), "1") << saved.body;
  Agent ben(server_, "ben@casa.example");
  const auto tagged = [&](std::string_view text) {
    auto one = visitor();
    const auto chat = start_conversation(*one, text);
    std::this_thread::sleep_for(3s);
    return snapshot(*ben.socket, chat).find(R"("added":["crowd"])") != std::string::npos;
  };
  std::this_thread::sleep_for(3s);
  EXPECT_FALSE(tagged("First"));
  EXPECT_TRUE(tagged("Second"));
}

TEST_F(Routing, SaysWhatIsWrongWithARule) {
  const auto rule = [](std::string_view clause, std::string_view action) {
    const auto when = clause.empty() ? std::string() : fmt::format(R"({{"match":"all","clauses":[{}]}})", clause);
    return fmt::format(R"({{"name":"One","when":[{}],"then":[{}],"stop":false}})", when, action);
  };
  const auto clause = [](std::string_view name, std::string_view op, std::string_view values) {
    return fmt::format(R"({{"field":"{}","op":"{}","values":[{}]}})", name, op, values);
  };
  constexpr std::string_view kTag = R"({"kind":"tag","tag":"vip"})";
  const std::vector<std::pair<std::string, std::string_view>> table = {
      {rule("", ""), "rule_without_action"},
      {rule("", fmt::format(R"({{"kind":"team","team":"{}"}})", new_id())), "rule_names_unknown_team"},
      {rule("", R"({"kind":"team"})"), "rule_names_unknown_team"},
      {rule("", fmt::format(R"({{"kind":"require_skill","skill":"{}","level":1}})", new_id())),
       "rule_names_unknown_skill"},
      {rule("", R"({"kind":"tag"})"), "rule_tag_invalid"},
      {rule("", R"({"kind":"priority"})"), "rule_action_incomplete"},
      {rule(clause("page.title", "is", "\"Sofas\",\"Beds\""), kTag), "condition_value_unfit"},
      {rule(clause("contact.shoe_size", "is", "\"42\""), kTag), "condition_unknown_field"},
      {rule(clause("contact.country", "is", "\"AT\""), kTag), "condition_field_not_known_here"},
      {rule(clause("queue.length", "is", "\"-1\""), kTag), "condition_value_unfit"},
      {rule(clause("conversation.sentiment", "less_than", "\"2\""), kTag), "condition_value_unfit"},
      {rule(clause("contact.vip", "is", "\"gold\""), kTag), "condition_value_unfit"},
      {rule(clause("contact.attribute.", "is", "\"gold\""), kTag), "condition_unknown_field"},
      {rule("", R"({"kind":"message"})"), "rule_message_invalid"},
      {rule("", R"({"kind":"message","message":" "})"), "rule_message_invalid"},
      {rule(clause("time.hour", "is", "\"noon\""), kTag), "condition_value_unfit"},
      {rule(clause("time.hour", "is", "\"25\""), kTag), "condition_value_unfit"},
      {rule(clause("time.weekday", "is", "\"someday\""), kTag), "condition_value_unfit"},
      {rule(clause("channel.inbox", "is", fmt::format("\"{}\"", new_id())), kTag), "rule_names_unknown_inbox"},
      {R"({"name":"One","when":[{"match":"all","clauses":[]}],"then":[{"kind":"tag","tag":"vip"}],"stop":false})",
       "condition_empty_group"},
  };
  for (const auto& [bad, flaw] : table) {
    const auto told = save_with_rules(bad).body;
    EXPECT_NE(told.find(fmt::format(R"("flaw":"{}")", flaw)), std::string::npos) << flaw << told;
    EXPECT_NE(told.find(R"("rule":0)"), std::string::npos) << told;
  }
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
      {team(kOrders, "Orders", R"(,"alert_s":9)"), ada, "alert_time_out_of_range"},
  };
  for (const auto& bad : table) {
    const auto told = save(bad.teams, bad.agents);
    EXPECT_EQ(told.status, 200u) << told.body;
    EXPECT_NE(told.body.find(fmt::format(R"("flaw":"{}")", bad.flaw)), std::string::npos) << bad.flaw << told.body;
  }
  EXPECT_EQ(field(rest("GET", "/api/v1/routing", "").body, "version"), "0") << "nothing was saved";
}

TEST_F(Routing, SaysWhatIsWrongWithAnInbox) {
  const auto inbox = [](std::string_view id, std::string_view more = "") {
    return fmt::format(R"({{"inbox":"{}"{}}})", id, more);
  };
  const std::vector<std::pair<std::string, std::string_view>> table = {
      {inbox(shop(), R"(,"resolve_gone_s":9)"), "gone_time_out_of_range"},
      {inbox(shop(), fmt::format(R"(,"team":"{}")", kSales)), "inbox_to_unknown_team"},
      {inbox(shop()) + "," + inbox(shop()), "inbox_twice"},
      {inbox(new_id()), "inbox_unknown"},
  };
  for (const auto& [bad, flaw] : table) {
    const auto told = save(team(kOrders, "Orders"), agent("Ada", 4, orders()), 0, bad);
    EXPECT_NE(told.body.find(fmt::format(R"("flaw":"{}")", flaw)), std::string::npos) << flaw << told.body;
    EXPECT_NE(told.body.find(R"("inbox":")"), std::string::npos) << told.body;
  }
  const auto refused = save("", "", 0, inbox(shop(), R"(,"resolve_gone_s":604801)"));
  EXPECT_EQ(field(refused.body, "field"), "setup.inboxes.0.resolve_gone_s") << refused.body;
  EXPECT_EQ(save("", "", 0, inbox(shop(), R"(,"resolve_gone_s":604800)")).body, R"({"version":1,"faults":[]})");
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
