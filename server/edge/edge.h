// Edge: everything between a client's bytes and the use cases. Made by main/ before the workers start, destroyed after
// they stopped.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/conversation/conversations.h"
#include "app/directory/accounts.h"
#include "app/node.h"
#include "base/error.h"
#include "edge/options.h"

namespace parlor::edge {

struct Certificate {
  // As 2027-02-28.
  std::string last_day;
  bool has_expired = false;
};

struct Endpoint {
  std::uint16_t port = 0;
  // Where it listens: "http://127.0.0.1:8080".
  std::string url;
  // Under which people reach it.
  std::string public_url;
  // With TLS only.
  std::optional<Certificate> certificate;
};

class Edge {
 public:
  Edge(EdgeOptions options, app::Node& node, app::Conversations& conversations, app::Accounts& accounts);
  ~Edge();
  Edge(const Edge&) = delete;
  Edge& operator=(const Edge&) = delete;

  // Once, from the thread that made it; the workers may run already. From now on clients are served.
  Result<Endpoint> listen();
  // Any thread. Reads certificate and key again, for connections from now on; those that are open go on as they are. An
  // error leaves everything as it was. For servers with TLS.
  Result<Certificate> renew_tls();
  // Any thread, once. No new clients; each session is told to come back later, what is unsent goes out, and after
  // limits::kShutdownTime whatever is left is cut. `done` is called on a worker.
  void shut_down(std::move_only_function<void()> done);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace parlor::edge
