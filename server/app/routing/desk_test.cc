#include "app/routing/desk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/routing/routing_test_kit.h"

namespace parlor::app {
namespace {

using namespace std::chrono_literals;
using conversation::QueuedReason;
using conversation::Status;
using routing::OfferStatus;
using testing::ElementsAre;
using testing::IsEmpty;

const Time kMorning = from_unix_ms(1'790'000'000'000);
class DeskTest : public testing::Test {
 protected:
  void set_up(int capacity = 1, std::optional<routing::Overflow> overflow = std::nullopt,
              std::optional<std::size_t> queue_limit = std::nullopt) {
    routing::Setup setup{.version = 1};
    setup.teams.push_back(
        {.team = {.id = kOrders, .queue_limit = queue_limit, .overflow = overflow}, .name = "Orders"});
    setup.teams.push_back({.team = {.id = kSales}, .name = "Sales"});
    setup.agents.push_back({.id = kAda, .capacity = capacity, .teams = {kOrders}, .skills = {}});
    setup.agents.push_back({.id = kBen, .capacity = capacity, .teams = {kOrders, kSales}, .skills = {}});
    desk_.set_up(std::make_shared<const routing::Setup>(setup));
  }
  Glance glance(std::uint8_t number, Status status) const {
    Glance glance{.conversation = chat(number), .contact = contact_of(number), .inbox = {}, .status = status};
    glance.place.team = kOrders;
    glance.waiting_since = kMorning;
    return glance;
  }
  void waits(std::uint8_t number, TeamId team = kOrders) {
    auto waiting = glance(number, Status::queued);
    waiting.place.team = team;
    desk_.see(waiting, true, now_);
  }
  void has(UserId agent, std::uint8_t number, bool answered = false) {
    auto open = glance(number, Status::open);
    open.assignee = agent;
    open.answered = answered;
    desk_.see(open, true, now_);
  }
  void is(UserId agent, AgentStatus status) { desk_.agent_is(agent, status, now_); }
  Steps step_after(Millis time = 0ms) {
    now_ += time;
    return desk_.step(now_);
  }
  static std::vector<std::pair<UserId, OfferStatus>> said(const Steps& steps) {
    std::vector<std::pair<UserId, OfferStatus>> said;
    for (const auto& offer : steps.offers)
      said.emplace_back(offer.agent, offer.status);
    return said;
  }

