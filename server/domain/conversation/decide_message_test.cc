#include "base/limits.h"
#include "domain/conversation/conversation_test_kit.h"

namespace parlor::conversation::testing {
namespace {

using namespace std::chrono_literals;

const MessageFacts kVicsMessage{message(1), vic, 1, kMonday, false, false};
const MessageFacts kAdasMessage{message(2), ada, 3, kMonday, false, false};

TEST(VisitorPosts, FirstMessageQueuesWhenNoAssistantAnswers) {
  auto story = given(begun()).when(vic, says("Is the sofa in stock?"));
  story.then({MessagePosted{kFresh}, Queued{QueuedReason::started}});
  EXPECT_EQ(story.after().status, Status::queued);
  EXPECT_EQ(story.after().waiting_since, kMonday);
  EXPECT_EQ(story.decision().answering, 0U);
}

TEST(VisitorPosts, FirstMessageIsFollowedByWhatTheRulesSay) {
  auto story = given(begun()).rules_say({{message(7), "We are back at nine."}}).when(vic, says("Hello?"));
  story.then({MessagePosted{kFresh}, Queued{QueuedReason::started}, MessagePosted{message(7)}});
  EXPECT_EQ(story.decision().answering, 0U);
  EXPECT_EQ(story.decision().events.back().actor, Actor::system());
  EXPECT_FALSE(story.decision().events.back().client_id);
  EXPECT_EQ(story.decision().contents.back().body->text, "We are back at nine.");
  const auto after = story.after();
  EXPECT_EQ(after.last_message->id, kFresh) << "the question stays in sight";
  EXPECT_TRUE(after.waiting_since && !after.answered);
  EXPECT_EQ(unread_for(after, Audience::visitor), 1U);
  EXPECT_EQ(unread_for(after, Audience::agent), 1U);
}

TEST(VisitorPosts, NothingIsSaidWhereSomebodyIsAlready) {
  given(queued()).rules_say({{message(7), "Hi"}}).when(vic, says("Still there?")).then({MessagePosted{kFresh}});
}

TEST(VisitorPosts, StaysWithAnAssistantThatAnswers) {
  given(begun()).assistant_answers().when(vic, says("Hello")).then({MessagePosted{kFresh}});
}

TEST(VisitorPosts, StaysInQueueAndWhenOpen) {
  given(queued()).when(vic, says("Still there?")).then({MessagePosted{kFresh}});
  given(open_with_ada()).when(vic, says("Thanks")).then({MessagePosted{kFresh}});
}

TEST(VisitorPosts, WakesASnoozedOne) {
  given(snoozed_by_ada(1h)).assignee_is_online().when(vic, says("Hi")).then({Assigned{kAda}, MessagePosted{kFresh}});
  given(snoozed_by_ada(1h)).when(vic, says("Hi")).then({Queued{QueuedReason::visitor_wrote}, MessagePosted{kFresh}});
}

TEST(VisitorPosts, ReopensAResolvedOneWithinADay) {
  given(resolved_by_ada())
      .at(23h)
      .assignee_is_online()
      .when(vic, says("One more"))
      .then({Reopened{Status::open}, MessagePosted{kFresh}});
  auto story = given(resolved_by_ada()).at(23h).when(vic, says("One more"));
  story.then({Reopened{Status::queued}, MessagePosted{kFresh}});
  EXPECT_FALSE(story.after().assignee);
}

TEST(VisitorPosts, NotAfterADay) {
  const auto a_day = std::chrono::duration_cast<Millis>(limits::kReopenTime);
  given(resolved_by_ada())
      .at(a_day - 1ms)
      .when(vic, says("Hi"))
      .then({Reopened{Status::queued}, MessagePosted{kFresh}});
  given(resolved_by_ada()).at(a_day).when(vic, says("Hi")).then_refused(Refusal::conversation_resolved);
}

TEST(AgentPosts, AcceptsWhatNobodyHas) {
  given(queued()).when(ada, says("Hello Vic")).then({Assigned{kAda}, ParticipantJoined{ada}, MessagePosted{kFresh}});
  given(begun()).when(ada, says("Hello Vic")).then({Assigned{kAda}, ParticipantJoined{ada}, MessagePosted{kFresh}});
}

TEST(AgentPosts, AnswersTheWait) {
  auto story = given(open_with_ada()).when(ada, says("It is"));
  story.then({MessagePosted{kFresh}});
  EXPECT_FALSE(story.after().waiting_since);
  EXPECT_TRUE(story.after().answered);
}

TEST(AgentPosts, JoinsAColleaguesConversation) {
  auto story = given(open_with_ada()).when(ben, says("May I help?"));
  story.then({ParticipantJoined{ben}, MessagePosted{kFresh}});
  EXPECT_EQ(story.after().assignee, kAda);
}

TEST(AgentPosts, WakesAndReopens) {
  given(snoozed_by_ada(1h)).when(ada, says("News")).then({Assigned{kAda}, MessagePosted{kFresh}});
  given(resolved_by_ada())
      .at(48h)
      .when(ben, says("News"))
      .then({Reopened{Status::open}, Assigned{kBen}, ParticipantJoined{ben}, MessagePosted{kFresh}});
}

TEST(Post, RefusesWhatIsNoText) {
  given(queued()).when(vic, says("")).then_refused(Refusal::invalid_text);
  given(queued()).when(vic, says(" \n\t ")).then_refused(Refusal::invalid_text);
  given(queued()).when(vic, says(std::string(limits::kTextCodePointsMax, 'x'))).then({MessagePosted{kFresh}});
  given(queued()).when(vic, says(std::string(limits::kTextCodePointsMax + 1, 'x'))).then_refused(Refusal::invalid_text);
}

TEST(Post, MasksCardNumbersBeforeTheyAreStored) {
  const auto story = given(queued()).when(vic, says("My card is 4242 4242 4242 4242, thanks"));
  EXPECT_EQ(story.decision().contents.at(0).body->text, "My card is •••• •••• •••• 4242, thanks");
}

TEST(Edit, MakesTheNextVersion) {
  auto story = given(queued()).knowing(kVicsMessage).when(vic, EditMessage{message(1), {"Is the lamp in stock?"}});
  story.then({MessageEdited{message(1), 2}});
  EXPECT_EQ(story.decision().contents.at(0).version, 2U);
}

TEST(Edit, OnlyOnesOwnAndOnlyForAWhile) {
  const EditMessage edit{message(1), {"Changed"}};
  given(queued()).when(vic, edit).then_refused(Refusal::message_unknown);
  given(open_with_ada()).knowing(kVicsMessage).when(ada, edit).then_refused(Refusal::not_permitted);
  given(queued()).knowing(kVicsMessage).at(15min).when(vic, edit).then({MessageEdited{message(1), 2}});
  given(queued()).knowing(kVicsMessage).at(15min + 1ms).when(vic, edit).then_refused(Refusal::edit_closed);
  given(queued()).knowing(kVicsMessage).when(vic, EditMessage{message(1), {" "}}).then_refused(Refusal::invalid_text);
}

TEST(Delete, LeavesATombstone) {
  auto story = given(queued()).knowing(kVicsMessage).when(vic, DeleteMessage{message(1)});
  story.then({MessageDeleted{message(1), 2}});
  EXPECT_FALSE(story.decision().contents.at(0).body);
  EXPECT_TRUE(story.after().named.at(message(1)).deleted);
}

TEST(Delete, OnesOwnForAWhileAndTheOwnerAlways) {
  given(open_with_ada())
      .knowing(kAdasMessage)
      .at(5min)
      .when(ada, DeleteMessage{message(2)})
      .then({MessageDeleted{message(2), 4}});
  given(open_with_ada())
      .knowing(kAdasMessage)
      .at(5min + 1ms)
      .when(ada, DeleteMessage{message(2)})
      .then_refused(Refusal::edit_closed);
  given(open_with_ada())
      .knowing(kAdasMessage)
      .when(vic, DeleteMessage{message(2)})
      .then_refused(Refusal::not_permitted);
  given(open_with_ada())
      .knowing(kVicsMessage)
      .at(48h)
      .actor_is_owner()
      .when(orla, DeleteMessage{message(1)})
      .then({MessageDeleted{message(1), 2}});
}

TEST(Delete, OnlyOnceAndNeverANote) {
  auto gone = kVicsMessage;
  gone.deleted = true;
  given(queued()).knowing(gone).when(vic, DeleteMessage{message(1)}).then_refused(Refusal::message_deleted);
  given(queued()).knowing(gone).when(vic, EditMessage{message(1), {"Back"}}).then_refused(Refusal::message_deleted);
  auto note = kAdasMessage;
  note.is_note = true;
  given(open_with_ada()).knowing(note).when(ada, DeleteMessage{message(2)}).then_refused(Refusal::message_unknown);
}

TEST(Note, IsTakenInEveryStatusAndHiddenFromVisitors) {
  for (const auto& past : {begun(), queued(), open_with_ada(), snoozed_by_ada(1h), resolved_by_ada()}) {
    auto story = given(past).when(ada, PostNote{"Regular customer", {kBen}});
    story.then({NotePosted{kFresh, 1, {kBen}}});
    EXPECT_EQ(story.after().visitor_seq, story.state().visitor_seq);
    EXPECT_EQ(story.after().status, story.state().status);
  }
  given(queued()).when(ada, PostNote{"", {}}).then_refused(Refusal::invalid_text);
}

}  // namespace
}  // namespace parlor::conversation::testing
