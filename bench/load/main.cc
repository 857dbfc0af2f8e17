// The command line of the load bench. Prints the figures as one line of JSON; the exit code is 1 when a message was
// lost, doubled, out of order or refused, and 2 when nothing could be measured.
#include <array>
#include <cstdio>
#include <exception>

#include <CLI/CLI.hpp>
#include <sys/resource.h>

#include "line.h"
#include "modes/modes.h"

namespace parlor::bench {
namespace {

struct Mode {
  const char* name;
  const char* what;
  Figures (*run)(Bench);
};

constexpr std::array kModes{
    Mode{"chat", "visitors and agents write to one another", chat},
    Mode{"idle", "memory of connections that are silent", idle},
    Mode{"fan-out", "one conversation, many who listen", fan_out},
    Mode{"storm", "all are cut off at once and come back", storm},
    Mode{"mixed", "chats over both transports among many who are silent", mixed},
};

void raise_descriptor_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

bool is_all_right(const Figures& figures) {
  constexpr std::array kFaults{"lost",           "doubled",           "reordered",    "refused",      "wrong",
                               "not_resumed",    "live_lost",         "live_doubled", "live_refused", "live_reordered",
                               "websocket_lost", "websocket_doubled", "poll_lost",    "poll_doubled", "not_connected"};
  for (const char* fault : kFaults) {
    if (figures.get(fault) > 0) return false;
  }
  return true;
}

int run_plan(const RunPlan& plan, const Mode& mode) {
  raise_descriptor_limit();
  try {
    Reactor reactor;
    const Server server(plan.server);
    const auto peer = make_peer(plan.peer, reactor, server);
    const auto figures = mode.run({reactor, server, *peer, plan});
    std::fputs(figures.json(plan).c_str(), stdout);
    return is_all_right(figures) ? 0 : 1;
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "bench_load: %s\n", problem.what());
    return 2;
  }
}

// Of an option that is given twice the last counts: whoever calls us adds to a usual set.
void add_options(CLI::App& app, RunPlan& plan, bool& by_poll) {
  app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  app.add_option("--server", plan.server, "the server's address")->required();
  app.add_option("--peer", plan.peer.name, "parlor, node, nats, jetstream, nchan or ejabberd")->default_val("parlor");
  app.add_flag("--poll", by_poll, "chat over long-poll instead of WebSocket");
  app.add_option("--pids", plan.pids, "the server's processes, for memory and processor time")
      ->delimiter(',')
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  app.add_option("--conversations", plan.conversations, "each with a visitor and an agent")->capture_default_str();
  app.add_option("--window", plan.window, "messages in flight in each conversation")->capture_default_str();
  app.add_option("--rate", plan.rate, "messages a second over all; 0: as fast as they go")->capture_default_str();
  app.add_option("--clients", plan.clients, "silent, listening or storming ones; 0: what the mode usually has");
  app.add_option("--back-off", plan.back_off_s, "seconds within which a client that was cut off first comes back")
      ->capture_default_str();
  app.add_option("--warm-up", plan.warm_up_s, "seconds before measuring")->capture_default_str();
  app.add_option("--seconds", plan.seconds, "seconds of measuring")->capture_default_str();
  app.add_option("--bytes", plan.text_bytes, "bytes of a message's text")->capture_default_str();
}

int run(int argc, char** argv) {
  RunPlan plan;
  bool by_poll = false;
  CLI::App app("A swarm of visitors and agents against a running server", "bench_load");
  app.require_subcommand(1);
  app.fallthrough();
  for (const auto& mode : kModes)
    app.add_subcommand(mode.name, mode.what);
  add_options(app, plan, by_poll);
  CLI11_PARSE(app, argc, argv);
  plan.peer.transport = by_poll ? Transport::poll : Transport::websocket;
  for (const auto& mode : kModes) {
    plan.mode = mode.name;
    if (app.got_subcommand(mode.name)) return run_plan(plan, mode);
  }
  return 2;
}

}  // namespace
}  // namespace parlor::bench

int main(int argc, char** argv) {
  return parlor::bench::run(argc, argv);
}
