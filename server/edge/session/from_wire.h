// Wire structs to domain values: what a call's parameters wish. Pure functions.
#pragma once

#include <expected>

#include "app/conversation/conversations.h"
#include "domain/conversation/commands.h"
#include "wire/generated/methods.h"

namespace parlor::edge {

template <class IdType>
IdType from_wire(const wire::Uuid& id) {
  return IdType{id.bytes};
}
std::optional<app::Topic> from_wire(const wire::Topic& topic, WorkspaceId workspace);
app::AgentStatus from_wire(wire::AgentStatus status);
ports::PageView from_wire(const wire::Page& page, Time at);
Attributes from_wire(const std::vector<wire::Attribute>& attributes);

// A body of a kind that cannot be taken yet: none.
std::optional<conversation::Body> from_wire(const wire::Body& body);

using app::Call;

// None: the body is of a kind that cannot be taken.
std::optional<Call> call_of(const wire::MessagePostParams& params, Actor actor);
std::optional<Call> call_of(const wire::MessageEditParams& params, Actor actor);
std::optional<Call> call_of(const wire::MessageDeleteParams& params, Actor actor);
std::optional<Call> call_of(const wire::NotePostParams& params, Actor actor);
std::optional<Call> call_of(const wire::ConversationAcceptParams& params, Actor actor);
std::optional<Call> call_of(const wire::ConversationAssignParams& params, Actor actor);
// To one of the two; the caller has looked.
std::optional<Call> call_of(const wire::ConversationTransferParams& params, Actor actor);
// Of one that asks a colleague, whom it names.
Call ask_of(const wire::ConversationTransferParams& params, Actor actor);
std::optional<Call> call_of(const wire::ConversationTagParams& params, Actor actor);
std::optional<Call> call_of(const wire::ConversationSnoozeParams& params, Actor actor);
std::optional<Call> call_of(const wire::AnswerAskParams& params, Actor actor);
std::optional<Call> call_of(const wire::ConversationResolveParams& params, Actor actor);
std::optional<Call> call_of(const wire::ConversationReopenParams& params, Actor actor);
std::optional<Call> call_of(const wire::ConversationEndParams& params, Actor actor);
std::optional<Call> call_of(const wire::ConversationRateParams& params, Actor actor);

}  // namespace parlor::edge
