// An afternoon of a team of ten with four chats each, more visitors than it can serve, and something that changes in
// the middle: what the estimator tells, what came, and what others would have told. bench/routing asks the same of
// three teams with skills, breaks and missed offers.
#include <cmath>
#include <queue>

#include "domain/routing/any_floor_test_kit.h"
#include "domain/routing/estimate.h"

namespace parlor::routing::testing {
namespace {

constexpr std::size_t kAgents = 10;
constexpr double kSlots = kAgents * limits::kAgentCapacityDefault;
constexpr double kBegins = 60;
constexpr double kMiddle = 300;
constexpr double kEnds = 540;
constexpr double kMinutesAChat = 8.5;
// Of those who give up. Few do in the first minutes, so that one who waits is lost in about so many.
constexpr double kPatience = 10;
constexpr double kMinutesUntilOneLeaves = 30;

// As factors, and how many agents stay.
struct Change {
  double arrivals = 1;
  double handling = 1;
  std::size_t agents = kAgents;
};

// In minutes.
struct Told {
  double at = 0;
  double estimated = 0;
  // By somebody who knows the rates of the beginning, and does not see that they change.
  double known = 0;
  double real = 0;
};

double wait_behind(std::size_t ahead) {
  double minutes = 0;
  for (std::size_t place = 0; place <= ahead; ++place)
    minutes += 1 / (kSlots / kMinutesAChat + static_cast<double>(place) / kMinutesUntilOneLeaves);
  return minutes;
}

class Afternoon {
 public:
  Afternoon(std::uint64_t seed, double per_minute, Change change)
      : chance_(seed), per_minute_(per_minute), change_(change) {
    for (std::uint32_t number = 0; number < kAgents; ++number)
      agents_.push_back(online(agent_id(number)));
    at(0, Kind::arrives, 0);
  }

  // All who had to wait and were served.
  std::vector<Told> run() {
    while (events_.top().minute < kEnds)
      step();
    std::erase_if(visitors_, [](const Told& one) { return one.at < kBegins || one.estimated == 0 || one.real == 0; });
    return std::move(visitors_);
  }

 private:
  enum class Kind : std::uint8_t { arrives, ends, gives_up, changes };
  struct Event {
    double minute;
    Kind kind;
    // A visitor; of an end, the agent.
    std::size_t who;
    bool operator<(const Event& other) const { return minute > other.minute; }
  };

