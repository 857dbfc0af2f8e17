// ServerAddress: where a server is and how it is spoken to, from a URL such as https://chat.casa.example. A plain
// value, any thread.
#pragma once

#include <string>
#include <string_view>

#include <boost/asio/ip/tcp.hpp>

#include "base/error.h"
#include "main/client/trust.h"

namespace parlor::client {

struct ServerAddress {
  boost::asio::ip::tcp::endpoint endpoint;
  std::string authority;  // host:port as in the URL
  std::string host = {};
  std::shared_ptr<const Trust> trust = {};  // none: in the clear

  [[nodiscard]] std::string origin() const { return (trust ? "https://" : "http://") + authority; }
  [[nodiscard]] bool is_loopback() const { return endpoint.address().is_loopback(); }
};

// Asks the resolver when the host is a name, and waits for it: for the start of a program. `ca_file` as in Trust::in.
Result<ServerAddress> resolve_server(std::string_view url, const std::string& ca_file = {});

}  // namespace parlor::client
