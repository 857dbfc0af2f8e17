#include "base/limits.h"
#include "domain/conversation/conversation_test_kit.h"

namespace parlor::conversation::testing {
namespace {

using namespace std::chrono_literals;

TEST(Start, MakesTheFirstEventAndNobodyWaitsYet) {
  auto story = given({}).when(vic, Start{kShop, kVicContact});
  story.then({Started{kShop, kVicContact}});
  EXPECT_EQ(story.after().status, Status::assistant);
  EXPECT_EQ(story.after().seq, 1U);
}

TEST(Start, IsRefusedTwice) {
  given(begun()).when(vic, Start{kShop, kVicContact}).then_refused(Refusal::conflict);
}

TEST(AnyWish, IsRefusedBeforeTheStart) {
  given({}).when(vic, says("Hello")).then_refused(Refusal::conversation_unknown);
}

TEST(AnyWish, IsAConflictWhenSomethingNewerHappened) {
  given(queued()).seen_at(2).when(ada, Accept{}).then_refused(Refusal::conflict);
  given(queued()).seen_at(3).when(ada, Accept{}).then({Assigned{kAda}, ParticipantJoined{ada}});
}

TEST(Accept, TakesAQueuedConversation) {
  auto story = given(queued()).when(ada, Accept{});
  story.then({Assigned{kAda}, ParticipantJoined{ada}});
  EXPECT_EQ(story.after().status, Status::open);
  EXPECT_EQ(story.after().assignee, kAda);
}

TEST(Accept, FromTheAssistant) {
  given(begun()).when(ada, Accept{}).then({Assigned{kAda}, ParticipantJoined{ada}});
}

// The visitor sees no assignment, and must learn that the waiting is over.
TEST(Accept, BySomebodyWhoWasThereBeforeTellsTheVisitorAgain) {
  auto past = open_with_ada();
  past.push_back({Actor::system(), Queued{QueuedReason::snooze_over}});
  given(past).when(ada, Accept{}).then({Assigned{kAda}, ParticipantJoined{ada}});
}

TEST(Accept, TwiceChangesNothing) {
  given(open_with_ada()).when(ada, Accept{}).then({});
}

TEST(Accept, OfAnothersIsRefused) {
  given(open_with_ada()).when(ben, Accept{}).then_refused(Refusal::already_assigned);
}

TEST(Accept, OfOnesOwnSnoozedWakesIt) {
  given(snoozed_by_ada(1h)).when(ada, Accept{}).then({Assigned{kAda}});
}

TEST(Accept, OfAResolvedIsRefused) {
  given(resolved_by_ada()).when(ben, Accept{}).then_refused(Refusal::conversation_resolved);
}

TEST(Assign, GivesItToAColleagueWhoJoins) {
  auto story = given(open_with_ada()).when(ada, Assign{kBen});
  story.then({Assigned{kBen}, ParticipantJoined{ben}});
  EXPECT_EQ(story.after().assignee, kBen);
}

TEST(Assign, BackDoesNotJoinTwice) {
  auto past = open_with_ada();
  past.push_back({ada, Assigned{kBen}});
  past.push_back({ada, ParticipantJoined{ben}});
  given(past).when(ben, Assign{kAda}).then({Assigned{kAda}});
}

TEST(Assign, ToWhoeverHasItChangesNothing) {
  given(open_with_ada()).when(ben, Assign{kAda}).then({});
}

TEST(Assign, OfAResolvedIsRefused) {
  given(resolved_by_ada()).when(ada, Assign{kBen}).then_refused(Refusal::conversation_resolved);
}

TEST(Snooze, SetsAnOpenOneAside) {
  auto story = given(open_with_ada()).when(ada, Snooze{kMonday + 1h});
  story.then({Snoozed{kMonday + 1h}});
  EXPECT_EQ(story.after().status, Status::snoozed);
}

TEST(Snooze, OnlyOfOpenOnes) {
  given(queued()).when(ada, Snooze{kMonday + 1h}).then_refused(Refusal::conversation_not_open);
  given(snoozed_by_ada(1h)).when(ada, Snooze{kMonday + 2h}).then_refused(Refusal::conversation_not_open);
  given(resolved_by_ada()).when(ada, Snooze{kMonday + 1h}).then_refused(Refusal::conversation_not_open);
}

TEST(Snooze, NeedsATimeAheadButNotTooFar) {
  given(open_with_ada()).when(ada, Snooze{kMonday}).then_refused(Refusal::invalid_time);
  given(open_with_ada())
      .when(ada, Snooze{kMonday + limits::kSnoozeTimeMax})
      .then({Snoozed{kMonday + limits::kSnoozeTimeMax}});
  given(open_with_ada()).when(ada, Snooze{kMonday + limits::kSnoozeTimeMax + 1ms}).then_refused(Refusal::invalid_time);
}

TEST(Wake, GoesToItsAgentOrToTheQueue) {
  given(snoozed_by_ada(1h)).at(1h).assignee_is_online().when(Actor::system(), Wake{}).then({Assigned{kAda}});
  given(snoozed_by_ada(1h)).at(1h).when(Actor::system(), Wake{}).then({Queued{QueuedReason::snooze_over}});
}

TEST(Wake, TooEarlyOrTooLateChangesNothing) {
  given(snoozed_by_ada(1h)).at(59min).when(Actor::system(), Wake{}).then({});
  given(open_with_ada()).when(Actor::system(), Wake{}).then({});
}

TEST(Resolve, EndsEveryLivingStatus) {
  for (const auto& past : {begun(), queued(), open_with_ada(), snoozed_by_ada(1h)}) {
    auto story = given(past).when(ada, Resolve{});
    story.then({Resolved{}});
    EXPECT_EQ(story.after().status, Status::resolved);
    EXPECT_FALSE(story.after().waiting_since);
  }
}

TEST(Resolve, OnlyOnce) {
  given(resolved_by_ada()).when(ada, Resolve{}).then_refused(Refusal::conversation_resolved);
}

TEST(End, IsTheVisitorsWayToResolve) {
  given(open_with_ada()).when(vic, End{}).then({Resolved{}});
  given(queued()).when(vic, End{}).then({Resolved{}});
  given(resolved_by_ada()).when(vic, End{}).then_refused(Refusal::conversation_resolved);
}

TEST(Reopen, GoesToWhoeverReopens) {
  auto story = given(resolved_by_ada()).when(ben, Reopen{});
  story.then({Reopened{Status::open}, Assigned{kBen}, ParticipantJoined{ben}});
  EXPECT_EQ(story.after().status, Status::open);
  EXPECT_FALSE(story.after().resolved_at);
}

TEST(Reopen, OnlyOfResolvedOnes) {
  for (const auto& past : {begun(), queued(), open_with_ada(), snoozed_by_ada(1h)}) {
    given(past).when(ada, Reopen{}).then_refused(Refusal::conversation_not_resolved);
  }
}

}  // namespace
}  // namespace parlor::conversation::testing
