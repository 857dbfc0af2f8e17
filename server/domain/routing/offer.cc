#include "domain/routing/offer.h"

#include <algorithm>

namespace parlor::routing {
namespace {

using Decided = std::expected<OfferStatus, OfferRefusal>;

struct Decide {
  const Offer& offer;
  Time now;

  Decided operator()(const AcceptOffer& wish) const { return by(wish.agent, OfferStatus::accepted); }
  Decided operator()(const PassOffer& wish) const { return by(wish.agent, OfferStatus::passed); }
  Decided operator()(const ExpireOffer&) const {
    if (now < offer.expires_at()) return std::unexpected(OfferRefusal::still_rings);
    return OfferStatus::expired;
  }
  Decided operator()(const WithdrawOffer&) const { return OfferStatus::withdrawn; }

  Decided by(UserId agent, OfferStatus status) const {
    if (agent != offer.agent) return std::unexpected(OfferRefusal::not_your_offer);
    return status;
  }
};

bool was_turned_down(const Offer& offer) {
  return offer.status == OfferStatus::passed || offer.status == OfferStatus::expired;
}

}  // namespace

std::expected<OfferStatus, OfferRefusal> decide(const Offer& offer, const OfferWish& wish, Time now) {
  if (offer.status != OfferStatus::ringing) return std::unexpected(OfferRefusal::offer_over);
  return std::visit(Decide{offer, now}, wish);
}

void begin(const Offer& offer, bool asks_again, Waiting& waiting, Agent& agent) {
  waiting.has_offer = true;
  if (asks_again) waiting.passed_by.clear();
  agent.has_offer = true;
  agent.load += offer.weight;
  agent.last_offered_at = offer.rang_at;
}

bool end(const Offer& offer, Waiting& waiting, Agent& agent) {
  waiting.has_offer = false;
  agent.has_offer = false;
  if (offer.status != OfferStatus::accepted) agent.load -= offer.weight;
  if (was_turned_down(offer) && std::ranges::find(waiting.passed_by, offer.agent) == waiting.passed_by.end())
    waiting.passed_by.push_back(offer.agent);
  if (offer.status == OfferStatus::withdrawn) return false;
  agent.missed_in_a_row = offer.status == OfferStatus::expired ? agent.missed_in_a_row + 1 : 0;
  if (agent.missed_in_a_row < limits::kOffersMissedInARowMax) return false;
  agent.missed_in_a_row = 0;
  return true;
}

}  // namespace parlor::routing
