// ServerAddress: where a server is, from a URL such as http://127.0.0.1:8080. A plain value, any thread.
// Never speaks TLS: these clients are for loopback and trusted networks.
#pragma once

#include <string>
#include <string_view>

#include <boost/asio/ip/tcp.hpp>

#include "base/error.h"

namespace parlor::client {

struct ServerAddress {
  boost::asio::ip::tcp::endpoint endpoint;
  std::string authority;  // host:port as in the URL

  [[nodiscard]] std::string origin() const { return "http://" + authority; }
  [[nodiscard]] bool is_loopback() const { return endpoint.address().is_loopback(); }
};

// Asks the resolver when the host is a name, and waits for it: for the start of a program.
Result<ServerAddress> resolve_server(std::string_view url);

}  // namespace parlor::client
