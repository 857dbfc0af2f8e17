#include "app/presence/presence.h"

#include <algorithm>

#include "base/limits.h"
#include "domain/text.h"

namespace parlor::app {

Presence::Presence(runtime::Worker& worker, const Directory& directory, Ports ports)
    : worker_(worker), bus_(ports.bus), store_(ports.store), directory_(directory), clock_(ports.clock) {}

void Presence::session_opened(access::Principal principal) {
  worker_.post([this, principal] {
    if (principal.role == access::Role::visitor) {
      auto& visitor = visitors_[principal.id];
      visitor.workspace = principal.workspace;
      if (visitor.sessions++ == 0) publish_visitor(principal.id, visitor);
      return;
    }
    auto& agent = agents_[principal.id];
    agent.workspace = principal.workspace;
    if (agent.sessions++ == 0) publish_agent(principal.id, agent);
  });
}

void Presence::session_closed(access::Principal principal) {
  worker_.post([this, principal] {
    if (principal.role == access::Role::visitor) {
      auto& visitor = visitors_[principal.id];
      if (--visitor.sessions > 0) return;
      publish_visitor(principal.id, visitor);
      visitors_.erase(principal.id);
      return;
    }
    auto& agent = agents_[principal.id];
    if (--agent.sessions > 0) return;
    publish_agent(principal.id, agent);
    // What they said of themself stays for when they come back, offline included.
    if (agent.status == AgentStatus::online) agents_.erase(principal.id);
  });
}

void Presence::set_status(access::Principal principal, AgentStatus status) {
  worker_.post([this, principal, status] {
    auto& agent = agents_[principal.id];
    agent.workspace = principal.workspace;
    agent.status = status;
    publish_agent(principal.id, agent);
  });
}

void Presence::page_viewed(access::Principal principal, ports::PageView page) {
  worker_.post([this, principal, page = std::move(page)]() mutable {
    const auto found = visitors_.find(principal.id);
    if (found != visitors_.end()) add_page(principal.id, found->second, std::move(page));
  });
}

void Presence::contact_stored(WorkspaceId workspace, ContactId contact) {
  worker_.post([this, workspace, contact] {
    const auto id = id_cast<ActorId>(contact);
    const auto found = visitors_.find(id);
    if (found == visitors_.end() || found->second.workspace != workspace) return;
    // A further session of the same visitor says it again; its pages are kept already.
    if (found->second.stored) return;
    found->second.stored = true;
    save_pages(id, found->second);
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

void Presence::publish_agent(ActorId id, const Agent& agent) {
  const auto status = agent.sessions == 0 ? AgentStatus::offline : agent.status;
  PresenceChanged change{
      {ActorKind::agent, id}, directory_.snapshot()->name_of(id_cast<UserId>(id)), status, std::nullopt};
  bus_.publish(std::make_shared<const Publication>(Topic::presence(agent.workspace), std::move(change)));
}

void Presence::publish_visitor(ActorId id, const Visitor& visitor) {
  PresenceChanged change{{ActorKind::visitor, id}, {}, AgentStatus::offline, std::nullopt};
  if (visitor.sessions > 0) change.state = AgentStatus::online;
  if (!visitor.pages.empty()) change.page = visitor.pages.front();
  bus_.publish(std::make_shared<const Publication>(Topic::rows(visitor.workspace), std::move(change)));
}

}  // namespace parlor::app
