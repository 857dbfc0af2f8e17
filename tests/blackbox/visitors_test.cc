// Who is on the site, and agents who ask them in.
#include <thread>

#include "tests/blackbox/routing_floor.h"

namespace parlor::tests {
namespace {

class VisitorsOnSite : public Routing {
 protected:
  // What the loader of a page asks; `more` are fields of it.
  // What the loader of a page asks; `visit` as it was told, `more` are further fields.
  std::string page(std::string_view url, std::string_view visit = "", std::string_view more = "") {
    const auto named_visit = visit.empty() ? std::string() : "," + named("visit", visit);
    return rest("POST", "/api/v1/widget",
                fmt::format(R"({{"site":"demo","page":{{"url":"https://shop.example/{}","title":"A page"{}}}{}{}}})",
                            url, named_visit, more.empty() ? "" : ",", more))
        .body;
  }
  static std::string state(RawWebSocket& agent, std::string_view more = "") {
    return agent.call("topic.snapshot", fmt::format(R"({{"topic":"visitors"{}}})", more));
  }
  static std::string invite(RawWebSocket& agent, std::string_view visit, std::string_view text = "Can I help?") {
    return agent.call("visitor.invite", fmt::format(R"({{"visit":"{}","text":"{}"}})", visit, text));
  }
  static std::string named(std::string_view name, std::string_view value) {
    return fmt::format(R"("{}":"{}")", name, value);
  }
};

TEST_F(VisitorsOnSite, AgentsSeeWhoLooksAtAPageAndIsTold) {
  Agent ada(server_, "ada@casa.example");
  ada.socket->call("topic.subscribe", R"({"topic":"visitors"})");
  const auto visit = field(page("lamps?name=Eva#top"), "visit");
  ASSERT_FALSE(visit.empty());
  const auto told = ada.socket->receive_with(R"("method":"visitors")");
  ASSERT_TRUE(told);
  EXPECT_NE(told->find(visit), std::string::npos) << *told;
  EXPECT_NE(told->find(R"("url":"https://shop.example/lamps")"), std::string::npos) << "nobody's name in it: " << *told;
  EXPECT_NE(told->find(R"("counts":{"browsing":1,"queued":0,"chatting":0})"), std::string::npos) << *told;
  EXPECT_EQ(field(page("chairs", visit), "visit"), visit) << "the page names its visit";
  const auto now = state(*ada.socket);
  EXPECT_EQ(field(now, "pages"), "2") << now;
  EXPECT_NE(now.find(R"("state":"browsing")"), std::string::npos) << now;
}

TEST_F(VisitorsOnSite, AreReadPageByPageAndByAgentsOnly) {
  for (int i = 0; i < 5; ++i) {
    page(fmt::format("page-{}", i));
    // Whoever comes in the same millisecond comes in any order.
    std::this_thread::sleep_for(2ms);
  }
  Agent ada(server_, "ada@casa.example");
  const auto first = state(*ada.socket, R"(,"limit":3)");
  EXPECT_NE(first.find("page-4"), std::string::npos);
  EXPECT_EQ(first.find("page-1"), std::string::npos);
  const auto earlier = state(*ada.socket, fmt::format(R"(,"limit":3,"cursor":"{}")", field(first, "cursor")));
  EXPECT_NE(earlier.find("page-1"), std::string::npos);
  EXPECT_EQ(earlier.find("page-2"), std::string::npos);
  EXPECT_EQ(field(earlier, "cursor"), "");
  auto vic = visitor();
  EXPECT_EQ(field(state(*vic), "reason"), "not_permitted");
  EXPECT_EQ(field(vic->call("topic.subscribe", R"({"topic":"visitors"})"), "reason"), "not_permitted");
  EXPECT_EQ(field(invite(*vic, new_id()), "reason"), "not_permitted");
}

TEST_F(VisitorsOnSite, WhoAnswersAnInvitationTalksToWhoeverSentIt) {
  Agent ada(server_, "ada@casa.example");
  const auto visit = field(page("lamps"), "visit");
  const auto invitation = field(invite(*ada.socket, visit), "invitation");
  ASSERT_FALSE(invitation.empty());
  EXPECT_NE(state(*ada.socket).find(R"("state":"sent")"), std::string::npos);
  const auto shown = page("lamps", visit);
  EXPECT_EQ(field(shown.substr(shown.find(R"("invitation")")), "id"), invitation) << shown;
  EXPECT_NE(shown.find(R"("name":"Ada)"), std::string::npos);
  EXPECT_NE(state(*ada.socket).find(R"("state":"shown")"), std::string::npos);
  auto vic = visitor();
  const auto call = fmt::format(
      R"({{"client_id":"{}","message":{{"client_id":"{}","body":{{"type":"text","text":"Yes!"}}}},"invitation":"{}"}})",
      new_id(), new_id(), invitation);
  const auto started = vic->call("conversation.start", call);
  EXPECT_EQ(field(started, "status"), "open") << started;
  EXPECT_EQ(field(vic->call("conversation.start", call), "seq"), field(started, "seq")) << "the same call again";
  const auto conversation = field(started, "conversation");
  const auto seen = snapshot(*vic, conversation);
  const auto asked = seen.find("Can I help?");
  ASSERT_NE(asked, std::string::npos) << seen;
  EXPECT_LT(asked, seen.find("Yes!"));
  EXPECT_EQ(seen.find("Can I help?", asked + 1), std::string::npos) << "said once";
  const auto rows = ada.socket->call("topic.snapshot", R"({"topic":"workspace","view":"mine"})");
  EXPECT_NE(rows.find(conversation), std::string::npos) << rows;
}

TEST_F(VisitorsOnSite, WhoPutsAnInvitationAwayIsNotAskedAgain) {
  Agent ada(server_, "ada@casa.example");
  const auto visit = field(page("lamps"), "visit");
  const auto invitation = field(invite(*ada.socket, visit), "invitation");
  EXPECT_EQ(page("lamps", visit, named("dismissed", invitation)).find(R"("invitation")"), std::string::npos);
  EXPECT_EQ(page("lamps", visit).find(R"("invitation")"), std::string::npos);
  EXPECT_NE(state(*ada.socket).find(R"("state":"dismissed")"), std::string::npos);
}

TEST_F(VisitorsOnSite, AnInviterWithoutRoomLeavesTheVisitorInLine) {
  ASSERT_EQ(field(save(team(kOrders, "Orders"), agent("Ada", 1, orders())).body, "version"), "1");
  Agent ada(server_, "ada@casa.example");
  const auto visit = field(page("lamps"), "visit");
  const auto invitation = field(invite(*ada.socket, visit), "invitation");
  auto eva = visitor();
  ada.change("conversation.accept", start_conversation(*eva, "First"));
  auto vic = visitor();
  const auto started = vic->call(
      "conversation.start",
      fmt::format(
          R"({{"client_id":"{}","message":{{"client_id":"{}","body":{{"type":"text","text":"Yes!"}}}},"invitation":"{}"}})",
          new_id(), new_id(), invitation));
  EXPECT_EQ(field(started, "status"), "queued") << started;
  EXPECT_EQ(snapshot(*vic, field(started, "conversation")).find("Can I help?"), std::string::npos);
}

TEST_F(VisitorsOnSite, RefusesInvitationsThatReachNobody) {
  Agent ada(server_, "ada@casa.example");
  EXPECT_EQ(field(invite(*ada.socket, new_id()), "reason"), "visitor_gone");
  const auto visit = field(page("lamps"), "visit");
  EXPECT_EQ(field(invite(*ada.socket, visit, ""), "field"), "params.text");
  EXPECT_EQ(field(invite(*ada.socket, visit, "   "), "reason"), "invalid_params");
  EXPECT_EQ(field(invite(*ada.socket, visit, std::string(301, 'x')), "field"), "params.text");
  EXPECT_EQ(field(invite(*ada.socket, "7"), "field"), "params.visit");
  const auto token = new_visitor_token(server_);
  RawWebSocket vic(server_.port());
  const auto hello =
      vic.call("session.hello", fmt::format(R"({{"client":{{"name":"t","version":"1"}},"token":"{}","page":{{"url":)"
                                            R"("https://shop.example/lamps","title":"A page","visit":"{}"}}}})",
                                            token, visit));
  ASSERT_FALSE(field(hello, "session").empty()) << hello;
  EXPECT_EQ(field(page("lamps", "", named("visitor", token)), "visit"), visit) << "the session named its page's visit";
  ada.socket->call("topic.subscribe", R"({"topic":"visitors"})");
  start_conversation(vic, "Hello?");
  ASSERT_TRUE(ada.socket->receive_with(R"("queued":1)", 5s));
  EXPECT_EQ(field(invite(*ada.socket, visit), "reason"), "visitor_in_chat");
  // One that nobody knows is no reason not to talk.
  auto eva = visitor();
  const auto started =
      eva->call("conversation.start", fmt::format(R"({{"client_id":"{}","invitation":"{}"}})", new_id(), new_id()));
  EXPECT_FALSE(field(started, "conversation").empty()) << started;
}

}  // namespace
}  // namespace parlor::tests
