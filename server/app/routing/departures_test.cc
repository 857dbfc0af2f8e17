#include "app/routing/departures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/routing/routing_test_kit.h"

namespace parlor::app {
namespace {

using namespace std::chrono_literals;
using conversation::Status;
using testing::ElementsAre;
using testing::IsEmpty;

const InboxId kShop = make_id<InboxId>(20);
const InboxId kBlog = make_id<InboxId>(21);

// Of the shop's visitors nobody comes back after an hour; at the blog everybody may.
class DeparturesTest : public testing::Test {
 protected:
  DeparturesTest() { setup_.inboxes = {{kShop, std::nullopt, 1h}, {kBlog, std::nullopt}}; }

  static Glance glance(std::uint8_t number, Status status) {
    return {.conversation = chat(number), .contact = contact_of(number), .inbox = kShop, .status = status};
  }
  void see(const Glance& glance, bool visitor_there) { departures_.see(glance, visitor_there, now_); }
  void is(std::uint8_t number, bool there) { departures_.visitor_is(contact_of(number), there, now_); }
  std::vector<ConversationId> over_after(Millis time) {
    now_ += time;
    std::vector<ConversationId> over;
    for (const auto& [conversation, gone_for] : departures_.step(setup_, now_).over)
      over.push_back(conversation);
    return over;
  }

  Time now_ = from_unix_ms(1'772'442'000'000);
  routing::Setup setup_;
  Departures departures_;
};

TEST_F(DeparturesTest, EndTheConversationAtTheInboxsLimit) {
  see(glance(1, Status::open), true);
  see(glance(2, Status::queued), true);
  EXPECT_THAT(over_after(2h), IsEmpty());
  is(1, false);
  EXPECT_EQ(departures_.step(setup_, now_).due_at, now_ + 1h);
  EXPECT_THAT(over_after(1h - 1ms), IsEmpty());
  now_ += 1ms;
  EXPECT_THAT(departures_.step(setup_, now_).over, ElementsAre(Departures::Over{chat(1), 1h}));
}

TEST_F(DeparturesTest, CountFromWhenItIsFirstSeenWhereNobodySawThemLeave) {
  see(glance(1, Status::open), false);
  now_ += 30min;
  see(glance(1, Status::open), false);
  EXPECT_THAT(over_after(30min - 1ms), IsEmpty());
  EXPECT_THAT(over_after(1ms), ElementsAre(chat(1)));
}

TEST_F(DeparturesTest, AreForgottenWhenTheVisitorIsBack) {
  see(glance(1, Status::open), false);
  EXPECT_THAT(over_after(59min), IsEmpty());
  is(1, true);
  EXPECT_THAT(over_after(2h), IsEmpty());
}

TEST_F(DeparturesTest, AreNotUndoneByARowThatWasOnItsWay) {
  see(glance(1, Status::queued), true);
  is(1, false);
  see(glance(1, Status::open), true);
  EXPECT_THAT(over_after(1h), ElementsAre(chat(1)));
}

TEST_F(DeparturesTest, AreToldAgainAsLongAsTheConversationGoesOn) {
  see(glance(1, Status::open), false);
  EXPECT_THAT(over_after(1h), ElementsAre(chat(1)));
  EXPECT_THAT(over_after(4s), IsEmpty());
  EXPECT_THAT(over_after(1s), ElementsAre(chat(1)));
  see(glance(1, Status::resolved), false);
  EXPECT_THAT(over_after(5s), IsEmpty());
  see(glance(1, Status::open), false);
  EXPECT_THAT(over_after(59min), IsEmpty()) << "reopened, it has its whole time";
  EXPECT_THAT(over_after(1min), ElementsAre(chat(1)));
}

TEST_F(DeparturesTest, AreNoneOfWhoIsReachedElsewhere) {
  auto by_mail = glance(1, Status::queued);
  by_mail.place.reach = Reach::mail;
  see(by_mail, false);
  see(glance(2, Status::snoozed), false);
  see(glance(3, Status::assistant), false);
  auto of_blog = glance(4, Status::open);
  of_blog.inbox = kBlog;
  see(of_blog, false);
  auto of_nowhere = glance(5, Status::open);
  of_nowhere.inbox = make_id<InboxId>(22);
  see(of_nowhere, false);
  EXPECT_THAT(over_after(365 * 24h), IsEmpty());
  EXPECT_EQ(departures_.step(setup_, now_).due_at, std::nullopt);
}

TEST_F(DeparturesTest, FollowANewLimit) {
  see(glance(1, Status::open), false);
  setup_.inboxes = {{kShop, std::nullopt}};
  EXPECT_THAT(over_after(1h), IsEmpty());
  setup_.inboxes = {{kShop, std::nullopt, 30min}};
  EXPECT_THAT(over_after(0ms), ElementsAre(chat(1)));
}

}  // namespace
}  // namespace parlor::app
