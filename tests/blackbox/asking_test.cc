// Asking a colleague on the real binary: to take a chat over, or to join; what a no, silence and absence come to.
#include <thread>

#include "tests/blackbox/routing_floor.h"

namespace parlor::tests {
namespace {

class Asking : public Routing {
 protected:
  // Ada has a chat; Ben is there, in the other team, so that nothing but her asking rings at him.
  void SetUp() override {
    Routing::SetUp();
    const auto saved = save(team(kOrders, "Orders") + "," + team(kSales, "Sales"),
                            agent("Ada", 1, orders()) + "," + agent("Ben", 1, fmt::format("\"{}\"", kSales)));
    ASSERT_EQ(field(saved.body, "version"), "1") << saved.body;
    ada_ = std::make_unique<Agent>(server_, "ada@casa.example");
    ben_ = std::make_unique<Agent>(server_, "ben@casa.example");
    vic_ = visitor();
    chat_ = start_conversation(*vic_, "Where is my order?");
    ASSERT_FALSE(ada_->rings().empty());
    ASSERT_EQ(field(ada_->answer(chat_, true), "reason"), "");
  }
  std::string ask(std::string_view how, std::string_view more = "") {
    return ada_->change("conversation.transfer", chat_,
                        fmt::format(R"(,"agent":"{}","how":"{}"{})", ids_["Ben"], how, more));
  }
  // What rings at Ben next because somebody asked.
  std::string asked(std::chrono::milliseconds wait = 3s) {
    auto offer = ben_->rings(wait);
    while (!offer.empty() && offer.find(R"("from":)") == std::string::npos)
      offer = ben_->rings(wait);
    return offer;
  }
  // The floor hears what an agent says of themself a moment after the agent has the answer.
  bool floor_sees_ben(std::string_view status) {
    const auto is_seen = [&] {
      const auto floor = ada_->socket->call("topic.snapshot", R"({"topic":"queue"})");
      const auto ben = floor.find(fmt::format(R"("id":"{}")", ids_["Ben"]), floor.find(R"("agents":[)"));
      return ben != std::string::npos && field(floor.substr(ben), "status") == status;
    };
    const auto end = Clock::now() + 3s;
    while (!is_seen()) {
      if (Clock::now() > end) return false;
      std::this_thread::sleep_for(10ms);
    }
    return true;
  }
  std::string declined() { return ada_->socket->receive_with("transfer.declined", 3s).value_or(std::string()); }
  void ada_follows() { ada_->socket->call("topic.subscribe", fmt::format(R"({{"topic":"conversation:{}"}})", chat_)); }

