// Domain values and views to wire structs: what readers are shown, field by field. Pure functions.
#pragma once

#include "app/reply.h"
#include "app/topics/publication.h"
#include "domain/access/access.h"
#include "wire/generated/conversation.h"
#include "wire/generated/errors.h"
#include "wire/generated/event.h"
#include "wire/generated/signal.h"
#include "wire/generated/topic.h"
#include "wire/json/rpc.h"

namespace parlor::edge {

template <class Tag>
wire::Uuid to_wire(const Id<Tag>& id) {
  return wire::Uuid{id.bytes};
}
wire::Topic to_wire(const app::Topic& topic);
wire::ActorKind to_wire(ActorKind kind);
wire::ConversationStatus to_wire(conversation::Status status);
wire::AgentStatus to_wire(app::AgentStatus status);
wire::Actor to_wire(Actor actor, const std::string& name);
std::vector<wire::Read> to_wire(const std::vector<conversation::ReadMark>& reads);
wire::PageView to_wire(const ports::PageView& page);
std::vector<wire::Attribute> to_wire(const Attributes& attributes);

// Visitors do not see that a conversation is snoozed: to them it is open.
wire::ConversationStatus shown_status(conversation::Status status, Audience audience);
// Only what this audience may know.
wire::Conversation to_wire(const app::ConversationView& view, Audience audience);
// Without topic and epoch.
wire::Event to_wire(const app::NamedEvent& event, Audience audience);
std::vector<wire::Event> to_wire(const std::vector<app::NamedEvent>& events, Audience audience);

wire::Reason to_wire(Refusal refusal);
wire::RpcError to_wire(const app::Failure& failure, wire::RawId id);

}  // namespace parlor::edge
