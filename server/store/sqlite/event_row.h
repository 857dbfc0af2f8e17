// The row of an event: a number for its type and the rest of the fact packed in `details`. Numbers and layouts are kept
// for ever: the database is full of them. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "domain/conversation/events.h"

namespace parlor::store {

struct FactRow {
  std::int64_t type{};
  std::optional<MessageId> content;
  std::string details;
};

FactRow row_of(const conversation::Fact& fact);
// Throws Failure for a row that no release wrote.
conversation::Fact fact_of(std::int64_t type, std::optional<MessageId> content, std::string_view details);

}  // namespace parlor::store
