// How a command ends that cannot do what it was asked: one line on standard error, and 1.
#pragma once

#include <string_view>

#include <fmt/core.h>

namespace parlor::main {

inline int fail_with(std::string_view text) {
  fmt::print(stderr, "parlor: {}\n", text);
  return 1;
}

}  // namespace parlor::main
