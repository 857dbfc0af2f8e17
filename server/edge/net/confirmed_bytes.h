// How much of what was sent on a TCP socket the other end's system has confirmed, as the kernel counts it (RFC 4898,
// tcpEStatsAppHCThruOctetsAcked). 0 for what is no TCP socket. Any thread.
#pragma once

#include <cstdint>

namespace parlor::edge {

std::uint64_t confirmed_bytes_of(int descriptor);

}  // namespace parlor::edge
