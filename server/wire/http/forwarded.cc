#include "wire/http/forwarded.h"

#include <algorithm>
#include <vector>

#include "wire/http/syntax.h"

namespace parlor::wire::http {

namespace {

bool is_trusted(const IpAddress& address, std::span<const Cidr> trusted) {
  return std::ranges::any_of(trusted, [&](const Cidr& range) { return range.contains(address); });
}

// An address with an optional port, IPv6 with a port in brackets. Nothing for "unknown" and hidden names.
std::optional<IpAddress> parse_node(std::string_view node) {
  if (node.starts_with('[')) {
    const std::size_t end = node.find(']');
    return end == std::string_view::npos ? std::nullopt : parse_address(node.substr(1, end - 1));
  }
  if (const auto address = parse_address(node)) return address;
  return parse_address(node.substr(0, node.find(':')));
}

std::optional<IpAddress> parse_forwarded_element(std::string_view element) {
  while (!element.empty()) {
    std::string_view value = take_unquoted_until(element, ';');
    if (!equal_ignoring_case(take_until(value, '='), "for")) continue;
    const auto node = unquote(trim(value));
    return node ? parse_node(*node) : std::nullopt;
  }
  return std::nullopt;
}

using Hops = std::vector<std::optional<IpAddress>>;

// From the client to the last proxy, over all lines of the header.
Hops read_hops(const Headers& headers, ForwardedBy by) {
  const bool standard = by == ForwardedBy::Forwarded;
  const std::string_view name = standard ? "Forwarded" : "X-Forwarded-For";
  Hops hops;
  for (const Header& field : headers) {
    if (!equal_ignoring_case(field.name, name)) continue;
    std::string_view rest = field.value;
    while (!rest.empty()) {
      const std::string_view element = standard ? take_unquoted_until(rest, ',') : take_until(rest, ',');
      hops.push_back(standard ? parse_forwarded_element(element) : parse_node(element));
    }
  }
  return hops;
}

}  // namespace

IpAddress client_address(const IpAddress& peer, const Headers& headers, std::span<const Cidr> trusted, ForwardedBy by) {
  if (!is_trusted(peer, trusted)) return peer;
  const Hops hops = read_hops(headers, by);
  IpAddress client = peer;
  for (auto hop = hops.rbegin(); hop != hops.rend(); ++hop) {
    if (!hop->has_value()) break;
    client = **hop;
    if (!is_trusted(client, trusted)) break;
  }
  return client;
}

}  // namespace parlor::wire::http
