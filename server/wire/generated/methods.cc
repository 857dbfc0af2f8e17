// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#include "wire/generated/methods.h"

#include "wire/json/reader.h"
#include "wire/json/writer.h"

namespace parlor::wire {

bool parse(std::string_view text, Method& out) {
  if (text == "session.hello") return out = Method::kSessionHello, true;
  if (text == "session.end") return out = Method::kSessionEnd, true;
  if (text == "topic.snapshot") return out = Method::kTopicSnapshot, true;
  if (text == "topic.subscribe") return out = Method::kTopicSubscribe, true;
  if (text == "topic.unsubscribe") return out = Method::kTopicUnsubscribe, true;
  if (text == "conversation.start") return out = Method::kConversationStart, true;
  if (text == "conversation.accept") return out = Method::kConversationAccept, true;
  if (text == "conversation.assign") return out = Method::kConversationAssign, true;
  if (text == "conversation.transfer") return out = Method::kConversationTransfer, true;
  if (text == "answer.ask") return out = Method::kAnswerAsk, true;
  if (text == "callback.slots") return out = Method::kCallbackSlots, true;
  if (text == "visitor.invite") return out = Method::kVisitorInvite, true;
  if (text == "offer.answer") return out = Method::kOfferAnswer, true;
  if (text == "conversation.tag") return out = Method::kConversationTag, true;
  if (text == "conversation.snooze") return out = Method::kConversationSnooze, true;
  if (text == "conversation.resolve") return out = Method::kConversationResolve, true;
  if (text == "conversation.reopen") return out = Method::kConversationReopen, true;
  if (text == "conversation.end") return out = Method::kConversationEnd, true;
  if (text == "conversation.rate") return out = Method::kConversationRate, true;
  if (text == "conversation.read") return out = Method::kConversationRead, true;
  if (text == "message.post") return out = Method::kMessagePost, true;
  if (text == "message.edit") return out = Method::kMessageEdit, true;
  if (text == "message.delete") return out = Method::kMessageDelete, true;
  if (text == "note.post") return out = Method::kNotePost, true;
  if (text == "history.page") return out = Method::kHistoryPage, true;
  if (text == "agent.status") return out = Method::kAgentStatus, true;
  if (text == "typing") return out = Method::kTyping, true;
  if (text == "page.view") return out = Method::kPageView, true;
  if (text == "agent.active") return out = Method::kAgentActive, true;
  if (text == "heartbeat") return out = Method::kHeartbeat, true;
  return false;
}

bool parse(std::string_view text, NoticeKind& out) {
  if (text == "heartbeat") return out = NoticeKind::kHeartbeat, true;
  if (text == "session.ready") return out = NoticeKind::kSessionReady, true;
  if (text == "session.closing") return out = NoticeKind::kSessionClosing, true;
  if (text == "event") return out = NoticeKind::kEvent, true;
  if (text == "signal") return out = NoticeKind::kSignal, true;
  if (text == "queue") return out = NoticeKind::kQueue, true;
  if (text == "visitors") return out = NoticeKind::kVisitors, true;
  if (text == "rows") return out = NoticeKind::kRows, true;
  if (text == "topic.closed") return out = NoticeKind::kTopicClosed, true;
  return false;
}

std::string_view to_string(NoticeKind kind) {
  static constexpr std::array<std::string_view, 9> names = {
      "heartbeat",
      "session.ready",
      "session.closing",
      "event",
      "signal",
      "queue",
      "visitors",
      "rows",
      "topic.closed",
  };
  return names[static_cast<std::size_t>(kind)];
}

bool decode_params(Reader& reader, Element element, Method method, Params& out) {
  switch (method) {
    case Method::kSessionHello:
      return decode(reader, element, out.emplace<SessionHelloParams>());
    case Method::kSessionEnd:
      return decode(reader, element, out.emplace<SessionEndParams>());
    case Method::kTopicSnapshot:
      return decode(reader, element, out.emplace<TopicSnapshotParams>());
    case Method::kTopicSubscribe:
      return decode(reader, element, out.emplace<TopicSubscribeParams>());
    case Method::kTopicUnsubscribe:
      return decode(reader, element, out.emplace<TopicUnsubscribeParams>());
    case Method::kConversationStart:
      return decode(reader, element, out.emplace<ConversationStartParams>());
    case Method::kConversationAccept:
      return decode(reader, element, out.emplace<ConversationAcceptParams>());
    case Method::kConversationAssign:
      return decode(reader, element, out.emplace<ConversationAssignParams>());
    case Method::kConversationTransfer:
      return decode(reader, element, out.emplace<ConversationTransferParams>());
    case Method::kAnswerAsk:
      return decode(reader, element, out.emplace<AnswerAskParams>());
    case Method::kCallbackSlots:
      return decode(reader, element, out.emplace<CallbackSlotsParams>());
    case Method::kVisitorInvite:
      return decode(reader, element, out.emplace<VisitorInviteParams>());
    case Method::kOfferAnswer:
      return decode(reader, element, out.emplace<OfferAnswerParams>());
    case Method::kConversationTag:
      return decode(reader, element, out.emplace<ConversationTagParams>());
    case Method::kConversationSnooze:
      return decode(reader, element, out.emplace<ConversationSnoozeParams>());
    case Method::kConversationResolve:
      return decode(reader, element, out.emplace<ConversationResolveParams>());
    case Method::kConversationReopen:
      return decode(reader, element, out.emplace<ConversationReopenParams>());
    case Method::kConversationEnd:
      return decode(reader, element, out.emplace<ConversationEndParams>());
    case Method::kConversationRate:
      return decode(reader, element, out.emplace<ConversationRateParams>());
    case Method::kConversationRead:
      return decode(reader, element, out.emplace<ConversationReadParams>());
    case Method::kMessagePost:
      return decode(reader, element, out.emplace<MessagePostParams>());
    case Method::kMessageEdit:
      return decode(reader, element, out.emplace<MessageEditParams>());
    case Method::kMessageDelete:
      return decode(reader, element, out.emplace<MessageDeleteParams>());
    case Method::kNotePost:
      return decode(reader, element, out.emplace<NotePostParams>());
    case Method::kHistoryPage:
      return decode(reader, element, out.emplace<HistoryPageParams>());
    case Method::kAgentStatus:
      return decode(reader, element, out.emplace<AgentStatusParams>());
    case Method::kTyping:
      return decode(reader, element, out.emplace<TypingParams>());
    case Method::kPageView:
      return decode(reader, element, out.emplace<PageViewParams>());
    case Method::kAgentActive:
      return decode(reader, element, out.emplace<AgentActiveParams>());
    case Method::kHeartbeat:
      return decode(reader, element, out.emplace<HeartbeatParams>());
  }
  return false;
}

bool decode_notice(Reader& reader, Element element, NoticeKind kind, Notice& out) {
  switch (kind) {
    case NoticeKind::kHeartbeat:
      return decode(reader, element, out.emplace<HeartbeatParams>());
    case NoticeKind::kSessionReady:
      return decode(reader, element, out.emplace<SessionReady>());
    case NoticeKind::kSessionClosing:
      return decode(reader, element, out.emplace<SessionClosing>());
    case NoticeKind::kEvent:
      return decode(reader, element, out.emplace<Event>());
    case NoticeKind::kSignal:
      return decode(reader, element, out.emplace<Signal>());
    case NoticeKind::kQueue:
      return decode(reader, element, out.emplace<Queue>());
    case NoticeKind::kVisitors:
      return decode(reader, element, out.emplace<Visitors>());
    case NoticeKind::kRows:
      return decode(reader, element, out.emplace<Rows>());
    case NoticeKind::kTopicClosed:
      return decode(reader, element, out.emplace<TopicClosed>());
  }
  return false;
}

void encode(Writer& out, const Params& params) {
  std::visit([&out](const auto& one) { encode(out, one); }, params);
}

void encode(Writer& out, const Notice& notice) {
  std::visit([&out](const auto& one) { encode(out, one); }, notice);
}

}  // namespace parlor::wire
