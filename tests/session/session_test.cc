#include "talk.h"

namespace parlor::testing {
namespace {

TEST(Hello, ComesBeforeAnythingElse) {
  ParlorWithoutSockets parlor;
  const auto client = parlor.stranger();
  EXPECT_NE(client->frames.at(0).find("session.ready"), std::string::npos);
  client->say(call("history.page", field("conversation", client_id())));
  EXPECT_EQ(text_of(client->frames.back(), "reason"), "hello_required");
}

TEST(Hello, RefusesForgedTokens) {
  ParlorWithoutSockets parlor;
  auto token = parlor.new_visitor_token();
  token[token.size() / 2] = token[token.size() / 2] == 'A' ? 'B' : 'A';
  const auto client = parlor.visitor(token);
  EXPECT_EQ(client->with("token_invalid").size(), 2U);
  EXPECT_EQ(client->ended, wire::Closing::kTokenInvalid);
}

TEST(Hello, ChecksTheOriginOfVisitors) {
  ParlorWithoutSockets parlor;
  const auto greet = [&](const std::string& origin) {
    edge::Caller caller;
    caller.origin = origin;
    auto client = parlor.stranger(caller);
    client->say(
        call("session.hello", field("token", parlor.new_visitor_token()) + R"(,"client":{"name":"t","version":"1"})"));
    parlor.settle();
    return client;
  };
  EXPECT_EQ(greet("https://elsewhere.example")->ended, wire::Closing::kOriginNotAllowed);
  EXPECT_EQ(greet("null")->ended, wire::Closing::kOriginNotAllowed);
  EXPECT_EQ(greet("http://localhost:8080")->ended, std::nullopt);
}

TEST(Hello, IsAnsweredBeforeARefusedOneIsClosed) {
  ParlorWithoutSockets parlor;
  edge::Caller caller;
  caller.origin = "https://elsewhere.example";
  const auto client = parlor.stranger(caller);
  client->say(
      call("session.hello", field("token", parlor.new_visitor_token()) + R"(,"client":{"name":"t","version":"1"})"));
  parlor.settle();
  ASSERT_GE(client->frames.size(), 3U);
  EXPECT_NE(client->frames.at(1).find("\"id\":7"), std::string::npos);
  EXPECT_NE(client->frames.at(2).find("session.closing"), std::string::npos);
}

TEST(Goodbye, IsAnsweredAndThenTheTransportEnds) {
  ParlorWithoutSockets parlor;
  const auto vic = parlor.visitor(parlor.new_visitor_token());
  vic->forget();
  vic->say("[" + call("session.end", "") + "," + call("history.page", field("conversation", client_id())) + "]");
  parlor.settle();
  ASSERT_EQ(vic->frames.size(), 1U);
  EXPECT_TRUE(vic->frames.at(0).starts_with("["));
  EXPECT_TRUE(vic->ended);
}

TEST(Start, QueuesTheFirstMessageAndTellsTheVisitorItsEvents) {
  ParlorWithoutSockets parlor;
  const auto vic = parlor.visitor(parlor.new_visitor_token());
  vic->say(start("Is the sofa in stock?"));
  parlor.settle();
  EXPECT_EQ(text_of(vic->last_with("\"result\":{\"conversation\""), "status"), "queued");
  const auto events = vic->with("\"topic\":\"conversation:");
  ASSERT_EQ(events.size(), 3U);
  EXPECT_EQ(text_of(events.at(0), "type"), "conversation.started");
  EXPECT_NE(events.at(1).find("Is the sofa in stock?"), std::string::npos);
  EXPECT_EQ(text_of(events.at(2), "type"), "conversation.queued");
}

TEST(Start, TwiceIsOnceAndASecondWishPostsIntoTheFirst) {
  ParlorWithoutSockets parlor;
  const auto vic = parlor.visitor(parlor.new_visitor_token());
  const auto id = client_id();
  const auto message_id = client_id();
  vic->say(start("Hello", id, message_id));
  vic->say(start("Hello", id, message_id));
  parlor.settle();
  vic->say(start("Something else"));
  parlor.settle();
  const auto results = vic->with("\"result\":{\"conversation\"");
  ASSERT_EQ(results.size(), 3U);
  EXPECT_EQ(text_of(results.at(0), "conversation"), text_of(results.at(1), "conversation"));
  EXPECT_EQ(text_of(results.at(0), "conversation"), text_of(results.at(2), "conversation"));
  EXPECT_EQ(vic->with("message.posted").size(), 2U);
}

TEST(Post, ReachesTheOtherSideOnceAndInOrder) {
  ParlorWithoutSockets parlor;
  OpenChat chat(parlor);
  for (const auto* text : {"one", "two", "three"})
    chat.vic->say(post(chat.conversation, text));
  parlor.settle();
  const auto seen = chat.ada->with("message.posted");
  ASSERT_EQ(seen.size(), 3U);
  EXPECT_NE(seen.at(0).find("one"), std::string::npos);
  EXPECT_NE(seen.at(2).find("three"), std::string::npos);
}

TEST(Post, IsNotAcknowledgedBeforeItIsStored) {
  ParlorWithoutSockets parlor;
  OpenChat chat(parlor);
  chat.vic->forget();
  parlor.hold_store();
  chat.vic->say(post(chat.conversation, "Is it stored?"));
  parlor.settle();
  EXPECT_GT(parlor.held(), 0U);
  EXPECT_TRUE(chat.vic->frames.empty());
  EXPECT_TRUE(chat.ada->with("Is it stored?").empty());
  parlor.release_store();
  EXPECT_EQ(chat.vic->with("\"result\"").size(), 1U);
  EXPECT_EQ(chat.ada->with("Is it stored?").size(), 1U);
}

TEST(Post, AcknowledgedEarlyIsWhatTheTestAboveWouldSee) {
  ParlorWithoutSockets parlor(true);
  OpenChat chat(parlor);
  chat.vic->forget();
  parlor.hold_store();
  chat.vic->say(post(chat.conversation, "Is it stored?"));
  parlor.settle();
  EXPECT_EQ(chat.vic->with("\"result\"").size(), 1U);
  parlor.release_store();
}

TEST(Post, WithTheSameClientIdIsOnePost) {
  ParlorWithoutSockets parlor;
  OpenChat chat(parlor);
  const auto id = client_id();
  chat.vic->say(post(chat.conversation, "Once", id));
  chat.vic->say(post(chat.conversation, "Once", id));
  parlor.settle();
  chat.vic->say(post(chat.conversation, "Once", id));
  parlor.settle();
  EXPECT_EQ(chat.ada->with("Once").size(), 1U);
  const auto answers = chat.vic->with("\"result\":{\"message\"");
  ASSERT_EQ(answers.size(), 3U);
  EXPECT_EQ(text_of(answers.at(0), "message"), text_of(answers.at(2), "message"));
  chat.vic->say(post(chat.conversation, "Something else", id));
  parlor.settle();
  EXPECT_EQ(text_of(chat.vic->frames.back(), "reason"), "client_id_reused");
}

TEST(Post, AfterOneThatIsMissingWaits) {
  ParlorWithoutSockets parlor;
  OpenChat chat(parlor);
  const auto first = client_id();
  const auto second = client_id();
  const auto post_after = [&](const std::string& text, const std::string& id, const std::string& after) {
    return call("message.post", field("conversation", chat.conversation) + "," + field("client_id", id) + "," +
                                    field("after", after) + "," + body(text));
  };
  chat.vic->say(post_after("two", second, first));
  parlor.settle();
  EXPECT_EQ(text_of(chat.vic->frames.back(), "reason"), "try_later");
  chat.vic->say(post(chat.conversation, "one", first));
  chat.vic->say(post_after("two", second, first));
  parlor.settle();
  EXPECT_EQ(chat.ada->with("message.posted").size(), 2U);
}

TEST(Post, WhenTheStoreFailsSaysTryLaterAndNothingIsShown) {
  ParlorWithoutSockets parlor;
  OpenChat chat(parlor);
  parlor.store.fail_with("disk full");
  chat.vic->say(post(chat.conversation, "Lost?"));
  parlor.settle();
  EXPECT_EQ(text_of(chat.vic->frames.back(), "reason"), "try_later");
  parlor.store.fail_with("");
  const auto id = client_id();
  chat.vic->say(post(chat.conversation, "Kept", id));
  parlor.settle();
  EXPECT_TRUE(chat.ada->with("Lost?").empty());
  EXPECT_EQ(chat.ada->with("Kept").size(), 1U);
}

TEST(Visitor, NeverSeesNotesTagsOrAssignmentsNotEvenAsAGap) {
  ParlorWithoutSockets parlor;
  OpenChat chat(parlor);
  chat.ada->say(call("note.post", field("conversation", chat.conversation) + "," + field("client_id", client_id()) +
                                      R"(,"text":"Secret")"));
  chat.ada->say(call("conversation.tag", field("conversation", chat.conversation) + "," +
                                             field("client_id", client_id()) + R"(,"add":["vip"])"));
  chat.ada->say(post(chat.conversation, "Yes it is"));
  parlor.settle();
  EXPECT_EQ(chat.ada->with("note.posted").size(), 1U);
  EXPECT_EQ(chat.ada->with("conversation.tagged").size(), 1U);
  std::int64_t last = 0;
  for (const auto& frame : chat.vic->with("\"topic\":\"conversation:")) {
    if (frame.find("\"method\":\"event\"") == std::string::npos) continue;
    EXPECT_EQ(number_of(frame, "prev"), last);
    last = number_of(frame, "seq");
    for (const auto* hidden : {"note.posted", "conversation.tagged", "conversation.assigned", "Secret"}) {
      EXPECT_EQ(frame.find(hidden), std::string::npos);
    }
  }
  chat.vic->say(call("topic.snapshot", field("topic", "conversation:" + chat.conversation)));
  parlor.settle();
  for (const auto* hidden : {"note.posted", "conversation.tagged", "conversation.assigned", "Secret", "vip"}) {
    EXPECT_EQ(chat.vic->frames.back().find(hidden), std::string::npos);
  }
}

TEST(Visitor, CannotReachAnothersConversation) {
  ParlorWithoutSockets parlor;
  OpenChat chat(parlor);
  const auto wanda = parlor.visitor(parlor.new_visitor_token());
  for (const auto& request :
       {post(chat.conversation, "Hi"), call("history.page", field("conversation", chat.conversation)),
        call("topic.snapshot", field("topic", "conversation:" + chat.conversation)),
        call("topic.subscribe", field("topic", "conversation:" + chat.conversation)),
        change("conversation.end", chat.conversation)}) {
    wanda->say(request);
    parlor.settle();
    EXPECT_EQ(text_of(wanda->frames.back(), "reason"), "conversation_unknown") << request;
  }
  wanda->say(change("conversation.resolve", chat.conversation));
  EXPECT_EQ(text_of(wanda->frames.back(), "reason"), "not_permitted");
  EXPECT_TRUE(chat.ada->with("\"Hi\"").empty());
}

TEST(Reads, AreDurableAndHurriedByASignal) {
  ParlorWithoutSockets parlor;
  OpenChat chat(parlor);
  chat.ada->say(call("conversation.read", field("conversation", chat.conversation) + R"(,"seq":2)"));
  parlor.settle_soon();
  EXPECT_EQ(chat.ada->with("\"result\":{}").size(), 1U);
  EXPECT_EQ(chat.vic->with("\"type\":\"read\"").size(), 1U);
}

TEST(Typing, ReachesTheOtherSideOnly) {
  ParlorWithoutSockets parlor;
  OpenChat chat(parlor);
  chat.vic->say(R"({"jsonrpc":"2.0","method":"typing","params":{)" + field("conversation", chat.conversation) +
                R"(,"state":"on"}})");
  parlor.settle();
  EXPECT_EQ(chat.ada->with("\"typing\"").size(), 1U);
  EXPECT_TRUE(chat.vic->with("\"typing\"").empty());
}

TEST(Workspace, ShowsRowsToAgentsAsTheyChange) {
  ParlorWithoutSockets parlor;
  OpenChat chat(parlor);
  chat.ada->say(call("topic.subscribe", field("topic", "workspace")));
  chat.ada->say(call("topic.snapshot", field("topic", "workspace")));
  parlor.settle();
  EXPECT_NE(chat.ada->frames.back().find("\"mine\":1"), std::string::npos);
  chat.vic->say(post(chat.conversation, "A new last message"));
  parlor.settle_soon();
  EXPECT_NE(chat.ada->last_with("\"method\":\"rows\"").find("A new last message"), std::string::npos);
  chat.vic->say(call("topic.subscribe", field("topic", "workspace")));
  parlor.settle();
  EXPECT_EQ(text_of(chat.vic->frames.back(), "reason"), "not_permitted");
}

}  // namespace
}  // namespace parlor::testing
