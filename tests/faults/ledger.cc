#include "tests/faults/ledger.h"

#include <algorithm>
#include <iostream>
#include <unordered_map>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace parlor::tests {

std::string Findings::report() const {
  return fmt::format(
      "returns {}, acknowledged {}, lost {}, doubled {}, reordered {}, different {}, unrecovered {}, unseen {}, "
      "refused "
      "{}{}{}",
      returns, acknowledged, lost, doubled, reordered, different, unrecovered, unseen, refused,
      trouble.empty() ? "" : ": ", trouble);
}

Transcript messages_of(const Transcript& events) {
  Transcript messages;
  std::ranges::copy_if(events, std::back_inserter(messages),
                       [](const wire::Event& event) { return event.type() == wire::EventType::kMessagePosted; });
  return messages;
}

void judge_sender(const Ledger& ledger, const Transcript& stored, Findings& found) {
  std::unordered_map<wire::Uuid, std::vector<std::int64_t>> places;
  for (const auto& event : stored) {
    if (event.client_id) places[*event.client_id].push_back(event.seq);
  }
  found.acknowledged += ledger.acknowledged.size();
  for (const auto& promise : ledger.acknowledged) {
    const auto place = places.find(promise.client_id);
    if (place == places.end()) {
      ++found.lost;
      continue;
    }
    if (place->second.size() > 1) ++found.doubled;
    if (place->second.front() != promise.seq) ++found.reordered;
  }
  std::int64_t before = 0;
  for (const auto& client_id : ledger.posted) {
    const auto place = places.find(client_id);
    if (place == places.end()) continue;
    if (place->second.front() < before) ++found.reordered;
    before = place->second.front();
  }
}

void judge_reader(const replay::Feed& feed, const Transcript& stored, Findings& found) {
  found.doubled += feed.doubled();
  found.reordered += feed.misplaced();
  const auto& seen = feed.order();
  if (seen.size() < stored.size()) found.unseen += stored.size() - seen.size();
}

void judge_sides(const Transcript& as_visitor, const Transcript& as_agent, Findings& found) {
  const bool is_same = std::ranges::equal(as_visitor, as_agent, [](const wire::Event& one, const wire::Event& other) {
    return one.seq == other.seq && one.client_id == other.client_id && one.data == other.data;
  });
  if (!is_same) ++found.different;
}

void expect_kept(std::string_view figure, const Findings& found) {
  std::cout << figure << ": " << found.report() << std::endl;
  EXPECT_EQ(found.trouble, "");
  EXPECT_GT(found.acknowledged, 0U) << "nothing was going on";
  EXPECT_EQ(found.lost, 0U);
  EXPECT_EQ(found.doubled, 0U);
  EXPECT_EQ(found.reordered, 0U);
  EXPECT_EQ(found.different, 0U);
  EXPECT_EQ(found.unrecovered, 0U);
  EXPECT_EQ(found.unseen, 0U);
  EXPECT_EQ(found.refused, 0U);
}

}  // namespace parlor::tests
