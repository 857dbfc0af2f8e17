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

Beginning beginning() {
  return {.inbox = kShop,
          .message = "Where is my refund?",
          .page_url = "https://casa.example/sofas?utm_source=mail&utm_campaign=spring#top",
          .page_title = "Sofas",
          .locale = "de-AT",
          .returning = true,
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

INSTANTIATE_TEST_SUITE_P(Facts, Asked,
                         testing::Values(where("contact.returning", Operator::is, true),
                                         where("contact.language", Operator::starts_with, "de"),
                                         where("conversation.message", Operator::contains, "REFUND"),
                                         where("page.url", Operator::is, "https://casa.example/sofas"),
                                         where("page.title", Operator::is, "Sofas"),
                                         where("page.campaign", Operator::is, "spring"),
                                         where("time.hour", Operator::is, 9.0),
                                         where("time.weekday", Operator::is, "monday"),
                                         where("channel.inbox", Operator::is, kShop.str())));

TEST(Beginning, KnowsAllThatARuleMayAskAndNothingElse) {
  const auto facts = facts_of(beginning(), setup_with({}), nullptr);
  for (const auto& row : condition::catalogue()) {
    const condition::Subject subject{row.field, {}};
    EXPECT_EQ(facts.find(subject) != nullptr, routing::is_known_at_start(subject)) << row.name;
  }
}

TEST(Beginning, GoesWhereTheFirstRuleThatHoldsSays) {
  const auto setup = setup_with(
      {{.name = "French",
        .when = where("contact.language", Operator::starts_with, "fr"),
        .rule = {{routing::SetPriority{Priority::urgent}}}},
       {.name = "Refunds",
        .when = where("conversation.message", Operator::contains, "refund"),
        .rule = {{routing::ToTeam{kOrders}, routing::SetPriority{Priority::high}, routing::AddTag{"refund"}}}},
       {.name = "All", .when = std::nullopt, .rule = {{routing::ToTeam{kSales}, routing::AddTag{"web"}}}}});
  conversation::Context context;
  route(context, beginning(), setup, nullptr);
  ASSERT_TRUE(context.place);
  EXPECT_EQ(context.place->team, kOrders);
  EXPECT_EQ(context.place->priority, Priority::high);
  EXPECT_THAT(context.tags, ElementsAre("refund", "web"));
}

TEST(Beginning, GoesWhereItsInboxSendsItWithoutRules) {
  conversation::Context context;
  route(context, beginning(), setup_with({}), nullptr);
  ASSERT_TRUE(context.place);
  EXPECT_EQ(context.place->team, kSales);
  route(context, beginning(), {}, nullptr);
  EXPECT_FALSE(context.place);
}

}  // namespace
}  // namespace parlor::app
