#include "app/routing/callbacks.h"

#include <algorithm>

#include "base/limits.h"
#include "domain/hours/slots.h"

namespace parlor::app {
namespace {

// Of a team without hours: every day, all day.
routing::TeamHours always() {
  routing::TeamHours hours{.zone = "UTC", .hours = {}};
  for (unsigned day = 0; day < 7; ++day)
    hours.hours.week.push_back({std::chrono::weekday(day), {std::chrono::minutes(0), std::chrono::hours(24)}});
  return hours;
}

std::size_t people_of(const routing::Setup& setup, TeamId team) {
  return static_cast<std::size_t>(std::ranges::count_if(setup.agents, [&](const routing::AgentSetup& agent) {
    return std::ranges::find(agent.teams, team) != agent.teams.end();
  }));
}

}  // namespace

void Callbacks::see(const Glance& glance) {
  if (glance.call_at && glance.place.team) {
    booked_[glance.conversation] = {Booking{*glance.place.team, glance.contact, *glance.call_at}, std::nullopt};
    return;
  }
  const auto known = booked_.find(glance.conversation);
  if (known == booked_.end()) return;
  known->second.kept.reset();
  // This may be a word from before the time was asked for.
  const bool may_yet_come = known->second.reserved && glance.status == conversation::Status::queued;
  if (!may_yet_come) booked_.erase(known);
}

const Booking* Callbacks::booking(ConversationId conversation) const {
  const auto known = booked_.find(conversation);
  return known == booked_.end() ? nullptr : &known->second.newest();
}

std::size_t Callbacks::booked_at(TeamId team, Time at, ConversationId but) const {
  return static_cast<std::size_t>(std::ranges::count_if(booked_, [&](const auto& one) {
    return one.first != but && one.second.newest().team == team && one.second.newest().at == at;
  }));
}

std::vector<Time> Callbacks::slots(const routing::Setup& setup, TeamId id, ConversationId conversation,
                                   Time now) const {
  const auto* team = setup.team(id);
  if (!team || !zones_) return {};
  const auto hours = team->hours.value_or(always());
  const auto zone = zones_->find(hours.zone);
  if (!zone) return {};
  const hours::SlotWish wish{
      .from = now + limits::kCallbackLead, .length = limits::kCallbackLength, .count = limits::kCallbackSlotsMax};
  const auto people = people_of(setup, id);
  std::vector<Time> free;
  for (const auto& slot : hours::slots(hours.hours, *zone, wish)) {
    if (free.size() == limits::kCallbackSlotsShown) break;
    if (booked_at(id, slot.from, conversation) < people) free.push_back(slot.from);
  }
  return free;
}

void Callbacks::reserve(ConversationId conversation, Booking booking) {
  booked_[conversation].reserved = booking;
}

void Callbacks::release(ConversationId conversation) {
  const auto known = booked_.find(conversation);
  if (known == booked_.end()) return;
  known->second.reserved.reset();
  if (!known->second.kept) booked_.erase(known);
}

}  // namespace parlor::app
