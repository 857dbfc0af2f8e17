#include "domain/condition/check.h"

#include <limits>

#include "domain/condition/condition_test_kit.h"

namespace parlor::condition::testing {
namespace {

using enum Operator;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const auto kVip = where("contact.vip", is, true);

auto refused(Reason reason) {
  return ElementsAre(Fault{"", reason});
}
std::string letters(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i)
    text += "ö";
  return text;
}
Condition nested(std::size_t groups) {
  return groups == 0 ? kVip : any_of({nested(groups - 1)});
}

TEST(Check, KnowsTheField) {
  EXPECT_THAT(check(where("contact.name", is, "Vic")), refused(Reason::unknown_field));
  EXPECT_THAT(check(where("contact.attribute.", is, "gold")), refused(Reason::unknown_field));
  EXPECT_THAT(check(Condition{Clause{Subject::attribute(""), is, "gold"}}), refused(Reason::unknown_field));
  EXPECT_THAT(check(Condition{Clause{{Field::contact_vip, "plan"}, is, true}}), refused(Reason::unknown_field));
}

// Each field with each operator and each kind of operand: what the table has is taken, and nothing else.
TEST(Check, TakesWhatTheTableOfOperatorsHas) {
  const std::vector<Operand> operands{std::monostate{}, true, 1.0, "sunday", kWeekend, Range{0, 1}};
  for (const auto& row : catalogue()) {
    const Subject subject{row.field, row.field == Field::contact_attribute ? "plan" : ""};
    for (std::size_t op = 0; op < kOperators; ++op) {
      for (const auto& operand : operands) {
        const Clause one{subject, static_cast<Operator>(op), operand};
        const bool is_legal =
            std::ranges::any_of(row.types, [&](Type type) { return is_fit({one.op, type, kind_of(operand)}); });
        EXPECT_EQ(check({one}).empty(), is_legal) << row.name << " " << to_string(one.op) << " " << operand.index();
      }
    }
  }
}

TEST(Check, RefusesAnOperatorOfAnotherType) {
  EXPECT_THAT(check(where("contact.vip", contains, "yes")), refused(Reason::operator_unfit));
  EXPECT_THAT(check(where("contact.vip", is_not, true)), refused(Reason::operator_unfit));
  EXPECT_THAT(check(where("time.hour", starts_with, "9")), refused(Reason::operator_unfit));
  EXPECT_THAT(check(where("page.url", at_least, 1.0)), refused(Reason::operator_unfit));
  EXPECT_THAT(check(where("conversation.tags", is, "sofa")), refused(Reason::operator_unfit));
  EXPECT_THAT(check(where("contact.attribute.plan", between, Range{1, 2})), IsEmpty());
}

TEST(Check, RefusesAValueOfAnotherKind) {
  EXPECT_THAT(check(where("contact.vip", is, "yes")), refused(Reason::value_unfit));
  EXPECT_THAT(check(where("contact.vip", is)), refused(Reason::value_unfit));
  EXPECT_THAT(check(where("time.hour", is, "9")), refused(Reason::value_unfit));
  EXPECT_THAT(check(where("time.hour", between, 9.0)), refused(Reason::value_unfit));
  EXPECT_THAT(check(where("page.url", matches_any, "sofa")), refused(Reason::value_unfit));
  EXPECT_THAT(check(where("page.url", is_present, "sofa")), refused(Reason::value_unfit));
}

TEST(Check, HoldsNumbersInTheirBounds) {
  for (const double good : {-1.0, 0.25, 1.0})
    EXPECT_THAT(check(where("conversation.sentiment", is, good)), IsEmpty());
  for (const double bad : {-1.01, 1.01, std::numeric_limits<double>::quiet_NaN()})
    EXPECT_THAT(check(where("conversation.sentiment", is, bad)), refused(Reason::value_unfit));
  EXPECT_THAT(check(where("time.hour", at_most, 23.0)), IsEmpty());
  EXPECT_THAT(check(where("time.hour", at_most, 24.0)), refused(Reason::value_unfit));
  EXPECT_THAT(check(where("queue.length", at_least, -1.0)), refused(Reason::value_unfit));
  EXPECT_THAT(check(where("contact.attribute.orders", is, std::numeric_limits<double>::infinity())),
              refused(Reason::value_unfit));
}

TEST(Check, RefusesARangeThatHoldsNothing) {
  EXPECT_THAT(check(where("time.hour", between, Range{9, 9})), IsEmpty());
  EXPECT_THAT(check(where("time.hour", between, Range{17, 9})), refused(Reason::value_unfit));
  EXPECT_THAT(check(where("time.hour", between, Range{-1, 9})), refused(Reason::value_unfit));
  EXPECT_THAT(check(where("time.hour", between, Range{9, 24})), refused(Reason::value_unfit));
}

TEST(Check, KnowsTheWordsOfAWeekday) {
  EXPECT_THAT(check(where("time.weekday", is, "Monday")), IsEmpty());
  EXPECT_THAT(check(where("time.weekday", is, "mon")), refused(Reason::value_unfit));
  EXPECT_THAT(check(where("time.weekday", matches_any, Texts{"monday", "lunchtime"})), refused(Reason::value_unfit));
}

TEST(Check, BoundsTexts) {
  const auto longest = letters(limits::kConditionTextCodePointsMax);
  EXPECT_THAT(check(where("page.url", contains, longest)), IsEmpty());
  EXPECT_THAT(check(where("page.url", contains, longest + "n")), refused(Reason::text_too_long));
  EXPECT_THAT(check(where("page.url", matches_any, Texts{"a", longest + "n"})), refused(Reason::text_too_long));
  EXPECT_THAT(check(where("page.url", contains, "")), refused(Reason::value_unfit));
  EXPECT_THAT(check(where("page.url", matches_any, Texts{"a", ""})), refused(Reason::value_unfit));
}

TEST(Check, BoundsLists) {
  Texts list(limits::kConditionListMax, "sofa");
  EXPECT_THAT(check(where("page.url", matches_any, list)), IsEmpty());
  list.emplace_back("lamp");
  EXPECT_THAT(check(where("page.url", matches_any, list)), refused(Reason::list_too_long));
  EXPECT_THAT(check(where("page.url", matches_any, Texts{})), refused(Reason::value_unfit));
}

TEST(Check, RefusesAnEmptyGroup) {
  EXPECT_THAT(check(all_of({})), refused(Reason::empty_group));
  EXPECT_THAT(check(any_of({kVip, none_of({})})), ElementsAre(Fault{"any[1]", Reason::empty_group}));
}

TEST(Check, BoundsTheDepth) {
  EXPECT_THAT(check(nested(limits::kConditionGroupsDeepMax)), IsEmpty());
  EXPECT_THAT(check(nested(limits::kConditionGroupsDeepMax + 1)),
              ElementsAre(Fault{"any[0].any[0].any[0].any[0].any[0]", Reason::too_deep}));
  EXPECT_THAT(check(nested(3'000)), ElementsAre(Fault{"any[0].any[0].any[0].any[0].any[0]", Reason::too_deep}));
}

TEST(Check, BoundsTheClauses) {
  std::vector<Condition> parts(limits::kConditionClausesMax - 1, kVip);
  EXPECT_THAT(check(all_of({any_of(parts), kVip})), IsEmpty());
  EXPECT_THAT(check(all_of({any_of(parts), kVip, kVip})), ElementsAre(Fault{"all[2]", Reason::too_many}));
  parts.resize(10'000, where("contact.name", is, "Vic"));
  const auto faults = check(any_of({any_of(parts), all_of({})}));
  EXPECT_EQ(faults.back(), (Fault{"any[0].any[50]", Reason::too_many}));
  EXPECT_THAT(check(any_of(std::vector<Condition>(10'000, all_of({})))), ::testing::SizeIs(51));
}

TEST(Check, NamesEachFaultWhereItStands) {
  const auto condition = all_of({
      kVip,
      any_of({where("contact.name", is, "Vic"), kVip}),
      none_of({all_of({kVip, where("time.hour", is, 25.0)}), where("time.hour", contains, "9")}),
  });
  EXPECT_THAT(check(condition), ElementsAre(Fault{"all[1].any[0]", Reason::unknown_field},
                                            Fault{"all[2].none[0].all[1]", Reason::value_unfit},
                                            Fault{"all[2].none[1]", Reason::operator_unfit}));
}

// The words are public: clients and stored rules know them.
TEST(Words, StayAsTheyAre) {
  std::vector<std::string_view> reasons;
  for (std::size_t i = 0; i <= static_cast<std::size_t>(Reason::too_many); ++i)
    reasons.push_back(to_string(static_cast<Reason>(i)));
  EXPECT_THAT(reasons, ElementsAre("unknown_field", "operator_unfit", "value_unfit", "text_too_long", "list_too_long",
                                   "empty_group", "too_deep", "too_many"));
  std::vector<std::string_view> outcomes;
  for (std::size_t i = 0; i <= static_cast<std::size_t>(Outcome::other_type); ++i)
    outcomes.push_back(to_string(static_cast<Outcome>(i)));
  EXPECT_THAT(outcomes, ElementsAre("met", "unmet", "absent", "other_type"));
}

TEST(Words, OfOperatorsLeadBackToThem) {
  for (std::size_t i = 0; i < kOperators; ++i) {
    const auto op = static_cast<Operator>(i);
    EXPECT_EQ(operator_named(to_string(op)), op);
  }
  EXPECT_EQ(operator_named("equals"), std::nullopt);
  EXPECT_EQ(operator_named(""), std::nullopt);
}

}  // namespace
}  // namespace parlor::condition::testing
