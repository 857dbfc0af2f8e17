// ContactCache: which conversations a contact has and how far it goes, for the contacts that were here of late, so that
// one who comes back costs no read. Kept right by the one place where conversations begin; of use only while no other
// node begins any. One beside each shard, for the contacts that hash to it; touched only on that shard's worker.
#pragma once

#include <cstdint>
#include <list>
#include <unordered_map>
#include <vector>

#include "app/ports/conversation_store.h"

namespace parlor::app {

struct ContactKey {
  WorkspaceId workspace;
  ContactId id;
  bool operator==(const ContactKey&) const = default;
};

class ContactCache {
 public:
  struct Kept {
    // 0: nothing is stored of the contact; never kept.
    ports::Seq seq{};
    // The newest first.
    std::vector<ConversationId> conversations;
  };

  const Kept* find(const ContactKey& key);
  // Names the present moment; what is read from the store from now on may be kept if nothing began meanwhile.
  std::uint64_t moment() const { return begun_; }
  void keep(const ContactKey& key, Kept kept, std::uint64_t read_since);
  // `seq_before`: the contact's, 0 when this conversation is its first.
  void begun(const ContactKey& key, ConversationId conversation, ports::Seq seq_before);

 private:
  struct Hash {
    std::size_t operator()(const ContactKey& key) const noexcept { return std::hash<ContactId>{}(key.id); }
  };
  struct Entry {
    Kept kept;
    std::list<ContactKey>::iterator age;
  };

  void insert(const ContactKey& key, Kept kept);

  std::uint64_t begun_ = 0;
  std::unordered_map<ContactKey, Entry, Hash> entries_;
  // The most recently asked first.
  std::list<ContactKey> ages_;
};

}  // namespace parlor::app
