#include "wire/ws/frame.h"

#include <bit>
#include <cstring>

namespace parlor::wire::ws {

void apply_mask(std::span<char> bytes, Mask mask, std::uint64_t offset) {
  Mask turned;
  for (std::size_t i = 0; i < turned.size(); ++i)
    turned[i] = mask[(offset + i) % 4];
  std::uint32_t key32 = 0;
  std::memcpy(&key32, turned.data(), sizeof key32);
  const std::uint64_t key = (static_cast<std::uint64_t>(key32) << 32U) | key32;

  char* at = bytes.data();
  std::size_t left = bytes.size();
  for (; left >= sizeof key; at += sizeof key, left -= sizeof key) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    word ^= key;
    std::memcpy(at, &word, sizeof word);
  }
  for (std::size_t i = 0; i < left; ++i)
    at[i] = static_cast<char>(at[i] ^ static_cast<char>(turned[i % 4]));
}

}  // namespace parlor::wire::ws
