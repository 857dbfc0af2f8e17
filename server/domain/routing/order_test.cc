#include "domain/routing/order.h"

#include "domain/routing/routing_test_kit.h"

namespace parlor::routing::testing {
namespace {

constexpr Millis kStep = 5min;

Waiting of(Priority priority, Millis after, ConversationId id = kVic) {
  return with(waits(id, after), &Waiting::priority, priority);
}

bool first(const Waiting& one, const Waiting& other) {
  return turn_of(one, kStep) < turn_of(other, kStep);
}

TEST(Turn, OfTwoInOneClassIsTheEarliers) {
  for (const auto priority : {Priority::low, Priority::normal, Priority::high, Priority::urgent}) {
    EXPECT_TRUE(first(of(priority, 0s, kWanda), of(priority, 1ms, kVic)));
    EXPECT_FALSE(first(of(priority, 1ms, kVic), of(priority, 0s, kWanda)));
  }
}

TEST(Turn, ByMailIsBehindWhoWaitsHereAndAPromisedCallBefore) {
  const auto reached = [](Reach reach, ConversationId id = kWanda) {
    return with(waits(id, 0s), &Waiting::reach, reach);
  };
  EXPECT_TRUE(first(of(Priority::normal, 1s), reached(Reach::mail)));
  EXPECT_TRUE(first(reached(Reach::mail), of(Priority::normal, kStep + 1ms))) << "and nobody starves";
  EXPECT_TRUE(first(with(reached(Reach::phone), &Waiting::since, kMonday + 1s), of(Priority::normal, 0s)));
  EXPECT_EQ(priority_in_line(with(reached(Reach::phone), &Waiting::priority, Priority::urgent)), Priority::urgent);
}

TEST(Turn, OfTwoThatCameTogetherIsTheHigherClasss) {
  EXPECT_TRUE(first(of(Priority::normal, 0s, kWanda), of(Priority::low, 0s)));
  EXPECT_TRUE(first(of(Priority::high, 0s, kWanda), of(Priority::normal, 0s)));
  EXPECT_TRUE(first(of(Priority::urgent, 0s, kWanda), of(Priority::high, 0s)));
}

TEST(Turn, OfEqualsIsTheSmallerIds) {
  EXPECT_TRUE(first(vic(0s), wanda(0s)));
}

TEST(Turn, GoesToAHigherClassOnlyWithinAStepForEachClassBetween) {
  EXPECT_TRUE(first(of(Priority::high, kStep - 1ms, kWanda), of(Priority::normal, 0s)));
  EXPECT_FALSE(first(of(Priority::high, kStep + 1ms, kWanda), of(Priority::normal, 0s)));
  EXPECT_TRUE(first(of(Priority::urgent, 3 * kStep - 1ms, kWanda), of(Priority::low, 0s)));
  EXPECT_FALSE(first(of(Priority::urgent, 3 * kStep + 1ms, kWanda), of(Priority::low, 0s)));
}

TEST(Turn, OfANormalOneIsTheSameWhateverTheStep) {
  EXPECT_EQ(turn_of(vic(), 10s), turn_of(vic(), 24h));
}

}  // namespace
}  // namespace parlor::routing::testing
