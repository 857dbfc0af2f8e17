#include "edge/session/floor_to_wire.h"

#include "edge/session/to_wire.h"

namespace parlor::edge {
namespace {

std::int64_t seconds(Millis time) {
  return std::chrono::duration_cast<std::chrono::seconds>(time).count();
}

std::optional<std::int64_t> seconds(std::optional<Millis> time) {
  return time ? std::optional(seconds(*time)) : std::nullopt;
}

wire::OfferState state_of(routing::OfferStatus status) {
  switch (status) {
    case routing::OfferStatus::ringing:
      return wire::OfferState::kRinging;
    case routing::OfferStatus::accepted:
      return wire::OfferState::kAccepted;
    case routing::OfferStatus::passed:
      return wire::OfferState::kPassed;
    case routing::OfferStatus::expired:
      return wire::OfferState::kExpired;
    case routing::OfferStatus::withdrawn:
      return wire::OfferState::kWithdrawn;
  }
  return wire::OfferState::kWithdrawn;
}

wire::WaitBand band_of(routing::WaitBand band) {
  switch (band) {
    case routing::WaitBand::under_1_min:
      return wire::WaitBand::kUnder1Min;
    case routing::WaitBand::about_2_min:
      return wire::WaitBand::kAbout2Min;
    case routing::WaitBand::about_5_min:
      return wire::WaitBand::kAbout5Min;
    case routing::WaitBand::over_10_min:
      return wire::WaitBand::kOver10Min;
  }
  return wire::WaitBand::kOver10Min;
}

wire::QueueEntry entry_of(const app::FloorView::Entry& entry) {
  wire::QueueEntry out;
  out.conversation = to_wire(entry.conversation);
  if (entry.team) out.team = to_wire(*entry.team);
  out.position = static_cast<std::int64_t>(entry.position);
  out.priority = to_wire(entry.priority);
  out.since = to_unix_ms(entry.since);
  out.estimate_s = seconds(entry.estimate);
  return out;
}

wire::TeamFloor team_of(const app::FloorView::TeamOnFloor& team) {
  wire::TeamFloor out;
  out.id = to_wire(team.id);
  out.name = team.name;
  out.waiting = static_cast<std::int64_t>(team.waiting);
  out.online = static_cast<std::int64_t>(team.online);
  out.open = team.open;
  out.estimate_s = seconds(team.estimate);
  if (team.error_percent) out.error_percent = *team.error_percent;
  return out;
}

wire::AgentFloor agent_of(const app::FloorView::AgentOnFloor& agent) {
  wire::AgentFloor out;
  out.id = to_wire(agent.id);
  out.name = agent.name;
  out.status = to_wire(agent.status);
  out.chats = static_cast<std::int64_t>(agent.chats);
  if (agent.capacity) out.capacity = *agent.capacity;
  for (const auto team : agent.teams)
    out.teams.push_back(to_wire(team));
  out.skills = agent.skills;
  if (agent.longest_wait) out.longest_wait = to_unix_ms(*agent.longest_wait);
  return out;
}

}  // namespace

wire::QueueTopicState to_wire(const app::FloorView& floor) {
  wire::QueueTopicState state;
  for (const auto& entry : floor.queue)
    state.queue.push_back(entry_of(entry));
  state.waiting = static_cast<std::int64_t>(floor.waiting);
  for (const auto& offer : floor.offers)
    state.offers.push_back(to_wire(offer));
  for (const auto& team : floor.teams)
    state.teams.push_back(team_of(team));
  for (const auto& agent : floor.agents)
    state.agents.push_back(agent_of(agent));
  if (!floor.alerts.empty()) {
    auto& alerts = state.alerts.emplace();
    for (const auto& alert : floor.alerts)
      alerts.push_back(
          {to_wire(alert.conversation), {to_wire(alert.agent), alert.agent_name}, to_unix_ms(alert.since)});
  }
  return state;
}

wire::Offer to_wire(const app::OfferView& offer) {
  wire::Offer out;
  out.conversation = to_wire(offer.conversation);
  out.agent = {to_wire(offer.agent), offer.agent_name};
  out.state = state_of(offer.status);
  if (offer.from) out.from = wire::Person{to_wire(*offer.from), offer.from_name};
  if (offer.joins) out.joins = true;
  out.ring_ms = offer.ring_time.count();
  out.left_ms = offer.left.count();
  return out;
}

wire::QueuePositionSignal to_wire(const app::QueueMoved& moved) {
  wire::QueuePositionSignal signal;
  signal.position = static_cast<std::int64_t>(moved.number);
  if (moved.wait) signal.wait = band_of(*moved.wait);
  if (!moved.team.empty()) signal.team = moved.team;
  signal.ways_out = moved.ways_out;
  return signal;
}

wire::Priority to_wire(Priority priority) {
  switch (priority) {
    case Priority::low:
      return wire::Priority::kLow;
    case Priority::normal:
      return wire::Priority::kNormal;
    case Priority::high:
      return wire::Priority::kHigh;
    case Priority::urgent:
      return wire::Priority::kUrgent;
  }
  return wire::Priority::kNormal;
}

Priority from_wire(wire::Priority priority) {
  switch (priority) {
    case wire::Priority::kLow:
      return Priority::low;
    case wire::Priority::kNormal:
      return Priority::normal;
    case wire::Priority::kHigh:
      return Priority::high;
    case wire::Priority::kUrgent:
      return Priority::urgent;
  }
  return Priority::normal;
}

}  // namespace parlor::edge
