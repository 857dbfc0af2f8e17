#include "domain/condition/evaluate.h"

#include "domain/condition/condition_test_kit.h"

namespace parlor::condition::testing {
namespace {

using enum Operator;

TEST(Flag, Is) {
  given(vic_asks()).then_holds(where("contact.returning", is, true));
  given(vic_asks()).then_not(where("contact.returning", is, false));
  given(vic_asks()).then_holds(where("contact.vip", is, false));
  given(vic_asks()).then_holds(where("contact.attribute.newsletter", is, true));
}

TEST(Number, ComparesAtItsEdges) {
  const auto hour = [](Operator op, double number) { return where("time.hour", op, number); };
  const auto at_nine = given(vic_asks());
  at_nine.then_holds(hour(is, 9.0));
  at_nine.then_not(hour(is, 10.0));
  at_nine.then_holds(hour(is_not, 10.0));
  at_nine.then_not(hour(is_not, 9.0));
  at_nine.then_holds(hour(greater_than, 8.0));
  at_nine.then_not(hour(greater_than, 9.0));
  at_nine.then_holds(hour(at_least, 9.0));
  at_nine.then_not(hour(at_least, 10.0));
  at_nine.then_holds(hour(less_than, 10.0));
  at_nine.then_not(hour(less_than, 9.0));
  at_nine.then_holds(hour(at_most, 9.0));
  at_nine.then_not(hour(at_most, 8.0));
}

TEST(Number, BetweenIncludesBothEnds) {
  const auto between_hours = [](double from, double to) { return where("time.hour", between, Range{from, to}); };
  given(vic_asks()).then_holds(between_hours(9, 17));
  given(vic_asks()).then_holds(between_hours(5, 9));
  given(vic_asks()).then_holds(between_hours(9, 9));
  given(vic_asks()).then_not(between_hours(10, 17));
  given(vic_asks()).then_not(between_hours(5, 8));
}

TEST(Text, ComparesWithoutRegardToCase) {
  const auto asks = given(vic_asks());
  asks.then_holds(where("contact.attribute.plan", is, "gOLD"));
  asks.then_not(where("contact.attribute.plan", is, "Golden"));
  asks.then_holds(where("contact.attribute.plan", is_not, "Silver"));
  asks.then_not(where("contact.attribute.plan", is_not, "GOLD"));
  asks.then_holds(where("conversation.message", contains, "sofa"));
  asks.then_holds(where("conversation.message", contains, "MÖCHTE"));
  asks.then_not(where("conversation.message", contains, "lamp"));
  asks.then_holds(where("contact.language", starts_with, "DE"));
  asks.then_not(where("contact.language", starts_with, "AT"));
  asks.then_holds(where("page.url", ends_with, "/Oslo"));
  asks.then_not(where("page.url", ends_with, "/sofas"));
  asks.then_holds(where("time.weekday", matches_any, kWeekend));
  asks.then_holds(where("time.weekday", matches_any, Texts{"Friday", "Saturday"}));
  asks.then_not(where("time.weekday", matches_any, Texts{"monday", "Tuesday"}));
}

TEST(Texts, AreComparedOneByOne) {
  const auto asks = given(vic_asks());
  asks.then_holds(where("conversation.tags", contains, "delivery"));
  asks.then_not(where("conversation.tags", contains, "deliver"));
  asks.then_holds(where("conversation.tags", matches_any, Texts{"lamp", "SOFA"}));
  asks.then_not(where("conversation.tags", matches_any, Texts{"lamp", "chair"}));
}

TEST(Presence, IsOfEveryType) {
  for (const auto* known : {"contact.vip", "time.hour", "page.url", "conversation.tags", "contact.attribute.plan"}) {
    given(vic_asks()).then_holds(where(known, is_present));
    given(vic_asks()).then_not(where(known, is_absent));
    given({}).then_holds(where(known, is_absent));
    given({}).then_not(where(known, is_present));
  }
}

// Of a field that is absent nothing holds but that it is absent, whatever the operator.
TEST(Absent, MeetsNoOperatorButIsAbsent) {
  const std::vector<Condition> clauses{
      where("contact.vip", is, true),
      where("contact.vip", is, false),
      where("page.campaign", is, "spring"),
      where("page.campaign", is_not, "spring"),
      where("page.campaign", contains, "spring"),
      where("page.campaign", starts_with, "spring"),
      where("page.campaign", ends_with, "spring"),
      where("page.campaign", matches_any, Texts{"spring"}),
      where("queue.wait_s", is, 0.0),
      where("queue.wait_s", is_not, 0.0),
      where("queue.wait_s", greater_than, 0.0),
      where("queue.wait_s", at_least, 0.0),
      where("queue.wait_s", less_than, 60.0),
      where("queue.wait_s", at_most, 60.0),
      where("queue.wait_s", between, Range{0, 60}),
      where("conversation.tags", contains, "sofa"),
      where("conversation.tags", matches_any, Texts{"sofa"}),
      where("page.campaign", is_present),
  };
  for (const auto& one : clauses) {
    given({}).then_not(one);
    given({}).then_holds(none_of({one}));
    EXPECT_EQ(explain(one, {}).at(0).outcome, Outcome::absent);
  }
}

TEST(Attribute, OfAnotherTypeThanTheTestIsNotCompared) {
  const auto as_number = where("contact.attribute.plan", at_least, 5.0);
  const auto as_text = where("contact.attribute.orders", is, "12");
  given(vic_asks()).then_not(as_number);
  given(vic_asks()).then_not(as_text);
  given(vic_asks()).then_holds(where("contact.attribute.orders", at_least, 12.0));
  EXPECT_EQ(explain(as_number, vic_asks()).at(0).outcome, Outcome::other_type);
  EXPECT_EQ(explain(as_text, vic_asks()).at(0).outcome, Outcome::other_type);
}

TEST(Groups, AreAllAnyAndNone) {
  const auto yes = where("contact.returning", is, true);
  const auto no = where("contact.vip", is, true);
  const auto asks = given(vic_asks());
  asks.then_holds(all_of({yes, yes}));
  asks.then_not(all_of({yes, no}));
  asks.then_holds(any_of({no, yes}));
  asks.then_not(any_of({no, no}));
  asks.then_holds(none_of({no, no}));
  asks.then_not(none_of({no, yes}));
  asks.then_holds(all_of({yes, any_of({no, none_of({no, all_of({yes, no})})})}));
}

TEST(Groups, WithoutPartsAnswerAsLogicDoes) {
  EXPECT_TRUE(holds(all_of({}), vic_asks()));
  EXPECT_FALSE(holds(any_of({}), vic_asks()));
  EXPECT_TRUE(holds(none_of({}), vic_asks()));
}

TEST(Faults, AreAnsweredAllTheSame) {
  EXPECT_FALSE(holds(where("contact.name", is, "Vic"), vic_asks()));
  EXPECT_FALSE(holds(where("contact.vip", contains, "yes"), vic_asks()));
  EXPECT_FALSE(holds(where("contact.vip", is), vic_asks()));
  EXPECT_FALSE(holds(where("time.hour", between, 9.0), vic_asks()));
}

TEST(Explain, TellsOfEachPartAlsoAfterTheAnswerIsClear) {
  const auto furious = any_of({
      where("contact.returning", is, true),
      all_of({where("conversation.sentiment", less_than, -0.5), where("contact.attribute.plan", is, "silver")}),
      none_of({where("page.campaign", is_present)}),
  });
  EXPECT_EQ(explain(furious, vic_asks()), (std::vector<Finding>{
                                              {"", Outcome::met, std::nullopt},
                                              {"any[0]", Outcome::met, true},
                                              {"any[1]", Outcome::unmet, std::nullopt},
                                              {"any[1].all[0]", Outcome::met, -0.75},
                                              {"any[1].all[1]", Outcome::unmet, "Gold"},
                                              {"any[2]", Outcome::met, std::nullopt},
                                              {"any[2].none[0]", Outcome::absent, std::nullopt},
                                          }));
}

TEST(Explain, CutsALongText) {
  std::string as_shown;
  for (std::size_t i = 0; i < limits::kExplainedTextCodePointsMax; ++i)
    as_shown += "ö";
  Facts facts;
  facts.set({Field::conversation_message}, as_shown);
  EXPECT_EQ(explain(where("conversation.message", is_present), facts).at(0).value, Value(as_shown));
  facts.set({Field::conversation_message}, as_shown + "sofa");
  EXPECT_EQ(explain(where("conversation.message", contains, "sofa"), facts),
            (std::vector<Finding>{{"", Outcome::met, as_shown}}));
}

}  // namespace
}  // namespace parlor::condition::testing