  Time now_ = kMorning;
  Desk desk_{kMorning};
};

using Said = std::pair<UserId, OfferStatus>;

TEST_F(DeskTest, RingsAtWhoeverIsThere) {
  set_up();
  waits(1);
  EXPECT_THAT(said(step_after()), IsEmpty());
  is(kBen, AgentStatus::online);
  const auto steps = step_after();
  EXPECT_THAT(said(steps), ElementsAre(Said{kBen, OfferStatus::ringing}));
  EXPECT_EQ(steps.due_at, now_ + limits::kRingTime);
}

TEST_F(DeskTest, AnOfferIsAcceptedByHavingTheChat) {
  set_up();
  is(kAda, AgentStatus::online);
  waits(1);
  step_after();
  has(kAda, 1);
  EXPECT_THAT(said(step_after()), ElementsAre(Said{kAda, OfferStatus::accepted}));
  waits(2);
  EXPECT_THAT(said(step_after()), IsEmpty()) << "she has no room";
  EXPECT_EQ(desk_.open_of(kAda), 1u);
}

TEST_F(DeskTest, SomebodyElseTakesWhatRings) {
  set_up();
  is(kAda, AgentStatus::online);
  waits(1);
  step_after();
  has(kBen, 1);
  EXPECT_THAT(said(step_after()), ElementsAre(Said{kAda, OfferStatus::withdrawn}));
}

TEST_F(DeskTest, RingsOutAndGoesToTheNext) {
  set_up();
  is(kAda, AgentStatus::online);
  is(kBen, AgentStatus::online);
  waits(1);
  const auto first = step_after().offers.front().agent;
  const auto second = first == kAda ? kBen : kAda;
  EXPECT_THAT(said(step_after(limits::kRingTime)),
              ElementsAre(Said{first, OfferStatus::expired}, Said{second, OfferStatus::ringing}));
}

TEST_F(DeskTest, AnswersOnlyWhatRingsAtThem) {
  set_up();
  is(kAda, AgentStatus::online);
  waits(1);
  step_after();
  EXPECT_EQ(desk_.refuse_answer(chat(1), kBen), Refusal::offer_over);
  EXPECT_EQ(desk_.refuse_answer(chat(2), kAda), Refusal::offer_over);
  EXPECT_EQ(desk_.refuse_answer(chat(1), kAda), std::nullopt);
  ASSERT_TRUE(desk_.settle(chat(1), OfferStatus::passed));
  EXPECT_EQ(desk_.refuse_answer(chat(1), kAda), Refusal::offer_over);
}

routing::Offer ask_of(UserId from, UserId agent, std::uint8_t number, bool joins = false) {
  routing::Offer ask{.conversation = chat(number), .agent = agent, .from = from};
  ask.joins = joins;
  ask.rang_at = kMorning;
  return ask;
}

TEST_F(DeskTest, AColleagueIsAskedAndHasItThen) {
  set_up();
  is(kAda, AgentStatus::online);
  is(kBen, AgentStatus::busy);
  has(kAda, 1);
  const auto ask = ask_of(kAda, kBen, 1);
  EXPECT_EQ(desk_.refuse_ask(ask), std::nullopt);
  EXPECT_EQ(desk_.ask(ask).size(), 1U);
  EXPECT_THAT(desk_.ask(ask), IsEmpty()) << "it rings already";
  EXPECT_EQ(desk_.refuse_answer(chat(1), kBen), std::nullopt);
  waits(2);
  EXPECT_THAT(said(step_after()), IsEmpty()) << "his room is kept for it";
  has(kBen, 1);
  EXPECT_THAT(said(step_after()), ElementsAre(Said{kBen, OfferStatus::accepted}, Said{kAda, OfferStatus::ringing}));
}

TEST_F(DeskTest, WhoDoesNotAnswerAColleagueKeepsTheirStatus) {
  set_up();
  is(kAda, AgentStatus::online);
  is(kBen, AgentStatus::online);
  has(kAda, 1);
  for (int i = 0; i < 3; ++i) {
    auto ask = ask_of(kAda, kBen, 1);
    ask.rang_at = now_;
    desk_.ask(ask);
    const auto steps = step_after(ask.ring_time);
    EXPECT_THAT(said(steps), ElementsAre(Said{kBen, OfferStatus::expired}));
    EXPECT_THAT(steps.set_away, IsEmpty());
  }
  EXPECT_EQ(desk_.open_of(kAda), 1U);
}

TEST_F(DeskTest, NobodyIsAskedWhoCannotAnswer) {
  set_up();
  is(kAda, AgentStatus::online);
  has(kAda, 1);
  EXPECT_EQ(desk_.refuse_ask(ask_of(kAda, kBen, 1)), Refusal::agent_unavailable);
  is(kBen, AgentStatus::away);
  EXPECT_EQ(desk_.refuse_ask(ask_of(kAda, kBen, 1)), Refusal::agent_unavailable);
  EXPECT_EQ(desk_.refuse_ask(ask_of(kAda, kAda, 1)), Refusal::agent_unavailable);
  is(kBen, AgentStatus::busy);
  has(kBen, 2);
  EXPECT_EQ(desk_.refuse_ask(ask_of(kAda, kBen, 1)), Refusal::agent_full);
  auto company = ask_of(kAda, kBen, 1, true);
  company.weight = 0;
  EXPECT_EQ(desk_.refuse_ask(company), std::nullopt) << "company takes no room";
  desk_.ask(company);
  EXPECT_EQ(desk_.refuse_ask(ask_of(kAda, kBen, 3, true)), Refusal::agent_unavailable) << "something rings at him";
}

TEST_F(DeskTest, AnAskEndsWithWhateverItWasAbout) {
  set_up();
  is(kAda, AgentStatus::online);
  is(kBen, AgentStatus::online);
  has(kAda, 1);
  desk_.ask(ask_of(kAda, kBen, 1));
  desk_.see(glance(1, Status::resolved), true, now_);
  EXPECT_THAT(said(step_after()), ElementsAre(Said{kBen, OfferStatus::withdrawn}));
  has(kAda, 2);
  desk_.ask(ask_of(kAda, kBen, 2));
  is(kBen, AgentStatus::offline);
  EXPECT_THAT(said(step_after()), ElementsAre(Said{kBen, OfferStatus::withdrawn}));
}

TEST_F(DeskTest, ASecondAskTakesThePlaceOfTheFirst) {
  set_up();
  is(kAda, AgentStatus::online);
  is(kBen, AgentStatus::online);
  has(kAda, 1);
  desk_.ask(ask_of(kAda, kBen, 1));
  const auto changed = desk_.ask(ask_of(kAda, kBen, 1, true));
  ASSERT_EQ(changed.size(), 2U);
  EXPECT_EQ(changed[0].status, OfferStatus::withdrawn);
  EXPECT_TRUE(changed[1].joins);
}

TEST_F(DeskTest, WhoIsAnsweredElsewhereIsOfferedThoughTheyLeft) {
  set_up();
  is(kAda, AgentStatus::online);
  auto by_mail = glance(1, Status::queued);
  by_mail.place.reach = Reach::mail;
  desk_.see(by_mail, false, now_);
  desk_.visitor_is(contact_of(1), false, now_);
  EXPECT_THAT(said(step_after()), ElementsAre(Said{kAda, OfferStatus::ringing}));
  EXPECT_THAT(step_after(limits::kPlaceKeptTime).abandoned, IsEmpty());
  EXPECT_THAT(desk_.moved_positions(now_), IsEmpty()) << "nobody looks at a place in line";
}

TEST_F(DeskTest, ASilentAgentIsRemindedAndThenLosesTheChat) {
  set_up();
  routing::Setup setup = desk_.setup();
  setup.version = 2;
  setup.teams[0].alert_after = 3min;
  desk_.set_up(std::make_shared<const routing::Setup>(setup));
  is(kAda, AgentStatus::online);
  has(kAda, 1);
  step_after(2min);
  EXPECT_THAT(desk_.silences(), IsEmpty());
  EXPECT_THAT(step_after(1min).back, IsEmpty());
  ASSERT_EQ(desk_.silences().size(), 1u);
  EXPECT_EQ(desk_.silences()[0].agent, kAda);
  EXPECT_EQ(desk_.silences()[0].since, kMorning);
  const auto back = step_after(limits::kSilentRerouteTime).back;
  ASSERT_EQ(back.size(), 1u);
  EXPECT_EQ(back[0].wish.reason, QueuedReason::agent_silent);
}

TEST_F(DeskTest, AVanishedAgentsChatsGoBackAfterTheGrace) {
  is(kAda, AgentStatus::online);
  has(kAda, 1);
  has(kAda, 2, true);
  step_after();
  is(kAda, AgentStatus::offline);
  EXPECT_THAT(step_after(9'999ms).back, IsEmpty());
  const auto steps = step_after(1ms);
  ASSERT_EQ(steps.back.size(), 1u) << "the answered one waits";
  EXPECT_EQ(steps.back.front().conversation, chat(1));
  EXPECT_EQ(steps.back.front().wish.reason, QueuedReason::agent_gone);
  EXPECT_EQ(steps.back.front().wish.held_by, kAda);
  waits(1);
  const auto later = step_after(limits::kAnsweredWait);
  ASSERT_EQ(later.back.size(), 1u);
  EXPECT_EQ(later.back.front().conversation, chat(2));
}

TEST_F(DeskTest, AnAgentWhoComesBackInTimeKeepsEverything) {
  is(kAda, AgentStatus::online);
  has(kAda, 1);
  is(kAda, AgentStatus::offline);
  step_after(9s);
  is(kAda, AgentStatus::away);
  EXPECT_THAT(step_after(1h).back, IsEmpty());
}

TEST_F(DeskTest, AfterARestartAnAgentHasTimeToComeBack) {
  has(kAda, 1);
  EXPECT_THAT(step_after(limits::kAgentSilenceMax + limits::kVanishGrace - 1ms).back, IsEmpty());
  EXPECT_EQ(step_after(1ms).back.size(), 1u);
}

TEST_F(DeskTest, WhatWasAskedInVainIsAskedAgain) {
  has(kAda, 1);
  ASSERT_EQ(step_after(1min).back.size(), 1u);
  EXPECT_THAT(step_after(1s).back, IsEmpty());
  EXPECT_EQ(step_after(5s).back.size(), 1u);
}

TEST_F(DeskTest, WhoeverGaveItAwayIsNotAskedFirst) {
  set_up(4);
  is(kAda, AgentStatus::online);
  is(kBen, AgentStatus::online);
  has(kBen, 2);
  has(kAda, 1);
  waits(1);
  EXPECT_THAT(said(step_after()), ElementsAre(Said{kBen, OfferStatus::ringing}));
}

TEST_F(DeskTest, RunsOverToAnotherTeam) {
  set_up(1, routing::Overflow{.to = kSales, .after = 30s, .beyond = {}});
  waits(1);
  EXPECT_THAT(step_after().back, IsEmpty());
  const auto steps = step_after(30s);
  ASSERT_EQ(steps.back.size(), 1u);
  EXPECT_EQ(steps.back.front().wish.reason, QueuedReason::overflow);
  EXPECT_EQ(steps.back.front().wish.place->team, kSales);
}

TEST_F(DeskTest, ForgetsAVisitorWhoLeavesTheQueueForGood) {
  set_up();
  waits(1);
  desk_.visitor_is(contact_of(1), false, now_);
  EXPECT_THAT(step_after(limits::kPlaceKeptTime - 1ms).abandoned, IsEmpty());
  EXPECT_THAT(step_after(1ms).abandoned, ElementsAre(chat(1)));
  EXPECT_THAT(step_after(1h).abandoned, IsEmpty()) << "it was said";
  is(kAda, AgentStatus::online);
  EXPECT_THAT(said(step_after()), IsEmpty());
  desk_.visitor_is(contact_of(1), true, now_);
  EXPECT_THAT(said(step_after()), ElementsAre(Said{kAda, OfferStatus::ringing})) << "back at the old place";
}

TEST_F(DeskTest, WhatWaitedBeforeThereWereTeamsWaitsWhereItsInboxSendsIt) {
  auto early = glance(1, Status::queued);
  early.place.team.reset();
  desk_.see(early, true, now_);
  EXPECT_EQ(desk_.waiting(chat(1)), nullptr);
  set_up();
  desk_.see(early, true, now_);
  ASSERT_NE(desk_.waiting(chat(1)), nullptr);
  EXPECT_EQ(desk_.waiting(chat(1))->team, kOrders);
}

TEST_F(DeskTest, AFullQueueRunsOverAtOnce) {
  set_up(1, routing::Overflow{.to = kSales, .after = {}, .beyond = 50}, 1);
  waits(1);
  EXPECT_THAT(step_after().back, IsEmpty());
  waits(2);
  const auto steps = step_after();
  ASSERT_EQ(steps.back.size(), 1u);
  EXPECT_EQ(steps.back.front().conversation, chat(2));
  EXPECT_EQ(steps.back.front().wish.place->team, kSales);
}

TEST_F(DeskTest, AnAgentWhoIsTakenOutOfTheSetupRingsNoMore) {
  set_up();
  is(kAda, AgentStatus::online);
  waits(1);
  step_after();
  routing::Setup setup{.version = 2};
  setup.teams.push_back({.team = {.id = kOrders}, .name = "Orders"});
  setup.agents.push_back({.id = kBen, .capacity = 1, .teams = {kOrders}, .skills = {}});
  desk_.set_up(std::make_shared<const routing::Setup>(setup));
  is(kBen, AgentStatus::online);
  EXPECT_THAT(said(step_after(limits::kRingTime)),
              ElementsAre(Said{kAda, OfferStatus::expired}, Said{kBen, OfferStatus::ringing}));
}

TEST_F(DeskTest, TellsAPositionOnceAndWhenItChanges) {
  set_up();
  waits(1);
  waits(2);
  using Moved = std::pair<ConversationId, QueuePosition>;
  EXPECT_THAT(desk_.moved_positions(now_), ElementsAre(Moved{chat(1), {1, kOrders}}, Moved{chat(2), {2, kOrders}}));
  EXPECT_THAT(desk_.moved_positions(now_), IsEmpty());
  has(kAda, 1);
  EXPECT_THAT(desk_.moved_positions(now_), ElementsAre(Moved{chat(2), {1, kOrders}}, Moved{chat(1), {}}));
  desk_.forget_told(contact_of(2));
  EXPECT_THAT(desk_.moved_positions(now_), ElementsAre(Moved{chat(2), {1, kOrders}}));
}

TEST_F(DeskTest, WithoutTeamsNothingRingsAndNobodyIsAbandoned) {
  is(kAda, AgentStatus::online);
  waits(1);
  desk_.visitor_is(contact_of(1), false, now_);
  const auto steps = step_after(24h);
  EXPECT_THAT(steps.offers, IsEmpty());
  EXPECT_THAT(steps.abandoned, IsEmpty());
}

}  // namespace
}  // namespace parlor::app
