// An offer: one conversation that rings at one agent. Its decisions are pure; the record is the conversation's, and an
// append moves both books at once (the conversation's and the agent's), so that no two nodes can both be right.
//
//              the agent accepts
//   ringing --------------------> accepted    the agent has it
//     | |\----- the agent passes ----> passed      back in the queue at the same place; the agent is not asked again
//     |  \----- the ring time ends --> expired     likewise, and two in a row set the agent away
//     +-------- its reason is gone --> withdrawn   back in the queue or out of it, held against nobody
//
// A chat that a colleague has can ring too: they ask for it to be taken over, or for company. What turns it down then
// changes nothing in the queue, and is not held against whoever was asked.
//
// An offer reserves its room in the agent's load while it rings. Whoever accepts while it still rings is in time, even
// if the clock says otherwise: what ends it is an append and not a clock.
#pragma once

#include <expected>
#include <variant>

#include "domain/routing/floor.h"

namespace parlor::routing {

enum class OfferStatus : std::uint8_t { ringing, accepted, passed, expired, withdrawn };

struct Offer {
  ConversationId conversation;
  UserId agent;
  Weight weight = kChatWeight;
  Time rang_at{};
  Millis ring_time = limits::kRingTime;
  OfferStatus status = OfferStatus::ringing;
  // Who has it and asks; none: it comes from the queue.
  std::optional<UserId> from = {};
  // To join them, not to take it over.
  bool joins = false;

  Time expires_at() const { return rang_at + ring_time; }
  bool operator==(const Offer&) const = default;
};

struct AcceptOffer {
  UserId agent;
};
struct PassOffer {
  UserId agent;
};
// The system's: the ring time has ended.
struct ExpireOffer {};
// The system's: resolved, the visitor or the agent has left, or somebody took it from the queue.
struct WithdrawOffer {};

using OfferWish = std::variant<AcceptOffer, PassOffer, ExpireOffer, WithdrawOffer>;

enum class OfferRefusal : std::uint8_t { offer_over, not_your_offer, still_rings };

std::expected<OfferStatus, OfferRefusal> decide(const Offer& offer, const OfferWish& wish, Time now);

// The books of both sides when it begins to ring. `asks_again` as the pass said.
void begin(const Offer& offer, bool asks_again, Waiting& waiting, Agent& agent);
// And when it has ended. True: this was one miss too many in a row, and the agent is to be set away.
[[nodiscard]] bool end(const Offer& offer, Waiting& waiting, Agent& agent);

}  // namespace parlor::routing