  Time time() const { return kMonday + Millis(std::llround(now_ * 60'000)); }
  double uniform() { return (static_cast<double>(chance_.next() >> 11U) + 0.5) / 9'007'199'254'740'992.0; }
  double exponential(double mean) { return -mean * std::log(uniform()); }
  double log_normal(double median, double sigma) {
    return median * std::exp(sigma * std::sqrt(-2 * std::log(uniform())) * std::cos(2 * M_PI * uniform()));
  }
  static bool is_free(const Agent& agent) { return agent.status == Status::online && agent.room() >= kChatWeight; }
  void at(double minute, Kind kind, std::size_t who) { events_.push({minute, kind, who}); }

  void step() {
    const auto event = events_.top();
    events_.pop();
    if (event.minute >= kMiddle && !has_changed_) change();
    now_ = event.minute;
    if (event.kind == Kind::arrives) arrive();
    if (event.kind == Kind::gives_up) give_up(event.who);
    if (event.kind == Kind::ends) end(event.who);
    while (!queue_.empty() && std::ranges::any_of(agents_, is_free))
      begin();
  }

  void change() {
    has_changed_ = true;
    for (std::size_t number = change_.agents; number < agents_.size(); ++number)
      agents_[number].status = Status::away;
  }

  void arrive() {
    const auto who = visitors_.size();
    queue_.push_back(who);
    waiting_.push_back(waits(make_id<ConversationId>(static_cast<std::uint32_t>(who)), time() - kMonday));
    estimator_.arrived(waiting_.back(), time());
    const std::vector teams{orders()};
    const auto told = *estimator_.estimates({time(), teams, agents_, waiting_}).back().wait;
    estimator_.told(waiting_.back(), told, time());
    visitors_.push_back(
        {.at = now_, .estimated = static_cast<double>(told.count()) / 60'000, .known = wait_behind(queue_.size() - 1)});
    at(now_ + exponential(1 / (per_minute_ * (has_changed_ ? change_.arrivals : 1))), Kind::arrives, 0);
    at(now_ + log_normal(kPatience, 0.8), Kind::gives_up, who);
  }

  void give_up(std::size_t who) {
    const auto place = std::ranges::find(queue_, who) - queue_.begin();
    if (place == std::ssize(queue_)) return;
    estimator_.left(waiting_[static_cast<std::size_t>(place)], time());
    leave(place);
  }

  void begin() {
    const auto agent = std::ranges::find_if(agents_, is_free);
    agent->load += kChatWeight;
    auto& visitor = visitors_[queue_.front()];
    visitor.real = now_ - visitor.at;
    estimator_.began(waiting_.front(), time());
    leave(0);
    // The median of a log-normal is that much below its mean.
    const auto minutes = log_normal(kMinutesAChat * std::exp(-0.6 * 0.6 / 2), 0.6);
    at(now_ + minutes * (has_changed_ ? change_.handling : 1), Kind::ends,
       static_cast<std::size_t>(agent - agents_.begin()));
  }

  void leave(std::ptrdiff_t place) {
    queue_.erase(queue_.begin() + place);
    waiting_.erase(waiting_.begin() + place);
  }

  void end(std::size_t agent) {
    agents_[agent].load -= kChatWeight;
    estimator_.ended(kOrders, time());
  }

  Chance chance_;
  double per_minute_;
  Change change_;
  Estimator estimator_;
  std::priority_queue<Event> events_;
  std::vector<Agent> agents_;
  // Those who wait, by their index, and as routing sees them.
  std::vector<std::size_t> queue_;
  std::vector<Waiting> waiting_;
  std::vector<Told> visitors_;
  double now_ = 0;
  bool has_changed_ = false;
};

// Of what was told as `teller` says, the middle of the parts by which it was wrong.
double median_error(const std::vector<Told>& told, double Told::* teller) {
  std::vector<double> errors;
  for (const auto& one : told)
    errors.push_back(std::abs(one.*teller - one.real) / one.real);
  EXPECT_GT(errors.size(), 200U);
  std::ranges::sort(errors);
  return errors[errors.size() / 2];
}

std::vector<Told> after_the_middle(std::vector<Told> told) {
  std::erase_if(told, [](const Told& one) { return one.at < kMiddle; });
  return told;
}

struct Case {
  double per_minute;
  Change change;
};
constexpr Case kQuicker{8, {.handling = 0.67}};
constexpr Case kCases[] = {kQuicker,
                           {6, {.handling = 2}},
                           {6, {.arrivals = 1.5}},
                           {12, {.arrivals = 0.5}},
                           {10, {.arrivals = 0.5, .handling = 2}},
                           {6, {.agents = 5}}};

TEST(Afternoon, IsToldWithinAQuarterAlsoWhenRatesChangeByHalf) {
  for (const auto& [per_minute, change] : kCases) {
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
      const auto told = Afternoon(seed, per_minute, change).run();
      EXPECT_LT(median_error(told, &Told::estimated), 0.25) << "seed " << seed;
      EXPECT_LT(median_error(after_the_middle(told), &Told::estimated), 0.25) << "seed " << seed;
    }
  }
}

// Most of the error is luck: who knows all rates is wrong by nearly as much.
TEST(Afternoon, IsToldNearlyAsWellAsByWhoKnowsTheRates) {
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    const auto told = Afternoon(seed, 6, {}).run();
    EXPECT_LT(median_error(told, &Told::estimated), median_error(told, &Told::known) + 0.05) << "seed " << seed;
  }
}

// The same proof finds out whoever does not follow.
TEST(Afternoon, IsToldWrongByWhoNeverLearns) {
  const auto told = Afternoon(1, kQuicker.per_minute, kQuicker.change).run();
  EXPECT_GT(median_error(after_the_middle(told), &Told::known), 0.25);
}

}  // namespace
}  // namespace parlor::routing::testing
