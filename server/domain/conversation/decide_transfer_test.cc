#include "domain/conversation/conversation_test_kit.h"

namespace parlor::conversation::testing {
namespace {

using namespace std::chrono_literals;

const TeamId kSales = make_id<TeamId>(30);
const TeamId kOrders = make_id<TeamId>(31);
const Place kAtSales{.team = kSales, .priority = Priority::high, .required = {{make_id<SkillId>(40), 2}}};
const Actor system_itself = Actor::system();

std::vector<Past> queued_at_sales() {
  auto past = begun();
  past.push_back({vic, MessagePosted{message(1)}});
  past.push_back({vic, Queued{QueuedReason::started, kAtSales}});
  return past;
}

TEST(Queueing, PutsAFirstMessageWhereItBelongs) {
  auto story = given(begun()).waits_in(kAtSales).when(vic, says("Hello"));
  story.then({MessagePosted{kFresh}, Queued{QueuedReason::started, kAtSales}});
  EXPECT_EQ(story.after().place, kAtSales);
}

TEST(Queueing, KeepsThePlaceWhileSomebodyHasIt) {
  const auto story = given(queued_at_sales()).when(ada, Accept{});
  EXPECT_EQ(story.after().place, kAtSales);
}

TEST(Full, TakesNothingMore) {
  given(queued()).taker_is_full().when(ada, Accept{}).then_refused(Refusal::agent_full);
  given(queued()).taker_is_full().when(orla, Assign{kAda}).then_refused(Refusal::agent_full);
  given(queued()).taker_is_full().when(ada, says("Hello Vic")).then_refused(Refusal::agent_full);
  given(resolved_by_ada()).taker_is_full().when(ada, Reopen{}).then_refused(Refusal::agent_full);
  given(open_with_ada()).taker_is_full().when(ada, says("It is")).then({MessagePosted{kFresh}});
  given(open_with_ada()).taker_is_full().when(ada, Accept{}).then({});
}

TEST(Transfers, ToATeamIsToItsQueueWithoutTheFirstOnesSkills) {
  auto story = given(queued_at_sales()).when(ada, Transfer{.team = kOrders});
  story.then({Transferred{.team = kOrders}, Queued{QueuedReason::transferred, Place{kOrders, Priority::high}}});
  EXPECT_EQ(story.after().status, Status::queued);
  EXPECT_EQ(story.after().waiting_since, story.state().waiting_since) << "the wait goes on";
}

TEST(Transfers, ToAColleagueWhoIsThere) {
  auto story = given(open_with_ada()).receiver_is_there().when(ada, Transfer{.agent = kBen, .note = "Wants a refund"});
  story.then({NotePosted{kFresh}, Transferred{.agent = kBen}, Assigned{kBen}, ParticipantJoined{ben}});
  EXPECT_EQ(story.after().assignee, kBen);
  EXPECT_EQ(story.decision().contents.at(0).body->text, "Wants a refund");
}

TEST(Transfers, ToAColleagueWhoIsAwayOrFullGoesToTheQueue) {
  const std::vector<Fact> to_queue{Transferred{.agent = kBen}, Queued{QueuedReason::transferred}};
  given(open_with_ada()).when(ada, Transfer{.agent = kBen}).then(to_queue);
  given(open_with_ada()).receiver_is_there().taker_is_full().when(ada, Transfer{.agent = kBen}).then(to_queue);
}

TEST(Transfers, ToWhereItIsChangesNothing) {
  given(open_with_ada()).when(ben, Transfer{.agent = kAda}).then({});
  given(queued_at_sales()).when(ada, Transfer{.team = kSales}).then({});
}

TEST(Transfers, NeedSomethingThatGoesOnAndAnHonestNote) {
  given(resolved_by_ada()).when(ada, Transfer{.team = kOrders}).then_refused(Refusal::conversation_resolved);
  given(open_with_ada()).when(ada, Transfer{.team = kOrders, .note = " "}).then_refused(Refusal::invalid_text);
}

TEST(Asked, IsNobodysButTheirsWhoHaveIt) {
  given(open_with_ada()).when(ada, AskColleague{.agent = kBen}).then({});
  auto story = given(open_with_ada()).when(ada, AskColleague{.agent = kBen, .note = "Speaks French"});
  story.then({NotePosted{kFresh}});
  EXPECT_EQ(story.after().assignee, kAda);
  given(open_with_ada()).when(ben, AskColleague{.agent = kBen}).then_refused(Refusal::already_assigned);
  given(queued()).when(ada, AskColleague{.agent = kBen}).then_refused(Refusal::conversation_not_open);
  given(resolved_by_ada()).when(ada, AskColleague{.agent = kBen}).then_refused(Refusal::conversation_resolved);
  given(open_with_ada()).when(ada, AskColleague{.agent = kBen, .note = " "}).then_refused(Refusal::invalid_text);
}

TEST(Asked, TakesItOverFromWhoeverAsked) {
  auto story = given(open_with_ada()).when(ben, TakeOver{kAda});
  story.then({Transferred{.agent = kBen}, Assigned{kBen}, ParticipantJoined{ben}});
  EXPECT_EQ(story.after().assignee, kBen);
  given(open_with_ada()).when(ada, TakeOver{kAda}).then({});
  given(open_with_ada()).when(ben, TakeOver{kOrla}).then_refused(Refusal::offer_over);
  given(queued()).when(ben, TakeOver{kAda}).then_refused(Refusal::offer_over);
  given(open_with_ada()).taker_is_full().when(ben, TakeOver{kAda}).then_refused(Refusal::agent_full);
}

TEST(Asked, JoinsAndLeavesItWithWhoeverHasIt) {
  auto story = given(open_with_ada()).taker_is_full().when(ben, Join{});
  story.then({ParticipantJoined{ben}});
  EXPECT_EQ(story.after().assignee, kAda);
  given(open_with_ada()).when(ada, Join{}).then({});
  given(resolved_by_ada()).when(ben, Join{}).then_refused(Refusal::conversation_resolved);
}

TEST(Asked, InVainIsSaidWhileItIsTheirsWhoAsked) {
  const TransferDeclined declined{kBen, DeclineReason::passed, true};
  auto story = given(open_with_ada()).when(system_itself, DeclineTransfer{kAda, declined});
  story.then({declined});
  EXPECT_EQ(story.after().assignee, kAda);
  EXPECT_EQ(story.after().visitor_seq, story.state().visitor_seq) << "no visitor hears of it";
  given(open_with_ada()).when(system_itself, DeclineTransfer{kOrla, declined}).then({});
  given(queued()).when(system_itself, DeclineTransfer{kAda, declined}).then({});
}

TEST(Requeued, FromAnAgentWhoIsGone) {
  auto story = given(open_with_ada()).when(system_itself, Requeue{QueuedReason::agent_gone, kAda, std::nullopt});
  story.then({Queued{QueuedReason::agent_gone}});
  EXPECT_FALSE(story.after().assignee);
  EXPECT_EQ(story.after().place, story.state().place);
}

TEST(Requeued, OnlyWhileItIsAsItWasThought) {
  given(open_with_ada()).when(system_itself, Requeue{QueuedReason::agent_gone, kBen, std::nullopt}).then({});
  given(resolved_by_ada()).when(system_itself, Requeue{QueuedReason::agent_gone, kAda, std::nullopt}).then({});
  given(open_with_ada()).when(system_itself, Requeue{QueuedReason::overflow, std::nullopt, kAtSales}).then({});
}

TEST(Requeued, ToAnotherTeamWhileItWaits) {
  const Place at_orders{.team = kOrders};
  given(queued_at_sales())
      .when(system_itself, Requeue{QueuedReason::overflow, std::nullopt, at_orders})
      .then({Queued{QueuedReason::overflow, at_orders}});
  given(queued_at_sales()).when(system_itself, Requeue{QueuedReason::overflow, std::nullopt, kAtSales}).then({});
}

TEST(Abandoned, IsSaidOnceAndEndsNothing) {
  auto story = given(queued()).when(system_itself, Abandon{});
  story.then({Tagged{{"abandoned"}, {}}});
  EXPECT_EQ(story.after().status, Status::queued);
  auto said = queued();
  said.push_back({system_itself, Tagged{{"abandoned"}, {}}});
  given(said).when(system_itself, Abandon{}).then({});
  given(open_with_ada()).when(system_itself, Abandon{}).then({});
  given(resolved_by_ada()).when(system_itself, Abandon{}).then({});
}

TEST(Gone, EndsAnAnsweredOneAndTagsOneThatNobodyAnswered) {
  const ResolveGone gone{1h};
  auto answered = open_with_ada();
  answered.push_back({ada, MessagePosted{message(2)}});
  given(answered).at(1h).when(system_itself, gone).then({Resolved{}});
  given(open_with_ada()).at(1h).when(system_itself, gone).then({Tagged{{"abandoned"}, {}}, Resolved{}});
  auto said = queued();
  said.push_back({system_itself, Tagged{{"abandoned"}, {}}});
  given(said).at(1h).when(system_itself, gone).then({Resolved{}});
  given(resolved_by_ada()).at(1h).when(system_itself, gone).then({});
}

TEST(Gone, IsNobodyWhoHasWrittenWithinTheTime) {
  auto back = open_with_ada();
  back.push_back({ada, MessagePosted{message(2)}});
  back.push_back({vic, MessagePosted{message(3)}, 2h});
  given(back).at(2h + 59min).when(system_itself, ResolveGone{1h}).then({});
  given(back).at(3h).when(system_itself, ResolveGone{1h}).then({Resolved{}});
  back.push_back({ada, MessagePosted{message(4)}, 2h + 1min});
  given(back).at(2h + 2min).when(system_itself, ResolveGone{1h}).then({Resolved{}});
}

}  // namespace
}  // namespace parlor::conversation::testing
