// EdgeOptions: what main/ tells the edge. Plain values.
#pragma once

#include <string>
#include <vector>

namespace parlor::edge {

struct EdgeOptions {
  std::string host = "127.0.0.1";
  // 0: the system chooses one.
  std::uint16_t port = 8080;
  // Scheme and authority under which people reach this server; empty: where it listens.
  std::string public_url;
  // Addresses or ranges of proxies whose X-Forwarded-For is believed.
  std::vector<std::string> trusted_proxies;
  // Serves the demo shop.
  bool demo = false;
  // Serves /_test/echo. For conformance suites on loopback only.
  bool test_endpoints = false;
};

}  // namespace parlor::edge
