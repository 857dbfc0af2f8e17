// The rules at work: a message in an open conversation, decided and evolved; and taking a conversation from the queue.
#include <benchmark/benchmark.h>

#include "domain/conversation/decide.h"
#include "domain/conversation/evolve.h"

namespace parlor::conversation {
namespace {

IdBytes numbered(std::uint64_t number) {
  IdBytes bytes{};
  for (std::size_t index = bytes.size(); number > 0; number >>= 8U)
    bytes[--index] = static_cast<std::uint8_t>(number);
  return bytes;
}

const Actor kVic = Actor::visitor(ContactId{numbered(1)});
const Actor kAda = Actor::agent(UserId{numbered(2)});

Context at(std::int64_t ms) {
  return {.now = from_unix_ms(1'772'442'900'000 + ms),
          .fresh_id = MessageId{numbered(static_cast<std::uint64_t>(ms) + 10)}};
}

Command command(Actor actor, std::int64_t number, Wish wish) {
  return {.actor = actor,
          .client_id = ClientId{numbered(static_cast<std::uint64_t>(number) + 1000)},
          .wish = std::move(wish)};
}

bool apply(State& state, const Command& wanted, const Context& context) {
  const auto decided = decide(state, wanted, context);
  if (!decided) return false;
  for (const auto& event : decided->events)
    evolve(state, event);
  return true;
}

PostMessage a_message() {
  return {.body = TextBody{"Is the Alma in stock, and in moss green as well?"}};
}

State queued_conversation() {
  State state;
  state.id = ConversationId{numbered(9)};
  apply(state, command(kVic, 1, Start{InboxId{numbered(3)}, kVic.contact()}), at(1));
  apply(state, command(kVic, 2, a_message()), at(2));
  return state;
}

void PostInAnOpenConversation(benchmark::State& bench) {
  State state = queued_conversation();
  if (!apply(state, command(kAda, 3, Accept{}), at(3))) return bench.SkipWithError("not accepted");
  std::int64_t number = 4;
  for (auto _ : bench) {
    const bool done = apply(state, command(kVic, number, a_message()), at(number));
    if (!done) bench.SkipWithError("refused");
    ++number;
  }
  bench.SetItemsProcessed(bench.iterations());
}
BENCHMARK(PostInAnOpenConversation);

void AcceptFromTheQueue(benchmark::State& bench) {
  const State queued = queued_conversation();
  const auto accept = command(kAda, 3, Accept{});
  for (auto _ : bench) {
    auto decided = decide(queued, accept, at(3));
    benchmark::DoNotOptimize(decided);
    if (!decided) bench.SkipWithError("refused");
  }
  bench.SetItemsProcessed(bench.iterations());
}
BENCHMARK(AcceptFromTheQueue);

}  // namespace
}  // namespace parlor::conversation
