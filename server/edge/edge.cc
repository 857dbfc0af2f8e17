#include "edge/edge.h"

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/steady_timer.hpp>
#include <unistd.h>

#include "base/limits.h"
#include "edge/doctor/probe_log.h"
#include "edge/http/connection.h"
#include "edge/http/routes/routes.h"
#include "edge/http/static_files.h"
#include "edge/http/worker_edge.h"
#include "edge/net/listener.h"
#include "edge/transports/http_session.h"

namespace parlor::edge {
namespace {

using Clock = std::chrono::steady_clock;
using Timer = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, runtime::Executor>;

using SharedIdentity = std::shared_ptr<const TlsIdentity>;

constexpr auto kTick = std::chrono::seconds(1);
constexpr auto kLookAgain = std::chrono::milliseconds(20);

std::string url_of(const EdgeOptions& options, std::uint16_t port) {
  const auto& host = options.host;
  const bool is_v6 = host.contains(':') && !host.starts_with('[');
  return (options.tls ? "https://" : "http://") + (is_v6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

Result<std::vector<wire::http::Cidr>> parse_proxies(const std::vector<std::string>& texts) {
  std::vector<wire::http::Cidr> proxies;
  for (const auto& text : texts) {
    const auto proxy = wire::http::Cidr::parse(text);
    if (!proxy) return fail("not an address or range: " + text);
    proxies.push_back(*proxy);
  }
  return proxies;
}

std::optional<Certificate> certificate_of(const SharedIdentity& identity) {
  if (!identity) return std::nullopt;
  return Certificate{identity->last_day(), identity->has_expired()};
}

// One worker's edge with its wheel of time.
class Wheel {
 public:
  explicit Wheel(WorkerEdge& edge) : edge_(edge), sessions_(edge), timer_(edge.services.worker.executor()) {
    edge.sessions = &sessions_;
  }

  void start() {
    timer_.expires_after(kTick);
    timer_.async_wait([this](const boost::system::error_code& error) {
      if (error) return;
      const auto now = edge_.services.node.clock.steady();
      edge_.tick(now);
      sessions_.tick(now);
      start();
    });
  }
  void shut_down() {
    sessions_.shut_down();
    edge_.shut_down();
  }
  void stop() {
    timer_.cancel();
    edge_.drop_all();
    sessions_.drop_all();
  }

 private:
  WorkerEdge& edge_;
  HttpSessions sessions_;
  Timer timer_;
};

}  // namespace

struct Edge::Parts {
  Parts(EdgeOptions options_given, app::Node& node_given, app::Conversations& conversations_given,
        app::Accounts& accounts_given)
      : options(std::move(options_given)),
        node(node_given),
        conversations(conversations_given),
        accounts(accounts_given),
        listener(node.workers[0], [this](Accepted accepted) { spread(accepted); }),
        look_again(node.workers[0].executor()) {}

  Result<bool> make_site();
  // None without TLS.
  Result<SharedIdentity> load_identity() const;
  void make_workers(const SharedIdentity& identity);
  void spread(const Accepted& accepted);
  // None: it may not come in. Else whether it is counted.
  std::optional<bool> admit(const Accepted& accepted);
  void wait_until_gone(Clock::time_point until, std::move_only_function<void()> done);
  void stop_all(std::move_only_function<void()> done);
  bool is_empty() const;

  EdgeOptions options;
  app::Node& node;
  app::Conversations& conversations;
  app::Accounts& accounts;
  std::unique_ptr<Site> site;
  std::vector<std::unique_ptr<WorkerEdge>> edges;
  std::vector<std::unique_ptr<Wheel>> wheels;
  ProbeLog probes;
  Listener listener;
  Timer look_again;
  std::size_t next_worker = 0;
};

Result<bool> Edge::Parts::make_site() {
  const auto public_url = options.public_url.empty() ? url_of(options, listener.port()) : options.public_url;
  const auto origin = PublicOrigin::parse(public_url);
  if (!origin) return fail("not the address of a site: " + public_url);
  auto trusted = parse_proxies(options.trusted_proxies);
  if (!trusted) return std::unexpected(trusted.error());
  site = std::make_unique<Site>(options, origin->text(), *origin, std::move(*trusted), panel_path(assets()));
  return true;
}

Result<SharedIdentity> Edge::Parts::load_identity() const {
  if (!options.tls) return SharedIdentity();
  return TlsIdentity::load(*options.tls);
}

void Edge::Parts::make_workers(const SharedIdentity& identity) {
  const auto table = routes(options.test_endpoints);
  for (std::size_t i = 0; i < node.workers.size(); ++i) {
    Services services{node, node.workers[i],     *node.locals[i], conversations, accounts, site->public_url,
                      {},   wire::FrameDecoder()};
    edges.push_back(std::make_unique<WorkerEdge>(std::move(services), *site, table));
    edges.back()->identity = identity;
    wheels.push_back(std::make_unique<Wheel>(*edges.back()));
  }
  for (auto& edge : edges)
    edge->all = edges;
  edges.front()->probes = &probes;
  for (std::size_t i = 0; i < wheels.size(); ++i)
    node.workers[i].post([wheel = wheels[i].get()] { wheel->start(); });
}

std::optional<bool> Edge::Parts::admit(const Accepted& accepted) {
  const auto is_trusted =
      std::ranges::any_of(site->trusted, [&](const auto& range) { return range.contains(accepted.peer); });
  if (is_trusted || accepted.peer.is_loopback()) return false;
  auto& count = edges.front()->strangers.sockets[prefix_of(accepted.peer)];
  if (count >= limits::kSocketsPerPrefixMax) return std::nullopt;
  ++count;
  return true;
}

void Edge::Parts::spread(const Accepted& accepted) {
  const auto counted = admit(accepted);
  if (!counted) {
    edges.front()->counters.refused_sockets.add();
    ::close(accepted.descriptor);
    return;
  }
  auto& edge = *edges[next_worker++ % edges.size()];
  edge.services.worker.post([&edge, accepted, counted = *counted] { edge.adopt(accepted, counted); });
}

bool Edge::Parts::is_empty() const {
  return std::ranges::all_of(edges, [](const auto& edge) { return edge->counters.connections.read() == 0; });
}

void Edge::Parts::wait_until_gone(Clock::time_point until, std::move_only_function<void()> done) {
  if (is_empty() || Clock::now() >= until) return stop_all(std::move(done));
  look_again.expires_after(kLookAgain);
  look_again.async_wait([this, until, done = std::move(done)](const boost::system::error_code&) mutable {
    wait_until_gone(until, std::move(done));
  });
}

void Edge::Parts::stop_all(std::move_only_function<void()> done) {
  // Called when the last worker has let go.
  const auto last = std::shared_ptr<void>(
      nullptr, [done = std::make_shared<std::move_only_function<void()>>(std::move(done))](void*) { (*done)(); });
  for (std::size_t i = 0; i < wheels.size(); ++i) {
    node.workers[i].post([wheel = wheels[i].get(), last] { wheel->stop(); });
  }
}

Edge::Edge(EdgeOptions options, app::Node& node, app::Conversations& conversations, app::Accounts& accounts)
    : parts_(std::make_unique<Parts>(std::move(options), node, conversations, accounts)) {}

Edge::~Edge() {
  for (auto& wheel : parts_->wheels)
    wheel->stop();
}

Result<Endpoint> Edge::listen() {
  const auto identity = parts_->load_identity();
  if (!identity) return std::unexpected(identity.error());
  const auto bound = parts_->listener.bind(parts_->options.host, parts_->options.port);
  if (!bound) return std::unexpected(bound.error());
  const auto made = parts_->make_site();
  if (!made) return std::unexpected(made.error());
  parts_->make_workers(*identity);
  parts_->node.workers[0].post([parts = parts_.get()] { parts->listener.start(); });
  const auto port = parts_->listener.port();
  return Endpoint{port, url_of(parts_->options, port), parts_->site->public_url, certificate_of(*identity)};
}

Result<Certificate> Edge::renew_tls() {
  const auto identity = parts_->load_identity();
  if (!identity) return std::unexpected(identity.error());
  for (std::size_t i = 0; i < parts_->edges.size(); ++i) {
    parts_->node.workers[i].post([edge = parts_->edges[i].get(), renewed = *identity] { edge->identity = renewed; });
  }
  return certificate_of(*identity).value_or(Certificate());
}

void Edge::shut_down(std::move_only_function<void()> done) {
  auto& parts = *parts_;
  parts.node.workers[0].post([&parts, done = std::move(done)]() mutable {
    parts.listener.stop();
    for (std::size_t i = 0; i < parts.wheels.size(); ++i) {
      parts.node.workers[i].post([wheel = parts.wheels[i].get()] { wheel->shut_down(); });
    }
    parts.wait_until_gone(Clock::now() + limits::kShutdownTime, std::move(done));
  });
}

}  // namespace parlor::edge
