#include "app/presence/visitors.h"

#include "app/topics/publication.h"
#include "base/limits.h"
#include "domain/text.h"

namespace parlor::app {

Visitors::Visitors(runtime::Worker& worker, const Directory& directory, Ports ports)
    : worker_(worker),
      directory_(directory),
      bus_(ports.bus),
      clock_(ports.clock),
      ids_(ports.ids),
      show_soon_(worker, limits::kVisitorsShownEvery, [this] { show(); }) {}

const presence::Visit* Visitors::see_now(Site& site, presence::Sighting sighting) {
  auto& page = sighting.page;
  page.url = text::page_address(page.url);
  page.referrer = text::page_address(page.referrer);
  const auto* visit = site.visits.see(std::move(sighting), ids_.make<presence::VisitId>(), clock_.steady());
  changed(site);
  return visit;
}

void Visitors::see(WorkspaceId workspace, presence::Sighting sighting, std::optional<ClientId> dismissed,
                   Reply<Seen> reply) {
  worker_.dispatch([this, workspace, sighting = std::move(sighting), dismissed, reply = std::move(reply)]() mutable {
    auto& site = sites_[workspace];
    const auto* visit = see_now(site, std::move(sighting));
    if (!visit) return reply(Seen{});
    if (dismissed) site.visits.dismiss_invitation(visit->id, *dismissed);
    reply(Seen{visit->id, site.visits.show_invitation(visit->id, clock_.steady())});
  });
}

void Visitors::see(access::Principal visitor, presence::SitePage page, std::optional<presence::VisitId> visit) {
  worker_.dispatch([this, visitor, visit, page = std::move(page)]() mutable {
    presence::Sighting sighting{.visit = visit, .contact = id_cast<ContactId>(visitor.id), .inbox = visitor.inbox};
    sighting.page = std::move(page);
    see_now(sites_[visitor.workspace], std::move(sighting));
  });
}

void Visitors::connected(access::Principal visitor, bool is_connected) {
  worker_.dispatch([this, visitor, is_connected] {
    auto& site = sites_[visitor.workspace];
    site.visits.connected(id_cast<ContactId>(visitor.id), is_connected, clock_.steady());
    changed(site);
  });
}

void Visitors::chats(WorkspaceId workspace, ContactId contact, ConversationId conversation,
                     std::optional<presence::Chat> chat) {
  worker_.dispatch([this, workspace, contact, conversation, chat] {
    auto& site = sites_[workspace];
    site.visits.chats(contact, conversation, chat);
    changed(site);
  });
}

void Visitors::view(access::Principal agent, std::optional<presence::VisitId> before, std::size_t count,
                    Reply<std::shared_ptr<const VisitorsView>> reply) {
  worker_.dispatch([this, agent, before, count, reply = std::move(reply)]() mutable {
    if (!access::allowed(agent, access::Action::read_visitors, {agent.workspace, std::nullopt}))
      return reply(refuse(Refusal::not_permitted));
    reply(std::make_shared<const VisitorsView>(view_of(sites_[agent.workspace], before, count)));
  });
}

void Visitors::invite(access::Principal agent, presence::VisitId visit, std::string text, Reply<ClientId> reply) {
  worker_.dispatch([this, agent, visit, text = std::move(text), reply = std::move(reply)]() mutable {
    if (!access::allowed(agent, access::Action::invite_visitor, {agent.workspace, std::nullopt}))
      return reply(refuse(Refusal::not_permitted));
    if (text::is_blank(text)) return reply(refuse(Refusal::invalid_text));
    auto& site = sites_[agent.workspace];
    const auto now = clock_.steady();
    const auto* known = site.visits.find(visit, now);
    if (!known) return reply(refuse(Refusal::visitor_gone));
    presence::Invitation invitation{ids_.make<ClientId>(), id_cast<UserId>(agent.id), std::move(text), now, {}};
    const auto id = invitation.id;
    if (!site.visits.invite(visit, std::move(invitation), now)) return reply(refuse(Refusal::visitor_in_chat));
    changed(site);
    reply(id);
  });
}

void Visitors::invitation(access::Principal visitor, ClientId id, Reply<std::optional<presence::Invitation>> reply) {
  worker_.dispatch([this, visitor, id, reply = std::move(reply)]() mutable {
    reply(sites_[visitor.workspace].visits.invitation(id, clock_.steady()));
  });
}

void Visitors::changed(Site& site) {
  site.is_shown = false;
  show_soon_.ask();
}

void Visitors::show() {
  const auto now = clock_.steady();
  for (auto& [workspace, site] : sites_) {
    site.visits.sweep(now);
    const auto counts = site.visits.counts(now);
    const bool is_known = std::exchange(site.is_shown, true) && counts == site.counts_shown;
    site.counts_shown = counts;
    if (site.visits.size() > 0) show_soon_.ask();
    if (is_known) continue;
    auto view = std::make_shared<const VisitorsView>(view_of(site, std::nullopt, limits::kVisitorsPageMax));
    bus_.publish(std::make_shared<const Publication>(Topic::visitors(workspace), VisitorsChanged{std::move(view)}));
  }
}

VisitorsView Visitors::view_of(const Site& site, std::optional<presence::VisitId> before, std::size_t count) const {
  const auto now = clock_.steady();
  VisitorsView view;
  // One more than asked for tells whether there are more.
  const auto here = site.visits.here(before, count + 1, now);
  view.has_more = here.size() > count;
  for (const auto* visit : here) {
    if (view.rows.size() < count) view.rows.push_back(row_of(site.visits, *visit));
  }
  view.counts = site.visits.counts(now);
  return view;
}

VisitorsView::Row Visitors::row_of(const presence::Visits& visits, const presence::Visit& visit) const {
  const auto directory = directory_.snapshot();
  VisitorsView::Row row{.visit = visit, .chat = {}, .agent_name = {}, .inviter_name = {}};
  const auto by_clock = clock_.now() - clock_.steady();
  row.visit.since += by_clock;
  row.visit.page_since += by_clock;
  if (auto& invitation = row.visit.invitation) {
    invitation->at += by_clock;
    row.inviter_name = directory->name_of(invitation->agent);
  }
  if (const auto* chat = visits.chat_of(visit)) {
    row.chat = *chat;
    if (chat->agent) row.agent_name = directory->name_of(*chat->agent);
  }
  return row;
}

}  // namespace parlor::app
