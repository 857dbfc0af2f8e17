#include "app/topics/tail_check.h"

namespace parlor::app {
namespace {

using namespace std::chrono_literals;

constexpr auto kPeriod = 2s;

std::optional<ports::Stream> stream_of(const Topic& topic) {
  using Kind = ports::Stream::Kind;
  if (topic.kind == Topic::Kind::conversation) return ports::Stream{Kind::conversation, topic.workspace, topic.id};
  if (topic.kind == Topic::Kind::contact) return ports::Stream{Kind::contact, topic.workspace, topic.id};
  return std::nullopt;
}

}  // namespace

TailCheck::TailCheck(runtime::Worker& worker, Hub& hub, ports::ConversationStore& store)
    : worker_(worker), hub_(hub), store_(store), tick_(worker, kPeriod, [this] { ask(); }) {}

void TailCheck::start(const ports::Bus& bus) {
  if (bus.has_other_nodes()) tick_.start();
}

void TailCheck::ask() {
  std::vector<Topic> topics;
  std::vector<ports::Stream> streams;
  for (const auto& topic : hub_.followed()) {
    const auto stream = stream_of(topic);
    if (!stream) continue;
    topics.push_back(topic);
    streams.push_back(*stream);
  }
  if (streams.empty()) return;
  store_.heads(std::move(streams), [this, topics = std::move(topics)](Result<std::vector<ports::Head>> heads) mutable {
    // The store is away: the next tick asks again.
    if (!heads) return;
    worker_.post([this, topics = std::move(topics), heads = std::move(*heads)] { tell(topics, heads); });
  });
}

void TailCheck::tell(const std::vector<Topic>& topics, const std::vector<ports::Head>& heads) {
  for (std::size_t i = 0; i < topics.size(); ++i)
    hub_.deliver(std::make_shared<const Publication>(topics[i], HeadSeen{heads[i]}));
}

}  // namespace parlor::app
