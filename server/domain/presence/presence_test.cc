#include "domain/presence/presence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/id_test_kit.h"

namespace parlor::presence {
namespace {

using namespace std::chrono_literals;

const auto kDesk = make_id<SessionId>(1);
const auto kPhone = make_id<SessionId>(2);
const auto kOak = make_id<NodeId>(3);
const auto kElm = make_id<NodeId>(4);
const Time kMonday = from_unix_ms(1'790'000'000'000);

struct Past {
  Millis after;
  Sign sign;
};

// given(signs of Ada).at(time) answers the questions.
class Story {
 public:
  explicit Story(const std::vector<Past>& past) {
    for (const auto& [after, sign] : past)
      evolve(state_, sign, kMonday + after);
  }
  Story& never_away() {
    settings_.away_after.reset();
    return *this;
  }
  Status status(Millis after) const { return status_at(state_, settings_, kMonday + after); }
  std::optional<Millis> gone() const { return since_monday(gone_at(state_)); }
  std::optional<Millis> vanished() const { return since_monday(vanished_at(state_)); }
  std::optional<Millis> due(Millis after) const { return since_monday(due_at(state_, settings_, kMonday + after)); }
  const State& state() const { return state_; }

 private:
  static std::optional<Millis> since_monday(std::optional<Time> moment) {
    if (!moment) return std::nullopt;
    return *moment - kMonday;
  }
  State state_;
  Settings settings_;
};

Story given(const std::vector<Past>& past) {
  return Story(past);
}

const std::vector<Past> kCame{{0s, Acted{kDesk, kOak}}};

std::vector<Past> came_and(std::vector<Past> more) {
  more.insert(more.begin(), kCame.front());
  return more;
}

// Sitting there with the dashboard open and touching nothing.
std::vector<Past> heartbeats(Millis until) {
  auto past = kCame;
  for (Millis at = 15s; at <= until; at += 15s)
    past.push_back({at, Heard{kDesk, kOak}});
  return past;
}

TEST(Agent, WhoWasNeverHereIsOfflineAndCannotVanish) {
  EXPECT_EQ(given({}).status(0s), Status::offline);
  EXPECT_EQ(given({}).gone(), std::nullopt);
  EXPECT_EQ(given({}).vanished(), std::nullopt);
}

TEST(Agent, WhoDoesNotComeBackAfterARestartVanishes) {
  State state{.left_at = kMonday};
  EXPECT_EQ(vanished_at(state), kMonday + limits::kVanishGrace);
}

TEST(Agent, IsWhatTheyChose) {
  EXPECT_EQ(given(kCame).status(0s), Status::online);
  for (const auto status : {Status::online, Status::busy, Status::away, Status::offline}) {
    EXPECT_EQ(given(came_and({{1s, Chose{status}}})).status(1s), status);
  }
}

TEST(Agent, KeepsWhatTheyChoseOverAReconnect) {
  auto story = given(came_and({{1s, Chose{Status::busy}}, {2s, Closed{kDesk}}, {60s, Heard{kPhone, kOak}}}));
  EXPECT_EQ(story.status(60s), Status::busy);
}

TEST(Session, SilentForThirtyFiveSecondsIsGone) {
  auto story = given(kCame);
  EXPECT_EQ(story.status(35s - 1ms), Status::online);
  EXPECT_EQ(story.status(35s), Status::offline);
  EXPECT_EQ(story.gone(), 35s);
}

TEST(Session, IsKeptByAHeartbeat) {
  EXPECT_EQ(given(came_and({{20s, Heard{kDesk, kOak}}})).gone(), 55s);
}

TEST(Session, HeardLateOutOfOrderTakesNothingBack) {
  EXPECT_EQ(given(came_and({{20s, Heard{kDesk, kOak}}, {10s, Heard{kDesk, kOak}}})).gone(), 55s);
}

TEST(Session, ThatCloseLeavesTheOthers) {
  auto story = given(came_and({{1s, Heard{kPhone, kOak}}, {2s, Closed{kDesk}}}));
  EXPECT_EQ(story.status(2s), Status::online);
  EXPECT_EQ(story.gone(), 36s);
}

TEST(Session, ClosedLastMeansGoneAtOnce) {
  auto story = given(came_and({{1s, Heard{kPhone, kOak}}, {2s, Closed{kDesk}}, {3s, Closed{kPhone}}}));
  EXPECT_EQ(story.status(3s), Status::offline);
  EXPECT_EQ(story.gone(), 3s);
  EXPECT_EQ(story.vanished(), 13s);
}

// The phone went silent at 36 s; closing the desk at 50 s is what ended the presence.
TEST(Session, ThatFellSilentDoesNotHoldAnAgentHere) {
  auto past = came_and({{1s, Heard{kPhone, kOak}}, {20s, Heard{kDesk, kOak}}, {50s, Closed{kDesk}}});
  EXPECT_EQ(given(past).gone(), 50s);
}

TEST(Session, FoundSilentEndedWhenItFellSilent) {
  auto story = given(came_and({{90s, Closed{kPhone}}}));
  EXPECT_EQ(story.gone(), 35s);
  EXPECT_TRUE(story.state().sessions.empty());
}

TEST(Session, ClosedByAStrangerChangesNothing) {
  EXPECT_EQ(given(came_and({{1s, Closed{kPhone}}})).gone(), 35s);
}

TEST(Session, MovesToTheNodeThatHearsIt) {
  auto past = came_and({{1s, Heard{kDesk, kElm}}, {2s, NodeLost{kOak}}});
  EXPECT_EQ(given(past).gone(), 36s);
}

TEST(Sessions, AreBoundedAndTheOneHeardLongestAgoGoes) {
  std::vector<Past> past;
  past.reserve(limits::kSessionsPerAgentMax + 1);
  for (std::size_t i = 0; i < limits::kSessionsPerAgentMax; ++i)
    past.push_back({Millis(i), Heard{make_id<SessionId>(static_cast<std::uint8_t>(100 + i)), kOak}});
  EXPECT_EQ(given(past).state().sessions.size(), limits::kSessionsPerAgentMax);
  EXPECT_EQ(given(past).state().sessions.front().id, make_id<SessionId>(100));
  past.push_back({1s, Heard{kDesk, kOak}});
  EXPECT_EQ(given(past).state().sessions.size(), limits::kSessionsPerAgentMax);
  EXPECT_EQ(given(past).state().sessions.front().id, make_id<SessionId>(101));
  EXPECT_EQ(given(past).state().sessions.back().id, kDesk);
}

TEST(Node, LostTakesItsSessionsAtOnce) {
  EXPECT_EQ(given(came_and({{5s, NodeLost{kOak}}})).gone(), 5s);
  EXPECT_EQ(given(came_and({{5s, NodeLost{kElm}}})).gone(), 35s);
  EXPECT_EQ(given(came_and({{1s, Heard{kPhone, kElm}}, {5s, NodeLost{kOak}}})).gone(), 36s);
}

TEST(Gone, BecomesVanishedAfterTheGrace) {
  EXPECT_EQ(given(kCame).vanished(), 45s);
  EXPECT_EQ(given(came_and({{2s, Closed{kDesk}}})).vanished(), 2s + limits::kVanishGrace);
}

TEST(Gone, BackInTimeIsAsIfNeverAway) {
  auto story = given(came_and({{2s, Closed{kDesk}}, {11s, Heard{kDesk, kOak}}}));
  EXPECT_EQ(story.status(11s), Status::online);
  EXPECT_EQ(story.gone(), 46s);
  EXPECT_EQ(story.state().left_at, std::nullopt);
}

TEST(Silence, TakesAnOnlineAgentAwayAfterTenMinutes) {
  const auto story = given(heartbeats(11min));
  EXPECT_EQ(story.status(10min - 1ms), Status::online);
  EXPECT_EQ(story.status(10min), Status::away);
}

TEST(Silence, TakesABusyAgentAwayToo) {
  auto past = heartbeats(11min);
  past.insert(past.begin() + 1, {1s, Chose{Status::busy}});
  EXPECT_EQ(given(past).status(10min), Status::busy);
  EXPECT_EQ(given(past).status(10min + 1s), Status::away);
}

TEST(Silence, IsEndedByTheAgentsHandAndNotByAHeartbeat) {
  auto past = heartbeats(11min);
  EXPECT_EQ(given(past).status(11min), Status::away);
  past.push_back({11min + 1s, Acted{kDesk, kOak}});
  EXPECT_EQ(given(past).status(11min + 1s), Status::online);
}

TEST(Silence, BringsBackOnlyWhatItTook) {
  auto past = heartbeats(11min);
  past.insert(past.begin() + 1, {1s, Chose{Status::away}});
  past.push_back({11min, Acted{kDesk, kOak}});
  EXPECT_EQ(given(past).status(11min), Status::away);
}

TEST(Silence, DoesNotCountWhenTheTeamWantsNone) {
  auto story = given(heartbeats(3h));
  EXPECT_EQ(story.status(3h), Status::away);
  EXPECT_EQ(story.never_away().status(3h), Status::online);
}

TEST(Silence, EndsWhenSomebodyOpensTheDashboardAnew) {
  EXPECT_EQ(given(came_and({{1s, Closed{kDesk}}, {20min, Heard{kDesk, kOak}}})).status(20min), Status::online);
}

TEST(MissedOffers, MakeAwayUntilTheAgentChoosesAnew) {
  auto past = came_and({{1s, MissedOffers{}}});
  EXPECT_EQ(given(past).status(1s), Status::away);
  past.push_back({2s, Acted{kDesk, kOak}});
  EXPECT_EQ(given(past).status(2s), Status::away);
  past.push_back({3s, Chose{Status::online}});
  EXPECT_EQ(given(past).status(3s), Status::online);
}

TEST(MissedOffers, LeaveOfflineAlone) {
  EXPECT_EQ(given(came_and({{1s, Chose{Status::offline}}, {2s, MissedOffers{}}})).status(2s), Status::offline);
}

TEST(Due, IsTheNextMomentAtWhichTimeAloneChangesSomething) {
  const auto story = given(heartbeats(9min + 45s));
  EXPECT_EQ(story.due(9min + 45s), 10min);
  EXPECT_EQ(story.due(10min), 10min + 20s);
  EXPECT_EQ(story.due(10min + 20s), 10min + 30s);
  EXPECT_EQ(story.due(10min + 30s), std::nullopt);
}

// Whoever waits for `due_at` misses nothing: between two of them no answer changes.
TEST(Due, IsEnoughToSeeEveryChange) {
  const auto story = given(came_and({{3s, Heard{kPhone, kElm}}, {5s, Closed{kDesk}}}));
  auto due = story.due(5s);
  for (Millis now = 5s; now < 60s; now += 100ms) {
    if (due && now >= *due) due = story.due(now);
    if (due) {
      EXPECT_EQ(story.status(now), story.status(*due - 1ms)) << now.count();
    }
  }
  EXPECT_EQ(due, std::nullopt);
}

TEST(Settings, HoldToTheirLimits) {
  EXPECT_TRUE(are_valid({}));
  EXPECT_TRUE(are_valid({.away_after = std::nullopt}));
  EXPECT_TRUE(are_valid({.away_after = limits::kAutoAwayTimeMin}));
  EXPECT_FALSE(are_valid({.away_after = limits::kAutoAwayTimeMin - 1ms}));
  EXPECT_TRUE(are_valid({.away_after = limits::kAutoAwayTimeMax}));
  EXPECT_FALSE(are_valid({.away_after = limits::kAutoAwayTimeMax + 1ms}));
}

}  // namespace
}  // namespace parlor::presence
