#include "domain/routing/offer.h"

#include "domain/routing/routing_test_kit.h"

namespace parlor::routing::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A conversation of Vic's that rings at Ada from Monday morning on, and the books of both.
struct Ringing {
  Offer offer{.conversation = kVic, .agent = kAda, .rang_at = kMonday};
  Waiting waiting = vic();
  Agent agent = ada();
  bool sets_away = false;

  Ringing() { begin(offer, false, waiting, agent); }
  Ringing& when(OfferWish wish, Millis after = 0s) {
    const auto decided = decide(offer, wish, kMonday + after);
    EXPECT_TRUE(decided.has_value());
    offer.status = decided.value_or(OfferStatus::ringing);
    sets_away = end(offer, waiting, agent);
    return *this;
  }
};

OfferRefusal refusal(const Offer& offer, OfferWish wish, Millis after = 0s) {
  const auto decided = decide(offer, wish, kMonday + after);
  EXPECT_FALSE(decided.has_value());
  return decided.error();
}

TEST(Offer, ReservesItsRoomWhileItRings) {
  const Ringing story;
  EXPECT_TRUE(story.waiting.has_offer);
  EXPECT_TRUE(story.agent.has_offer);
  EXPECT_EQ(story.agent.load, 100);
  EXPECT_EQ(story.agent.last_offered_at, kMonday);
}

TEST(Offer, ReservesAsMuchAsItWeighs) {
  auto mail = vic();
  auto agent = ada();
  begin({.conversation = kVic, .agent = kAda, .weight = 25}, false, mail, agent);
  EXPECT_EQ(agent.load, 25);
}

TEST(Offer, ForgetsWhoPassedWhenEverybodyIsAskedAgain) {
  auto passed = with(vic(), &Waiting::passed_by, {kAda, kBen});
  auto agent = ada();
  begin({.conversation = kVic, .agent = kAda}, false, passed, agent);
  EXPECT_THAT(passed.passed_by, ElementsAre(kAda, kBen));
  begin({.conversation = kVic, .agent = kAda}, true, passed, agent);
  EXPECT_THAT(passed.passed_by, IsEmpty());
}

TEST(Accepted, KeepsTheRoom) {
  auto story = Ringing().when(AcceptOffer{kAda});
  EXPECT_EQ(story.offer.status, OfferStatus::accepted);
  EXPECT_EQ(story.agent.load, 100);
  EXPECT_FALSE(story.agent.has_offer);
  EXPECT_FALSE(story.waiting.has_offer);
}

TEST(Accepted, IsInTimeWhileItStillRings) {
  EXPECT_EQ(Ringing().when(AcceptOffer{kAda}, 16s).offer.status, OfferStatus::accepted);
}

TEST(Passed, GivesTheRoomBackAndIsRemembered) {
  auto story = Ringing().when(PassOffer{kAda});
  EXPECT_EQ(story.offer.status, OfferStatus::passed);
  EXPECT_EQ(story.agent.load, 0);
  EXPECT_THAT(story.waiting.passed_by, ElementsAre(kAda));
  EXPECT_EQ(story.waiting.since, kMonday);
}

TEST(Passed, IsRememberedOnce) {
  Ringing story;
  story.waiting.passed_by = {kAda};
  EXPECT_THAT(story.when(PassOffer{kAda}).waiting.passed_by, ElementsAre(kAda));
}

TEST(Expired, ComesWhenTheRingTimeEndsAndNotBefore) {
  EXPECT_EQ(refusal(Ringing().offer, ExpireOffer{}, 15s - 1ms), OfferRefusal::still_rings);
  auto story = Ringing().when(ExpireOffer{}, 15s);
  EXPECT_EQ(story.offer.status, OfferStatus::expired);
  EXPECT_THAT(story.waiting.passed_by, ElementsAre(kAda));
  EXPECT_EQ(story.agent.load, 0);
}

TEST(Expired, TwiceInARowSetsTheAgentAway) {
  Ringing story;
  EXPECT_FALSE(story.when(ExpireOffer{}, 15s).sets_away);
  story.offer = {.conversation = kWanda, .agent = kAda, .rang_at = kMonday};
  begin(story.offer, false, story.waiting, story.agent);
  EXPECT_TRUE(story.when(ExpireOffer{}, 15s).sets_away);
  EXPECT_EQ(story.agent.missed_in_a_row, 0);
}

TEST(Expired, IsNotInARowWithAnAnswerBetween) {
  for (const OfferWish& answer : {OfferWish{AcceptOffer{kAda}}, OfferWish{PassOffer{kAda}}}) {
    Ringing story;
    story.agent.missed_in_a_row = 1;
    EXPECT_FALSE(story.when(answer).sets_away);
    EXPECT_EQ(story.agent.missed_in_a_row, 0);
  }
}

TEST(Withdrawn, IsHeldAgainstNobody) {
  Ringing story;
  story.agent.missed_in_a_row = 1;
  story.when(WithdrawOffer{});
  EXPECT_EQ(story.offer.status, OfferStatus::withdrawn);
  EXPECT_THAT(story.waiting.passed_by, IsEmpty());
  EXPECT_EQ(story.agent.load, 0);
  EXPECT_EQ(story.agent.missed_in_a_row, 1);
}

TEST(Offer, IsAnsweredByItsAgentOnly) {
  EXPECT_EQ(refusal(Ringing().offer, AcceptOffer{kBen}), OfferRefusal::not_your_offer);
  EXPECT_EQ(refusal(Ringing().offer, PassOffer{kBen}), OfferRefusal::not_your_offer);
}

TEST(Offer, EndsOnce) {
  for (const auto status : {OfferStatus::accepted, OfferStatus::passed, OfferStatus::expired, OfferStatus::withdrawn}) {
    auto offer = Ringing().offer;
    offer.status = status;
    EXPECT_EQ(refusal(offer, AcceptOffer{kAda}), OfferRefusal::offer_over);
    EXPECT_EQ(refusal(offer, PassOffer{kAda}), OfferRefusal::offer_over);
    EXPECT_EQ(refusal(offer, ExpireOffer{}, 1h), OfferRefusal::offer_over);
    EXPECT_EQ(refusal(offer, WithdrawOffer{}), OfferRefusal::offer_over);
  }
}

}  // namespace
}  // namespace parlor::routing::testing
