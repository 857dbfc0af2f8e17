#include "app/presence/presence.h"

#include <algorithm>

#include "base/limits.h"
#include "domain/text.h"

namespace parlor::app {
namespace {

// Sessions of other nodes are those nodes' to tell of.
constexpr NodeId kThisNode{};

}  // namespace

Presence::Presence(runtime::Worker& worker, const Directory& directory, Ports ports)
    : worker_(worker),
      bus_(ports.bus),
      store_(ports.store),
      directory_(directory),
      clock_(ports.clock),
      visitors_(worker, directory, {ports.bus, ports.clock, ports.ids}),
      look_(worker, limits::kPresenceLook, [this] { look(); }) {}

void Presence::session_opened(access::Principal principal, SessionId session) {
  if (principal.role != access::Role::visitor) return sign(principal, presence::Heard{session, kThisNode});
  worker_.post([this, principal] {
    auto& visitor = connected_[principal.id];
    visitor.workspace = principal.workspace;
    if (visitor.sessions++ > 0) return;
    publish_visitor(principal.id, visitor);
    visitors_.connected(principal, true);
  });
}

void Presence::session_closed(access::Principal principal, SessionId session) {
  if (principal.role != access::Role::visitor) return sign(principal, presence::Closed{session});
  worker_.post([this, principal] {
    auto& visitor = connected_[principal.id];
    if (--visitor.sessions > 0) return;
    publish_visitor(principal.id, visitor);
    visitors_.connected(principal, false);
    connected_.erase(principal.id);
  });
}

void Presence::set_status(access::Principal agent, AgentStatus status) {
  sign(agent, presence::Chose{status});
}

void Presence::acted(access::Principal agent, SessionId session) {
  sign(agent, presence::Acted{session, kThisNode});
}

void Presence::missed_offers(access::Principal agent) {
  sign(agent, presence::MissedOffers{});
}

void Presence::sign(access::Principal principal, presence::Sign sign) {
  worker_.post([this, principal, sign] {
    auto& agent = agents_[principal.id];
    agent.workspace = principal.workspace;
    presence::evolve(agent.state, sign, clock_.steady());
    tell_agent(principal.id, agent);
    // What they said of themself stays for when they come back, offline included.
    const auto& state = agent.state;
    if (state.sessions.empty() && state.chosen == AgentStatus::online && !state.missed_offers)
      agents_.erase(principal.id);
  });
}

void Presence::tell_agent(ActorId id, Agent& agent) {
  const auto status = presence::status_at(agent.state, {}, clock_.steady());
  if (agent.told == status) return;
  agent.told = status;
  PresenceChanged change{
      {ActorKind::agent, id}, directory_.snapshot()->name_of(id_cast<UserId>(id)), status, std::nullopt};
  bus_.publish(std::make_shared<const Publication>(Topic::presence(agent.workspace), std::move(change)));
}

// A session that falls silent is closed by its edge, so that those which are not closed count as heard.
void Presence::look() {
  const auto now = clock_.steady();
  for (auto& [id, agent] : agents_) {
    for (const auto& session : std::vector(agent.state.sessions))
      presence::evolve(agent.state, presence::Heard{session.id, session.node}, now);
    tell_agent(id, agent);
  }
}

void Presence::page_viewed(access::Principal principal, ports::PageView page, std::optional<presence::VisitId> visit) {
  worker_.post([this, principal, visit, page = std::move(page)]() mutable {
    const auto found = connected_.find(principal.id);
    if (found == connected_.end()) return;
    visitors_.see(principal, {page.url, page.title, {}}, visit);
    add_page(principal.id, found->second, std::move(page));
  });
}

void Presence::described(access::Principal principal, Attributes attributes) {
  worker_.post([this, principal, attributes = std::move(attributes)]() mutable {
    const auto found = connected_.find(principal.id);
    if (found == connected_.end() || found->second.attributes == attributes) return;
    found->second.attributes = std::move(attributes);
    if (found->second.stored) save_attributes(principal.id, found->second);
  });
}

void Presence::contact_stored(WorkspaceId workspace, ContactId contact) {
  worker_.post([this, workspace, contact] {
    const auto id = id_cast<ActorId>(contact);
    const auto found = connected_.find(id);
    if (found == connected_.end() || found->second.workspace != workspace) return;
    // A further session of the same visitor says it again; its pages are kept already.
    if (found->second.stored) return;
    found->second.stored = true;
    save_pages(id, found->second);
    if (found->second.attributes) save_attributes(id, found->second);
  });
}

void Presence::add_page(ActorId id, Visitor& visitor, ports::PageView page) {
  page.at = clock_.now();
  page.url = text::page_address(page.url);
  if (!visitor.pages.empty() && visitor.pages.front().url == page.url) return;
  visitor.pages.insert(visitor.pages.begin(), std::move(page));
  if (visitor.pages.size() > limits::kContactPagesMax) visitor.pages.pop_back();
  publish_visitor(id, visitor);
  if (visitor.stored)
    store_.save_pages(visitor.workspace, id_cast<ContactId>(id), {visitor.pages.front()}, [](auto) {});
}

void Presence::save_pages(ActorId id, const Visitor& visitor) {
  std::vector<ports::PageView> pages(visitor.pages.begin(), visitor.pages.end());
  if (!pages.empty()) store_.save_pages(visitor.workspace, id_cast<ContactId>(id), std::move(pages), [](auto) {});
}

void Presence::save_attributes(ActorId id, const Visitor& visitor) {
  store_.save_attributes(visitor.workspace, id_cast<ContactId>(id), *visitor.attributes, [](auto) {});
}

void Presence::publish_visitor(ActorId id, const Visitor& visitor) {
  PresenceChanged change{{ActorKind::visitor, id}, {}, AgentStatus::offline, std::nullopt};
  if (visitor.sessions > 0) change.state = AgentStatus::online;
  if (!visitor.pages.empty()) change.page = visitor.pages.front();
  bus_.publish(std::make_shared<const Publication>(Topic::rows(visitor.workspace), std::move(change)));
}

}  // namespace parlor::app
