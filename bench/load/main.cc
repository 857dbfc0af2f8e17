// The command line of the load bench.
#include <cstdio>

#include <CLI/CLI.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "swarm.h"

namespace parlor::bench {
namespace {

namespace asio = runtime::asio;

int run_plan(const LoadPlan& plan) {
  const auto server = client::resolve_server(plan.server);
  if (!server) {
    std::fputs((server.error().text + "\n").c_str(), stderr);
    return 2;
  }
  asio::io_context context(1);
  const auto loop = std::make_unique<client::Loop>(context);
  Swarm swarm(*loop, *server, plan);
  asio::co_spawn(context, swarm.run(), asio::detached);
  context.run();
  if (!swarm.trouble().empty()) {
    std::fputs((swarm.trouble() + "\n").c_str(), stderr);
    return 2;
  }
  const LoadFigures figures = swarm.figures();
  const bool all_right = figures.all_right();
  std::fputs(report(plan, figures).c_str(), stdout);
  return all_right ? 0 : 1;
}

int run(int argc, char** argv) {
  LoadPlan plan;
  CLI::App app("A swarm of visitors and agents against a running Parlor with the demo's data", "bench_load");
  app.add_option("--server", plan.server, "the server's address")->required();
  app.add_option("--conversations", plan.conversations, "each with a visitor and an agent")->capture_default_str();
  app.add_option("--window", plan.window, "messages in flight in each conversation")->capture_default_str();
  app.add_option("--rate", plan.rate, "messages a second over all; 0: saturated")->capture_default_str();
  app.add_option("--warm-up", plan.warm_up_s, "seconds before measuring")->capture_default_str();
  app.add_option("--seconds", plan.seconds, "seconds of measuring")->capture_default_str();
  app.add_option("--bytes", plan.text_bytes, "bytes of a message's text")->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  return run_plan(plan);
}

}  // namespace
}  // namespace parlor::bench

int main(int argc, char** argv) {
  return parlor::bench::run(argc, argv);
}
