#include "app/conversation/beginning.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/id_test_kit.h"

namespace parlor::app {
namespace {

using condition::Operator;
using condition::where;
using testing::ElementsAre;

const TeamId kSales = make_id<TeamId>(1);
const TeamId kOrders = make_id<TeamId>(2);
const InboxId kShop = make_id<InboxId>(3);

class CountedIds final : public ports::Ids {
 public:
  IdBytes next() override { return make_id<MessageId>(++made_).bytes; }

 private:
  std::uint8_t made_ = 0;
};

CountedIds ids;

Beginning beginning() {
  return {.inbox = kShop,
          .message = "Where is my refund?",
          .page_url = "https://casa.example/sofas?utm_source=mail&utm_campaign=spring#top",
          .page_title = "Sofas",
          .locale = "de-AT",
          .returning = true,
          .attributes = {{"plan", "gold"}, {"orders", "12"}, {"vip", "true"}, {"sentiment", "-0.5"}},
          .queue = QueueFigures{.length = 3, .wait = std::chrono::seconds(90), .agents_online = 2},
          // Monday, 2 March 2026, 09:15 UTC.
          .at = from_unix_ms(1'772'442'900'000)};
}

routing::Setup setup_with(std::vector<routing::RuleSetup> rules) {
  routing::Setup setup;
  setup.teams.push_back({.team = {.id = kSales}, .name = "Sales"});
  setup.teams.push_back({.team = {.id = kOrders}, .name = "Orders"});
  setup.rules = std::move(rules);
  return setup;
}

class Asked : public testing::TestWithParam<condition::Condition> {};

TEST_P(Asked, IsKnownWhenAChatBegins) {
  EXPECT_TRUE(condition::check(GetParam()).empty());
  EXPECT_TRUE(condition::holds(GetParam(), facts_of(beginning(), setup_with({}), nullptr)));
}

INSTANTIATE_TEST_SUITE_P(
    Facts, Asked,
    testing::Values(
        where("contact.returning", Operator::is, true), where("contact.language", Operator::starts_with, "de"),
        where("conversation.message", Operator::contains, "REFUND"),
        where("page.url", Operator::is, "https://casa.example/sofas"), where("page.title", Operator::is, "Sofas"),
        where("page.campaign", Operator::is, "spring"), where("contact.attribute.plan", Operator::is, "gold"),
        where("contact.attribute.orders", Operator::at_least, 12.0), where("contact.attribute.vip", Operator::is, true),
        where("contact.vip", Operator::is, true), where("conversation.sentiment", Operator::less_than, -0.25),
        where("queue.length", Operator::is, 3.0), where("queue.wait_s", Operator::at_least, 90.0),
        where("queue.agents_online", Operator::at_most, 2.0), where("time.hour", Operator::is, 9.0),
        where("time.weekday", Operator::is, "monday"), where("channel.inbox", Operator::is, kShop.str())));

TEST(Beginning, KnowsAllThatARuleMayAskAndNothingElse) {
  const auto facts = facts_of(beginning(), setup_with({}), nullptr);
  for (const auto& row : condition::catalogue()) {
    const bool is_attribute = row.field == condition::Field::contact_attribute;
    const condition::Subject subject{row.field, is_attribute ? "plan" : ""};
    EXPECT_EQ(facts.find(subject) != nullptr, routing::is_known_at_start(subject)) << row.name;
  }
}

TEST(Beginning, TakesNoAttributeForMoreThanItSays) {
  const auto facts_with = [](Attributes attributes) {
    auto one = beginning();
    one.attributes = std::move(attributes);
    return facts_of(one, setup_with({}), nullptr);
  };
  const condition::Subject vip{condition::Field::contact_vip, {}};
  const condition::Subject sentiment{condition::Field::conversation_sentiment, {}};
  EXPECT_EQ(facts_with({{"vip", "yes"}}).find(vip)->value, condition::Value(false));
  EXPECT_FALSE(facts_with({}).find(vip)) << "nobody knows";
  EXPECT_FALSE(facts_with({{"sentiment", "2"}}).find(sentiment));
  EXPECT_FALSE(facts_with({{"sentiment", "nan"}}).find(sentiment));
  EXPECT_FALSE(facts_with({{"sentiment", "angry"}}).find(sentiment));
  const auto plan = condition::Subject::attribute("plan");
  EXPECT_EQ(facts_with({{"plan", "Infinity"}}).find(plan)->value, condition::Value("Infinity")) << "a name";
}

TEST(Beginning, GoesWhereTheFirstRuleThatHoldsSays) {
  const auto setup = setup_with(
      {{.name = "French",
        .when = where("contact.language", Operator::starts_with, "fr"),
        .rule = {{routing::SetPriority{Priority::urgent}}}},
       {.name = "Refunds",
        .when = where("conversation.message", Operator::contains, "refund"),
        .rule = {{routing::ToTeam{kOrders}, routing::SetPriority{Priority::high}, routing::AddTag{"refund"}}}},
       {.name = "All",
        .when = std::nullopt,
        .rule = {{routing::ToTeam{kSales}, routing::AddTag{"web"}, routing::SendMessage{"One moment"}}}}});
  conversation::Context context;
  route(context, beginning(), {setup, nullptr, ids});
  ASSERT_TRUE(context.place);
  EXPECT_EQ(context.place->team, kOrders);
  EXPECT_EQ(context.place->priority, Priority::high);
  EXPECT_THAT(context.tags, ElementsAre("refund", "web"));
  ASSERT_EQ(context.messages.size(), 1U);
  EXPECT_EQ(context.messages.front().text, "One moment");
}

TEST(Beginning, GoesWhereItsInboxSendsItWithoutRules) {
  conversation::Context context;
  route(context, beginning(), {setup_with({}), nullptr, ids});
  ASSERT_TRUE(context.place);
  EXPECT_EQ(context.place->team, kSales);
  route(context, beginning(), {routing::Setup(), nullptr, ids});
  EXPECT_FALSE(context.place);
}

}  // namespace
}  // namespace parlor::app
