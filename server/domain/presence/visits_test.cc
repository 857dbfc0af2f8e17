#include "domain/presence/visits.h"

#include <gtest/gtest.h>

#include "base/id_test_kit.h"

namespace parlor::presence {
namespace {

using namespace std::chrono_literals;

const Time kStart{std::chrono::hours(24 * 365 * 56)};
const InboxId kInbox = make_id<InboxId>(1);
const ContactId kEva = make_id<ContactId>(1);
const UserId kAda = make_id<UserId>(1);
const ConversationId kTalk = make_id<ConversationId>(1);
constexpr std::string_view kHome = "https://shop.example/";
constexpr std::string_view kLamps = "https://shop.example/lamps";

struct From {
  std::optional<VisitId> visit = {};
  std::optional<ContactId> contact = {};
  std::uint64_t browser = 7;
  std::optional<std::uint64_t> network = {};
  InboxId inbox = kInbox;
};

class VisitsTest : public testing::Test {
 protected:
  const Visit* see(std::string_view url, From from = {}, std::string_view referrer = {}) {
    Sighting sighting{from.visit, from.contact, from.inbox, {from.network, from.browser}, {}};
    sighting.page = {std::string(url), "Title", std::string(referrer)};
    return visits.see(std::move(sighting), make_id<VisitId>(++made), now);
  }
  void later(Millis time) { now += time; }
  std::size_t number_here() const { return visits.here(std::nullopt, 1000, now).size(); }
  bool invite(VisitId visit) { return visits.invite(visit, {kInvitation, kAda, "Hello?", now, {}}, now); }

