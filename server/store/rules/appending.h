// What every store must make of an append, apart from how it keeps it: the checks of its shape, the marks that never
// shrink, the newest messages, and what counts as a visit. Pure; any thread.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "app/ports/conversation_store.h"

namespace parlor::store {

// Page views further apart than this belong to two visits.
inline constexpr auto kVisitGap = std::chrono::minutes{30};

// Events numbered on from the expected seq up to the state's, contents made by them, no client id twice. An error is
// our own mistake.
Result<void> check_shape(const ports::Append& append);

// Both lists as one: for each participant the mark that is further.
std::vector<conversation::ReadMark> merge_reads(std::vector<conversation::ReadMark> given,
                                                const std::vector<conversation::ReadMark>& kept);

// The newest messages after these events; at most limits::kUnreadCountMax.
void add_recent(std::vector<conversation::MessageMark>& recent, const std::vector<conversation::Event>& events);

// The event of the append that made the content; none if it names none of them.
const conversation::Event* maker_of(const std::vector<conversation::Event>& events,
                                    const conversation::Content& content);

bool starts_a_visit(Time last_seen, Time seen);

}  // namespace parlor::store
