#include "floor_run.h"

#include <algorithm>

namespace parlor::bench {
namespace {

using namespace std::chrono_literals;
using routing::Agent;
using routing::Offer;
using routing::Waiting;

constexpr double kMisses = 0.03;
constexpr double kPasses = 0.03;
constexpr auto kAwayAfterMisses = 2min;
// Each further chat at the same time makes all of an agent's chats so much longer.
constexpr double kSlowerForEach = 0.06;
constexpr double kQuickerForALikedSkill = 0.85;
constexpr double kQuickerForWhoIsKnown = 0.85;

std::vector<routing::Team> teams_under(const Policy& policy, std::vector<routing::Team> teams) {
  for (std::size_t i = 0; i < teams.size(); ++i) {
    teams[i].criteria = policy.criteria;
    if (policy.runs_over && i > 0) teams[i].overflow = routing::Overflow{teams[i - 1].id, 90s, std::nullopt};
  }
  return teams;
}

bool has_all(const Agent& agent, const std::vector<routing::Skill>& skills) {
  return !missing_skill(agent, {.required = skills});
}

}  // namespace

FloorRun::FloorRun(const Plan& plan, const Policy& policy, Chance chance)
    : plan_(plan),
      policy_(policy),
      chance_(chance),
      teams_(teams_under(policy, plan.teams)),
      agents_(plan.agents),
      presence_(plan.agents.size()),
      cases_(plan.visitors.size()) {
  figures_.visitors = plan.visitors.size();
}

Figures FloorRun::run() {
  plan_day();
  while (!events_.empty() && events_.top().at < plan_.end) {
    const auto event = events_.top();
    events_.pop();
    if (is_over(event)) continue;
    pass_time(event.at);
    happen(event);
    decide();
  }
  return std::move(figures_);
}

void FloorRun::plan_day() {
  for (std::size_t agent = 0; agent < plan_.shifts.size(); ++agent) {
    const auto& shift = plan_.shifts[agent];
    at(shift.from, Kind::agent_comes, agent);
    at(shift.break_from, Kind::agent_leaves, agent);
    at(shift.break_to, Kind::agent_comes, agent);
    at(shift.to, Kind::agent_leaves, agent);
  }
  for (std::size_t visitor = 0; visitor < plan_.visitors.size(); ++visitor)
    at(plan_.visitors[visitor].at, Kind::comes, visitor);
}

void FloorRun::at(Time time, Kind kind, std::size_t who) {
  const bool is_of_visitor = kind < Kind::agent_comes;
  events_.push({time, ++numbered_, kind, who, is_of_visitor ? cases_[who].turn : 0});
}

bool FloorRun::is_over(const Event& event) const {
  const bool is_of_visitor = event.kind < Kind::agent_comes;
  return is_of_visitor && event.turn != cases_[event.who].turn;
}

void FloorRun::pass_time(Time until) {
  const auto passed = static_cast<double>((until - now_).count());
  for (const auto& agent : agents_) {
    const auto chats = static_cast<double>(agent.load) / routing::kChatWeight;
    figures_.busy += passed * chats;
    figures_.staffed += passed * (agent.status == presence::Status::online ? agent.capacity : chats);
  }
  now_ = until;
}

void FloorRun::happen(const Event& event) {
  switch (event.kind) {
    case Kind::comes:
      return comes(event.who);
    case Kind::gives_up:
      return gives_up(event.who);
    case Kind::answers:
      return answers(event.who);
    case Kind::rings_out:
      return rings_out(event.who);
    case Kind::ends:
      return end_chat(event.who);
    case Kind::cannot_help:
      return cannot_help(event.who);
    case Kind::agent_comes:
      return agent_comes(event.who);
    case Kind::agent_leaves:
      return agent_leaves(event.who);
    case Kind::look:
      return;
  }
}

void FloorRun::comes(std::size_t visitor) {
  queue(visitor, waiting_of(visitor));
}

void FloorRun::gives_up(std::size_t visitor) {
  auto& waiting = find(conversation_of(visitor));
  if (waiting.has_offer) end_offer(visitor, routing::WithdrawOffer{});
  ++figures_.gave_up;
  estimator_.left(waiting, now_);
  leave_queue(visitor);
}

void FloorRun::answers(std::size_t visitor) {
  const auto agent = offers_.at(conversation_of(visitor)).agent;
  if (chance_.happens(kPasses)) return end_offer(visitor, routing::PassOffer{agent});
  end_offer(visitor, routing::AcceptOffer{agent});
  begin_chat(visitor, agent_index(agent));
}

void FloorRun::rings_out(std::size_t visitor) {
  end_offer(visitor, routing::ExpireOffer{});
}

// Back to the queue, ahead of those who come now, and this time for somebody who can.
void FloorRun::cannot_help(std::size_t visitor) {
  end_chat(visitor);
  ++figures_.reassigned;
  auto again = waiting_of(visitor);
  again.required = plan_.visitors[visitor].needs;
  again.priority = routing::Priority::high;
  queue(visitor, std::move(again));
}

void FloorRun::agent_comes(std::size_t agent) {
  if (plan_.shifts[agent].is_on_duty(now_)) sign(agent, presence::Chose{presence::Status::online});
}

// Takes no more, and goes on with what they have.
void FloorRun::agent_leaves(std::size_t agent) {
  sign(agent, presence::Chose{presence::Status::away});
}

// One dashboard for each, never silent for long: whoever gives a sign is heard first.
void FloorRun::sign(std::size_t agent, const presence::Sign& sign) {
  presence::evolve(presence_[agent], presence::Heard{}, now_);
  presence::evolve(presence_[agent], sign, now_);
  agents_[agent].status = presence::status_at(presence_[agent], {}, now_);
}

void FloorRun::decide() {
  if (waiting_.empty()) return;
  const auto moves = routing::pass(floor());
  for (const auto& offering : moves.offers)
    ring(offering);
  for (const auto& move : moves.overflows)
    run_over(move);
  for (const auto conversation : moves.ways_out)
    find(conversation).ways_out_shown = true;
  if (moves.due_at) look_again(*moves.due_at);
}

void FloorRun::ring(const routing::Offering& offering) {
  const auto visitor = visitor_of(offering.conversation);
  auto& waiting = find(offering.conversation);
  const Offer offer{offering.conversation, offering.agent, waiting.weight, now_, offering.ring_time};
  routing::begin(offer, offering.asks_again, waiting, agents_[agent_index(offering.agent)]);
  offers_.emplace(offering.conversation, offer);
  if (chance_.happens(kMisses)) return at(offer.expires_at(), Kind::rings_out, visitor);
  at(now_ + std::min(chance_.log_normal(4s, 0.5), offering.ring_time), Kind::answers, visitor);
}

void FloorRun::run_over(const routing::RunsOver& move) {
  auto& waiting = find(move.conversation);
  estimator_.left(waiting, now_);
  waiting.been_in.push_back(waiting.team);
  waiting.team = move.to;
  waiting.in_team_since = now_;
  estimator_.arrived(waiting, now_);
}

void FloorRun::look_again(Time at) {
  if (look_at_ > now_ && look_at_ <= at) return;
  look_at_ = at;
  this->at(at, Kind::look, 0);
}

Waiting FloorRun::waiting_of(std::size_t visitor) const {
  const auto& who = plan_.visitors[visitor];
  Waiting waiting{.id = conversation_of(visitor), .team = who.team, .priority = who.priority};
  waiting.since = waiting.in_team_since = now_;
  if (policy_.requires_skills) waiting.required = who.needs;
  if (policy_.prefers_skills) waiting.preferred = who.likes;
  waiting.language = who.language;
  waiting.last_agent = who.last_agent;
  return waiting;
}

void FloorRun::queue(std::size_t visitor, Waiting waiting) {
  waiting_.push_back(waiting);
  estimator_.arrived(waiting, now_);
  const auto estimates = estimator_.estimates(floor());
  const auto told = std::ranges::find(estimates, waiting.id, &routing::Estimate::conversation)->wait;
  if (told) estimator_.told(waiting, *told, now_);
  cases_[visitor].told = told;
  at(now_ + plan_.visitors[visitor].patience, Kind::gives_up, visitor);
}

// Taken by an agent, or having given up.
void FloorRun::leave_queue(std::size_t visitor) {
  auto& who = cases_[visitor];
  const auto conversation = conversation_of(visitor);
  const auto waited = now_ - find(conversation).since;
  if (who.is_first_wait) figures_.waits.push_back(waited);
  who.is_first_wait = false;
  ++who.turn;
  std::erase_if(waiting_, [&](const Waiting& waiting) { return waiting.id == conversation; });
}

void FloorRun::end_offer(std::size_t visitor, const routing::OfferWish& wish) {
  const auto conversation = conversation_of(visitor);
  auto offer = offers_.extract(conversation).mapped();
  offer.status = routing::decide(offer, wish, now_).value();
  const auto agent = agent_index(offer.agent);
  if (!routing::end(offer, find(conversation), agents_[agent])) return;
  sign(agent, presence::MissedOffers{});
  at(now_ + kAwayAfterMisses, Kind::agent_comes, agent);
}

void FloorRun::begin_chat(std::size_t visitor, std::size_t agent) {
  auto& who = cases_[visitor];
  const auto& waiting = find(conversation_of(visitor));
  who.agent = agent;
  who.team = waiting.team;
  estimator_.began(waiting, now_);
  const auto waited = now_ - waiting.since;
  if (who.told && *who.told > Millis(0)) figures_.proofs.push_back({waiting.since, *who.told, waited});
  if (who.is_first_wait && waited <= 60s) ++figures_.taken_within_60_s;
  leave_queue(visitor);
  if (!has_all(agents_[agent], plan_.visitors[visitor].needs))
    return at(now_ + chance_.log_normal(75s, 0.4), Kind::cannot_help, visitor);
  figures_.until_helped.push_back(now_ - plan_.visitors[visitor].at);
  at(now_ + handling(visitor, agents_[agent]), Kind::ends, visitor);
}

void FloorRun::end_chat(std::size_t visitor) {
  agents_[cases_[visitor].agent].load -= routing::kChatWeight;
  ++cases_[visitor].turn;
  estimator_.ended(cases_[visitor].team, now_);
}

Millis FloorRun::handling(std::size_t visitor, const Agent& agent) const {
  const auto& who = plan_.visitors[visitor];
  const auto others = static_cast<double>(agent.load) / routing::kChatWeight - 1;
  double factor = 1 + kSlowerForEach * others;
  if (!who.likes.empty() && has_all(agent, who.likes)) factor *= kQuickerForALikedSkill;
  if (who.last_agent == agent.id) factor *= kQuickerForWhoIsKnown;
  return scaled(who.handling, factor);
}

std::size_t FloorRun::agent_index(UserId id) const {
  return static_cast<std::size_t>(std::ranges::find(agents_, id, &Agent::id) - agents_.begin());
}

Waiting& FloorRun::find(ConversationId id) {
  return *std::ranges::find(waiting_, id, &Waiting::id);
}

}  // namespace parlor::bench
