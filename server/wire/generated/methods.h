// What a client may send (Method, Params) and what the server sends unasked (Notice).
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <variant>

#include "wire/generated/types.h"
#include "wire/generated/routing.h"
#include "wire/generated/visitors.h"
#include "wire/generated/conversation.h"
#include "wire/generated/message.h"
#include "wire/generated/event.h"
#include "wire/generated/signal.h"
#include "wire/generated/topic.h"
#include "wire/generated/session.h"

namespace parlor::wire {

// In the order of Params, whose index it is.
enum class Method : std::uint8_t {
  kSessionHello,
  kSessionEnd,
  kTopicSnapshot,
  kTopicSubscribe,
  kTopicUnsubscribe,
  kConversationStart,
  kConversationAccept,
  kConversationAssign,
  kConversationTransfer,
  kAnswerAsk,
  kCallbackSlots,
  kVisitorInvite,
  kOfferAnswer,
  kConversationTag,
  kConversationSnooze,
  kConversationResolve,
  kConversationReopen,
  kConversationEnd,
  kConversationRate,
  kConversationRead,
  kMessagePost,
  kMessageEdit,
  kMessageDelete,
  kNotePost,
  kHistoryPage,
  kAgentStatus,
  kTyping,
  kPageView,
  kAgentActive,
  kHeartbeat,
};

using Params = std::variant<
    SessionHelloParams,
    SessionEndParams,
    TopicSnapshotParams,
    TopicSubscribeParams,
    TopicUnsubscribeParams,
    ConversationStartParams,
    ConversationAcceptParams,
    ConversationAssignParams,
    ConversationTransferParams,
    AnswerAskParams,
    CallbackSlotsParams,
    VisitorInviteParams,
    OfferAnswerParams,
    ConversationTagParams,
    ConversationSnoozeParams,
    ConversationResolveParams,
    ConversationReopenParams,
    ConversationEndParams,
    ConversationRateParams,
    ConversationReadParams,
    MessagePostParams,
    MessageEditParams,
    MessageDeleteParams,
    NotePostParams,
    HistoryPageParams,
    AgentStatusParams,
    TypingParams,
    PageViewParams,
    AgentActiveParams,
    HeartbeatParams>;

// In the order of Notice, whose index it is.
enum class NoticeKind : std::uint8_t {
  kHeartbeat,
  kSessionReady,
  kSessionClosing,
  kEvent,
  kSignal,
  kQueue,
  kVisitors,
  kRows,
  kTopicClosed,
};

using Notice = std::variant<
    HeartbeatParams,
    SessionReady,
    SessionClosing,
    Event,
    Signal,
    Queue,
    Visitors,
    Rows,
    TopicClosed>;

enum class Who : std::uint8_t { kVisitor, kAgent, kBoth };

struct MethodKind {
  std::string_view name;
  bool is_request;  // else a notification
  std::string_view result;  // the type of its answer; empty for a notification
  Who who;
};

inline constexpr std::array<MethodKind, 30> kMethods = {
    MethodKind{"session.hello", true, "SessionHelloResult", Who::kBoth},
    MethodKind{"session.end", true, "Empty", Who::kBoth},
    MethodKind{"topic.snapshot", true, "TopicSnapshotResult", Who::kBoth},
    MethodKind{"topic.subscribe", true, "TopicPosition", Who::kBoth},
    MethodKind{"topic.unsubscribe", true, "Empty", Who::kBoth},
    MethodKind{"conversation.start", true, "ConversationStartResult", Who::kVisitor},
    MethodKind{"conversation.accept", true, "ConversationChangeResult", Who::kAgent},
    MethodKind{"conversation.assign", true, "ConversationChangeResult", Who::kAgent},
    MethodKind{"conversation.transfer", true, "ConversationChangeResult", Who::kAgent},
    MethodKind{"answer.ask", true, "ConversationChangeResult", Who::kVisitor},
    MethodKind{"callback.slots", true, "CallbackSlotsResult", Who::kVisitor},
    MethodKind{"visitor.invite", true, "VisitorInviteResult", Who::kAgent},
    MethodKind{"offer.answer", true, "Empty", Who::kAgent},
    MethodKind{"conversation.tag", true, "ConversationChangeResult", Who::kAgent},
    MethodKind{"conversation.snooze", true, "ConversationChangeResult", Who::kAgent},
    MethodKind{"conversation.resolve", true, "ConversationChangeResult", Who::kAgent},
    MethodKind{"conversation.reopen", true, "ConversationChangeResult", Who::kAgent},
    MethodKind{"conversation.end", true, "ConversationChangeResult", Who::kVisitor},
    MethodKind{"conversation.rate", true, "ConversationChangeResult", Who::kVisitor},
    MethodKind{"conversation.read", true, "Empty", Who::kBoth},
    MethodKind{"message.post", true, "MessagePostResult", Who::kBoth},
    MethodKind{"message.edit", true, "MessageChangeResult", Who::kBoth},
    MethodKind{"message.delete", true, "MessageChangeResult", Who::kBoth},
    MethodKind{"note.post", true, "NotePostResult", Who::kAgent},
    MethodKind{"history.page", true, "HistoryPageResult", Who::kBoth},
    MethodKind{"agent.status", true, "AgentStatusResult", Who::kAgent},
    MethodKind{"typing", false, "", Who::kBoth},
    MethodKind{"page.view", false, "", Who::kVisitor},
    MethodKind{"agent.active", false, "", Who::kAgent},
    MethodKind{"heartbeat", false, "", Who::kBoth},
};

constexpr const MethodKind& method_kind(Method method) { return kMethods[static_cast<std::size_t>(method)]; }
constexpr std::string_view to_string(Method method) { return method_kind(method).name; }
constexpr std::string_view result_name(Method method) { return method_kind(method).result; }
inline Method method_of(const Params& params) { return static_cast<Method>(params.index()); }
bool parse(std::string_view text, Method& out);

std::string_view to_string(NoticeKind kind);
bool parse(std::string_view text, NoticeKind& out);
inline NoticeKind kind_of(const Notice& notice) { return static_cast<NoticeKind>(notice.index()); }

bool decode_params(Reader& reader, Element element, Method method, Params& out);
bool decode_notice(Reader& reader, Element element, NoticeKind kind, Notice& out);
void encode(Writer& out, const Params& params);
void encode(Writer& out, const Notice& notice);

// The struct that answers a request: ResultOf<MessagePostParams> is MessagePostResult.
template <typename P>
struct ResultFor;
template <>
struct ResultFor<SessionHelloParams> {
  using Type = SessionHelloResult;
};
template <>
struct ResultFor<SessionEndParams> {
  using Type = Empty;
};
template <>
struct ResultFor<TopicSnapshotParams> {
  using Type = TopicSnapshotResult;
};
template <>
struct ResultFor<TopicSubscribeParams> {
  using Type = TopicPosition;
};
template <>
struct ResultFor<TopicUnsubscribeParams> {
  using Type = Empty;
};
template <>
struct ResultFor<ConversationStartParams> {
  using Type = ConversationStartResult;
};
template <>
struct ResultFor<ConversationAcceptParams> {
  using Type = ConversationChangeResult;
};
template <>
struct ResultFor<ConversationAssignParams> {
  using Type = ConversationChangeResult;
};
template <>
struct ResultFor<ConversationTransferParams> {
  using Type = ConversationChangeResult;
};
template <>
struct ResultFor<AnswerAskParams> {
  using Type = ConversationChangeResult;
};
template <>
struct ResultFor<CallbackSlotsParams> {
  using Type = CallbackSlotsResult;
};
template <>
struct ResultFor<VisitorInviteParams> {
  using Type = VisitorInviteResult;
};
template <>
struct ResultFor<OfferAnswerParams> {
  using Type = Empty;
};
template <>
struct ResultFor<ConversationTagParams> {
  using Type = ConversationChangeResult;
};
template <>
struct ResultFor<ConversationSnoozeParams> {
  using Type = ConversationChangeResult;
};
template <>
struct ResultFor<ConversationResolveParams> {
  using Type = ConversationChangeResult;
};
template <>
struct ResultFor<ConversationReopenParams> {
  using Type = ConversationChangeResult;
};
template <>
struct ResultFor<ConversationEndParams> {
  using Type = ConversationChangeResult;
};
template <>
struct ResultFor<ConversationRateParams> {
  using Type = ConversationChangeResult;
};
template <>
struct ResultFor<ConversationReadParams> {
  using Type = Empty;
};
template <>
struct ResultFor<MessagePostParams> {
  using Type = MessagePostResult;
};
template <>
struct ResultFor<MessageEditParams> {
  using Type = MessageChangeResult;
};
template <>
struct ResultFor<MessageDeleteParams> {
  using Type = MessageChangeResult;
};
template <>
struct ResultFor<NotePostParams> {
  using Type = NotePostResult;
};
template <>
struct ResultFor<HistoryPageParams> {
  using Type = HistoryPageResult;
};
template <>
struct ResultFor<AgentStatusParams> {
  using Type = AgentStatusResult;
};
template <typename P>
using ResultOf = typename ResultFor<P>::Type;

}  // namespace parlor::wire