  const ClientId kInvitation = make_id<ClientId>(9);
  Visits visits;
  Time now = kStart;
  std::uint32_t made = 0;
};

TEST_F(VisitsTest, AVisitIsHereWhileItsPageAsks) {
  const auto id = see(kHome)->id;
  later(30s);
  EXPECT_EQ(see(kHome, {.visit = id})->id, id);
  later(45s);
  EXPECT_EQ(number_here(), 1U);
  later(1ms);
  EXPECT_EQ(number_here(), 0U);
  EXPECT_EQ(visits.find(id, now), nullptr);
}

TEST_F(VisitsTest, WhoComesBackWithinHalfAnHourGoesOn) {
  const auto id = see(kHome)->id;
  later(30min);
  const auto* visit = see(kHome, {.visit = id});
  EXPECT_EQ(visit->id, id);
  EXPECT_EQ(visit->since, kStart);
  later(30min + 1ms);
  EXPECT_NE(see(kHome, {.visit = id})->id, id);
}

TEST_F(VisitsTest, TheNextPageIsOfTheSameVisit) {
  const auto id = see(kHome, {}, "https://search.example/")->id;
  later(20s);
  const auto* visit = see(kLamps, {}, kHome);
  EXPECT_EQ(visit->id, id);
  EXPECT_EQ(visit->pages, 2U);
  EXPECT_EQ(visit->page.url, kLamps);
  EXPECT_EQ(visit->page_since, kStart + 20s);
  EXPECT_EQ(visit->since, kStart);
  EXPECT_EQ(visit->referrer, "https://search.example/");
}

TEST_F(VisitsTest, AnotherBrowserOrAnotherWayInIsAnotherVisit) {
  const auto id = see(kHome)->id;
  EXPECT_NE(see(kLamps, {.browser = 8}, kHome)->id, id);
  EXPECT_NE(see(kLamps, {}, "https://shop.example/chairs")->id, id);
  EXPECT_NE(see(kLamps, {.inbox = make_id<InboxId>(2)}, kHome)->id, id);
  EXPECT_NE(see(kHome)->id, id);
}

TEST_F(VisitsTest, WhereTwoFitItIsANewOne) {
  const auto one = see(kHome)->id;
  const auto other = see(kHome)->id;
  const auto id = see(kLamps, {}, kHome)->id;
  EXPECT_NE(id, one);
  EXPECT_NE(id, other);
}

TEST_F(VisitsTest, AStrangerWhoWritesStaysTheSameVisit) {
  const auto id = see(kHome)->id;
  const auto* visit = see(kHome, {.visit = id, .contact = kEva});
  EXPECT_EQ(visit->id, id);
  EXPECT_EQ(visit->contact, kEva);
  // On the next page the token alone says who it is, from whatever network.
  EXPECT_EQ(see(kLamps, {.contact = kEva, .browser = 8})->id, id);
}

TEST_F(VisitsTest, NobodyJoinsTheVisitOfAContactByGuessing) {
  const auto id = see(kHome, {.contact = kEva})->id;
  EXPECT_NE(see(kHome, {.visit = id})->id, id);
  EXPECT_NE(see(kLamps, {}, kHome)->id, id);
  EXPECT_NE(see(kHome, {.visit = id, .contact = make_id<ContactId>(2)})->id, id);
}

TEST_F(VisitsTest, VisitsOfAContactAreCounted) {
  EXPECT_EQ(see(kHome, {.contact = kEva})->visits, 1U);
  EXPECT_EQ(see(kLamps, {.contact = kEva})->visits, 1U);
  later(31min);
  visits.sweep(now);
  EXPECT_EQ(see(kHome, {.contact = kEva})->visits, 2U);
}

TEST_F(VisitsTest, AConnectionKeepsAHiddenPageHere) {
  see(kHome, {.contact = kEva});
  visits.connected(kEva, true, now);
  later(2h);
  visits.sweep(now);
  EXPECT_EQ(number_here(), 1U);
  visits.connected(kEva, false, now);
  EXPECT_EQ(number_here(), 1U);
  later(46s);
  EXPECT_EQ(number_here(), 0U);
}

TEST_F(VisitsTest, CountsTellWhoWaitsAndWhoChats) {
  see(kHome);
  see(kHome, {.contact = kEva});
  EXPECT_EQ(visits.counts(now), (Visits::Counts{2, 0, 0}));
  visits.chats(kEva, kTalk, Chat{kTalk, std::nullopt});
  EXPECT_EQ(visits.counts(now), (Visits::Counts{1, 1, 0}));
  visits.chats(kEva, kTalk, Chat{kTalk, kAda});
  EXPECT_EQ(visits.counts(now), (Visits::Counts{1, 0, 1}));
  // An older conversation of the same contact has no say.
  visits.chats(kEva, make_id<ConversationId>(2), std::nullopt);
  EXPECT_EQ(visits.counts(now), (Visits::Counts{1, 0, 1}));
  visits.chats(kEva, kTalk, std::nullopt);
  EXPECT_EQ(visits.counts(now), (Visits::Counts{2, 0, 0}));
}

TEST_F(VisitsTest, WhoeverCameLastIsFirstAndPagesGoOn) {
  const auto first = see(kHome, {.browser = 1})->id;
  const auto second = see(kHome, {.browser = 2})->id;
  const auto third = see(kHome, {.browser = 3})->id;
  const auto page = visits.here(std::nullopt, 2, now);
  ASSERT_EQ(page.size(), 2U);
  EXPECT_EQ(page[0]->id, third);
  EXPECT_EQ(page[1]->id, second);
  const auto rest = visits.here(second, 2, now);
  ASSERT_EQ(rest.size(), 1U);
  EXPECT_EQ(rest[0]->id, first);
}

TEST_F(VisitsTest, AnInvitationIsShownUntilItIsPutAway) {
  const auto id = see(kHome)->id;
  EXPECT_FALSE(visits.show_invitation(id, now));
  ASSERT_TRUE(invite(id));
  EXPECT_EQ(visits.find(id, now)->invitation->state, InvitationState::sent);
  ASSERT_TRUE(visits.show_invitation(id, now));
  EXPECT_EQ(visits.find(id, now)->invitation->state, InvitationState::shown);
  visits.dismiss_invitation(id, make_id<ClientId>(8));
  EXPECT_TRUE(visits.show_invitation(id, now));
  visits.dismiss_invitation(id, kInvitation);
  EXPECT_FALSE(visits.show_invitation(id, now));
  EXPECT_EQ(visits.find(id, now)->invitation->state, InvitationState::dismissed);
}

TEST_F(VisitsTest, AnInvitationIsAnsweredInItsTime) {
  const auto id = see(kHome)->id;
  ASSERT_TRUE(invite(id));
  EXPECT_EQ(visits.invitation(kInvitation, now)->agent, kAda);
  EXPECT_FALSE(visits.invitation(make_id<ClientId>(8), now));
  later(10min + 1ms);
  EXPECT_FALSE(visits.invitation(kInvitation, now));
  EXPECT_FALSE(visits.show_invitation(id, now));
}

TEST_F(VisitsTest, AnInvitationIsOverWithANewerOneAChatOrTheVisit) {
  const auto id = see(kHome, {.contact = kEva})->id;
  ASSERT_TRUE(invite(id));
  const auto newer = make_id<ClientId>(10);
  ASSERT_TRUE(visits.invite(id, {newer, kAda, "Still there?", now, {}}, now));
  EXPECT_FALSE(visits.invitation(kInvitation, now));
  EXPECT_TRUE(visits.invitation(newer, now));
  visits.chats(kEva, kTalk, Chat{kTalk, kAda});
  EXPECT_FALSE(visits.invitation(newer, now));
  const auto other = see(kHome, {.browser = 8})->id;
  ASSERT_TRUE(invite(other));
  later(31min);
  visits.sweep(now);
  EXPECT_FALSE(visits.invitation(kInvitation, now));
}

TEST_F(VisitsTest, NobodyIsInvitedWhoChatsOrHasLeft) {
  const auto id = see(kHome, {.contact = kEva})->id;
  ASSERT_TRUE(invite(id));
  visits.chats(kEva, kTalk, Chat{kTalk, std::nullopt});
  EXPECT_FALSE(visits.show_invitation(id, now)) << "they wait already";
  EXPECT_FALSE(invite(id));
  visits.chats(kEva, kTalk, std::nullopt);
  later(46s);
  EXPECT_FALSE(invite(id));
  EXPECT_FALSE(invite(make_id<VisitId>(999)));
}

TEST_F(VisitsTest, ANetworkCannotFillTheList) {
  const auto full = limits::kVisitsPerNetworkMax;
  for (std::size_t i = 0; i < full; ++i)
    ASSERT_TRUE(see(kHome, {.browser = i, .network = 1}));
  EXPECT_FALSE(see(kHome, {.browser = full, .network = 1}));
  EXPECT_TRUE(see(kHome, {.browser = full, .network = 2}));
  later(31min);
  visits.sweep(now);
  EXPECT_TRUE(see(kHome, {.browser = full, .network = 1}));
}

TEST_F(VisitsTest, TwentyThousandAreKeptAndForgotten) {
  constexpr std::size_t kMany = 20'000;
  for (std::size_t i = 0; i < kMany; ++i)
    ASSERT_TRUE(see(kHome, {.browser = i}));
  EXPECT_EQ(visits.counts(now).browsing, kMany);
  EXPECT_EQ(visits.here(std::nullopt, 100, now).size(), 100U);
  for (std::size_t i = kMany; i < limits::kVisitsMax; ++i)
    ASSERT_TRUE(see(kHome, {.browser = i}));
  EXPECT_FALSE(see(kHome, {.browser = limits::kVisitsMax}));
  later(31min);
  EXPECT_TRUE(see(kHome, {.browser = limits::kVisitsMax}));
  EXPECT_EQ(visits.size(), 1U);
}

}  // namespace
}  // namespace parlor::presence
