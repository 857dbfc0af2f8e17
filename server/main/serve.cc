// `parlor serve`: opens the installation, puts the edge in front of it, tells where it listens, and goes when it is
// told to.
#include <csignal>
#include <future>
#include <thread>

#include <fmt/core.h>
#include <pthread.h>
#include <sys/resource.h>
#include <unistd.h>

#include "edge/edge.h"
#include "main/fail_with.h"
#include "main/installation.h"
#include "main/listen_address.h"
#include "main/options.h"
#include "main/tls_renewal.h"
#include "runtime/timer.h"

namespace parlor::main {
namespace {

using namespace std::chrono_literals;

constexpr auto kDirectoryRenewal = 3s;
constexpr auto kSnoozeCheck = 2s;
constexpr auto kHealthCheck = 500ms;
constexpr timespec kFilesCheck = {.tv_sec = 1, .tv_nsec = 0};
constexpr std::size_t kWorkersMax = 8;

// Signals are waited for by the main thread alone; every thread made after this inherits that they are blocked
// elsewhere.
sigset_t take_signals(bool with_hangup) {
  std::signal(SIGPIPE, SIG_IGN);
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  if (with_hangup) sigaddset(&signals, SIGHUP);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

// Each connection is a descriptor: take all that the system allows.
void raise_descriptor_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

std::size_t worker_count(const ServeOptions& options) {
  if (options.workers > 0) return options.workers;
  return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, kWorkersMax);
}

std::optional<std::string> refuse_options(const ServeOptions& options, const ListenAddress& address) {
  if (options.demo && !address.is_loopback()) return "--demo has well-known passwords and serves loopback only";
  if (options.test_endpoints && !address.is_loopback()) return "--test-endpoints serves loopback only";
  if (options.acknowledge_early && !options.test_endpoints) return "--unsafe-acknowledge-early needs --test-endpoints";
  return std::nullopt;
}

edge::EdgeOptions edge_options(const ServeOptions& options, const ListenAddress& address) {
  edge::EdgeOptions edge;
  edge.host = address.host;
  edge.port = address.port;
  edge.public_url = options.public_url;
  edge.trusted_proxies = options.trusted_proxies;
  if (!options.tls_cert.empty()) edge.tls = {options.tls_cert, options.tls_key, options.tls_min == "1.2"};
  edge.demo = options.demo;
  edge.test_endpoints = options.test_endpoints;
  return edge;
}

// What the operator is told on standard output; the machine-readable line goes to standard error, last.
void print_welcome(const ServeOptions& options, const edge::Endpoint& endpoint,
                   const std::optional<Secret>& setup_token) {
  if (options.test_endpoints) fmt::print("WARNING: test endpoints are open under /_test/.\n");
  if (options.acknowledge_early) fmt::print("WARNING: messages are acknowledged before they are stored.\n");
  if (options.demo) {
    fmt::print(
        "Demo shop:  {0}/demo/\nDashboard:  {0}/  (ada@casa.example, ben@casa.example or orla@casa.example; password "
        "casa-demo)\n",
        endpoint.public_url);
  } else if (setup_token) {
    fmt::print("Set up:     {}/setup#{}  (works once)\n", endpoint.public_url, setup_token->reveal());
  } else {
    fmt::print("Dashboard:  {}/\n", endpoint.public_url);
  }
  if (endpoint.certificate) fmt::print("{}\n", describe(*endpoint.certificate));
  std::fflush(stdout);
  fmt::print(stderr, "listening on {}\n", endpoint.url);
}

// What the server does by itself, again and again, on its first worker.
class Housekeeping {
 public:
  explicit Housekeeping(Installation& installation)
      : installation_(installation),
        renew_(installation.workers()[0], kDirectoryRenewal,
               [this] { installation_.node().directory.renew([](auto) {}); }),
        wake_(installation.workers()[0], kSnoozeCheck, [this] { installation_.conversations().wake_snoozed(); }),
        health_(installation.workers()[0], kHealthCheck, [this] { leave_if_broken(); }) {}

  void start() {
    installation_.workers()[0].post([this] {
      installation_.node().presence.start();
      installation_.router().start();
      renew_.start();
      wake_.start();
      health_.start();
    });
  }
  bool is_broken() const { return broken_; }

 private:
  // After a failed fsync nothing can be promised any more: acknowledge nothing, go, and let a restart read what the
  // disk really holds.
  void leave_if_broken() {
    if (installation_.store_is_healthy() || broken_.exchange(true)) return;
    kill(getpid(), SIGTERM);
  }

  Installation& installation_;
  runtime::Every renew_;
  runtime::Every wake_;
  runtime::Every health_;
  std::atomic<bool> broken_ = false;
};

void wait_for_end(const sigset_t& signals, std::optional<TlsRenewal> renewal) {
  for (;;) {
    const int signal = renewal ? sigtimedwait(&signals, nullptr, &kFilesCheck) : sigwaitinfo(&signals, nullptr);
    if (signal == SIGTERM || signal == SIGINT) return;
    if (!renewal) continue;
    if (signal == SIGHUP) {
      renewal->renew("asked to");
    } else {
      renewal->look();
    }
  }
}

void shut_down(edge::Edge& edge) {
  std::promise<void> done;
  edge.shut_down([&done] { done.set_value(); });
  done.get_future().wait();
}

Result<std::optional<Secret>> prepare_people(const ServeOptions& options, Installation& installation) {
  if (options.demo) {
    const auto seeded = installation.wait_for(installation.accounts().seed_demo());
    if (!seeded) return fail("cannot make the demo's workspace");
    return std::nullopt;
  }
  auto token = installation.wait_for(installation.accounts().make_setup_token());
  if (!token) return fail("cannot make the set-up token");
  return std::move(*token);
}

}  // namespace

int serve(const ServeOptions& options) {
  const auto address = parse_listen(options.listen);
  if (!address) return fail_with("--listen needs HOST:PORT");
  if (const auto refused = refuse_options(options, *address)) return fail_with(*refused);
  const bool has_tls = !options.tls_cert.empty();
  const auto signals = take_signals(has_tls);
  raise_descriptor_limit();
  auto installation = Installation::open(
      {options.data_folder, options.key_file, worker_count(options), true, options.acknowledge_early});
  if (!installation) return fail_with(installation.error().text);
  auto& parts = **installation;
  auto setup_token = prepare_people(options, parts);
  if (!setup_token) return fail_with(setup_token.error().text);
  Housekeeping housekeeping(parts);
  edge::Edge edge(edge_options(options, *address), parts.node(), parts.conversations(), parts.accounts());
  const auto endpoint = edge.listen();
  if (!endpoint) return fail_with(endpoint.error().text);
  housekeeping.start();
  print_welcome(options, *endpoint, *setup_token);
  wait_for_end(signals, has_tls ? std::optional<TlsRenewal>(std::in_place, edge, options) : std::nullopt);
  shut_down(edge);
  parts.stop();
  if (!housekeeping.is_broken()) return 0;
  return fail_with("the disk failed (" + parts.breakage() + "); what was acknowledged is stored, start again");
}

}  // namespace parlor::main
