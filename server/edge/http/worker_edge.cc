#include "edge/http/worker_edge.h"

#include "edge/http/connection.h"
#include "edge/net/tls_stream.h"
#include "wire/http/response_writer.h"

namespace parlor::edge {

WorkerEdge::WorkerEdge(Services services_of_worker, const Site& the_site, std::span<const Route> the_routes)
    : services(std::move(services_of_worker)),
      site(the_site),
      routes(the_routes),
      parser(limits::kEchoBytesMax),
      turns_(services.worker.executor()),
      date_(wire::http::imf_fixdate(to_unix_ms(services.node.clock.now()) / 1000)) {}

WorkerEdge::~WorkerEdge() = default;

std::unique_ptr<Stream> WorkerEdge::make_stream(BareConnection connection) {
  auto socket = adopt_socket(services.worker.executor(), connection);
  if (connection.tls) return std::make_unique<TlsStream>(std::move(socket), std::move(connection.tls));
  if (identity) return std::make_unique<TlsStream>(std::move(socket), TlsServing{identity, &turns_});
  return make_plain_stream(std::move(socket));
}

void WorkerEdge::adopt(Accepted accepted, bool counted) {
  auto stream = make_stream({accepted.descriptor, accepted.is_v6});
  counters.accepted.add();
  const auto connection =
      std::make_shared<Connection>(*this, std::move(stream), Arrival{accepted.peer, accepted.is_v6, counted});
  if (closing_) return connection->close();
  connection->start();
}

void WorkerEdge::add(Connection& connection) {
  connection.slot = connections_.size();
  connections_.push_back(&connection);
  counters.connections.add();
}

void WorkerEdge::remove(Connection& connection) {
  auto* last = connections_.back();
  connections_[connection.slot] = last;
  last->slot = connection.slot;
  connections_.pop_back();
  counters.connections.sub();
}

void WorkerEdge::flush_later(std::shared_ptr<Connection> connection) {
  connection->flush_asked = true;
  unflushed_.push_back(std::move(connection));
  if (unflushed_.size() > 1) return;
  // Twice: what a commit publishes stands in the queue behind what it answers, and goes with the same write.
  services.worker.post([this] { services.worker.post([this] { flush_all(); }); });
}

void WorkerEdge::flush_all() {
  for (const auto& each : std::exchange(unflushed_, {}))
    each->flush();
}

void WorkerEdge::tick(Time now) {
  date_ = wire::http::imf_fixdate(to_unix_ms(services.node.clock.now()) / 1000);
  // Backwards: a connection that closes itself is replaced by one that was visited already.
  for (auto i = connections_.size(); i-- > 0;) {
    if (i < connections_.size()) connections_[i]->shared_from_this()->tick(now);
  }
}

void WorkerEdge::shut_down() {
  closing_ = true;
  for (auto i = connections_.size(); i-- > 0;) {
    if (i < connections_.size()) connections_[i]->shared_from_this()->shut_down(return_time());
  }
}

void WorkerEdge::drop_all() {
  while (!connections_.empty())
    connections_.back()->close();
  turns_.clear();
  unflushed_.clear();
}

bool WorkerEdge::is_known_origin(const std::string& origin) {
  auto directory = services.node.directory.snapshot();
  if (directory != directory_) {
    origins_.clear();
    for (const auto& [id, inbox] : directory->inboxes)
      origins_.insert(inbox.origins.begin(), inbox.origins.end());
    directory_ = std::move(directory);
  }
  return origins_.contains(origin);
}

Millis WorkerEdge::return_time() {
  const auto chance = services.node.ids.next().back();
  return limits::kReturnSpread * chance / 255;
}

}  // namespace parlor::edge
