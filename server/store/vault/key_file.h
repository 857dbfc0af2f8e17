// KeyFile: keys.sqlite beside the data, the wrapped data keys by owner. WAL and fsynced: a key that was handed out is
// on stable storage. Not thread-safe: its owner locks. Throws Failure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/connection/connection.h"
#include "store/vault/aead.h"
#include "store/vault/key_cache.h"

namespace parlor::store {

class KeyFile {
 public:
  // Throws if the file was made with another master key.
  KeyFile(const std::string& file, Key master);

  std::optional<DataKey> of_owner(const ports::KeyOwner& owner);
  std::optional<DataKey> by_id(const KeyId& id);
  // One transaction for all of them; an owner who got a key meanwhile, from another process say, keeps that one.
  std::vector<DataKey> make(const std::vector<ports::KeyOwner>& owners);
  // Tells this file from any other; kept beside the data that it seals.
  const std::string& identity() const { return identity_; }
  void distrust() { connection_.distrust(); }

 private:
  void open_or_found();
  DataKey unwrapped(const ports::KeyOwner& owner, const KeyId& id, std::string_view wrapped) const;

  Key master_;
  Connection connection_;
  std::string identity_;
};

}  // namespace parlor::store
