// KeyCache: the data keys that were used last, unwrapped, at most a fixed number of them; what falls out is wiped. Not
// thread-safe: its owner locks.
#pragma once

#include <list>
#include <optional>
#include <unordered_map>

#include "app/ports/vault.h"
#include "store/vault/aead.h"

namespace parlor::store {

struct DataKey {
  ports::KeyOwner owner;
  KeyId id;
  Key key;
};

class KeyCache {
 public:
  explicit KeyCache(std::size_t keys_max) : keys_max_(keys_max) {}

  std::optional<DataKey> of_owner(const ports::KeyOwner& owner);
  std::optional<DataKey> by_id(const KeyId& id);
  void add(const DataKey& key);
  std::size_t size() const { return newest_first_.size(); }

 private:
  struct HashOwner {
    std::size_t operator()(const ports::KeyOwner& owner) const { return std::hash<KeyId>{}(KeyId{owner.owner}); }
  };
  using Place = std::list<DataKey>::iterator;
  DataKey used(Place place);

  std::size_t keys_max_;
  std::list<DataKey> newest_first_;
  std::unordered_map<ports::KeyOwner, Place, HashOwner> by_owner_;
  std::unordered_map<KeyId, Place> by_id_;
};

}  // namespace parlor::store
