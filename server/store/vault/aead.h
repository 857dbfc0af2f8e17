// AES-256-GCM, HMAC-SHA-256 and HKDF-SHA-256 by OpenSSL's EVP. Stateless for the caller; each thread keeps a cipher
// context of its own.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"

namespace parlor::store {

inline constexpr std::size_t kNonceBytes = 12;
inline constexpr std::size_t kTagBytes = 16;

// 256 bits that are wiped when they go.
class Key {
 public:
  static constexpr std::size_t kBytes = 32;

  Key() = default;
  explicit Key(std::string_view bytes);
  Key(const Key&) = default;
  Key& operator=(const Key&) = default;
  ~Key();
  static Key random();

  const std::uint8_t* data() const { return bytes_.data(); }
  std::string_view view() const { return {reinterpret_cast<const char*>(bytes_.data()), kBytes}; }

 private:
  std::array<std::uint8_t, kBytes> bytes_{};
};

void fill_random(std::uint8_t* bytes, std::size_t size);
// Version 4 (RFC 9562): keys have no need to tell when they were made.
KeyId random_key_id();

// Nonce, ciphertext, tag.
std::string seal_with(const Key& key, std::string_view additional, std::string_view plain);
// None: another key, other additional data, or damaged bytes.
std::optional<std::string> open_with(const Key& key, std::string_view additional, std::string_view sealed);

std::array<std::uint8_t, 32> hmac(const Key& key, std::string_view text);
// A key of its own for each purpose.
Key derive(const Key& key, std::string_view purpose);

}  // namespace parlor::store
