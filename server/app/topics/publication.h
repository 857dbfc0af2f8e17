// Publication: something that happened, on its way to every session that follows a topic. Immutable and shared; built
// once, by the owner of the state that changed, after the change was durable.
#pragma once

#include <memory>
#include <variant>
#include <vector>

#include "app/topics/floor_view.h"
#include "app/topics/topic.h"
#include "app/topics/views.h"
#include "app/topics/visitors_view.h"

namespace parlor::app {

// New events of one conversation, ascending, without a gap between them.
struct EventsHappened {
  ConversationId conversation;
  std::vector<NamedEvent> events;
};

// A contact's own list changed: a conversation began. On the contact's topic.
struct ContactConversationStarted {
  ports::Seq seq{};
  Time at{};
  // None when it was read from the store, which does not join it.
  std::optional<ClientId> client_id;
  ConversationView conversation;
};

// How far a conversation or a contact goes in the store. Whoever has heard less reads what it missed.
struct HeadSeen {
  ports::Head head;
};

// Rows of the inbox as they are now. On the workspace's topic.
struct RowsChanged {
  std::vector<ConversationView> rows;
};

// Somebody types, or stopped.
struct Typing {
  Actor actor;
  std::string name;
  bool on = false;
};

// Somebody read up to here.
struct ReadUpTo {
  conversation::ReadMark mark;
  std::string name;
};

// Somebody came, went, or moved to another page.
struct PresenceChanged {
  Actor participant;
  std::string name;
  AgentStatus state{};
  std::optional<ports::PageView> page;
};

// The floor as it is now. On the queue's topic.
struct FloorChanged {
  std::shared_ptr<const FloorView> floor;
};

// A chat rings, or has stopped ringing. On the queue's topic.
struct OfferChanged {
  OfferView offer;
};

// Who is on the site now. On the visitors' topic.
struct VisitorsChanged {
  std::shared_ptr<const VisitorsView> visitors;
};

struct TopicEnded {
  enum class Reason : std::uint8_t { not_permitted, merged, gone };
  Reason reason{};
};

// A sign-in or a token was revoked: sessions that came in by it end. On the person's topic.
struct CredentialEnded {
  ports::TokenHash hash{};
};

struct Publication {
  Topic topic;
  std::variant<EventsHappened, ContactConversationStarted, HeadSeen, RowsChanged, Typing, ReadUpTo, PresenceChanged,
               TopicEnded, CredentialEnded, FloorChanged, OfferChanged, QueueMoved, VisitorsChanged>
      what;
};

using SharedPublication = std::shared_ptr<const Publication>;

}  // namespace parlor::app
