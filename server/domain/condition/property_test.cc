// What must be so of every condition: random trees over random facts. A failure prints its seed.
#include "domain/condition/condition_test_kit.h"

namespace parlor::condition::testing {
namespace {

constexpr std::uint64_t kCases = 5'000;

std::vector<Condition> each_negated(const std::vector<Condition>& parts) {
  std::vector<Condition> negated;
  negated.reserve(parts.size());
  for (const auto& part : parts)
    negated.push_back(none_of({part}));
  return negated;
}

TEST(Property, DeMorganHolds) {
  std::size_t held = 0;
  for (std::uint64_t seed = 1; seed <= kCases; ++seed) {
    Chance chance(seed);
    const auto parts = chance.parts();
    const auto facts = chance.facts();
    const auto ask = [&](const Condition& condition) { return holds(condition, facts); };
    ASSERT_EQ(ask(none_of(parts)), !ask(any_of(parts))) << "seed " << seed;
    ASSERT_EQ(ask(all_of(parts)), ask(none_of(each_negated(parts)))) << "seed " << seed;
    ASSERT_EQ(ask(any_of(parts)), !ask(all_of(each_negated(parts)))) << "seed " << seed;
    ASSERT_EQ(ask(none_of(parts)), ask(all_of(each_negated(parts)))) << "seed " << seed;
    if (ask(any_of(parts))) ++held;
  }
  // Otherwise the cases say nothing.
  EXPECT_GT(held, kCases / 4);
  EXPECT_LT(held, kCases * 3 / 4);
}

TEST(Property, ExplanationAgreesWithTheAnswer) {
  std::size_t held = 0;
  for (std::uint64_t seed = 1; seed <= kCases; ++seed) {
    Chance chance(seed);
    const auto condition = chance.condition();
    const auto facts = chance.facts();
    const auto findings = explain(condition, facts);
    ASSERT_EQ(findings.front().held(), holds(condition, facts)) << "seed " << seed;
    if (findings.front().held()) ++held;
  }
  EXPECT_GT(held, kCases / 4);
  EXPECT_LT(held, kCases * 3 / 4);
}

// The node that a path names, found by reading the path.
const Condition* at_path(const Condition* condition, std::string_view path) {
  if (path.empty()) return condition;
  const auto& group = std::get<Group>(condition->node);
  EXPECT_TRUE(path.starts_with(to_string(group.quantifier))) << path;
  const auto open = path.find('[');
  const auto close = path.find(']');
  const auto& part = group.parts.at(std::stoul(std::string(path.substr(open + 1, close - open - 1))));
  return at_path(&part, path.substr(std::min(close + 2, path.size())));
}

std::size_t nodes_in(const Condition& condition) {
  std::size_t nodes = 1;
  if (const auto* group = std::get_if<Group>(&condition.node)) {
    for (const auto& part : group->parts)
      nodes += nodes_in(part);
  }
  return nodes;
}

TEST(Property, ExplanationNamesEachNodeOnceAndItsOwnAnswer) {
  for (std::uint64_t seed = 1; seed <= kCases / 10; ++seed) {
    Chance chance(seed);
    const auto condition = chance.condition();
    const auto facts = chance.facts();
    const auto findings = explain(condition, facts);
    ASSERT_EQ(findings.size(), nodes_in(condition)) << "seed " << seed;
    for (const auto& finding : findings)
      ASSERT_EQ(finding.held(), holds(*at_path(&condition, finding.path), facts)) << seed << " " << finding.path;
  }
}

TEST(Property, WhatIsLegalHasNoFault) {
  std::size_t deepest = 0;
  for (std::uint64_t seed = 1; seed <= kCases; ++seed) {
    const auto condition = Chance(seed).condition();
    ASSERT_THAT(check(condition), ::testing::IsEmpty()) << "seed " << seed;
    deepest = std::max(deepest, nodes_in(condition));
  }
  EXPECT_GT(deepest, limits::kConditionClausesMax);
}

// Breaks the clause that chance comes upon, and tells where it stands and what is wrong with it now.
Fault break_one_clause(Condition& condition, Chance& chance, const std::string& path) {
  if (auto* group = std::get_if<Group>(&condition.node)) {
    const auto index = chance.below(group->parts.size());
    return break_one_clause(group->parts[index], chance, path_of_part(path, group->quantifier, index));
  }
  auto& clause = std::get<Clause>(condition.node);
  switch (chance.below(3)) {
    case 0:
      clause.subject = Subject::named("contact." + std::to_string(chance.below(1'000)));
      return {path, Reason::unknown_field};
    case 1:
      clause = {{Field::time_hour}, Operator::contains, "9"};
      return {path, Reason::operator_unfit};
    default:
      clause = {{Field::time_hour}, Operator::is, 24.0 + static_cast<double>(chance.below(100))};
      return {path, Reason::value_unfit};
  }
}

TEST(Property, OneBrokenClauseIsTheOneFault) {
  for (std::uint64_t seed = 1; seed <= kCases; ++seed) {
    Chance chance(seed);
    auto condition = chance.condition();
    const auto fault = break_one_clause(condition, chance, {});
    ASSERT_THAT(check(condition), ::testing::ElementsAre(fault)) << "seed " << seed;
  }
}

TEST(Property, TheOrderOfPartsDoesNotMatter) {
  for (std::uint64_t seed = 1; seed <= kCases; ++seed) {
    Chance chance(seed);
    auto group = Group{static_cast<Quantifier>(chance.below(3)), chance.parts()};
    const auto facts = chance.facts();
    const bool held = holds({group}, facts);
    std::ranges::reverse(group.parts);
    ASSERT_EQ(holds({group}, facts), held) << "seed " << seed;
  }
}

}  // namespace
}  // namespace parlor::condition::testing
