#include "main/client/server_address.h"

#include <boost/asio/io_context.hpp>

namespace parlor::client {
namespace {

constexpr std::string_view kPlain = "http://";
constexpr std::string_view kSecure = "https://";

struct HostPort {
  std::string host;
  std::string port;
};

HostPort split(std::string_view authority) {
  HostPort parts;
  const bool is_ipv6 = authority.starts_with('[');
  const auto host_end = is_ipv6 ? authority.find(']') : authority.find(':');
  parts.host =
      authority.substr(is_ipv6 ? 1 : 0, is_ipv6 && host_end != std::string_view::npos ? host_end - 1 : host_end);
  const auto colon = authority.rfind(':');
  if (colon != std::string_view::npos && (!is_ipv6 || colon > host_end)) parts.port = authority.substr(colon + 1);
  return parts;
}

}  // namespace

Result<ServerAddress> resolve_server(std::string_view url, const std::string& ca_file) {
  const bool is_secure = url.starts_with(kSecure);
  if (!is_secure && !url.starts_with(kPlain)) return fail("the server's URL must start with http:// or https://");
  const auto rest = url.substr(is_secure ? kSecure.size() : kPlain.size());
  const auto authority = rest.substr(0, rest.find('/'));
  HostPort parts = split(authority);
  if (parts.port.empty()) parts.port = is_secure ? "443" : "80";
  boost::asio::io_context context;
  boost::asio::ip::tcp::resolver resolver(context);
  boost::system::error_code error;
  const auto found = resolver.resolve(parts.host, parts.port, error);
  if (error || found.empty()) return fail("cannot find the server: " + error.message());
  ServerAddress address{found.begin()->endpoint(), std::string(authority), std::move(parts.host)};
  if (!is_secure) return address;
  auto trust = Trust::in(ca_file);
  if (!trust) return std::unexpected(trust.error());
  address.trust = std::move(*trust);
  return address;
}

}  // namespace parlor::client
