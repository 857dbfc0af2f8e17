// The two frames that a chat consists of: decoding a visitor's message.post, encoding the event that it becomes.
#include <benchmark/benchmark.h>

#include "wire/json/server_message.h"

namespace parlor::wire {
namespace {

const std::string kText =
    "Good morning, does the Alma sofa come in moss green as well, and could it be here before the twentieth?";
constexpr std::string_view kConversation = "018f3c2a-7b10-7001-8a00-000000000001";
constexpr std::string_view kClient = "018f3c2a-7b10-7003-8a00-000000000003";

MessagePostParams a_post() {
  return {.conversation = *Uuid::parse(kConversation), .client_id = *Uuid::parse(kClient), .body = TextBody{kText}};
}

Event an_event() {
  return {.topic = Topic::conversation(*Uuid::parse(kConversation)),
          .epoch = "k7Jq2",
          .seq = 42,
          .prev = 41,
          .at = 1'772'442'900'000,
          .actor = {ActorKind::kVisitor, *Uuid::parse(kClient), "Vic"},
          .client_id = Uuid::parse(kClient),
          .data = MessagePosted{.message = *Uuid::parse(kClient), .version = 1, .body = TextBody{kText}}};
}

void decode_message_post(benchmark::State& state) {
  const std::string frame = encode_request("7", a_post());
  FrameDecoder decoder;
  for (auto _ : state) {
    auto decoded = decoder.decode(frame);
    benchmark::DoNotOptimize(decoded);
    if (!decoded || !std::holds_alternative<Request>(decoded->messages.front())) state.SkipWithError("not decoded");
  }
  state.SetItemsProcessed(state.iterations());
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(frame.size()));
}
BENCHMARK(decode_message_post);

void encode_message_posted(benchmark::State& state) {
  const Event event = an_event();
  std::size_t bytes = 0;
  for (auto _ : state) {
    auto frame = encode_notification(event);
    bytes = frame.size();
    benchmark::DoNotOptimize(frame);
  }
  state.SetItemsProcessed(state.iterations());
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}
BENCHMARK(encode_message_posted);

void encode_post_result(benchmark::State& state) {
  const MessagePostResult result{.message = *Uuid::parse(kClient), .seq = 42, .at = 1'772'442'900'000};
  for (auto _ : state) {
    auto frame = encode_result("7", result);
    benchmark::DoNotOptimize(frame);
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(encode_post_result);

}  // namespace
}  // namespace parlor::wire
