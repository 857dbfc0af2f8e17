#include "app/conversation/views.h"

namespace parlor::app {
namespace {

std::string name_of(Actor actor, const DirectorySnapshot& directory, const std::string& contact_name) {
  if (actor.is_visitor()) return contact_name;
  return actor.is_agent() ? directory.name_of(actor.user()) : std::string();
}

const std::string& team_of(const conversation::Fact& fact, WorkspaceId workspace, const DirectorySnapshot& directory) {
  static const std::string kNone;
  std::optional<TeamId> team;
  if (const auto* queued = std::get_if<conversation::Queued>(&fact); queued && queued->place)
    team = queued->place->team;
  if (const auto* transferred = std::get_if<conversation::Transferred>(&fact)) team = transferred->team;
  return team ? directory.team_name(workspace, *team) : kNone;
}

std::optional<Actor> subject_of(const conversation::Fact& fact) {
  if (const auto* assigned = std::get_if<conversation::Assigned>(&fact)) return Actor::agent(assigned->assignee);
  if (const auto* joined = std::get_if<conversation::ParticipantJoined>(&fact)) return joined->participant;
  if (const auto* transferred = std::get_if<conversation::Transferred>(&fact); transferred && transferred->agent)
    return Actor::agent(*transferred->agent);
  if (const auto* left = std::get_if<conversation::ParticipantLeft>(&fact)) return left->participant;
  if (const auto* declined = std::get_if<conversation::TransferDeclined>(&fact)) return Actor::agent(declined->agent);
  return std::nullopt;
}

// Nobody's words are the house's.
bool is_automatic_message(const conversation::Event& event) {
  return event.actor == Actor::system() && std::holds_alternative<conversation::MessagePosted>(event.fact);
}

}  // namespace

NamedEvent name_event(ports::JoinedEvent joined, WorkspaceId workspace, const DirectorySnapshot& directory,
                      const std::string& contact_name) {
  NamedEvent named{std::move(joined.event), std::move(joined.body), {}, {}};
  named.actor_name = name_of(named.event.actor, directory, contact_name);
  const auto* house = is_automatic_message(named.event) ? directory.workspace(workspace) : nullptr;
  if (house) named.actor_name = house->name;
  if (const auto subject = subject_of(named.event.fact))
    named.subject_name = name_of(*subject, directory, contact_name);
  if (const auto& team = team_of(named.event.fact, workspace, directory); !team.empty()) named.subject_name = team;
  return named;
}

std::vector<NamedEvent> name_events(std::vector<ports::JoinedEvent> joined, WorkspaceId workspace,
                                    const DirectorySnapshot& directory, const std::string& contact_name) {
  std::vector<NamedEvent> named;
  named.reserve(joined.size());
  for (auto& event : joined)
    named.push_back(name_event(std::move(event), workspace, directory, contact_name));
  return named;
}

Glance glance_at(const ports::LoadedConversation& loaded) {
  const auto& state = loaded.state;
  Glance glance{.conversation = state.id,
                .seq = state.seq,
                .contact = state.contact,
                .inbox = state.inbox,
                .status = state.status};
  glance.assignee = state.assignee;
  if (!state.agents.empty()) glance.last_agent = state.agents.back();
  glance.place = state.place;
  glance.answered = state.answered;
  if (state.place.team || state.status == conversation::Status::queued) glance.waiting_since = state.waiting_since;
  glance.locale = loaded.locale;
  if (is_booked(state)) glance.call_at = state.snoozed_until;
  return glance;
}

ConversationView view_of(ports::LoadedConversation loaded, const DirectorySnapshot& directory, const Roster& roster) {
  ConversationView view;
  const auto& state = loaded.state;
  view.contact_online = roster.contact_online(state.contact);
  if (state.assignee) {
    view.assignee_name = directory.name_of(*state.assignee);
    view.assignee_online = roster.is_reachable(*state.assignee);
  }
  const auto* inbox = directory.inbox(state.inbox);
  if (inbox && state.place.team) view.team_name = directory.team_name(inbox->workspace, *state.place.team);
  view.loaded = std::move(loaded);
  // Where somebody is now says more than where they began.
  if (const auto* page = roster.page_of(view.loaded.state.contact)) {
    view.loaded.page_url = page->url;
    view.loaded.page_title = page->title;
  }
  return view;
}

std::vector<ParticipantView> participants_of(const ConversationView& view, const DirectorySnapshot& directory,
                                             const Roster& roster) {
  const auto& state = view.loaded.state;
  std::vector<ParticipantView> participants{
      {Actor::visitor(state.contact), view.loaded.contact_name, view.contact_online}};
  for (const auto agent : state.agents) {
    participants.push_back({Actor::agent(agent), directory.name_of(agent), roster.is_reachable(agent)});
  }
  return participants;
}

}  // namespace parlor::app
