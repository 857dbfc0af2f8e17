#include "edge/session/to_wire.h"

#include <algorithm>

#include "edge/session/floor_to_wire.h"

namespace parlor::edge {
namespace {

constexpr std::string_view kUnnamedVisitor = "Visitor";

std::int64_t ms(Time time) {
  return to_unix_ms(time);
}
std::optional<std::int64_t> ms(const std::optional<Time>& time) {
  return time ? std::optional(ms(*time)) : std::nullopt;
}

std::string shown_name(Actor actor, const std::string& name) {
  return actor.is_visitor() && name.empty() ? std::string(kUnnamedVisitor) : name;
}

std::optional<wire::Body> body_of(const std::optional<conversation::Body>& body) {
  if (!body) return std::nullopt;
  return wire::Body{wire::TextBody{body->text}};
}

std::optional<std::string> text_of(const std::optional<conversation::Body>& body) {
  return body ? std::optional(body->text) : std::nullopt;
}

wire::QueuedReason queued_reason(conversation::QueuedReason reason) {
  switch (reason) {
    case conversation::QueuedReason::started:
      return wire::QueuedReason::kStarted;
    case conversation::QueuedReason::agent_left:
      return wire::QueuedReason::kAgentLeft;
    case conversation::QueuedReason::snooze_over:
      return wire::QueuedReason::kSnoozeOver;
    case conversation::QueuedReason::visitor_wrote:
      return wire::QueuedReason::kVisitorWrote;
    case conversation::QueuedReason::agent_gone:
      return wire::QueuedReason::kAgentGone;
    case conversation::QueuedReason::agent_silent:
      return wire::QueuedReason::kAgentSilent;
    case conversation::QueuedReason::overflow:
      return wire::QueuedReason::kOverflow;
    case conversation::QueuedReason::transferred:
      return wire::QueuedReason::kTransferred;
  }
  return wire::QueuedReason::kStarted;
}

wire::RatingReason rating_reason(conversation::RatingReason reason) {
  using conversation::RatingReason;
  switch (reason) {
    case RatingReason::slow_reply:
      return wire::RatingReason::kSlowReply;
    case RatingReason::not_solved:
      return wire::RatingReason::kNotSolved;
    case RatingReason::wrong_answer:
      return wire::RatingReason::kWrongAnswer;
    case RatingReason::rude:
      return wire::RatingReason::kRude;
    case RatingReason::fast:
      return wire::RatingReason::kFast;
    case RatingReason::friendly:
      return wire::RatingReason::kFriendly;
    case RatingReason::solved:
      return wire::RatingReason::kSolved;
  }
  return wire::RatingReason::kSolved;
}

std::optional<std::vector<wire::RatingReason>> rating_reasons(const std::vector<conversation::RatingReason>& reasons) {
  if (reasons.empty()) return std::nullopt;
  std::vector<wire::RatingReason> out;
  for (const auto reason : reasons)
    out.push_back(rating_reason(reason));
  return out;
}

wire::TransferDeclinedReason decline_reason(conversation::DeclineReason reason) {
  switch (reason) {
    case conversation::DeclineReason::passed:
      return wire::TransferDeclinedReason::kPassed;
    case conversation::DeclineReason::expired:
      return wire::TransferDeclinedReason::kExpired;
    case conversation::DeclineReason::left:
      return wire::TransferDeclinedReason::kLeft;
  }
  return wire::TransferDeclinedReason::kLeft;
}

// An overload for each fact: a new one without its frame does not compile.
struct ContentOf {
  const app::NamedEvent& named;

  // One that was taken away since has no name any more.
  std::optional<wire::Person> team(TeamId id) const {
    if (named.subject_name.empty()) return std::nullopt;
    return wire::Person{edge::to_wire(id), named.subject_name};
  }

