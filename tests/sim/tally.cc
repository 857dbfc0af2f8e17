#include "tally.h"

namespace parlor::sim {

std::string_view to_string(Count what) {
  static constexpr std::array<std::string_view, kCounts> kNames = {
      "steps",
      "crashes of a node",
      "appends that a crash cut off, not stored",
      "appends that a crash cut off, stored unanswered",
      "store failures",
      "unknown outcomes",
      "seq conflicts",
      "repeated calls found by client id",
      "commits",
      "acknowledged calls",
      "resends",
      "connections cut",
      "frames lost",
      "failovers to another node",
      "changes of transport",
      "resumes",
      "bus messages lost",
      "bus messages doubled",
      "bus messages overtaken",
      "gaps",
      "doubles dropped by clients",
      "snapshots compared",
      "tabs opened",
      "tabs killed",
      "polls repeated",
      "conversations",
      "messages",
      "nights passed",
      "offers answered",
      "agents who vanished",
      "chats given back",
      "visitors who left for good",
      "chats resolved because of that",
  };
  return kNames[static_cast<std::size_t>(what)];
}

}  // namespace parlor::sim
