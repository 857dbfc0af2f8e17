#include "edge/session/from_wire.h"

namespace parlor::edge {
namespace {

// Agents' changes of state: who, which call, and perhaps the seq that they saw.
template <class Params>
Call change(const Params& params, Actor actor, conversation::Wish wish) {
  conversation::Command command{actor, from_wire<ClientId>(params.client_id), std::nullopt, std::move(wish)};
  if constexpr (requires { params.if_seq; }) {
    if (params.if_seq) command.if_seq = static_cast<ports::Seq>(*params.if_seq);
  }
  return {from_wire<ConversationId>(params.conversation), std::move(command), std::nullopt};
}

std::vector<UserId> users(const std::optional<std::vector<wire::Uuid>>& ids) {
  std::vector<UserId> out;
  if (ids) {
    for (const auto& id : *ids)
      out.push_back(from_wire<UserId>(id));
  }
  return out;
}

conversation::RatingReason from_wire(wire::RatingReason reason) {
  using conversation::RatingReason;
  switch (reason) {
    case wire::RatingReason::kSlowReply:
      return RatingReason::slow_reply;
    case wire::RatingReason::kNotSolved:
      return RatingReason::not_solved;
    case wire::RatingReason::kWrongAnswer:
      return RatingReason::wrong_answer;
    case wire::RatingReason::kRude:
      return RatingReason::rude;
    case wire::RatingReason::kFast:
      return RatingReason::fast;
    case wire::RatingReason::kFriendly:
      return RatingReason::friendly;
    case wire::RatingReason::kSolved:
      return RatingReason::solved;
  }
  return RatingReason::solved;
}

}  // namespace

std::optional<app::Topic> from_wire(const wire::Topic& topic, WorkspaceId workspace) {
  switch (topic.kind) {
    case wire::TopicKind::kConversation:
      return app::Topic::conversation(workspace, from_wire<ConversationId>(topic.id));
    case wire::TopicKind::kContact:
      return app::Topic::contact(workspace, from_wire<ContactId>(topic.id));
    case wire::TopicKind::kWorkspace:
      return app::Topic::rows(workspace);
    case wire::TopicKind::kPresence:
      return app::Topic::presence(workspace);
    case wire::TopicKind::kQueue:
      return app::Topic::queue(workspace);
    case wire::TopicKind::kVisitors:
      return app::Topic::visitors(workspace);
  }
  return std::nullopt;
}

app::AgentStatus from_wire(wire::AgentStatus status) {
  switch (status) {
    case wire::AgentStatus::kOnline:
      return app::AgentStatus::online;
    case wire::AgentStatus::kBusy:
      return app::AgentStatus::busy;
    case wire::AgentStatus::kAway:
      return app::AgentStatus::away;
    case wire::AgentStatus::kOffline:
      return app::AgentStatus::offline;
  }
  return app::AgentStatus::offline;
}

Attributes from_wire(const std::vector<wire::Attribute>& attributes) {
  Attributes out;
  for (const auto& [key, value] : attributes)
    out.push_back({key, value});
  return out;
}

ports::PageView from_wire(const wire::Page& page, Time at) {
  return {page.url, page.title, at};
}

std::optional<conversation::Body> from_wire(const wire::Body& body) {
  const auto* text = std::get_if<wire::TextBody>(&body);
  if (!text) return std::nullopt;
  return conversation::Body{text->text};
}

std::optional<Call> call_of(const wire::MessagePostParams& params, Actor actor) {
  auto body = from_wire(params.body);
  if (!body) return std::nullopt;
  auto call = change(params, actor, conversation::PostMessage{std::move(*body)});
  if (params.after) call.after = from_wire<ClientId>(*params.after);
  return call;
}

std::optional<Call> call_of(const wire::MessageEditParams& params, Actor actor) {
  auto body = from_wire(params.body);
  if (!body) return std::nullopt;
  return change(params, actor, conversation::EditMessage{from_wire<MessageId>(params.message), std::move(*body)});
}

std::optional<Call> call_of(const wire::MessageDeleteParams& params, Actor actor) {
  return change(params, actor, conversation::DeleteMessage{from_wire<MessageId>(params.message)});
}

std::optional<Call> call_of(const wire::NotePostParams& params, Actor actor) {
  return change(params, actor, conversation::PostNote{params.text, users(params.mentions)});
}

std::optional<Call> call_of(const wire::ConversationAcceptParams& params, Actor actor) {
  return change(params, actor, conversation::Accept{});
}

std::optional<Call> call_of(const wire::ConversationAssignParams& params, Actor actor) {
  return change(params, actor, conversation::Assign{from_wire<UserId>(params.assignee)});
}

std::optional<Call> call_of(const wire::ConversationTransferParams& params, Actor actor) {
  conversation::Transfer wish{.team = std::nullopt, .agent = std::nullopt, .note = params.note};
  if (params.team) wish.team = from_wire<TeamId>(*params.team);
  if (params.agent) wish.agent = from_wire<UserId>(*params.agent);
  return change(params, actor, std::move(wish));
}

Call ask_of(const wire::ConversationTransferParams& params, Actor actor) {
  conversation::AskColleague wish{.agent = from_wire<UserId>(params.agent.value_or(wire::Uuid{})),
                                  .joins = params.how == wire::TransferHow::kAdd,
                                  .note = params.note};
  return change(params, actor, std::move(wish));
}

std::optional<Call> call_of(const wire::ConversationTagParams& params, Actor actor) {
  const std::vector<std::string> none;
  return change(params, actor, conversation::Tag{params.add.value_or(none), params.remove.value_or(none)});
}

std::optional<Call> call_of(const wire::AnswerAskParams& params, Actor actor) {
  conversation::AskAnswer wish{.by = params.by == wire::AnswerBy::kPhone ? Reach::phone : Reach::mail,
                               .address = params.address};
  if (params.at) wish.at = from_unix_ms(*params.at);
  return change(params, actor, std::move(wish));
}

std::optional<Call> call_of(const wire::ConversationSnoozeParams& params, Actor actor) {
  return change(params, actor, conversation::Snooze{from_unix_ms(params.until)});
}

std::optional<Call> call_of(const wire::ConversationResolveParams& params, Actor actor) {
  return change(params, actor, conversation::Resolve{});
}

std::optional<Call> call_of(const wire::ConversationReopenParams& params, Actor actor) {
  return change(params, actor, conversation::Reopen{});
}

std::optional<Call> call_of(const wire::ConversationEndParams& params, Actor actor) {
  return change(params, actor, conversation::End{});
}

std::optional<Call> call_of(const wire::ConversationRateParams& params, Actor actor) {
  conversation::Rate wish{static_cast<int>(params.score), params.comment};
  for (const auto reason : params.reasons.value_or(std::vector<wire::RatingReason>()))
    wish.reasons.push_back(from_wire(reason));
  return change(params, actor, std::move(wish));
}

}  // namespace parlor::edge
