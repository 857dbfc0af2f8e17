// WorkerEdge: what the edge holds on one worker: its connections, the one read buffer they borrow, the wheel of time,
// the counters. Touched only on its worker, the counters aside, which anyone may read.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <string>
#include <unordered_set>
#include <vector>

#include "edge/auth/attempts.h"
#include "edge/http/counters.h"
#include "edge/http/router.h"
#include "edge/http/site.h"
#include "edge/limits.h"
#include "edge/net/handshake_turns.h"
#include "edge/net/listener.h"
#include "edge/net/stream.h"
#include "edge/net/tls_identity.h"
#include "edge/session/services.h"
#include "wire/json/reader.h"

namespace parlor::edge {

class Connection;
class HttpSessions;
class ProbeLog;

// What strangers may do how often; one for the whole server, on the first worker.
struct StrangerBudgets {
  Attempts visitors{limits::kVisitorsPerPrefixPerMinute, limits::kPrefixesRememberedMax};
  Attempts sign_ins{limits::kSignInFailuresPerPrefixPerMinute, limits::kPrefixesRememberedMax};
  Attempts emails{limits::kSignInFailuresPerEmailPerMinute, limits::kPrefixesRememberedMax};
  std::unordered_map<std::string, std::size_t> sockets;
};

class WorkerEdge {
 public:
  WorkerEdge(Services services_of_worker, const Site& the_site, std::span<const Route> the_routes);
  ~WorkerEdge();
  WorkerEdge(const WorkerEdge&) = delete;
  WorkerEdge& operator=(const WorkerEdge&) = delete;

  // The bytes of a connection that another worker accepted or released.
  std::unique_ptr<Stream> make_stream(BareConnection connection);
  // A fresh socket; `counted`: its prefix is to be given back when it closes.
  void adopt(Accepted accepted, bool counted);

  void add(Connection& connection);
  void remove(Connection& connection);
  std::size_t connections() const { return connections_.size(); }
  // Writes what the connection gathered, once everything that happens now has happened.
  void flush_later(std::shared_ptr<Connection> connection);
  void tick(Time now);
  void shut_down();
  // Closes whatever is left.
  void drop_all();

  bool is_closing() const { return closing_; }
  // "Date" of this second.
  const std::string& date() const { return date_; }
  // Whether pages of this origin may hold any inbox's widget.
  bool is_known_origin(const std::string& origin);
  Millis return_time();

  Services services;
  const Site& site;
  std::span<const Route> routes;
  wire::Parser parser;
  Counters counters;
  std::array<char, limits::kReadBufferBytes> read_buffer{};
  // Of all workers, by index; set before the workers start.
  std::span<const std::unique_ptr<WorkerEdge>> all;
  HttpSessions* sessions = nullptr;
  // How new connections prove who we are; none: in the clear.
  std::shared_ptr<const TlsIdentity> identity;
  // On the first worker only.
  StrangerBudgets strangers;
  ProbeLog* probes = nullptr;

 private:
  void flush_all();

  HandshakeTurns turns_;
  std::vector<Connection*> connections_;
  std::vector<std::shared_ptr<Connection>> unflushed_;
  std::string date_;
  bool closing_ = false;
  std::shared_ptr<const app::DirectorySnapshot> directory_;
  std::unordered_set<std::string> origins_;
};

}  // namespace parlor::edge
