#include "crowd.h"
#include "modes.h"
#include "usage.h"

namespace parlor::bench {
namespace {

constexpr std::size_t kUsualClients = 15'000;
constexpr std::size_t kFirstClients = 100;
constexpr auto kSettles = std::chrono::seconds(3);

void settle(Reactor& reactor) {
  reactor.run_until([] { return false; }, kSettles);
}

}  // namespace

// A few come first, so that what a server makes once for all of them is not counted.
Figures idle(Bench bench) {
  const std::size_t clients = bench.plan.clients > 0 ? bench.plan.clients : kUsualClients;
  bench.peer.prepare(clients);
  settle(bench.reactor);
  const auto alone = usage_of(bench.plan.pids);
  Crowd first(bench.reactor, bench.peer, {.size = std::min(kFirstClients, clients / 2)});
  first.assemble();
  settle(bench.reactor);
  const auto before = usage_of(bench.plan.pids);
  const std::size_t rest = clients - std::min(kFirstClients, clients / 2);
  Crowd crowd(bench.reactor, bench.peer, {.size = rest});
  const auto began = Clock::now();
  crowd.assemble();
  const double seconds = ms_between(began, Clock::now()) / 1000;
  settle(bench.reactor);
  const auto after = usage_of(bench.plan.pids);
  const auto each = [&](double kib) { return kib / static_cast<double>(rest); };
  Figures figures;
  figures.add("clients", static_cast<double>(clients));
  figures.add("pss_kib_each", each(after.proportional_kib - before.proportional_kib));
  figures.add("rss_kib_each", each(after.resident_kib - before.resident_kib));
  figures.add("alone_rss_mib", alone.resident_kib / 1024);
  figures.add("full_rss_mib", after.resident_kib / 1024);
  figures.add("opened_per_s", static_cast<double>(rest) / seconds);
  return figures;
}

}  // namespace parlor::bench
