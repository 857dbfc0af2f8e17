// What people are told when the rules say no.
#include <array>

#include "edge/session/to_wire.h"

namespace parlor::edge {
namespace {

struct Told {
  Refusal refusal{};
  wire::Reason reason{};
};

// In the order of the refusals.
constexpr std::array kTold{
    Told{Refusal::not_permitted, wire::Reason::kNotPermitted},
    Told{Refusal::conversation_unknown, wire::Reason::kConversationUnknown},
    Told{Refusal::message_unknown, wire::Reason::kMessageUnknown},
    Told{Refusal::inbox_unknown, wire::Reason::kInboxUnknown},
    Told{Refusal::agent_unknown, wire::Reason::kAgentUnknown},
    Told{Refusal::conversation_resolved, wire::Reason::kConversationResolved},
    Told{Refusal::conversation_not_open, wire::Reason::kConversationNotOpen},
    Told{Refusal::conversation_not_queued, wire::Reason::kConversationNotQueued},
    Told{Refusal::conversation_not_resolved, wire::Reason::kConversationNotResolved},
    Told{Refusal::already_assigned, wire::Reason::kAlreadyAssigned},
    Told{Refusal::agent_full, wire::Reason::kAgentFull},
    Told{Refusal::team_unknown, wire::Reason::kTeamUnknown},
    Told{Refusal::agent_unavailable, wire::Reason::kAgentUnavailable},
    Told{Refusal::offer_over, wire::Reason::kOfferOver},
    Told{Refusal::slot_taken, wire::Reason::kSlotTaken},
    Told{Refusal::visitor_gone, wire::Reason::kVisitorGone},
    Told{Refusal::visitor_in_chat, wire::Reason::kVisitorInChat},
    Told{Refusal::already_rated, wire::Reason::kAlreadyRated},
    Told{Refusal::rating_closed, wire::Reason::kRatingClosed},
    Told{Refusal::edit_closed, wire::Reason::kEditClosed},
    Told{Refusal::message_deleted, wire::Reason::kMessageDeleted},
    Told{Refusal::client_id_reused, wire::Reason::kClientIdReused},
    Told{Refusal::conflict, wire::Reason::kConflict},
    Told{Refusal::invalid_text, wire::Reason::kInvalidParams},
    Told{Refusal::invalid_tag, wire::Reason::kInvalidParams},
    Told{Refusal::invalid_score, wire::Reason::kInvalidParams},
    Told{Refusal::invalid_time, wire::Reason::kInvalidParams},
    Told{Refusal::too_many, wire::Reason::kInvalidParams},
    Told{Refusal::storage_full, wire::Reason::kStorageFull},
    Told{Refusal::try_later, wire::Reason::kTryLater},
};

constexpr bool every_refusal_is_told() {
  for (std::size_t i = 0; i < kTold.size(); ++i) {
    if (kTold.at(i).refusal != static_cast<Refusal>(i)) return false;
  }
  return kTold.size() == static_cast<std::size_t>(Refusal::try_later) + 1;
}
static_assert(every_refusal_is_told(), "each refusal needs its public reason, in the order of the enumeration");

// Refusals that share a public reason say here what was wrong.
std::pair<std::string, std::string> explain(Refusal refusal) {
  switch (refusal) {
    case Refusal::invalid_text:
      return {"params.body.text", "text must have 1 to 4,000 characters that are not all blank, and at most 16 KiB"};
    case Refusal::invalid_tag:
      return {"params.add", "a tag must have 1 to 40 characters"};
    case Refusal::invalid_score:
      return {"params.score", "score must be 1 to 5"};
    case Refusal::invalid_time:
      return {"params.until", "until must lie ahead, at most 90 days"};
    case Refusal::too_many:
      return {"params.add", "a conversation has at most 20 tags"};
    default:
      return {};
  }
}

}  // namespace

wire::Reason to_wire(Refusal refusal) {
  return kTold.at(static_cast<std::size_t>(refusal)).reason;
}

wire::RpcError to_wire(const app::Failure& failure, wire::RawId id) {
  constexpr std::int64_t kTryLaterMs = 500;
  wire::RpcError error;
  error.id = std::move(id);
  error.reason = to_wire(failure.reason);
  std::tie(error.field, error.message) = explain(failure.reason);
  if (failure.reason == Refusal::try_later || failure.reason == Refusal::storage_full) {
    error.retry_after_ms = kTryLaterMs;
  }
  if (failure.current) {
    error.current = wire::ConflictState{static_cast<std::int64_t>(failure.current->seq),
                                        to_wire(failure.current->status), std::nullopt};
  }
  return error;
}

}  // namespace parlor::edge
