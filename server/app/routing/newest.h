// Newest: how far each conversation was seen, so that what comes late changes nothing. Of resolved ones only the last
// are kept in mind; a plain value of one owner.
#pragma once

#include <deque>
#include <unordered_map>

#include "app/floor_watch.h"

namespace parlor::app {

class Newest {
 public:
  static constexpr std::size_t kResolvedKept = 10'000;
  explicit Newest(std::size_t resolved_kept = kResolvedKept) : resolved_kept_(resolved_kept) {}

  // Whether nothing newer was seen before.
  bool take(const Glance& glance);

 private:
  std::size_t resolved_kept_;
  std::unordered_map<ConversationId, conversation::Seq> newest_;
  std::deque<ConversationId> resolved_;
};

}  // namespace parlor::app
