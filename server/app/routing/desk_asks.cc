// Colleagues who are asked: what whoever has a chat lets ring at somebody else, to take it over or to join.
#include <algorithm>

#include "app/routing/desk.h"

namespace parlor::app {

using routing::OfferStatus;

bool Desk::rings_already(const routing::Offer& ask) const {
  const auto* ringing = offer(ask.conversation);
  return ringing && ringing->agent == ask.agent && ringing->from == ask.from && ringing->joins == ask.joins;
}

std::optional<Refusal> Desk::refuse_ask(const routing::Offer& ask) const {
  if (rings_already(ask)) return std::nullopt;
  const auto status = status_of(ask.agent);
  const bool is_here = status == AgentStatus::online || status == AgentStatus::busy;
  const bool is_rung =
      std::ranges::any_of(offers_, [&](const auto& ringing) { return ringing.second.agent == ask.agent; });
  if (!is_here || is_rung || ask.agent == ask.from) return Refusal::agent_unavailable;
  const auto agent = std::ranges::find(agents_, ask.agent, &routing::Agent::id);
  const bool is_full = agent != agents_.end() && agent->room() < ask.weight;
  return is_full ? std::optional(Refusal::agent_full) : std::nullopt;
}

std::vector<routing::Offer> Desk::ask(const routing::Offer& ask) {
  if (rings_already(ask)) return {};
  std::vector<routing::Offer> changed;
  if (const auto ended = settle(ask.conversation, OfferStatus::withdrawn)) changed.push_back(*ended);
  offers_.insert_or_assign(ask.conversation, ask);
  recount(ask.agent);
  changed.push_back(ask);
  return changed;
}

void Desk::end_ask(const Glance& glance) {
  const auto* ringing = offer(glance.conversation);
  if (!ringing || !ringing->from) return;
  const auto holder = glance.status == conversation::Status::open ? glance.assignee : std::nullopt;
  if (holder == ringing->from) return;
  const auto how = holder == ringing->agent ? OfferStatus::accepted : OfferStatus::withdrawn;
  if (const auto ended = settle(glance.conversation, how)) ended_.push_back(*ended);
}

}  // namespace parlor::app
