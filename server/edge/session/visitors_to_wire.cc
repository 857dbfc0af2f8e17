#include "edge/session/visitors_to_wire.h"

#include "edge/session/to_wire.h"

namespace parlor::edge {
namespace {

std::int64_t count_of(std::size_t count) {
  return static_cast<std::int64_t>(count);
}

wire::InvitationState state_of(presence::InvitationState state) {
  switch (state) {
    case presence::InvitationState::sent:
      return wire::InvitationState::kSent;
    case presence::InvitationState::shown:
      return wire::InvitationState::kShown;
    case presence::InvitationState::dismissed:
      return wire::InvitationState::kDismissed;
  }
  return wire::InvitationState::kSent;
}

void add_page(wire::VisitorOnSite& out, const presence::Visit& visit) {
  out.page.url = visit.page.url;
  out.page.title = visit.page.title;
  // Where the visit came from, whatever pages it has seen since.
  if (!visit.referrer.empty()) out.page.referrer = visit.referrer;
  out.page_since = to_unix_ms(visit.page_since);
  out.pages = count_of(visit.pages);
}

void add_chat(wire::VisitorOnSite& out, const app::VisitorsView::Row& row) {
  out.state = wire::VisitState::kBrowsing;
  if (!row.chat) return;
  out.state = row.chat->agent ? wire::VisitState::kChatting : wire::VisitState::kQueued;
  out.conversation = to_wire(row.chat->conversation);
  if (row.chat->agent) out.agent = wire::Person{to_wire(*row.chat->agent), row.agent_name};
}

wire::VisitorOnSite to_wire(const app::VisitorsView::Row& row) {
  const auto& visit = row.visit;
  wire::VisitorOnSite out;
  out.visit = edge::to_wire(visit.id);
  if (visit.contact) out.contact = edge::to_wire(*visit.contact);
  out.inbox = edge::to_wire(visit.inbox);
  out.since = to_unix_ms(visit.since);
  out.visits = count_of(visit.visits);
  add_page(out, visit);
  add_chat(out, row);
  if (const auto& invitation = visit.invitation) {
    out.invitation = wire::VisitInvitation{
        {edge::to_wire(invitation->agent), row.inviter_name}, to_unix_ms(invitation->at), state_of(invitation->state)};
  }
  return out;
}

}  // namespace

wire::VisitorsTopicState to_wire(const app::VisitorsView& view) {
  wire::VisitorsTopicState state;
  for (const auto& row : view.rows)
    state.visitors.push_back(to_wire(row));
  state.counts = {count_of(view.counts.browsing), count_of(view.counts.queued), count_of(view.counts.chatting)};
  if (view.has_more) state.cursor = view.rows.back().visit.id.str();
  return state;
}

}  // namespace parlor::edge
