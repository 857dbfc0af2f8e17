// Facts as they are at Casa & Co, and conditions by chance, for the tests of this folder.
#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/limits.h"
#include "domain/condition/check.h"
#include "domain/condition/evaluate.h"

namespace parlor::condition::testing {

inline const Texts kWeekend{"saturday", "sunday"};

// Vic, a regular customer from Austria, asks about a sofa on a Saturday morning.
inline Facts vic_asks() {
  Facts facts;
  facts.set({Field::contact_vip}, false)
      .set({Field::contact_returning}, true)
      .set({Field::contact_conversations}, 3.0)
      .set({Field::contact_language}, "de-AT")
      .set(Subject::attribute("plan"), "Gold")
      .set(Subject::attribute("orders"), 12.0)
      .set(Subject::attribute("newsletter"), true)
      .set({Field::conversation_message}, "Wo bleibt mein SOFA? Ich möchte mein Geld zurück!")
      .set({Field::conversation_sentiment}, -0.75)
      .set({Field::conversation_tags}, Texts{"Delivery", "sofa"})
      .set({Field::page_url}, "https://casa.example/sofas/oslo")
      .set({Field::time_hour}, 9.0)
      .set({Field::time_weekday}, "saturday")
      .set({Field::queue_length}, 0.0);
  return facts;
}

struct Given {
  Facts facts;

  void then_holds(const Condition& condition) const {
    EXPECT_THAT(check(condition), ::testing::IsEmpty());
    EXPECT_TRUE(holds(condition, facts));
  }
  void then_not(const Condition& condition) const {
    EXPECT_THAT(check(condition), ::testing::IsEmpty());
    EXPECT_FALSE(holds(condition, facts));
  }
};
inline Given given(Facts facts) {
  return {std::move(facts)};
}

// Conditions and facts from a seed: legal, of every field and operator, and made from few enough values that clauses
// hold about as often as not.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : random_(seed) {}

  std::size_t below(std::size_t bound) { return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_); }
  bool one_in(std::size_t many) { return below(many) == 0; }

  Condition condition() {
    clauses_left_ = 1 + below(limits::kConditionClausesMax);
    return node(0);
  }
  std::vector<Condition> parts() {
    clauses_left_ = 1 + below(12);
    return several(2);
  }

  Facts facts() {
    Facts facts;
    for (const auto& row : catalogue()) {
      if (!one_in(4)) facts.set(subject_of(row), value_of(row, row.types[below(row.types.size())]));
    }
    return facts;
  }

 private:
  Condition node(std::size_t groups_above) {
    if (groups_above == limits::kConditionGroupsDeepMax || clauses_left_ < 2 || one_in(3)) return a_clause();
    return {Group{static_cast<Quantifier>(below(3)), several(groups_above + 1)}};
  }

  std::vector<Condition> several(std::size_t groups_above) {
    std::vector<Condition> parts;
    do {
      parts.push_back(node(groups_above));
    } while (clauses_left_ > 0 && !one_in(3));
    return parts;
  }

  Condition a_clause() {
    if (clauses_left_ > 0) --clauses_left_;
    const auto& row = catalogue()[below(kFields)];
    const auto type = row.types[below(row.types.size())];
    std::vector<Fit> fitting;
    std::ranges::copy_if(fits(), std::back_inserter(fitting), [&](const Fit& fit) { return fit.type == type; });
    const auto& fit = fitting[below(fitting.size())];
    return {Clause{subject_of(row), fit.op, operand_of(row, fit.operand)}};
  }

  Subject subject_of(const CatalogueRow& row) {
    if (row.field != Field::contact_attribute) return {row.field, {}};
    return Subject::attribute(one_in(2) ? "plan" : "orders");
  }

  double number(const CatalogueRow& row) {
    const auto low = row.low < -100 ? -3 : row.low;
    const auto high = row.high > 100 ? 3 : row.high;
    return low + (high - low) * static_cast<double>(below(5)) / 4;
  }

  std::string text(const CatalogueRow& row) {
    if (!row.choices.empty()) return std::string(row.choices[below(row.choices.size())]);
    constexpr std::string_view kWords[] = {"a", "A", "ab", "Abc", "bc", "MÖBEL", "möbel"};
    return std::string(kWords[below(std::size(kWords))]);
  }

  Texts texts(const CatalogueRow& row) {
    Texts texts;
    do {
      texts.push_back(text(row));
    } while (!one_in(2));
    return texts;
  }

  Value value_of(const CatalogueRow& row, Type type) {
    switch (type) {
      case Type::flag:
        return one_in(2);
      case Type::number:
        return number(row);
      case Type::text:
        return text(row);
      case Type::texts:
        return texts(row);
    }
    return {};
  }

  Operand operand_of(const CatalogueRow& row, OperandKind kind) {
    switch (kind) {
      case OperandKind::none:
        return {};
      case OperandKind::flag:
        return one_in(2);
      case OperandKind::number:
        return number(row);
      case OperandKind::text:
        return text(row);
      case OperandKind::texts:
        return texts(row);
      case OperandKind::range: {
        const auto [from, to] = std::minmax({number(row), number(row)});
        return Range{from, to};
      }
    }
    return {};
  }

  std::mt19937_64 random_;
  std::size_t clauses_left_ = 0;
};

}  // namespace parlor::condition::testing
