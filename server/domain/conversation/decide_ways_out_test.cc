#include "domain/conversation/conversation_test_kit.h"

namespace parlor::conversation::testing {
namespace {

using namespace std::chrono_literals;

const Place kSalesQueue{.team = make_id<TeamId>(30)};
const Time kAtThree = kMonday + 6h;
const AskAnswer kByMail{.by = Reach::mail, .address = "vic@example.com"};
const AskAnswer kByPhone{.by = Reach::phone, .address = "+34 600 123 456", .at = kAtThree};

std::vector<Past> waiting() {
  auto past = begun();
  past.push_back({vic, MessagePosted{message(1)}});
  past.push_back({vic, Queued{QueuedReason::started, kSalesQueue}});
  return past;
}

std::vector<Past> booked() {
  auto past = waiting();
  past.push_back({vic, AnswerAsked{Reach::phone, message(2), kAtThree}});
  past.push_back({vic, Snoozed{kAtThree}});
  return past;
}

TEST(AnswerByMail, StaysInTheQueue) {
  auto story = given(waiting()).when(vic, kByMail);
  story.then({AnswerAsked{Reach::mail, kFresh}});
  EXPECT_EQ(story.after().status, Status::queued);
  EXPECT_EQ(story.after().place.reach, Reach::mail);
  EXPECT_EQ(story.after().place.priority, Priority::normal) << "for when they are back";
  EXPECT_EQ(story.decision().contents.at(0).kind, ContentKind::address);
  EXPECT_EQ(story.decision().contents.at(0).body->text, "vic@example.com");
}

TEST(CallBack, WaitsForItsTime) {
  auto story = given(waiting()).when(vic, kByPhone);
  story.then({AnswerAsked{Reach::phone, kFresh, kAtThree}, Snoozed{kAtThree}});
  EXPECT_TRUE(is_booked(story.after()));
  given(booked()).at(5h).when(Actor::system(), Wake{}).then({});
  auto due = given(booked()).at(6h).when(Actor::system(), Wake{});
  due.then({Queued{QueuedReason::snooze_over}});
  EXPECT_EQ(due.after().place.reach, Reach::phone);
}

TEST(CallBack, StandsWhateverTheVisitorAdds) {
  given(booked()).when(vic, says("After three, please")).then({MessagePosted{kFresh}});
}

TEST(CallBack, EndsWithWhoeverTakesIt) {
  auto past = booked();
  past.push_back({ben, ParticipantJoined{ben}});
  given(past).when(ben, Accept{}).then({Assigned{kBen}, ParticipantJoined{ben}});
}

TEST(CallBack, CanBeMovedAndNotTurnedIntoMail) {
  auto later = kByPhone;
  later.at = kAtThree + 30min;
  given(booked()).when(vic, later).then({AnswerAsked{Reach::phone, kFresh, later.at}, Snoozed{*later.at}});
  given(booked()).when(vic, kByMail).then_refused(Refusal::conversation_not_queued);
}

TEST(WaysOut, AreForThoseWhoWait) {
  given(open_with_ada()).when(vic, kByMail).then_refused(Refusal::conversation_not_queued);
  given(begun()).when(vic, kByPhone).then_refused(Refusal::conversation_not_queued);
  given(resolved_by_ada()).when(vic, kByMail).then_refused(Refusal::conversation_resolved);
}

TEST(WaysOut, NeedAnAddressAndATimeThatLiesAhead) {
  const auto refused = [](AskAnswer wish, Refusal refusal) { given(waiting()).when(vic, wish).then_refused(refusal); };
  refused({.by = Reach::mail, .address = " "}, Refusal::invalid_text);
  refused({.by = Reach::mail, .address = std::string(255, 'x')}, Refusal::invalid_text);
  refused({.by = Reach::chat, .address = "here"}, Refusal::invalid_text);
  refused({.by = Reach::mail, .address = "vic@example.com", .at = kAtThree}, Refusal::invalid_time);
  refused({.by = Reach::phone, .address = "+34 600"}, Refusal::invalid_time);
  refused({.by = Reach::phone, .address = "+34 600", .at = kMonday}, Refusal::invalid_time);
  refused({.by = Reach::phone, .address = "+34 600", .at = kMonday + 91 * 24h}, Refusal::invalid_time);
}

TEST(WaysOut, AreKeptWhenItGoesToAnotherTeam) {
  auto past = waiting();
  past.push_back({vic, AnswerAsked{Reach::mail, message(2)}});
  const TeamId orders = make_id<TeamId>(31);
  EXPECT_EQ(given(past).when(ada, Transfer{.team = orders}).after().place,
            (Place{.team = orders, .reach = Reach::mail}));
}

TEST(WaysOut, EndWhenTheVisitorIsBackOrTheChatIsOver) {
  auto past = waiting();
  past.push_back({vic, AnswerAsked{Reach::mail, message(2)}});
  past.push_back({ada, Assigned{kAda}});
  EXPECT_EQ(given(past).when(vic, says("I am here now")).after().place.reach, Reach::chat);
  EXPECT_EQ(given(past).when(ada, Resolve{}).after().place.reach, Reach::chat);
  EXPECT_EQ(given(past).when(ada, says("See your mail")).after().place.reach, Reach::mail);
}

TEST(Rules, TagWhatBeginsToWait) {
  auto story = given(begun()).waits_in(kSalesQueue).tagged({"vip"}).when(vic, says("Hello"));
  story.then({MessagePosted{kFresh}, Queued{QueuedReason::started, kSalesQueue}, Tagged{{"vip"}, {}}});
}

}  // namespace
}  // namespace parlor::conversation::testing
