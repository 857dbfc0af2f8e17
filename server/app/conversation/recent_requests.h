// The newest answered requests of one conversation, so that most repeated calls and most `after` questions cost no
// read. Lives in the shard's entry; forgetting is harmless, the store knows them all.
#pragma once

#include <algorithm>
#include <deque>
#include <vector>

#include "app/ports/conversation_store.h"

namespace parlor::app {

class RecentRequests {
 public:
  const ports::RequestRecord* find(Actor actor, ClientId client_id) const {
    const auto found = std::ranges::find_if(records_, [&](const ports::RequestRecord& record) {
      return record.client_id == client_id && record.actor == actor;
    });
    return found == records_.end() ? nullptr : &*found;
  }
  void add(const ports::RequestRecord& record) {
    records_.push_front(record);
    if (records_.size() > kRecordsMax) records_.pop_back();
  }

 private:
  static constexpr std::size_t kRecordsMax = 32;
  std::deque<ports::RequestRecord> records_;
};

}  // namespace parlor::app
