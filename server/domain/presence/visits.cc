#include "domain/presence/visits.h"

namespace parlor::presence {
namespace {

bool is_over(const Visit& visit, Time now) {
  return now - visit.seen_at > limits::kVisitGapMax;
}

void move(Visit& visit, SitePage page, Time now) {
  if (page.url == visit.page.url) {
    visit.page.title = std::move(page.title);
    return;
  }
  visit.page = std::move(page);
  visit.page_since = now;
  ++visit.pages;
}

bool stands(const Invitation& invitation, Time now) {
  return now - invitation.at <= limits::kInvitationTime;
}

}  // namespace

const Visit* Visits::see(Sighting sighting, VisitId fresh, Time now) {
  auto* visit = known(sighting, now);
  if (!visit) visit = begin(sighting, fresh, now);
  if (!visit) return nullptr;
  if (sighting.contact) belong(*visit, *sighting.contact);
  move(*visit, std::move(sighting.page), now);
  visit->seen_at = now;
  return visit;
}

Visit* Visits::known(const Sighting& sighting, Time now) {
  const auto usable = [&](VisitId id) -> Visit* {
    const auto found = visits_.find(id);
    const bool fits = found != visits_.end() && found->second.inbox == sighting.inbox && !is_over(found->second, now);
    return fits ? &found->second : nullptr;
  };
  if (sighting.contact) {
    const auto found = of_contact_.find(*sighting.contact);
    if (found != of_contact_.end()) {
      if (auto* visit = usable(found->second)) return visit;
    }
  }
  if (sighting.visit) {
    auto* visit = usable(*sighting.visit);
    // Somebody else may use the same page by now.
    if (visit && (!visit->contact || visit->contact == sighting.contact)) return visit;
  }
  return arrived_from(sighting, now);
}

Visit* Visits::arrived_from(const Sighting& sighting, Time now) {
  if (sighting.page.referrer.empty()) return nullptr;
  Visit* only = nullptr;
  const auto [first, last] = of_browser_.equal_range(sighting.trace.browser);
  for (auto at = first; at != last; ++at) {
    auto& visit = visits_.at(at->second);
    const bool fits = !visit.contact && visit.inbox == sighting.inbox && !is_over(visit, now) &&
                      visit.page.url == sighting.page.referrer;
    if (!fits) continue;
    if (only) return nullptr;
    only = &visit;
  }
  return only;
}

Visit* Visits::begin(const Sighting& sighting, VisitId fresh, Time now) {
  if (!make_room(sighting.trace, now)) return nullptr;
  auto& visit = visits_[fresh];
  visit.id = fresh;
  visit.inbox = sighting.inbox;
  visit.trace = sighting.trace;
  visit.page = sighting.page;
  visit.referrer = sighting.page.referrer;
  visit.since = visit.page_since = visit.seen_at = now;
  of_browser_.emplace(sighting.trace.browser, fresh);
  if (sighting.trace.network) ++of_network_[*sighting.trace.network];
  return &visit;
}

void Visits::belong(Visit& visit, ContactId contact) {
  if (visit.contact == contact) return;
  visit.contact = contact;
  of_contact_[contact] = visit.id;
  if (visits_before_.size() >= limits::kVisitsMax) visits_before_.clear();
  visit.visits = ++visits_before_[contact];
}

bool Visits::make_room(const Trace& trace, Time now) {
  if (trace.network) {
    const auto found = of_network_.find(*trace.network);
    if (found != of_network_.end() && found->second >= limits::kVisitsPerNetworkMax) return false;
  }
  if (visits_.size() >= limits::kVisitsMax) sweep(now);
  return visits_.size() < limits::kVisitsMax;
}

void Visits::connected(ContactId contact, bool is_connected, Time now) {
  if (is_connected) {
    connected_.insert(contact);
  } else {
    connected_.erase(contact);
  }
  const auto found = of_contact_.find(contact);
  if (found != of_contact_.end()) visits_.at(found->second).seen_at = now;
}

void Visits::chats(ContactId contact, ConversationId conversation, std::optional<Chat> chat) {
  if (chat) {
    chats_[contact] = *chat;
    const auto found = of_contact_.find(contact);
    if (found != of_contact_.end()) end_invitation(visits_.at(found->second));
    return;
  }
  const auto found = chats_.find(contact);
  if (found != chats_.end() && found->second.conversation == conversation) chats_.erase(found);
}

bool Visits::invite(VisitId id, Invitation invitation, Time now) {
  const auto found = visits_.find(id);
  if (found == visits_.end() || !is_here(found->second, now) || chat_of(found->second)) return false;
  end_invitation(found->second);
  invited_[invitation.id] = id;
  found->second.invitation = std::move(invitation);
  return true;
}

std::optional<Invitation> Visits::show_invitation(VisitId id, Time now) {
  const auto found = visits_.find(id);
  if (found == visits_.end()) return std::nullopt;
  auto& invitation = found->second.invitation;
  const bool is_to_show = invitation && stands(*invitation, now) && invitation->state != InvitationState::dismissed;
  if (!is_to_show) return std::nullopt;
  invitation->state = InvitationState::shown;
  return invitation;
}

void Visits::dismiss_invitation(VisitId id, ClientId which) {
  const auto found = visits_.find(id);
  if (found == visits_.end()) return;
  auto& invitation = found->second.invitation;
  if (invitation && invitation->id == which) invitation->state = InvitationState::dismissed;
}

std::optional<Invitation> Visits::invitation(ClientId id, Time now) const {
  const auto found = invited_.find(id);
  if (found == invited_.end()) return std::nullopt;
  const auto& invitation = visits_.at(found->second).invitation;
  return stands(*invitation, now) ? invitation : std::nullopt;
}

void Visits::end_invitation(Visit& visit) {
  if (visit.invitation) invited_.erase(visit.invitation->id);
  visit.invitation.reset();
}

std::vector<const Visit*> Visits::here(std::optional<VisitId> before, std::size_t count, Time now) const {
  std::vector<const Visit*> found;
  auto at = before ? visits_.lower_bound(*before) : visits_.end();
  while (at != visits_.begin() && found.size() < count) {
    --at;
    if (is_here(at->second, now)) found.push_back(&at->second);
  }
  return found;
}

Visits::Counts Visits::counts(Time now) const {
  Counts counts;
  for (const auto& [id, visit] : visits_) {
    if (!is_here(visit, now)) continue;
    const auto* chat = chat_of(visit);
    ++(!chat ? counts.browsing : chat->agent ? counts.chatting : counts.queued);
  }
  return counts;
}

const Visit* Visits::find(VisitId id, Time now) const {
  const auto found = visits_.find(id);
  return found != visits_.end() && is_here(found->second, now) ? &found->second : nullptr;
}

const Chat* Visits::chat_of(const Visit& visit) const {
  if (!visit.contact) return nullptr;
  const auto found = chats_.find(*visit.contact);
  return found == chats_.end() ? nullptr : &found->second;
}

bool Visits::is_here(const Visit& visit, Time now) const {
  return now - visit.seen_at <= limits::kVisitSilenceMax || (visit.contact && connected_.contains(*visit.contact));
}

void Visits::sweep(Time now) {
  std::vector<VisitId> over;
  for (const auto& [id, visit] : visits_) {
    if (is_over(visit, now) && !is_here(visit, now)) over.push_back(id);
  }
  for (const auto id : over)
    forget(id);
}

void Visits::forget(VisitId id) {
  const auto found = visits_.find(id);
  auto& visit = found->second;
  end_invitation(visit);
  const auto [first, last] = of_browser_.equal_range(visit.trace.browser);
  for (auto at = first; at != last; ++at) {
    if (at->second != id) continue;
    of_browser_.erase(at);
    break;
  }
  if (visit.trace.network && --of_network_[*visit.trace.network] == 0) of_network_.erase(*visit.trace.network);
  if (visit.contact) {
    const auto own = of_contact_.find(*visit.contact);
    if (own != of_contact_.end() && own->second == id) of_contact_.erase(own);
  }
  visits_.erase(found);
}

}  // namespace parlor::presence
