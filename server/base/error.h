// Error: the world failed (disk, network, another process). Not a refusal (the rules said no) and not an assertion (we
// are wrong).
#pragma once

#include <expected>
#include <string>

namespace parlor {

struct Error {
  // For the log, never for a user and never with content in it.
  std::string text;
  // The disk is full: nothing was written, and what was asked may be asked again.
  bool no_room = false;
};

template <class T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> fail(std::string text) {
  return std::unexpected(Error{std::move(text)});
}

}  // namespace parlor
