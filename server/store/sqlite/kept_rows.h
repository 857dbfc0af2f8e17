// KeptRows: what the writer knows of the rows that it wrote lately, so that the next message of a conversation reads
// nothing back. Of the one writer, on its thread; forgotten whenever a transaction is not committed.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/time.h"
#include "domain/conversation/state.h"
#include "store/sqlite/tallies.h"

namespace parlor::store {

// What a stored row says that the new one needs.
struct KeptRow {
  conversation::Seq seq = 0;
  Standing standing;
  std::int64_t lane = 0;
  std::int64_t rank = 0;
  std::optional<Time> snoozed_until;
  std::vector<conversation::ReadMark> reads;
  std::vector<conversation::MessageMark> recent;
  std::int64_t preview_version = 0;
  std::optional<KeyId> preview_key;
  std::optional<std::string> preview;
  std::optional<std::string> place;
};

class KeptRows {
 public:
  // Whoever takes a row keeps it again once it is written; one that is not is read from the file the next time.
  std::optional<KeptRow> take(WorkspaceId workspace, ConversationId conversation) {
    const auto found = rows_.find(conversation);
    if (found == rows_.end() || found->second.workspace != workspace) return std::nullopt;
    return std::move(rows_.extract(found).mapped().row);
  }
  void keep(WorkspaceId workspace, ConversationId conversation, KeptRow row) {
    if (rows_.size() >= kRowsMax) rows_.clear();
    rows_.insert_or_assign(conversation, Entry{workspace, std::move(row)});
  }
  void forget_all() { rows_.clear(); }

 private:
  // About a kilobyte each.
  static constexpr std::size_t kRowsMax = 8'192;
  struct Entry {
    WorkspaceId workspace;
    KeptRow row;
  };
  std::unordered_map<ConversationId, Entry> rows_;
};

}  // namespace parlor::store
