#include "store/rules/list_order.h"

#include <charconv>

namespace parlor::store {

ListPlace place_of(const conversation::State& state) {
  if (state.status == conversation::Status::resolved) {
    return {Lane::resolved, -to_unix_ms(state.resolved_at.value_or(state.updated_at)), state.id};
  }
  if (state.waiting_since) return {Lane::waiting, to_unix_ms(*state.waiting_since), state.id};
  return {Lane::answered, -to_unix_ms(state.updated_at), state.id};
}

bool in_view(const conversation::State& state, const ports::ListQuery& query) {
  switch (query.view) {
    case ports::ListView::mine:
      return state.status != conversation::Status::resolved && state.assignee == query.agent;
    case ports::ListView::queue:
      return state.status == conversation::Status::queued;
    case ports::ListView::all:
      return true;
  }
  return false;
}

std::string format_cursor(const ListPlace& place) {
  return std::to_string(static_cast<int>(place.lane)) + "." + std::to_string(place.rank) + "." + place.id.str();
}

std::optional<ListPlace> parse_cursor(std::string_view text) {
  if (text.size() < 2 || text[0] < '0' || text[0] > '2' || text[1] != '.') return std::nullopt;
  ListPlace place;
  place.lane = static_cast<Lane>(text[0] - '0');
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data() + 2, end, place.rank);
  if (error != std::errc{} || rest == end || *rest != '.') return std::nullopt;
  const auto id = ConversationId::parse({rest + 1, end});
  if (!id) return std::nullopt;
  place.id = *id;
  return place;
}

}  // namespace parlor::store
