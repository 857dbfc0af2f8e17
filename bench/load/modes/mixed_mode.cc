#include "chat.h"
#include "crowd.h"
#include "modes.h"
#include "usage.h"

namespace parlor::bench {
namespace {

constexpr std::size_t kUsualClients = 5'000;
constexpr double kUsualRate = 1'000;
// Of the conversations and of the rate, one part in so many goes over long-poll.
constexpr std::size_t kOneByPollOf = 10;

}  // namespace

Figures mixed(Bench bench) {
  const std::size_t clients = bench.plan.clients > 0 ? bench.plan.clients : kUsualClients;
  auto by_poll = bench.plan;
  if (bench.plan.rate <= 0) bench.plan.rate = kUsualRate;
  by_poll.peer.transport = Transport::poll;
  by_poll.conversations = std::max<std::size_t>(bench.plan.conversations / kOneByPollOf, 1);
  by_poll.rate = bench.plan.rate / kOneByPollOf;
  const auto poll_peer = make_peer(by_poll.peer, bench.reactor, bench.server);
  poll_peer->prepare(by_poll.conversations);
  bench.peer.prepare(clients + bench.plan.conversations);
  Crowd crowd(bench.reactor, bench.peer, {.size = clients});
  crowd.assemble();
  Chat web(bench.reactor, bench.peer, bench.plan, clients);
  Chat poll(bench.reactor, *poll_peer, by_poll);
  web.assemble();
  poll.assemble();
  const auto span = measured_span(bench.plan);
  web.measure(span);
  poll.measure(span);
  web.start();
  poll.start();
  const Busy busy(bench.plan);
  bench.reactor.run_until([&] { return Clock::now() >= span.until; }, std::chrono::hours(1));
  Figures figures;
  busy.add_figures(figures);
  web.stop();
  poll.stop();
  web.drain();
  poll.drain();
  figures.add("clients", static_cast<double>(clients));
  web.add_figures(figures, "websocket_");
  poll.add_figures(figures, "poll_");
  figures.add("not_connected", static_cast<double>(clients - crowd.ready()));
  figures.add("resident_mib", usage_of(bench.plan.pids).resident_kib / 1024);
  return figures;
}

}  // namespace parlor::bench
