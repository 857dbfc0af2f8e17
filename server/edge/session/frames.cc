#include "edge/session/frames.h"

#include "edge/session/floor_to_wire.h"
#include "edge/session/to_wire.h"
#include "edge/session/visitors_to_wire.h"

namespace parlor::edge {
namespace {

wire::PresenceState presence_state(app::AgentStatus status) {
  switch (status) {
    case app::AgentStatus::online:
      return wire::PresenceState::kOnline;
    case app::AgentStatus::busy:
      return wire::PresenceState::kBusy;
    case app::AgentStatus::away:
      return wire::PresenceState::kAway;
    case app::AgentStatus::offline:
      return wire::PresenceState::kOffline;
  }
  return wire::PresenceState::kOffline;
}

wire::TopicClosedReason closed_reason(app::TopicEnded::Reason reason) {
  switch (reason) {
    case app::TopicEnded::Reason::not_permitted:
      return wire::TopicClosedReason::kNotPermitted;
    case app::TopicEnded::Reason::merged:
      return wire::TopicClosedReason::kMerged;
    case app::TopicEnded::Reason::gone:
      return wire::TopicClosedReason::kGone;
  }
  return wire::TopicClosedReason::kGone;
}

template <class T>
SharedFrame frame_of(const T& notice) {
  return make_frame(wire::encode_notification(notice));
}

// The notice for one audience, or none if it is not for them. Events go another way.
struct NoticeOf {
  wire::Topic topic;
  Audience audience;

  SharedFrame operator()(const app::EventsHappened&) const { return nullptr; }
  SharedFrame operator()(const app::ContactConversationStarted&) const { return nullptr; }
  SharedFrame operator()(const app::HeadSeen&) const { return nullptr; }
  SharedFrame operator()(const app::CredentialEnded&) const { return nullptr; }
  SharedFrame operator()(const app::RowsChanged& change) const {
    if (audience == Audience::visitor) return nullptr;
    wire::Rows rows;
    rows.topic = topic;
    for (const auto& row : change.rows)
      rows.rows.push_back(edge::to_wire(row, audience));
    rows.position = std::to_string(change.rows.empty() ? 0 : to_unix_ms(change.rows.back().loaded.state.updated_at));
    return frame_of(rows);
  }
  SharedFrame operator()(const app::Typing& typing) const {
    const wire::TypingSignal signal{typing.on ? wire::Switch::kOn : wire::Switch::kOff};
    return frame_of(wire::Signal{topic, edge::to_wire(typing.actor, typing.name), signal});
  }
  SharedFrame operator()(const app::ReadUpTo& read) const {
    const auto& mark = read.mark;
    const wire::ReadSignal signal{{edge::to_wire(mark.participant.kind), edge::to_wire(mark.participant.id)},
                                  static_cast<std::int64_t>(mark.seq),
                                  to_unix_ms(mark.at)};
    return frame_of(wire::Signal{topic, edge::to_wire(mark.participant, read.name), signal});
  }
  SharedFrame operator()(const app::PresenceChanged& change) const {
    const auto participant = edge::to_wire(change.participant, change.name);
    wire::PresenceSignal signal{participant, presence_state(change.state), std::nullopt};
    // Where a visitor is concerns the agents only.
    if (change.page && audience == Audience::agent) signal.page = edge::to_wire(*change.page);
    return frame_of(wire::Signal{topic, participant, signal});
  }
  SharedFrame operator()(const app::FloorChanged& change) const {
    if (audience == Audience::visitor) return nullptr;
    return frame_of(wire::Queue{topic, edge::to_wire(*change.floor)});
  }
  SharedFrame operator()(const app::VisitorsChanged& change) const {
    if (audience == Audience::visitor) return nullptr;
    return frame_of(wire::Visitors{topic, edge::to_wire(*change.visitors)});
  }
  SharedFrame operator()(const app::OfferChanged& change) const {
    if (audience == Audience::visitor) return nullptr;
    return frame_of(wire::Signal{topic, edge::to_wire(Actor::system(), {}), edge::to_wire(change.offer)});
  }
  SharedFrame operator()(const app::QueueMoved& moved) const {
    return frame_of(wire::Signal{topic, edge::to_wire(Actor::system(), {}), edge::to_wire(moved)});
  }
  SharedFrame operator()(const app::TopicEnded& ended) const {
    return frame_of(wire::TopicClosed{topic, closed_reason(ended.reason), std::nullopt});
  }
};

// Only visitors follow their contact's topic.
wire::Event started_event(const app::ContactConversationStarted& started) {
  const Actor actor = Actor::visitor(started.conversation.loaded.state.contact);
  wire::Event event;
  event.seq = static_cast<std::int64_t>(started.seq);
  event.prev = event.seq - 1;
  event.at = to_unix_ms(started.at);
  event.actor = to_wire(actor, started.conversation.loaded.contact_name);
  if (started.client_id) event.client_id = to_wire(*started.client_id);
  wire::ConversationStarted data;
  data.conversation = to_wire(started.conversation, Audience::visitor);
  event.data = data;
  return event;
}

EventFrame event_frame(const app::Topic& topic, wire::Event event, const std::string& epoch) {
  event.topic = to_wire(topic);
  event.epoch = epoch;
  return {static_cast<ports::Seq>(event.seq), static_cast<ports::Seq>(event.prev), frame_of(event), {}};
}

std::vector<EventFrame> encode(const app::Publication& publication, Audience audience, const std::string& epoch) {
  if (const auto* happened = std::get_if<app::EventsHappened>(&publication.what)) {
    return encode_events(publication.topic, happened->events, audience, epoch);
  }
  if (const auto* started = std::get_if<app::ContactConversationStarted>(&publication.what)) {
    return {encode_started(publication.topic, *started, epoch)};
  }
  return {};
}

}  // namespace

EventFrame encode_started(const app::Topic& topic, const app::ContactConversationStarted& started,
                          const std::string& epoch) {
  return event_frame(topic, started_event(started), epoch);
}

std::vector<EventFrame> encode_events(const app::Topic& topic, const std::vector<app::NamedEvent>& events,
                                      Audience audience, const std::string& epoch) {
  std::vector<EventFrame> frames;
  for (const auto& event : events) {
    if (!visible_to(event.event.fact, audience)) continue;
    frames.push_back(event_frame(topic, to_wire(event, audience), epoch));
    frames.back().client_id = event.event.client_id;
  }
  return frames;
}

const std::vector<EventFrame>& FrameCache::events(const app::SharedPublication& publication, Audience audience,
                                                  const app::Directory& directory) {
  auto& slot = events_[static_cast<std::size_t>(audience)];
  if (slot.of.lock() != publication) {
    slot.of = publication;
    slot.events = encode(*publication, audience, directory.snapshot()->epoch);
  }
  return slot.events;
}

const SharedFrame& FrameCache::notice(const app::SharedPublication& publication, Audience audience) {
  auto& slot = notices_[static_cast<std::size_t>(audience)];
  if (slot.of.lock() != publication) {
    slot.of = publication;
    slot.notice = std::visit(NoticeOf{to_wire(publication->topic), audience}, publication->what);
  }
  return slot.notice;
}

}  // namespace parlor::edge
