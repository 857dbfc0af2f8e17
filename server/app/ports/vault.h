// Vault: seals content and keeps the data keys. AES-256-GCM; the additional data is workspace, table, row id and
// version, so that rows cannot be swapped. Thread-safe. Calls may block on the key file the first time that an owner's
// key is needed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "app/ports/directory_store.h"
#include "base/error.h"
#include "base/id.h"

namespace parlor::ports {

// Whose key seals a row: a contact's, a conversation's or the workspace's own; an id of 16 bytes either way.
struct KeyOwner {
  WorkspaceId workspace;
  IdBytes owner{};
  bool operator==(const KeyOwner&) const = default;
};

struct SealedAt {
  WorkspaceId workspace;
  std::string_view table;
  IdBytes row{};
  std::uint32_t version{};
};

struct Sealed {
  KeyId key;
  // 12-byte nonce, ciphertext, 16-byte tag.
  std::string bytes;
};

class Vault {
 public:
  virtual ~Vault() = default;
  // The key is durable before this returns.
  virtual Result<Sealed> seal(const KeyOwner& owner, const SealedAt& at, std::string_view plain) = 0;
  // Fails when the key was destroyed or the row was tampered with.
  virtual Result<std::string> open(const Sealed& sealed, const SealedAt& at) = 0;
  // Keyed hashes (HMAC-SHA-256 with a key derived from the master key for each purpose), for look-ups and fingerprints.
  virtual TokenHash keyed_hash(std::string_view purpose, std::string_view plain) = 0;
};

}  // namespace parlor::ports
