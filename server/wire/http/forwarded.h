// Who a request really comes from when proxies stand in front of the server.
// Pure functions, safe on any thread.
// Never believes an address that was not written by a proxy the operator trusts.
#pragma once

#include <cstdint>
#include <span>

#include "wire/http/address.h"
#include "wire/http/headers.h"

namespace parlor::wire::http {

// Which header the proxy writes. Only that one is read: proxies pass the other on as the client sent it.
enum class ForwardedBy : std::uint8_t { XForwardedFor, Forwarded };

// Walks from the peer towards the client for as long as each step is a trusted proxy.
IpAddress client_address(const IpAddress& peer, const Headers& headers, std::span<const Cidr> trusted,
                         ForwardedBy by = ForwardedBy::XForwardedFor);

}  // namespace parlor::wire::http