  std::unique_ptr<Agent> ada_;
  std::unique_ptr<Agent> ben_;
  std::unique_ptr<RawWebSocket> vic_;
  std::string chat_;
};

TEST_F(Asking, RingsAtTheColleagueWhoThenHasIt) {
  const auto asked_at = ask("ask", R"(,"note":"Speaks French")");
  EXPECT_EQ(field(asked_at, "status"), "open") << asked_at;
  const auto offer = asked();
  ASSERT_EQ(field(offer, "conversation"), chat_) << offer;
  EXPECT_NE(offer.find(ids_["Ada"]), std::string::npos) << offer;
  EXPECT_NE(snapshot(*ben_->socket, chat_).find("Speaks French"), std::string::npos);
  EXPECT_EQ(field(ben_->answer(chat_, true), "reason"), "");
  const auto transferred = vic_->receive_with("conversation.transferred", 3s);
  ASSERT_TRUE(transferred);
  EXPECT_NE(transferred->find("Ben"), std::string::npos) << *transferred;
  const auto now = snapshot(*ben_->socket, chat_);
  EXPECT_NE(now.find(fmt::format(R"("assignee":{{"id":"{}")", ids_["Ben"])), std::string::npos) << now;
  EXPECT_EQ(snapshot(*vic_, chat_).find("Speaks French"), std::string::npos);
}

TEST_F(Asking, ANoLeavesItWhereItWasAndIsSaid) {
  ada_follows();
  ask("ask");
  ASSERT_FALSE(asked().empty());
  EXPECT_EQ(field(ben_->answer(chat_, false), "reason"), "");
  const auto told = declined();
  EXPECT_EQ(field(told, "reason"), "passed") << told;
  EXPECT_NE(told.find("Ben"), std::string::npos) << told;
  EXPECT_NE(snapshot(*ada_->socket, chat_).find(fmt::format(R"("assignee":{{"id":"{}")", ids_["Ada"])),
            std::string::npos);
  EXPECT_EQ(snapshot(*vic_, chat_).find("declined"), std::string::npos) << "no visitor hears of it";
  EXPECT_EQ(field(ben_->answer(chat_, true), "reason"), "offer_over");
}

TEST_F(Asking, AColleagueWhoGoesAwayIsSaidToo) {
  ada_follows();
  ask("ask");
  ASSERT_FALSE(asked().empty());
  ben_->socket->call("agent.status", R"({"status":"offline"})");
  EXPECT_EQ(field(declined(), "reason"), "left");
}

TEST_F(Asking, ForCompanyTheColleagueJoins) {
  ask("add");
  const auto offer = asked();
  EXPECT_NE(offer.find(R"("joins":true)"), std::string::npos) << offer;
  EXPECT_EQ(field(ben_->answer(chat_, true), "reason"), "");
  const auto joined = vic_->receive_with(fmt::format(R"("id":"{}")", ids_["Ben"]), 3s);
  ASSERT_TRUE(joined);
  EXPECT_NE(joined->find("participant.joined"), std::string::npos) << *joined;
  EXPECT_NE(snapshot(*ben_->socket, chat_).find(fmt::format(R"("assignee":{{"id":"{}")", ids_["Ada"])),
            std::string::npos);
  EXPECT_TRUE(ada_->socket->receive_with(R"("state":"accepted")", 3s));
  const auto said = ben_->change("message.post", chat_, R"(,"body":{"type":"text","text":"Good morning"})");
  EXPECT_EQ(field(said, "reason"), "") << said;
  EXPECT_TRUE(vic_->receive_with("Good morning", 3s));
}

TEST_F(Asking, IsRefusedWhereItMakesNoSense) {
  const auto refused = [&](std::string_view more) {
    return field(ada_->change("conversation.transfer", chat_, more), "reason");
  };
  EXPECT_EQ(refused(fmt::format(R"(,"team":"{}","how":"ask")", kSales)), "invalid_params");
  EXPECT_EQ(refused(fmt::format(R"(,"agent":"{}","how":"ask")", new_id())), "agent_unknown");
  EXPECT_EQ(refused(fmt::format(R"(,"agent":"{}","how":"later")", ids_["Ben"])), "invalid_params");
  EXPECT_EQ(refused(fmt::format(R"(,"agent":"{}","how":"ask")", ids_["Ada"])), "agent_unavailable");
  EXPECT_EQ(field(ask("ask", R"(,"note":" ")"), "reason"), "invalid_params");
  EXPECT_TRUE(asked(300ms).empty());
  const auto by_ben = [&](std::string_view whom) {
    return field(ben_->change("conversation.transfer", chat_, fmt::format(R"(,"agent":"{}","how":"ask")", whom)),
                 "reason");
  };
  EXPECT_EQ(by_ben(ids_["Ada"]), "agent_full");
  ben_->socket->call("agent.status", R"({"status":"away"})");
  ASSERT_TRUE(floor_sees_ben("away"));
  EXPECT_EQ(field(ask("ask"), "reason"), "agent_unavailable");
  ben_->socket->call("agent.status", R"({"status":"busy"})");
  ASSERT_TRUE(floor_sees_ben("busy"));
  EXPECT_EQ(field(ask("ask"), "reason"), "");
  EXPECT_FALSE(asked().empty());
  EXPECT_EQ(field(ask("ask"), "reason"), "") << "the same again is no second ring";
  EXPECT_TRUE(asked(300ms).empty());
  ada_->change("conversation.resolve", chat_);
  EXPECT_TRUE(ben_->socket->receive_with(R"("state":"withdrawn")", 3s));
  EXPECT_EQ(field(ask("ask"), "reason"), "conversation_resolved");
}

}  // namespace
}  // namespace parlor::tests
