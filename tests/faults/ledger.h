// Ledger: what one sender posted and what was acknowledged to them, and how both are held against what is stored once
// the storm is over. Plain values; findings() of a Fire fills them in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "main/replay/feed.h"

namespace parlor::tests {

using Transcript = std::vector<wire::Event>;

struct Acknowledged {
  wire::Uuid client_id;
  std::int64_t seq = 0;
};

struct Ledger {
  std::vector<wire::Uuid> posted;  // in the sender's order
  std::vector<Acknowledged> acknowledged;
};

struct Findings {
  std::size_t acknowledged = 0;
  std::size_t lost = 0;         // acknowledged, but not stored
  std::size_t doubled = 0;      // stored or shown more than once
  std::size_t reordered = 0;    // not in the sender's order, or not at the seq that was acknowledged
  std::size_t different = 0;    // conversations that the two sides read differently
  std::size_t unrecovered = 0;  // resumed topics for which the server had no more what was missed
  std::size_t unseen = 0;       // stored, but not told to a client that was there all the time
  std::size_t refused = 0;      // refused for good
  std::size_t returns = 0;      // times that a client came back
  std::string trouble;          // why it could not be carried through

  [[nodiscard]] std::string report() const;
};

void judge_sender(const Ledger& ledger, const Transcript& stored, Findings& found);
void judge_reader(const replay::Feed& feed, const Transcript& stored, Findings& found);
void judge_sides(const Transcript& as_visitor, const Transcript& as_agent, Findings& found);
// The messages among the events.
Transcript messages_of(const Transcript& events);

// Prints one line with the fault's figure ("200 kills", say) and what was found; the test fails unless every promise
// was kept and there was something to keep.
void expect_kept(std::string_view figure, const Findings& found);

}  // namespace parlor::tests
