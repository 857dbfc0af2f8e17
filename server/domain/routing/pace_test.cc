#include "domain/routing/pace.h"

#include "domain/routing/routing_test_kit.h"

namespace parlor::routing::testing {
namespace {

// A team in which everything happens like clockwork: so many chats at a time, one ends and the next begins every
// `step`.
class Clockwork {
 public:
  explicit Clockwork(int busy) {
    for (int i = 0; i < busy; ++i)
      pace.began(now_);
  }
  Clockwork& serve(std::size_t ends, Millis step) {
    for (std::size_t i = 0; i < ends; ++i) {
      wait(step);
      pace.ended(now_);
      pace.began(now_);
    }
    return *this;
  }
  Clockwork& wait(Millis time) {
    now_ += time;
    return *this;
  }
  // So many come, one each `step`, and give up after twice that.
  Clockwork& lose(std::size_t visitors, Millis step) {
    pace.arrived(now_);
    for (std::size_t i = 0; i < visitors; ++i) {
      pace.arrived(wait(step).now_);
      pace.left(wait(step).now_);
    }
    return *this;
  }
  double minutes_a_chat() const { return minutes(pace.ends()); }
  double minutes_of_patience() const { return minutes(pace.leaves()); }

  Pace pace;

 private:
  static double minutes(double rate) { return 1 / rate / 60'000; }

  Time now_ = kMonday;
};

TEST(Pace, BeginsWithAGuess) {
  EXPECT_NEAR(Clockwork(4).minutes_a_chat(), 8, 0.01);
  EXPECT_NEAR(Clockwork(4).minutes_of_patience(), 60, 0.01);
}

TEST(Pace, TrustsItsGuessLessWithEachEvent) {
  EXPECT_NEAR(Clockwork(1).serve(5, 2min).minutes_a_chat(), 5, 0.1);
  EXPECT_NEAR(Clockwork(1).serve(10, 2min).minutes_a_chat(), 2, 0.01);
}

TEST(Pace, IsHowLongAChatTakesHoweverManyThereAre) {
  EXPECT_NEAR(Clockwork(10).serve(200, 1min).minutes_a_chat(), 10, 0.1);
  EXPECT_NEAR(Clockwork(40).serve(200, 15s).minutes_a_chat(), 10, 0.1);
}

TEST(Pace, FollowsWithinTheEventsThatItKeeps) {
  EXPECT_NEAR(Clockwork(10).serve(200, 1min).serve(limits::kPaceEventsKept, 2min).minutes_a_chat(), 20, 0.1);
  EXPECT_NEAR(Clockwork(10).serve(200, 1min).serve(limits::kPaceEventsKept, 30s).minutes_a_chat(), 5, 0.1);
  EXPECT_LT(Clockwork(10).serve(200, 1min).serve(limits::kPaceEventsKept - 2, 2min).minutes_a_chat(), 19.9);
}

TEST(Pace, SlowsDownWhileNothingEnds) {
  auto team = Clockwork(10).serve(200, 1min).wait(50min);
  team.pace.began(kMonday + 250min);
  EXPECT_NEAR(team.minutes_a_chat(), 20, 0.5);
}

TEST(Pace, CountsWhoGivesUp) {
  // One waits all the time, another half of it: one gives up in two minutes for three people-minutes of waiting.
  EXPECT_NEAR(Clockwork(1).lose(100, 1min).minutes_of_patience(), 3, 0.1);
}

TEST(Pace, GoesNotBackInTime) {
  Pace pace;
  pace.began(kMonday + 1h);
  pace.ended(kMonday);
  EXPECT_NEAR(1 / pace.ends() / 60'000, 8 * 9 / 10.0, 0.01);
}

}  // namespace
}  // namespace parlor::routing::testing
