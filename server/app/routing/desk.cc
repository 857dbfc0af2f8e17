#include "app/routing/desk.h"

#include <algorithm>

#include "domain/routing/pass.h"

namespace parlor::app {
namespace {

using routing::OfferStatus;

// A wish that came to nothing (the store was away) is made again after so long.
constexpr auto kAskAgain = std::chrono::seconds(5);

void earlier(std::optional<Time>& due, Time at) {
  if (!due || at < *due) due = at;
}

Steps::Back over_to(TeamId team, const routing::Waiting& waiting) {
  const Place place{.team = team,
                    .priority = waiting.priority,
                    .required = waiting.required,
                    .preferred = waiting.preferred,
                    .reach = waiting.reach};
  return {waiting.id, {conversation::QueuedReason::overflow, std::nullopt, place}};
}

conversation::QueuedReason reason_of(routing::HeldStep step) {
  return step == routing::HeldStep::requeue ? conversation::QueuedReason::agent_gone
                                            : conversation::QueuedReason::agent_silent;
}

}  // namespace

void Desk::set_up(std::shared_ptr<const routing::Setup> setup) {
  if (setup->version == setup_->version && !teams_.empty()) return;
  setup_ = std::move(setup);
  teams_.clear();
  for (const auto& one : setup_->teams)
    teams_.push_back(one.team);
  std::vector<routing::Agent> fresh;
  for (const auto& one : setup_->agents) {
    const auto* before = find_agent(one.id);
    routing::Agent agent = before ? *before : routing::Agent{};
    agent.id = one.id;
    agent.capacity = one.capacity;
    agent.teams = one.teams;
    agent.skills = one.skills;
    agent.status = status_of(one.id);
    fresh.push_back(std::move(agent));
  }
  agents_ = std::move(fresh);
  for (const auto& agent : agents_)
    recount(agent.id);
}

void Desk::set_open(TeamId id, bool open) {
  const auto found = std::ranges::find(teams_, id, &routing::Team::id);
  if (found != teams_.end()) found->open = open;
}

bool Desk::is_open(TeamId id) const {
  const auto found = std::ranges::find(teams_, id, &routing::Team::id);
  return found == teams_.end() || found->open;
}

void Desk::see(const Glance& glance, bool visitor_there, Time now) {
  using conversation::Status;
  end_ask(glance);
  if (glance.status == Status::queued) return wait(glance, visitor_there, now);
  const bool is_open = glance.status == Status::open && glance.assignee;
  aside_.erase(glance.conversation);
  stop_waiting(glance.conversation, is_open ? glance.assignee : std::nullopt, now);
  is_open ? hold(glance, now) : drop_held(glance.conversation, now);
}

void Desk::wait(const Glance& glance, bool visitor_there, Time now) {
  const auto team = team_of(glance);
  if (aside_.contains(glance.conversation)) return;
  auto* waiting = team ? find_waiting(glance.conversation) : nullptr;
  if (team && !waiting) waiting = &begin_to_wait(glance, *team, visitor_there, now);
  drop_held(glance.conversation, now);
  if (!team) return stop_waiting(glance.conversation, std::nullopt, now);
  if (waiting->team != *team) move(*waiting, *team, now);
  waiting->priority = glance.place.priority;
  waiting->required = glance.place.required;
  waiting->preferred = glance.place.preferred;
  waiting->answered = glance.answered;
  waiting->reach = glance.place.reach;
  if (waiting->reach != Reach::chat) waiting->visitor_left_at.reset();
}

void Desk::move(routing::Waiting& waiting, TeamId team, Time now) {
  estimator_.left(waiting, now);
  waiting.been_in.push_back(waiting.team);
  waiting.in_team_since = now;
  waiting.passed_by.clear();
  if (const auto ended = settle(waiting.id, OfferStatus::withdrawn)) ended_.push_back(*ended);
  waiting.team = team;
  estimator_.arrived(waiting, now);
}

// What began to wait before there were teams, or in one that is gone, waits where its inbox sends visitors now.
std::optional<TeamId> Desk::team_of(const Glance& glance) const {
  if (glance.place.team && setup_->team(*glance.place.team)) return glance.place.team;
  const auto place = setup_->place_for(glance.inbox);
  return place ? place->team : std::nullopt;
}

routing::Waiting& Desk::begin_to_wait(const Glance& glance, TeamId team, bool visitor_there, Time now) {
  const auto admitted = routing::admit(floor(now), team);
  if (admitted && *admitted != team) full_.emplace_back(glance.conversation, *admitted);
  routing::Waiting waiting;
  waiting.id = glance.conversation;
  waiting.team = team;
  waiting.since = glance.waiting_since.value_or(now);
  waiting.in_team_since = now;
  waiting.language = setup_->language_of(glance.locale);
  waiting.last_agent = glance.last_agent;
  // Whoever gave it away or was silent is not asked first.
  if (const auto held = held_.find(glance.conversation); held != held_.end()) waiting.passed_by = {held->second.agent};
  if (!visitor_there) waiting.visitor_left_at = now;
  return add(std::move(waiting), glance.contact, now);
}

routing::Waiting& Desk::add(routing::Waiting waiting, ContactId contact, Time now) {
  place_of_waiting_[waiting.id] = waiting_.size();
  contact_of_waiting_[waiting.id] = contact;
  estimator_.arrived(waiting, now);
  return waiting_.emplace_back(std::move(waiting));
}

void Desk::hold(const Glance& glance, Time now) {
  const auto agent = *glance.assignee;
  const auto before = held_.find(glance.conversation);
  if (before != held_.end() && before->second.agent != agent) drop_held(glance.conversation, now);
  auto [chat, is_new] = held_.try_emplace(glance.conversation, HeldChat{.agent = agent});
  auto& held = chat->second.held;
  chat->second.team = glance.place.team;
  held.answered = glance.answered;
  held.waiting_since = glance.waiting_since;
  if (!is_new) return;
  held.since = glance.waiting_since.value_or(now);
  ++open_[agent];
  auto& holder = person(agent);
  const bool was_never_seen = holder.status == AgentStatus::offline && !holder.gone_at;
  if (was_never_seen) holder.gone_at = std::max(now, began_at_ + limits::kAgentSilenceMax);
  recount(agent);
}

void Desk::stop_waiting(ConversationId conversation, std::optional<UserId> taken_by, Time now) {
  const auto found = place_of_waiting_.find(conversation);
  if (found == place_of_waiting_.end()) return;
  if (const auto offer = offers_.find(conversation); offer != offers_.end()) {
    const auto how = taken_by == offer->second.agent ? OfferStatus::accepted : OfferStatus::withdrawn;
    if (const auto ended = settle(conversation, how)) ended_.push_back(*ended);
  }
  const auto place = found->second;
  taken_by ? estimator_.began(waiting_[place], now) : estimator_.left(waiting_[place], now);
  place_of_waiting_.erase(found);
  contact_of_waiting_.erase(conversation);
  if (place + 1 < waiting_.size()) {
    waiting_[place] = std::move(waiting_.back());
    place_of_waiting_[waiting_[place].id] = place;
  }
  waiting_.pop_back();
}

void Desk::drop_held(ConversationId conversation, Time now) {
  const auto found = held_.find(conversation);
  if (found == held_.end()) return;
  const auto agent = found->second.agent;
  if (const auto team = found->second.team) estimator_.ended(*team, now);
  held_.erase(found);
  if (--open_[agent] == 0) open_.erase(agent);
  recount(agent);
}

std::size_t Desk::open_of(UserId agent) const {
  const auto found = open_.find(agent);
  return found == open_.end() ? 0 : found->second;
}

std::optional<Time> Desk::longest_wait_of(UserId agent) const {
  std::optional<Time> longest;
  for (const auto& [id, chat] : held_) {
    if (chat.agent == agent && chat.held.waiting_since) earlier(longest, *chat.held.waiting_since);
  }
  return longest;
}

std::vector<Silence> Desk::silences() const {
  std::vector<Silence> silences;
  for (const auto& [id, chat] : held_) {
    const auto& held = chat.held;
    const bool is_silent = held.alerted_at && held.waiting_since && *held.alerted_at >= *held.waiting_since;
    if (is_silent) silences.push_back({id, chat.agent, *held.waiting_since});
  }
  std::ranges::sort(silences, {}, &Silence::since);
  return silences;
}

void Desk::recount(UserId id) {
  auto* agent = find_agent(id);
  if (!agent) return;
  agent->load = static_cast<routing::Weight>(open_of(id)) * routing::kChatWeight;
  agent->has_offer = false;
  for (const auto& [conversation, offer] : offers_) {
    if (offer.agent != id) continue;
    agent->has_offer = true;
    agent->load += offer.weight;
  }
}

routing::Waiting* Desk::find_waiting(ConversationId conversation) {
  const auto found = place_of_waiting_.find(conversation);
  return found == place_of_waiting_.end() ? nullptr : &waiting_[found->second];
}

const routing::Waiting* Desk::waiting(ConversationId conversation) const {
  const auto found = place_of_waiting_.find(conversation);
  return found == place_of_waiting_.end() ? nullptr : &waiting_[found->second];
}

std::optional<ContactId> Desk::contact_of(ConversationId conversation) const {
  const auto found = contact_of_waiting_.find(conversation);
  return found == contact_of_waiting_.end() ? std::nullopt : std::optional(found->second);
}

routing::Agent* Desk::find_agent(UserId id) {
  const auto found = std::ranges::find(agents_, id, &routing::Agent::id);
  return found == agents_.end() ? nullptr : &*found;
}

Desk::Person& Desk::person(UserId agent) {
  return people_[agent];
}

AgentStatus Desk::status_of(UserId agent) const {
  const auto found = people_.find(agent);
  return found == people_.end() ? AgentStatus::offline : found->second.status;
}

void Desk::agent_is(UserId id, AgentStatus status, Time now) {
  auto& one = person(id);
  const bool was_here = one.status != AgentStatus::offline;
  one.status = status;
  if (one.status != AgentStatus::offline) {
    one.gone_at.reset();
  } else if (was_here || !one.gone_at) {
    one.gone_at = now;
  }
  if (auto* agent = find_agent(id)) agent->status = one.status;
}

Steps Desk::step(Time now) {
  Steps steps;
  steps.offers = std::exchange(ended_, {});
  end_offers(steps, now);
  look_after_held(steps, now);
  if (!teams_.empty()) follow_pass(steps, now);
  for (const auto& [conversation, offer] : offers_)
    earlier(steps.due_at, offer.expires_at());
  return steps;
}

bool Desk::is_pointless(const routing::Offer& offer) const {
  if (status_of(offer.agent) == AgentStatus::offline) return true;
  if (offer.from) return false;
  const auto* one = waiting(offer.conversation);
  return !one || one->visitor_left_at;
}

void Desk::end_offers(Steps& steps, Time now) {
  std::vector<std::pair<ConversationId, OfferStatus>> over;
  for (const auto& [conversation, offer] : offers_) {
    if (is_pointless(offer)) {
      over.emplace_back(conversation, OfferStatus::withdrawn);
    } else if (decide(offer, routing::ExpireOffer{}, now)) {
      over.emplace_back(conversation, OfferStatus::expired);
    }
  }
  for (const auto& [conversation, status] : over)
    end_offer(conversation, status, steps);
}

void Desk::end_offer(ConversationId conversation, OfferStatus status, Steps& steps) {
  const auto found = offers_.find(conversation);
  auto offer = found->second;
  offer.status = status;
  offers_.erase(found);
  auto* waiting = find_waiting(conversation);
  auto* agent = find_agent(offer.agent);
  // Whoever was taken out of the setup meanwhile has no books any more.
  if (waiting) waiting->has_offer = false;
  if (waiting && agent && end(offer, *waiting, *agent)) steps.set_away.push_back(offer.agent);
  recount(offer.agent);
  steps.offers.push_back(offer);
}

std::optional<routing::Offer> Desk::settle(ConversationId conversation, OfferStatus status) {
  if (!offers_.contains(conversation)) return std::nullopt;
  Steps steps;
  end_offer(conversation, status, steps);
  return steps.offers.front();
}

const routing::Offer* Desk::offer(ConversationId conversation) const {
  const auto found = offers_.find(conversation);
  return found == offers_.end() ? nullptr : &found->second;
}

std::optional<Refusal> Desk::refuse_answer(ConversationId conversation, UserId agent) const {
  const auto* ringing = offer(conversation);
  const bool rings_at_them = ringing && ringing->agent == agent;
  return rings_at_them ? std::nullopt : std::optional(Refusal::offer_over);
}

routing::HeldLimits Desk::limits_for(const HeldChat& chat) const {
  routing::HeldLimits limits{.alert_after = std::nullopt};
  const auto* team = chat.team ? setup_->team(*chat.team) : nullptr;
  if (team) limits.alert_after = team->alert_after;
  return limits;
}

void Desk::look_after_held(Steps& steps, Time now) {
  for (auto& [conversation, chat] : held_) {
    const auto& holder = person(chat.agent);
    chat.held.agent_vanished_at = holder.gone_at.value_or(now + limits::kAgentSilenceMax) + limits::kVanishGrace;
    auto next = next_step(chat.held, limits_for(chat));
    if (next && next->at <= now && next->step == routing::HeldStep::alert) {
      chat.held.alerted_at = now;
      next = next_step(chat.held, limits_for(chat));
    }
    if (!next) continue;
    const auto at = chat.asked_at ? std::max(next->at, *chat.asked_at + kAskAgain) : next->at;
    if (at > now) {
      earlier(steps.due_at, at);
      continue;
    }
    chat.asked_at = now;
    earlier(steps.due_at, now + kAskAgain);
    const bool is_gone = *chat.held.agent_vanished_at <= now;
    const auto reason = is_gone ? conversation::QueuedReason::agent_gone : reason_of(next->step);
    steps.back.push_back({conversation, {reason, chat.agent, std::nullopt}});
  }
}

void Desk::follow_pass(Steps& steps, Time now) {
  const auto moves = pass(floor(now));
  if (moves.due_at) earlier(steps.due_at, *moves.due_at);
  for (const auto& offering : moves.offers) {
    auto& waiting = *find_waiting(offering.conversation);
    auto& agent = *find_agent(offering.agent);
    const routing::Offer offer{offering.conversation, offering.agent, waiting.weight, now, offering.ring_time};
    begin(offer, offering.asks_again, waiting, agent);
    offers_.emplace(offering.conversation, offer);
    steps.offers.push_back(offer);
  }
  for (const auto& over : moves.overflows)
    steps.back.push_back(over_to(over.to, *find_waiting(over.conversation)));
  for (const auto conversation : moves.ways_out)
    find_waiting(conversation)->ways_out_shown = true;
  for (const auto& [conversation, team] : std::exchange(full_, {})) {
    if (const auto* waiting = find_waiting(conversation)) steps.back.push_back(over_to(team, *waiting));
  }
  steps.abandoned = moves.abandoned;
  for (const auto conversation : moves.abandoned)
    put_aside(conversation, now);
}

}  // namespace parlor::app
