// Finding what a bench must know in a message without reading the rest. The texts are the bench's own, so that a key
// that is found is the key that was meant. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parlor::bench {

// The number that follows the key: number_after(frame, "\"seq\":").
std::optional<std::uint64_t> number_after(std::string_view text, std::string_view key);
// What stands between the key and the next quotation mark; empty when there is no such key.
std::string_view text_after(std::string_view text, std::string_view key);
// A fresh UUIDv7 made of these bits.
std::string uuid_of(std::uint64_t bits);

}  // namespace parlor::bench
