#include "app/routing/callbacks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/routing/routing_test_kit.h"
#include "base/limits.h"

namespace parlor::app {
namespace {

using namespace std::chrono_literals;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

// Monday, 2 March 2026, 09:00 UTC.
const Time kMonday = from_unix_ms(1'772'442'000'000);
const ContactId kVic = make_id<ContactId>(2);

// Knows UTC alone.
class OneZone final : public ports::Zones {
 public:
  std::optional<hours::Zone> find(std::string_view name) const override {
    return name == "UTC" ? std::optional(hours::Zone{}) : std::nullopt;
  }
  std::vector<std::string> names() const override { return {"UTC"}; }
};

class CallbacksTest : public testing::Test {
 protected:
  // From nine to eleven on Mondays.
  CallbacksTest() {
    routing::TeamHours hours{.zone = "UTC", .hours = {}};
    hours.hours.week.push_back({std::chrono::Monday, {9h, 11h}});
    setup_.teams.push_back({.team = {.id = kSales}, .name = "Sales", .hours = hours});
    setup_.agents.push_back({.id = kAda, .teams = {kSales}, .skills = {}});
  }
  std::vector<Time> slots(ConversationId conversation, Time now = kMonday) const {
    return callbacks_.slots(setup_, kSales, conversation, now);
  }
  void is_stored(ConversationId conversation, Time at) {
    Glance glance{.conversation = conversation, .contact = kVic, .inbox = {}, .status = conversation::Status::snoozed};
    glance.place.team = kSales;
    glance.call_at = at;
    callbacks_.see(glance);
  }
  void waits(ConversationId conversation) {
    callbacks_.see(
        {.conversation = conversation, .contact = kVic, .inbox = {}, .status = conversation::Status::queued});
  }

  OneZone zones_;
  routing::Setup setup_;
  Callbacks callbacks_{&zones_};
};

TEST_F(CallbacksTest, NamesTimesWithinTheHoursSoonEnoughToBeReady) {
  const auto free = slots(chat(1));
  EXPECT_EQ(free.size(), limits::kCallbackSlotsShown);
  EXPECT_EQ(free.at(0), kMonday + 30min);
  EXPECT_EQ(free.at(2), kMonday + 90min);
  EXPECT_EQ(free.at(3), kMonday + 7 * 24h) << "the next Monday";
}

TEST_F(CallbacksTest, PromisesNoMoreCallsThanThereArePeople) {
  is_stored(chat(1), kMonday + 30min);
  EXPECT_THAT(slots(chat(2)), Not(Contains(kMonday + 30min)));
  EXPECT_THAT(slots(chat(1)), Contains(kMonday + 30min)) << "its own";
  setup_.agents.push_back({.id = kBen, .teams = {kSales}, .skills = {}});
  EXPECT_THAT(slots(chat(2)), Contains(kMonday + 30min));
}

TEST_F(CallbacksTest, HoldsWhatIsAboutToBeStored) {
  callbacks_.reserve(chat(1), {kSales, kVic, kMonday + 30min});
  waits(chat(1));
  EXPECT_THAT(slots(chat(2)), Not(Contains(kMonday + 30min))) << "an earlier word frees nothing";
  callbacks_.release(chat(1));
  EXPECT_THAT(slots(chat(2)), Contains(kMonday + 30min));
}

TEST_F(CallbacksTest, KeepsTheOldTimeWhenTheNewOneFails) {
  is_stored(chat(1), kMonday + 30min);
  callbacks_.reserve(chat(1), {kSales, kVic, kMonday + 60min});
  callbacks_.release(chat(1));
  ASSERT_TRUE(callbacks_.booking(chat(1)));
  EXPECT_EQ(callbacks_.booking(chat(1))->at, kMonday + 30min);
}

TEST_F(CallbacksTest, FreesTheTimeOfOneThatIsTakenUp) {
  is_stored(chat(1), kMonday + 30min);
  waits(chat(1));
  EXPECT_FALSE(callbacks_.booking(chat(1)));
  EXPECT_THAT(slots(chat(2)), Contains(kMonday + 30min));
}

TEST_F(CallbacksTest, NobodyCallsFromNowhere) {
  EXPECT_THAT(callbacks_.slots(setup_, make_id<TeamId>(9), chat(1), kMonday), IsEmpty());
  setup_.teams[0].hours->zone = "Europe/Atlantis";
  EXPECT_THAT(slots(chat(1)), IsEmpty());
  EXPECT_THAT(Callbacks(nullptr).slots(setup_, kSales, chat(1), kMonday), IsEmpty());
  setup_.teams[0].hours.reset();
  EXPECT_EQ(slots(chat(1)).at(0), kMonday + 30min) << "a team without hours is there all day";
  setup_.agents.clear();
  EXPECT_THAT(slots(chat(1)), IsEmpty()) << "a team without people";
}

}  // namespace
}  // namespace parlor::app
