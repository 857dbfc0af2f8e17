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

enum class InflateOutcome : std::uint8_t { Done, TooLarge, Corrupt };

// Appends the inflated message to `out`; more than `bytes_max` inflated bytes is TooLarge.
InflateOutcome inflate_message(std::string_view compressed, std::size_t bytes_max, std::string& out);

// Appends the compressed form of a whole message to `out`, ready for a frame with RSV1 set.
void deflate_message(std::string_view message, std::string& out);

}  // namespace parlor::wire::ws
