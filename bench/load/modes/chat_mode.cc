#include "chat.h"
#include "modes.h"
#include "usage.h"

namespace parlor::bench {

Span measured_span(const RunPlan& plan) {
  const auto from = Clock::now() + in_seconds(plan.warm_up_s);
  return {from, from + in_seconds(plan.seconds)};
}

Busy::Busy(const RunPlan& plan)
    : pids_(plan.pids), from_(Clock::now()), server_s_(usage_of(plan.pids).processor_s), swarm_s_(own_processor_s()) {}

void Busy::add_figures(Figures& figures) const {
  const double seconds = ms_between(from_, Clock::now()) / 1000;
  figures.add("server_busy", (usage_of(pids_).processor_s - server_s_) / seconds);
  figures.add("swarm_busy", (own_processor_s() - swarm_s_) / seconds);
}

Figures chat(Bench bench) {
  bench.peer.prepare(bench.plan.conversations);
  Chat chat(bench.reactor, bench.peer, bench.plan);
  chat.assemble();
  const auto span = measured_span(bench.plan);
  chat.measure(span);
  chat.start();
  const auto pass_until = [&](Clock::time_point end) {
    bench.reactor.run_until([&] { return Clock::now() >= end; }, std::chrono::hours(1));
  };
  pass_until(span.from);
  const Busy busy(bench.plan);
  pass_until(span.until);
  Figures figures;
  busy.add_figures(figures);
  chat.stop();
  chat.drain();
  chat.add_figures(figures, "");
  figures.add("resident_mib", usage_of(bench.plan.pids).resident_kib / 1024);
  return figures;
}

}  // namespace parlor::bench
