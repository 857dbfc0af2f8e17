// One pass over tens of thousands of floors by chance: it keeps its promises, it decides like the plain pass, and
// explain() says what it does.
#include "domain/routing/any_floor_test_kit.h"
#include "domain/routing/promises_test_kit.h"

namespace parlor::routing::testing {
namespace {

// In the middle of a day: agents hold chats and have offers, chats have been passed on, visitors have left.
House any_house(Chance& chance, Size size) {
  Builder builder(chance, size);
  auto house = builder.house();
  house.now = kMonday + 10min;
  for (auto& agent : house.agents) {
    agent.load = static_cast<Weight>(25 * chance.below(static_cast<std::size_t>(agent.capacity) * 4 + 1));
    agent.has_offer = chance.percent(10);
    if (chance.percent(80)) agent.last_offered_at = kMonday + Millis(1'000 * chance.below(5));
  }
  const auto waiting = chance.below(size.waiting + 1);
  for (std::uint32_t number = 0; number < waiting; ++number) {
    house.waiting.push_back(builder.waiting(number, kMonday + chance.seconds_below(600)));
    auto& one = house.waiting.back();
    for (const auto& agent : house.agents)
      if (chance.percent(15)) one.passed_by.push_back(agent.id);
    one.has_offer = chance.percent(5);
    if (chance.percent(5)) one.visitor_left_at = one.since;
  }
  return house;
}

Rings rings_of(const std::vector<Offering>& offers) {
  Rings rings;
  rings.reserve(offers.size());
  for (const auto& offer : offers)
    rings.emplace_back(offer.conversation, offer.agent);
  return rings;
}

std::optional<UserId> offered_to(const Moves& moves, ConversationId conversation) {
  const auto found = std::ranges::find(moves.offers, conversation, &Offering::conversation);
  return found == moves.offers.end() ? std::nullopt : std::optional(found->agent);
}

// Each agent who may take it may, and each who is left out may not or went to somebody ahead.
std::optional<std::string> wrong_about_agents(const Floor& floor, const Waiting& waiting, const Moves& moves) {
  const Promises promises(floor);
  const auto explanation = explain(floor, waiting);
  const auto is_taken = [&](UserId agent) {
    const auto offer = std::ranges::find(moves.offers, agent, &Offering::agent);
    if (offer == moves.offers.end()) return false;
    return promises.is_before(*std::ranges::find(floor.waiting, offer->conversation, &Waiting::id), waiting);
  };
  if (explanation.may_take.size() + explanation.left_out.size() != floor.agents.size())
    return "explain forgets an agent";
  for (const auto& agent : floor.agents) {
    const bool may = promises.may_take(agent, waiting) && !is_taken(agent.id);
    if (may != (std::ranges::count(explanation.may_take, agent.id) > 0)) return "explain is wrong about an agent";
  }
  return std::nullopt;
}

std::optional<std::string> disagrees(const Floor& floor, const Waiting& waiting, const Moves& moves) {
  const auto explanation = explain(floor, waiting);
  const auto offered = offered_to(moves, waiting.id);
  const bool says_offered = explanation.outcome == Outcome::offered;
  if (says_offered != offered.has_value()) return "explain and pass disagree whether it is offered";
  if (offered && explanation.agent != offered) return "explain and pass disagree to whom";
  const auto all = positions(floor);
  const auto own = std::ranges::find(all, waiting.id, &Position::conversation);
  if (own == all.end() || own->number != explanation.position) return "explain and the queue disagree on the place";
  return wrong_about_agents(floor, waiting, moves);
}

TEST(AnyFloor, SeesThePromisesKept) {
  for_many_seeds(60'000, [](std::uint64_t seed) {
    Chance chance(seed);
    const auto house = any_house(chance, {});
    return Promises(house.floor()).broken_by(pass(house.floor()).offers);
  });
}

TEST(AnyFloor, IsDecidedAsThePlainPassDecides) {
  for_many_seeds(30'000, [](std::uint64_t seed) -> std::optional<std::string> {
    Chance chance(seed);
    const auto house = any_house(chance, {.skills = 4, .agents = 10, .waiting = 16});
    if (rings_of(pass(house.floor()).offers) == PlainPass(house.floor()).rings()) return std::nullopt;
    return "the pass and the plain pass differ";
  });
}

TEST(AnyFloor, IsDecidedTheSameInWhateverOrderItIsGiven) {
  for_many_seeds(5'000, [](std::uint64_t seed) -> std::optional<std::string> {
    Chance chance(seed);
    auto house = any_house(chance, {});
    const auto before = pass(house.floor()).offers;
    std::ranges::reverse(house.agents);
    std::ranges::reverse(house.waiting);
    std::ranges::reverse(house.teams);
    if (pass(house.floor()).offers == before) return std::nullopt;
    return "the order of the lists decides";
  });
}

TEST(AnyFloor, IsExplainedAsItIsDecided) {
  for_many_seeds(20'000, [](std::uint64_t seed) -> std::optional<std::string> {
    Chance chance(seed);
    const auto house = any_house(chance, {});
    if (house.waiting.empty()) return std::nullopt;
    const auto moves = pass(house.floor());
    return disagrees(house.floor(), house.waiting[chance.below(house.waiting.size())], moves);
  });
}

// Each promise is seen broken when it is: the same eyes, over offers that nobody would make.
std::string seen(const Scene& scene, const std::vector<Offering>& offers) {
  const auto floor = scene.floor();
  return Promises(floor).broken_by(offers).value_or("");
}

TEST(Promises, AreSeenBroken) {
  const Offering to_ada{kVic, kAda, kOrders, 15s, false};
  EXPECT_EQ(seen(given({ada()}, {vic()}), {to_ada}), "");
  EXPECT_EQ(seen(given({ada()}, {vic()}), {}), "a chat waits that somebody could take");
  EXPECT_EQ(seen(given({ben()}, {vic()}), {to_ada}), "an offer from nowhere");
  EXPECT_EQ(seen(given({ada()}, {with(vic(), &Waiting::has_offer, true)}), {to_ada}),
            "a chat is offered that must not be");
  EXPECT_EQ(seen(given({ada(), ben()}, {vic()}), {to_ada, {kVic, kBen, kOrders, 15s, false}}),
            "a chat is offered twice");
  EXPECT_EQ(seen(given({ada()}, {vic(), wanda()}), {to_ada, {kWanda, kAda, kOrders, 15s, false}}),
            "two offers ring at one agent");
  EXPECT_EQ(seen(given({ada()}, {with(vic(), &Waiting::required, {{kSpanish, 1}})}), {to_ada}),
            "a required skill is missing");
  EXPECT_EQ(seen(given({with(ada(), &Agent::load, 301)}, {vic()}), {to_ada}), "a capacity is exceeded");
  EXPECT_EQ(seen(given({with(ada(), &Agent::status, Status::away)}, {vic()}), {to_ada}),
            "an agent is asked who must not be");
  EXPECT_EQ(seen(given({ada()}, {with(vic(), &Waiting::passed_by, {kAda})}), {to_ada}), "the round is wrong");
  EXPECT_EQ(seen(given({ada()}, {vic(2s), wanda(1s)}), {to_ada}), "somebody behind went first");
}

}  // namespace
}  // namespace parlor::routing::testing
