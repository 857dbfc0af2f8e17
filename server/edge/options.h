// EdgeOptions: what main/ tells the edge. Plain values.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace parlor::edge {

// Files in PEM: a chain that begins with the server's own certificate, and its key.
struct TlsOptions {
  std::string certificate_file;
  std::string key_file;
  bool allow_tls_1_2 = false;
};

struct EdgeOptions {
  std::string host = "127.0.0.1";
  // 0: the system chooses one.
  std::uint16_t port = 8080;
  // Scheme and authority under which people reach this server; empty: where it listens.
  std::string public_url;
  // Addresses or ranges of proxies whose X-Forwarded-For is believed.
  std::vector<std::string> trusted_proxies;
  // None: plain HTTP, for loopback or behind a proxy.
  std::optional<TlsOptions> tls = std::nullopt;
  // Serves the demo shop.
  bool demo = false;
  // Serves /_test/echo. For conformance suites on loopback only.
  bool test_endpoints = false;
};

}  // namespace parlor::edge
