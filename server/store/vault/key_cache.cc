#include "store/vault/key_cache.h"

namespace parlor::store {

DataKey KeyCache::used(Place place) {
  newest_first_.splice(newest_first_.begin(), newest_first_, place);
  return *place;
}

std::optional<DataKey> KeyCache::of_owner(const ports::KeyOwner& owner) {
  const auto found = by_owner_.find(owner);
  if (found == by_owner_.end()) return std::nullopt;
  return used(found->second);
}

std::optional<DataKey> KeyCache::by_id(const KeyId& id) {
  const auto found = by_id_.find(id);
  if (found == by_id_.end()) return std::nullopt;
  return used(found->second);
}

void KeyCache::add(const DataKey& key) {
  if (by_id_.contains(key.id)) return;
  if (newest_first_.size() >= keys_max_) {
    by_owner_.erase(newest_first_.back().owner);
    by_id_.erase(newest_first_.back().id);
    newest_first_.pop_back();
  }
  newest_first_.push_front(key);
  by_owner_.insert_or_assign(key.owner, newest_first_.begin());
  by_id_.emplace(key.id, newest_first_.begin());
}

}  // namespace parlor::store
