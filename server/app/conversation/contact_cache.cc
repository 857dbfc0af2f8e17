#include "app/conversation/contact_cache.h"

#include "base/limits.h"

namespace parlor::app {

const ContactCache::Kept* ContactCache::find(const ContactKey& key) {
  const auto found = entries_.find(key);
  if (found == entries_.end()) return nullptr;
  ages_.splice(ages_.begin(), ages_, found->second.age);
  return &found->second.kept;
}

void ContactCache::keep(const ContactKey& key, Kept kept, std::uint64_t read_since) {
  if (kept.seq > 0 && read_since == begun_ && !entries_.contains(key)) insert(key, std::move(kept));
}

void ContactCache::begun(const ContactKey& key, ConversationId conversation, ports::Seq seq_before) {
  ++begun_;
  const auto found = entries_.find(key);
  if (found == entries_.end()) {
    if (seq_before == 0) insert(key, {1, {conversation}});
    return;
  }
  auto& kept = found->second.kept;
  kept.seq = seq_before + 1;
  kept.conversations.insert(kept.conversations.begin(), conversation);
  if (kept.conversations.size() > limits::kContactConversationsMax) kept.conversations.pop_back();
}

void ContactCache::insert(const ContactKey& key, Kept kept) {
  if (entries_.size() >= limits::kConversationsCachedPerShardMax) {
    entries_.erase(ages_.back());
    ages_.pop_back();
  }
  ages_.push_front(key);
  entries_.emplace(key, Entry{std::move(kept), ages_.begin()});
}

}  // namespace parlor::app
