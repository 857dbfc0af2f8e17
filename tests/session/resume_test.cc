// Coming back: what was missed, no more and no less.

#include "talk.h"

namespace parlor::testing {
namespace {

TEST(Resume, BringsExactlyWhatWasMissed) {
  ParlorWithoutSockets parlor;
  OpenChat chat(parlor);
  const auto last = chat.vic->last_with("\"method\":\"event\"");
  const auto topic = "conversation:" + chat.conversation;
  const auto point = R"([{"topic":")" + topic + R"(","epoch":")" + text_of(last, "epoch") + R"(","seq":)" +
                     std::to_string(number_of(chat.vic->with("\"topic\":\"" + topic).back(), "seq")) + "}]";
  chat.vic->session().gone();
  chat.ada->say(post(chat.conversation, "While you were away"));
  chat.ada->say(post(chat.conversation, "And this"));
  parlor.settle();
  const auto back = parlor.visitor(chat.token, point);
  EXPECT_NE(back->last_with("\"result\"").find("\"recovered\":true"), std::string::npos);
  EXPECT_EQ(back->with("message.posted").size(), 2U);
}

// More than the shard remembers, so that the store is asked.
TEST(Repeating, ACallThatHasNothingLeftToDoGetsItsFirstResult) {
  ParlorWithoutSockets parlor;
  OpenChat chat(parlor);
  const auto tag = call("conversation.tag", field("conversation", chat.conversation) + "," +
                                                field("client_id", client_id()) + R"(,"add":["vip"])");
  chat.ada->say(tag);
  parlor.settle();
  const auto first = chat.ada->last_with("\"result\"");
  for (int i = 0; i < 40; ++i)
    chat.ada->say(post(chat.conversation, "And another thing"));
  parlor.settle();
  chat.ada->say(tag);
  parlor.settle();
  EXPECT_EQ(number_of(chat.ada->last_with("\"result\""), "seq"), number_of(first, "seq"));
}

TEST(Resume, FromAnotherEpochOrAheadOfTheHeadIsNotRecovered) {
  ParlorWithoutSockets parlor;
  OpenChat chat(parlor);
  const auto topic = "conversation:" + chat.conversation;
  const auto epoch = text_of(chat.vic->last_with("\"method\":\"event\""), "epoch");
  for (const auto& [at_epoch, seq] : {std::pair<std::string, int>{"another", 1}, {epoch, 10'000}}) {
    const auto point =
        R"([{"topic":")" + topic + R"(","epoch":")" + at_epoch + R"(","seq":)" + std::to_string(seq) + "}]";
    const auto back = parlor.visitor(chat.token, point);
    const auto hello = back->last_with("\"result\"");
    const auto entry = hello.find("\"topic\":\"" + topic);
    ASSERT_NE(entry, std::string::npos);
    EXPECT_NE(hello.find("\"recovered\":false", entry), std::string::npos);
  }
}

// The newest position of each topic that the client was told of.
std::string positions_of(const Client& client, std::initializer_list<std::string> topics) {
  std::string points;
  for (const auto& topic : topics) {
    const auto last = client.with("\"topic\":\"" + topic).back();
    points += points.empty() ? "[" : ",";
    points += R"({"topic":")" + topic + R"(","epoch":")" + text_of(client.frames.back(), "epoch") + R"(","seq":)" +
              std::to_string(number_of(last, "seq")) + "}";
  }
  return points + "]";
}

TEST(Resume, OfAVisitorWhoMissedNothingAsksTheStoreNothing) {
  ParlorWithoutSockets parlor;
  OpenChat chat(parlor);
  const auto points = positions_of(*chat.vic, {"conversation:" + chat.conversation});
  chat.vic->session().gone();
  parlor.settle_soon();
  const auto before = parlor.store_calls();
  const auto back = parlor.visitor(chat.token, points);
  const auto hello = back->last_with("\"result\"");
  EXPECT_NE(hello.find("\"recovered\":true", hello.find(chat.conversation)), std::string::npos) << hello;
  EXPECT_EQ(parlor.store_calls(), before);
  // The control: what was missed is read.
  back->session().gone();
  chat.ada->say(post(chat.conversation, "While you were away"));
  parlor.settle_soon();
  const auto after = parlor.store_calls();
  const auto again = parlor.visitor(chat.token, points);
  EXPECT_EQ(again->with("While you were away").size(), 1U);
  EXPECT_GT(parlor.store_calls(), after);
}

TEST(Resume, KnowsAConversationThatBeganMeanwhile) {
  ParlorWithoutSockets parlor;
  OpenChat chat(parlor);
  chat.vic->session().gone();
  const auto other = parlor.visitor(chat.token);
  chat.ada->say(change("conversation.resolve", chat.conversation));
  parlor.settle();
  parlor.clock.pass(std::chrono::hours(25));
  other->say(start("Another question"));
  parlor.settle();
  const auto begun = text_of(other->last_with("\"result\":{\"conversation\""), "conversation");
  ASSERT_NE(begun, chat.conversation);
  const auto back = parlor.visitor(chat.token);
  EXPECT_NE(back->last_with("\"topics\"").find(begun), std::string::npos);
  EXPECT_NE(back->last_with("\"topics\"").find(chat.conversation), std::string::npos);
}

}  // namespace
}  // namespace parlor::testing
