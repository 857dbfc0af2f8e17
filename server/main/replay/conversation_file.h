// The conversations of a JSONL file, as values. Reading is a call of the starting program, on any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "wire/generated/conversation.h"

namespace parlor::replay {

struct Turn {
  bool by_visitor = true;
  std::string text;
};

struct RecordedConversation {
  std::vector<Turn> turns;
  std::optional<wire::StartForm> visitor;
};

// The error names the line, never what is in it.
Result<std::vector<RecordedConversation>> read_conversations(const std::string& path);

}  // namespace parlor::replay