  wire::EventContent operator()(const conversation::Started& fact) const {
    wire::ConversationStarted started;
    started.inbox = edge::to_wire(fact.inbox);
    started.contact = edge::to_wire(fact.contact);
    return started;
  }
  wire::EventContent operator()(const conversation::Queued& fact) const {
    wire::ConversationQueued queued{queued_reason(fact.reason), std::nullopt};
    if (fact.place && fact.place->team) queued.team = team(*fact.place->team);
    return queued;
  }
  wire::EventContent operator()(const conversation::Assigned& fact) const {
    return wire::ConversationAssigned{{edge::to_wire(fact.assignee), named.subject_name}};
  }
  wire::EventContent operator()(const conversation::Transferred& fact) const {
    wire::ConversationTransferred transferred;
    if (fact.team) transferred.team = team(*fact.team);
    if (fact.agent) transferred.agent = wire::Person{edge::to_wire(*fact.agent), named.subject_name};
    return transferred;
  }
  wire::EventContent operator()(const conversation::TransferDeclined& fact) const {
    return wire::TransferDeclined{
        {edge::to_wire(fact.agent), named.subject_name}, decline_reason(fact.reason), fact.joins};
  }
  wire::EventContent operator()(const conversation::AnswerAsked& fact) const {
    const auto by = fact.by == Reach::phone ? wire::AnswerBy::kPhone : wire::AnswerBy::kMail;
    return wire::AnswerAsked{by, text_of(named.body), ms(fact.at)};
  }
  wire::EventContent operator()(const conversation::Snoozed& fact) const {
    return wire::ConversationSnoozed{ms(fact.until)};
  }
  wire::EventContent operator()(const conversation::Resolved&) const { return wire::ConversationResolved{}; }
  wire::EventContent operator()(const conversation::Reopened& fact) const {
    return wire::ConversationReopened{fact.status == conversation::Status::open ? wire::ReopenedStatus::kOpen
                                                                                : wire::ReopenedStatus::kQueued};
  }
  wire::EventContent operator()(const conversation::Rated& fact) const {
    return wire::ConversationRated{fact.score, text_of(named.body), rating_reasons(fact.reasons)};
  }
  wire::EventContent operator()(const conversation::Tagged& fact) const {
    return wire::ConversationTagged{fact.added, fact.removed};
  }
  wire::EventContent operator()(const conversation::MessagePosted& fact) const {
    return wire::MessagePosted{edge::to_wire(fact.message), fact.version, body_of(named.body)};
  }
  wire::EventContent operator()(const conversation::MessageEdited& fact) const {
    return wire::MessageEdited{edge::to_wire(fact.message), fact.version, body_of(named.body)};
  }
  wire::EventContent operator()(const conversation::MessageDeleted& fact) const {
    return wire::MessageDeleted{edge::to_wire(fact.message), fact.version, body_of(named.body)};
  }
  wire::EventContent operator()(const conversation::NotePosted& fact) const {
    wire::NotePosted note{edge::to_wire(fact.note), fact.version, text_of(named.body), std::nullopt};
    if (!fact.mentions.empty()) {
      auto& mentions = note.mentions.emplace();
      for (const auto mention : fact.mentions)
        mentions.push_back(edge::to_wire(mention));
    }
    return note;
  }
  wire::EventContent operator()(const conversation::ParticipantJoined& fact) const {
    return wire::ParticipantJoined{edge::to_wire(fact.participant, named.subject_name)};
  }
  wire::EventContent operator()(const conversation::ParticipantLeft& fact) const {
    return wire::ParticipantLeft{edge::to_wire(fact.participant, named.subject_name)};
  }
};

void add_for_agents(wire::Conversation& out, const app::ConversationView& view) {
  const auto& state = view.loaded.state;
  out.contact = wire::PresentPerson{
      to_wire(state.contact), shown_name(Actor::visitor(state.contact), view.loaded.contact_name), view.contact_online};
  if (state.assignee) out.assignee = wire::Person{to_wire(*state.assignee), view.assignee_name};
  if (state.place.team && !view.team_name.empty()) out.team = wire::Person{to_wire(*state.place.team), view.team_name};
  if (state.place.priority != Priority::normal) out.priority = to_wire(state.place.priority);
  out.tags = state.tags;
  out.waiting_since = ms(state.waiting_since);
  out.answered = state.answered;
  if (!view.loaded.page_url.empty()) out.page = wire::PageName{view.loaded.page_url, view.loaded.page_title};
  if (!view.loaded.locale.empty()) out.locale = view.loaded.locale;
}

void add_for_visitor(wire::Conversation& out, const app::ConversationView& view) {
  const auto& state = view.loaded.state;
  if (state.assignee)
    out.agent = wire::PresentPerson{to_wire(*state.assignee), view.assignee_name, view.assignee_online};
}

}  // namespace

wire::Topic to_wire(const app::Topic& topic) {
  switch (topic.kind) {
    case app::Topic::Kind::conversation:
      return wire::Topic::conversation(wire::Uuid{topic.id});
    case app::Topic::Kind::contact:
      return wire::Topic::contact(wire::Uuid{topic.id});
    case app::Topic::Kind::workspace:
      return wire::Topic::workspace();
    case app::Topic::Kind::queue:
      return {wire::TopicKind::kQueue, {}};
    case app::Topic::Kind::visitors:
      return {wire::TopicKind::kVisitors, {}};
    case app::Topic::Kind::presence:
    case app::Topic::Kind::person:
      return wire::Topic::presence();
  }
  return wire::Topic::workspace();
}

wire::ActorKind to_wire(ActorKind kind) {
  switch (kind) {
    case ActorKind::visitor:
      return wire::ActorKind::kVisitor;
    case ActorKind::agent:
      return wire::ActorKind::kAgent;
    case ActorKind::assistant:
      return wire::ActorKind::kAssistant;
    case ActorKind::system:
      return wire::ActorKind::kSystem;
  }
  return wire::ActorKind::kSystem;
}

wire::ConversationStatus to_wire(conversation::Status status) {
  switch (status) {
    case conversation::Status::assistant:
      return wire::ConversationStatus::kAssistant;
    case conversation::Status::queued:
      return wire::ConversationStatus::kQueued;
    case conversation::Status::open:
      return wire::ConversationStatus::kOpen;
    case conversation::Status::snoozed:
      return wire::ConversationStatus::kSnoozed;
    case conversation::Status::resolved:
      return wire::ConversationStatus::kResolved;
  }
  return wire::ConversationStatus::kQueued;
}

wire::ConversationStatus shown_status(conversation::Status status, Audience audience) {
  const bool hides = audience == Audience::visitor && status == conversation::Status::snoozed;
  return hides ? wire::ConversationStatus::kOpen : to_wire(status);
}

wire::AgentStatus to_wire(app::AgentStatus status) {
  switch (status) {
    case app::AgentStatus::online:
      return wire::AgentStatus::kOnline;
    case app::AgentStatus::busy:
      return wire::AgentStatus::kBusy;
    case app::AgentStatus::away:
      return wire::AgentStatus::kAway;
    case app::AgentStatus::offline:
      return wire::AgentStatus::kOffline;
  }
  return wire::AgentStatus::kOffline;
}

wire::Actor to_wire(Actor actor, const std::string& name) {
  return {to_wire(actor.kind), to_wire(actor.id), shown_name(actor, name)};
}

std::vector<wire::Read> to_wire(const std::vector<conversation::ReadMark>& reads) {
  std::vector<wire::Read> out;
  out.reserve(reads.size());
  for (const auto& mark : reads) {
    out.push_back({{to_wire(mark.participant.kind), to_wire(mark.participant.id)},
                   static_cast<std::int64_t>(mark.seq),
                   ms(mark.at)});
  }
  return out;
}

std::vector<wire::Attribute> to_wire(const Attributes& attributes) {
  std::vector<wire::Attribute> out;
  for (const auto& [key, value] : attributes)
    out.push_back({key, value});
  return out;
}

wire::PageView to_wire(const ports::PageView& page) {
  return {page.url, page.title, ms(page.at)};
}

wire::Conversation to_wire(const app::ConversationView& view, Audience audience) {
  const auto& state = view.loaded.state;
  wire::Conversation out;
  out.id = to_wire(state.id);
  out.inbox = to_wire(state.inbox);
  out.status = shown_status(state.status, audience);
  out.started_at = ms(state.started_at);
  out.updated_at = ms(state.updated_at);
  out.resolved_at = ms(state.resolved_at);
  out.unread = static_cast<std::int64_t>(unread_for(state, audience));
  out.seq = static_cast<std::int64_t>(audience == Audience::visitor ? state.visitor_seq : state.seq);
  if (state.rating) out.rating = wire::Rating{*state.rating, std::nullopt};
  if (const auto& last = state.last_message) {
    out.last_message = wire::LastMessage{static_cast<std::int64_t>(last->seq), to_wire(last->author),
                                         view.loaded.preview, ms(last->at)};
  }
  audience == Audience::agent ? add_for_agents(out, view) : add_for_visitor(out, view);
  return out;
}

wire::Event to_wire(const app::NamedEvent& named, Audience audience) {
  const auto& event = named.event;
  wire::Event out;
  out.seq = static_cast<std::int64_t>(event.seq);
  out.prev = static_cast<std::int64_t>(event.prev_for(audience));
  out.at = ms(event.at);
  out.actor = to_wire(event.actor, named.actor_name);
  if (event.client_id) out.client_id = to_wire(*event.client_id);
  out.data = std::visit(ContentOf{named}, event.fact);
  return out;
}

std::vector<wire::Event> to_wire(const std::vector<app::NamedEvent>& events, Audience audience) {
  std::vector<wire::Event> out;
  out.reserve(events.size());
  for (const auto& event : events)
    out.push_back(to_wire(event, audience));
  return out;
}

}  // namespace parlor::edge
