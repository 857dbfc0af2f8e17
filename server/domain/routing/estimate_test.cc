#include "domain/routing/estimate.h"

#include <cmath>
#include <queue>

#include "domain/routing/any_floor_test_kit.h"

namespace parlor::routing::testing {
namespace {

ConversationId numbered(std::uint32_t number) {
  return make_id<ConversationId>(10'000 + number);
}

// A queue in which everything happens like clockwork: all slots busy, one ends and the next begins every `pace`.
class Clockwork {
 public:
  explicit Clockwork(int slots) {
    see(AgentCame{slots});
    for (int i = 0; i < slots; ++i)
      begin();
  }
  // So many ends, one each `pace`, while nobody of ours waits.
  Clockwork& serve(int ends, Millis pace) {
    for (int i = 0; i < ends; ++i) {
      now_ += pace;
      see(Ended{});
      begin();
    }
    return *this;
  }
  void see(const QueueEvent& event) { estimator_.see(event, now_); }
  void begin() { see(Began{numbered(++conversations_)}); }
  ConversationId arrive(std::size_t ahead) {
    const auto conversation = numbered(++conversations_);
    see(Arrived{conversation, ahead});
    return conversation;
  }
  void wait(Millis time) { now_ += time; }
  double minutes(std::size_t ahead) const { return static_cast<double>(estimator_.estimate(ahead)->count()) / 60'000; }
  const Estimator& estimator() const { return estimator_; }

 private:
  Estimator estimator_;
  Time now_ = kMonday;
  std::uint32_t conversations_ = 0;
};

TEST(Estimate, IsNoneWhileNobodyIsThere) {
  Estimator estimator;
  EXPECT_EQ(estimator.estimate(0), std::nullopt);
  estimator.see(AgentCame{4}, kMonday);
  EXPECT_EQ(estimator.estimate(0), 0ms);
  estimator.see(AgentLeft{4}, kMonday);
  EXPECT_EQ(estimator.estimate(0), std::nullopt);
}

TEST(Estimate, IsZeroWhileASlotIsFreeForThem) {
  Estimator estimator;
  estimator.see(AgentCame{2}, kMonday);
  estimator.see(Began{kVic}, kMonday);
  EXPECT_EQ(estimator.estimate(0), 0ms);
  EXPECT_GT(estimator.estimate(1), 0ms);
}

TEST(Estimate, BeginsWithAGuess) {
  Clockwork queue(4);
  EXPECT_NEAR(queue.minutes(0), 2.0, 0.1);
}

TEST(Estimate, IsHowLongThePlacesTakeToBeServed) {
  Clockwork queue(10);
  queue.serve(200, 1min);
  EXPECT_NEAR(queue.minutes(0), 1.0, 0.02);
  EXPECT_NEAR(queue.minutes(4), 5.0, 0.25);
}

TEST(Estimate, CountsAnAgentWhoComesOrLeavesAtOnce) {
  Clockwork queue(10);
  queue.serve(200, 1min);
  queue.see(AgentLeft{5});
  EXPECT_NEAR(queue.minutes(0), 2.0, 0.05);
  queue.see(AgentCame{15});
  queue.serve(10, 1s);
  EXPECT_EQ(queue.estimator().estimate(0), 0ms);
}

TEST(Estimate, FollowsWhenChatsTakeTwiceAsLong) {
  Clockwork queue(10);
  queue.serve(200, 1min);
  queue.serve(static_cast<int>(limits::kEstimatorEventsKept), 2min);
  EXPECT_NEAR(queue.minutes(0), 2.0, 0.02);
}

TEST(Estimate, FollowsWhenChatsTakeHalfAsLong) {
  Clockwork queue(10);
  queue.serve(200, 1min);
  queue.serve(static_cast<int>(limits::kEstimatorEventsKept), 30s);
  EXPECT_NEAR(queue.minutes(0), 0.5, 0.01);
}

TEST(Estimate, GetsLongerWhileNothingEnds) {
  Clockwork queue(10);
  queue.serve(200, 1min);
  queue.wait(30min);
  queue.arrive(0);
  EXPECT_GT(queue.minutes(0), 1.5);
}

TEST(Estimate, KnowsThatAQueueBesideTakesItsShare) {
  Clockwork queue(10);
  queue.serve(200, 1min);
  queue.arrive(0);
  // Our visitor waits while all the others' are served.
  queue.serve(static_cast<int>(limits::kEstimatorEventsKept) / 2, 1min);
  for (std::size_t i = 0; i < limits::kEstimatorEventsKept / 2; ++i) {
    const auto ours = queue.arrive(1);
    queue.wait(1min);
    queue.see(Ended{});
    queue.see(Began{ours});
  }
  EXPECT_NEAR(queue.minutes(0), 2.0, 0.2);
}

TEST(Estimate, IsShorterWhereVisitorsGiveUp) {
  Clockwork queue(10);
  queue.serve(200, 1min);
  const auto before = queue.minutes(10);
  for (int i = 0; i < 60; ++i) {
    const auto gone = queue.arrive(0);
    queue.wait(2min);
    queue.see(LeftQueue{gone});
  }
  queue.serve(100, 1min);
  // One served a minute, and each who waits gives up after two: 1/1 + 1/1.5 + 1/2 + … for eleven places.
  EXPECT_NEAR(queue.minutes(10), 4.04, 0.3);
  EXPECT_GT(before, 2 * queue.minutes(10));
}

TEST(Estimate, IsLongerWhereOthersGoAhead) {
  Clockwork queue(10);
  queue.serve(200, 1min);
  const auto before = queue.minutes(0);
  queue.arrive(0);
  for (std::size_t i = 0; i < limits::kEstimatorEventsKept; ++i) {
    const auto ahead = queue.arrive(0);
    queue.wait(1min);
    queue.see(Ended{});
    queue.see(Began{ahead});
  }
  EXPECT_NEAR(queue.minutes(0) / before, 4.0, 0.3);
}

TEST(Estimate, OfVeryManyIsAsOfThePlacesOneByOne) {
  Clockwork queue(10);
  queue.serve(500, 1min);
  // One is served a minute, and of those who wait each gives up within an hour, as is guessed before anybody has.
  double minutes = 0;
  for (int places = 0; places < 1'000; ++places)
    minutes += 1 / (1 + places / 60.0);
  EXPECT_NEAR(queue.minutes(999) / minutes, 1.0, 0.03);
}

TEST(Estimate, IsADayAtMost) {
  Clockwork queue(1);
  queue.arrive(0);
  queue.serve(200, 1h);
  EXPECT_EQ(queue.estimator().estimate(1'000), limits::kEstimateMax);
}

TEST(Accuracy, IsUnknownBeforeTheFirstProof) {
  Clockwork queue(1);
  EXPECT_EQ(queue.estimator().accuracy(), std::nullopt);
  const auto vic = queue.arrive(0);
  queue.see(LeftQueue{vic});
  EXPECT_EQ(queue.estimator().accuracy(), std::nullopt);
}

// Serves Vic, who was told an estimate, after `part` of it.
void prove(Clockwork& queue, double part) {
  const auto told = queue.minutes(0);
  const auto vic = queue.arrive(0);
  queue.wait(Millis(std::lround(told * part * 60'000)));
  queue.see(Ended{});
  queue.see(Began{vic});
}

TEST(Accuracy, IsTheMiddleOfTheErrors) {
  Clockwork queue(10);
  queue.serve(500, 1min);
  for (const auto part : {1.0, 0.5, 1.25})
    prove(queue, part);
  const auto accuracy = queue.estimator().accuracy();
  ASSERT_TRUE(accuracy);
  EXPECT_EQ(accuracy->estimates, 3U);
  EXPECT_NEAR(accuracy->median_error_percent, 20, 1);
  EXPECT_NEAR(static_cast<double>(accuracy->median_error.count()), 15'000, 600);
}

TEST(Accuracy, CountsNobodyWhoDidNotHaveToWait) {
  Estimator estimator;
  estimator.see(AgentCame{1}, kMonday);
  estimator.see(Arrived{kVic, 0}, kMonday);
  estimator.see(Began{kVic}, kMonday + 5s);
  EXPECT_EQ(estimator.accuracy(), std::nullopt);
}

TEST(Accuracy, IsOfTheLastOnesOnly) {
  Clockwork queue(10);
  queue.serve(500, 1min);
  for (std::size_t i = 0; i < limits::kEstimatesKept - 1; ++i)
    prove(queue, 1);
  EXPECT_EQ(queue.estimator().accuracy()->estimates, limits::kEstimatesKept - 1);
  prove(queue, 1);
  prove(queue, 1);
  EXPECT_EQ(queue.estimator().accuracy()->estimates, limits::kEstimatesKept);
}

TEST(Band, IsWhatAVisitorIsTold) {
  EXPECT_EQ(band(0ms), WaitBand::under_1_min);
  EXPECT_EQ(band(1min - 1ms), WaitBand::under_1_min);
  EXPECT_EQ(band(1min), WaitBand::about_2_min);
  EXPECT_EQ(band(210s - 1ms), WaitBand::about_2_min);
  EXPECT_EQ(band(210s), WaitBand::about_5_min);
  EXPECT_EQ(band(10min - 1ms), WaitBand::about_5_min);
  EXPECT_EQ(band(10min), WaitBand::over_10_min);
}

// A team of ten with four chats each, more visitors than it can serve, and patience; a rate changes in the middle.
struct Change {
  double arrivals = 1;
  double handling = 1;
  int slots = 40;
};

class Afternoon {
 public:
  Afternoon(std::uint64_t seed, double per_minute, Change change)
      : chance_(seed), per_minute_(per_minute), change_(change) {
    estimator_.see(AgentCame{slots_}, at(0));
    events_.push({0, Kind::arrives, 0});
  }

  // The median part by which the estimates were wrong; those made from the middle on if `second_half`.
  double median_error(bool second_half) {
    while (events_.top().minute < 2 * kMiddle)
      step();
    std::vector<double> errors;
    for (const auto& [minute, told, real] : told_)
      if (real > 0 && (minute >= kMiddle) == second_half) errors.push_back(std::abs(told - real) / real);
    EXPECT_GT(errors.size(), 200U);
    std::ranges::nth_element(errors, errors.begin() + static_cast<std::ptrdiff_t>(errors.size() / 2));
    return errors[errors.size() / 2];
  }
  // What somebody would have been told who never learns that anything changed.
  Afternoon& telling_always_the_same_rate() {
    learns_ = false;
    return *this;
  }

 private:
  static constexpr double kMiddle = 300;
  enum class Kind : std::uint8_t { arrives, ends, gives_up };
  struct Event {
    double minute;
    Kind kind;
    std::uint32_t who;
    bool operator<(const Event& other) const { return minute > other.minute; }
  };
  struct Told {
    double minute = 0;
    double told = 0;
    double real = 0;
  };

  static Time at(double minute) { return kMonday + Millis(std::llround(minute * 60'000)); }
  double uniform() { return (static_cast<double>(chance_.next() >> 11U) + 0.5) / 9007199254740992.0; }
  double exponential(double mean) { return -mean * std::log(uniform()); }
  double log_normal(double median, double sigma) {
    return median * std::exp(sigma * std::sqrt(-2 * std::log(uniform())) * std::cos(2 * M_PI * uniform()));
  }

  void step() {
    const auto event = events_.top();
    events_.pop();
    now_ = event.minute;
    if (now_ >= kMiddle && !has_changed_) turn();
    if (event.kind == Kind::arrives) arrive();
    if (event.kind == Kind::ends) {
      --busy_;
      estimator_.see(Ended{}, at(now_));
    }
    if (event.kind == Kind::gives_up && std::erase(waiting_, event.who) > 0)
      estimator_.see(LeftQueue{numbered(event.who)}, at(now_));
    while (busy_ < slots_ && !waiting_.empty())
      begin();
  }

  void turn() {
    has_changed_ = true;
    if (change_.slots < slots_) estimator_.see(AgentLeft{slots_ - change_.slots}, at(now_));
    slots_ = change_.slots;
  }

  void arrive() {
    const auto who = static_cast<std::uint32_t>(told_.size());
    const auto ahead = waiting_.size();
    const auto estimate = static_cast<double>(estimator_.estimate(ahead).value_or(0ms).count()) / 60'000;
    told_.push_back({now_, busy_ < slots_ || learns_ ? estimate : static_cast<double>(ahead + 1) * 8.5 / 40, 0});
    estimator_.see(Arrived{numbered(who), ahead}, at(now_));
    waiting_.push_back(who);
    events_.push({now_ + exponential(1 / (per_minute_ * (has_changed_ ? change_.arrivals : 1))), Kind::arrives, 0});
    events_.push({now_ + log_normal(10, 0.8), Kind::gives_up, who});
  }

  void begin() {
    const auto who = waiting_.front();
    waiting_.erase(waiting_.begin());
    ++busy_;
    estimator_.see(Began{numbered(who)}, at(now_));
    if (told_[who].told > 0) told_[who].real = now_ - told_[who].minute;
    events_.push({now_ + log_normal(7.1, 0.6) * (has_changed_ ? change_.handling : 1), Kind::ends, 0});
  }

  Chance chance_;
  double per_minute_;
  Change change_;
  Estimator estimator_;
  std::priority_queue<Event> events_;
  std::vector<std::uint32_t> waiting_;
  std::vector<Told> told_;
  double now_ = 0;
  int busy_ = 0;
  int slots_ = 40;
  bool has_changed_ = false;
  bool learns_ = true;
};

TEST(Afternoon, IsToldWithinAQuarterAlsoWhenARateChangesByHalf) {
  const std::vector<std::pair<double, Change>> changes{{6, {.handling = 2}},
                                                       {12, {.arrivals = 0.5}},
                                                       {6, {.slots = 20}},
                                                       {5.5, {.arrivals = 1.5}},
                                                       {9, {.handling = 0.67}}};
  for (const auto& [per_minute, change] : changes) {
    EXPECT_LT(Afternoon(1, per_minute, change).median_error(false), 0.25);
    EXPECT_LT(Afternoon(2, per_minute, change).median_error(true), 0.25);
  }
}

// The same proof finds out whoever does not follow.
TEST(Afternoon, IsToldWrongByWhoNeverLearns) {
  EXPECT_GT(Afternoon(2, 9, {.handling = 0.67}).telling_always_the_same_rate().median_error(true), 0.25);
}

}  // namespace
}  // namespace parlor::routing::testing
