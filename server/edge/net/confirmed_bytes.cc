#include "edge/net/confirmed_bytes.h"

// The C library's tcp_info ends before this count, and the two headers cannot stand in one file.
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace parlor::edge {

std::uint64_t confirmed_bytes_of(int descriptor) {
  tcp_info found{};
  socklen_t size = sizeof found;
  if (::getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, &found, &size) != 0) return 0;
  return found.tcpi_bytes_acked;
}

}  // namespace parlor::edge
