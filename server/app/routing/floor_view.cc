#include "app/routing/floor_view.h"

#include "domain/routing/queue.h"

namespace parlor::app {
namespace {

// So many that a view fits a frame.
constexpr std::size_t kQueueShown = 200;
constexpr std::size_t kAgentsShown = 500;

void show_queue(FloorView& view, const Desk& desk, Time now) {
  const auto positions = routing::positions(desk.floor(now));
  view.waiting = positions.size();
  for (const auto& [conversation, team, number] : positions) {
    if (view.queue.size() == kQueueShown) return;
    const auto& waiting = *desk.waiting(conversation);
    view.queue.push_back({conversation, team, number, waiting.priority, waiting.since, waiting.estimate});
  }
}

void show_teams(FloorView& view, const Desk& desk, Time now) {
  const auto floor = desk.floor(now);
  for (const auto& setup : desk.setup().teams) {
    const auto id = setup.team.id;
    FloorView::TeamOnFloor team{.id = id, .name = setup.name};
    team.open = desk.is_open(id);
    for (const auto& waiting : floor.waiting) {
      if (waiting.team != id) continue;
      ++team.waiting;
      // What whoever came last was told.
      team.estimate = std::max(team.estimate.value_or(Millis(0)), waiting.estimate.value_or(Millis(0)));
    }
    if (const auto accuracy = desk.accuracy(id)) team.error_percent = accuracy->median_error_percent;
    for (const auto& agent : floor.agents)
      team.online += agent.status == AgentStatus::online && is_of(agent, id) ? 1 : 0;
    view.teams.push_back(std::move(team));
  }
}

void show_agents(FloorView& view, const Desk& desk, WorkspaceId workspace, const DirectorySnapshot& directory) {
  for (const auto* user : directory.users_of(workspace)) {
    if (view.agents.size() == kAgentsShown) return;
    FloorView::AgentOnFloor agent{.id = user->id, .name = user->name, .status = desk.status_of(user->id)};
    agent.chats = desk.open_of(user->id);
    agent.longest_wait = desk.longest_wait_of(user->id);
    if (const auto* setup = desk.setup().agent(user->id)) {
      agent.capacity = setup->capacity;
      agent.teams = setup->teams;
      for (const auto& [skill, level] : setup->skills) {
        if (const auto* known = desk.setup().skill(skill)) agent.skills.push_back(known->name);
      }
    }
    view.agents.push_back(std::move(agent));
  }
}

}  // namespace

OfferView view_of(const routing::Offer& offer, const DirectorySnapshot& directory, Time now) {
  const auto left = std::max(offer.expires_at() - now, Millis(0));
  OfferView view{
      .conversation = offer.conversation, .agent = offer.agent, .agent_name = directory.name_of(offer.agent)};
  view.status = offer.status;
  view.ring_time = offer.ring_time;
  view.left = left;
  view.from = offer.from;
  if (offer.from) view.from_name = directory.name_of(*offer.from);
  view.joins = offer.joins;
  return view;
}

FloorView view_of(const Desk& desk, WorkspaceId workspace, const DirectorySnapshot& directory, Time now) {
  FloorView view;
  show_queue(view, desk, now);
  for (const auto& [conversation, offer] : desk.offers()) {
    if (view.offers.size() == kQueueShown) break;
    view.offers.push_back(view_of(offer, directory, now));
  }
  for (const auto& [conversation, agent, since] : desk.silences()) {
    if (view.alerts.size() == kQueueShown) break;
    view.alerts.push_back({conversation, agent, directory.name_of(agent), since});
  }
  show_teams(view, desk, now);
  show_agents(view, desk, workspace, directory);
  return view;
}

}  // namespace parlor::app
