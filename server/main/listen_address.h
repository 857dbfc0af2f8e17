// HOST:PORT as `--listen` takes it. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parlor::main {

struct ListenAddress {
  // An IPv6 address without its brackets.
  std::string host;
  // 0: the system chooses.
  std::uint16_t port = 0;

  bool is_loopback() const { return host == "localhost" || host == "::1" || host.starts_with("127."); }
};

std::optional<ListenAddress> parse_listen(std::string_view text);

}  // namespace parlor::main
