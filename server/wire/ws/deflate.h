// The payload transformation of permessage-deflate (RFC 7692), always without context takeover.
// Each message stands alone, so a connection holds no compression state: every thread keeps one zlib stream of each
// kind and resets it. Callable on any thread.
// Never grows its output past the limit it is given, whatever the input claims.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace parlor::wire::ws {

// What an endpoint agreed on: nothing, or to compress so that a window of 2^window_bits bytes is enough to inflate.
// A message that is no longer than the window cannot reach back further, so ours, made with the full one, fits every
// smaller one or goes plain; the shared frame is for all.
struct Deflation {
  bool agreed = false;
  std::uint8_t window_bits = 15;

  [[nodiscard]] constexpr bool fits(std::size_t message_bytes) const {
    return agreed && (window_bits >= 15 || message_bytes <= std::size_t{1} << window_bits);
  }
};

enum class InflateOutcome : std::uint8_t { Done, TooLarge, Corrupt };

// Appends the inflated message to `out`; more than `bytes_max` inflated bytes is TooLarge.
InflateOutcome inflate_message(std::string_view compressed, std::size_t bytes_max, std::string& out);

// Appends the compressed form of a whole message to `out`, ready for a frame with RSV1 set.
void deflate_message(std::string_view message, std::string& out);

}  // namespace parlor::wire::ws
