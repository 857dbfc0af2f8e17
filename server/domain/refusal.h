// Refusal: the rules say no, and why. A stable word for each reason; the edge gives it the public code of
// protocol/errors.json.
#pragma once

#include <cstdint>

namespace parlor {

enum class Refusal : std::uint8_t {
  not_permitted,
  conversation_unknown,
  message_unknown,
  inbox_unknown,
  agent_unknown,
  conversation_resolved,
  conversation_not_open,
  conversation_not_queued,
  conversation_not_resolved,
  already_assigned,
  // The agent has as many chats as they can have.
  agent_full,
  team_unknown,
  // Not here, or something rings at them.
  agent_unavailable,
  // The chat rings no more, or rings at somebody else.
  offer_over,
  // Nobody calls at that time, or no more.
  slot_taken,
  visitor_gone,
  visitor_in_chat,
  already_rated,
  rating_closed,
  edit_closed,
  message_deleted,
  client_id_reused,
  conflict,
  invalid_text,
  invalid_tag,
  invalid_score,
  invalid_time,
  too_many,
  // The disk has no room: nothing was stored.
  storage_full,
  // The post before this one is neither stored nor waiting ahead, or the server cannot take more just now.
  try_later,
};

}  // namespace parlor
