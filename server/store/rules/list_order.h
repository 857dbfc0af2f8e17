// Where a conversation stands in an agent's lists, so that every store pages them alike: not resolved ones by the
// longest wait, then the answered ones by the newest change, then the resolved ones by the newest. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/ports/conversation_store.h"

namespace parlor::store {

enum class Lane : std::uint8_t { waiting, answered, resolved };

struct ListPlace {
  Lane lane{};
  // Ascending: the start of the wait, or minus the time of the change.
  std::int64_t rank{};
  ConversationId id;
  auto operator<=>(const ListPlace&) const = default;
};

ListPlace place_of(const conversation::State& state);
bool in_view(const conversation::State& state, const ports::ListQuery& query);

// A cursor is the place of the last row of a page. One that does not parse is none.
std::string format_cursor(const ListPlace& place);
std::optional<ListPlace> parse_cursor(std::string_view text);

}  // namespace parlor::store
