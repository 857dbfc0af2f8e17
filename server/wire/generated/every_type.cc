// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

#include "wire/generated/every_type.h"

#include <array>

#include "wire/generated/types.h"
#include "wire/generated/body.h"
#include "wire/generated/routing.h"
#include "wire/generated/conversation.h"
#include "wire/generated/message.h"
#include "wire/generated/event.h"
#include "wire/generated/signal.h"
#include "wire/generated/topic.h"
#include "wire/generated/session.h"
#include "wire/generated/rpc.h"
#include "wire/generated/rest.h"
#include "wire/json/writer.h"

namespace parlor::wire {

namespace {

template <typename T>
Decoded<std::string> recode_as(Element element, Unknown unknown) {
  Decoded<T> value = decode_as<T>(element, unknown);
  if (!value) return std::unexpected(value.error());
  return encode_text(*value);
}

struct Row {
  std::string_view name;
  Decoded<std::string> (*recode)(Element, Unknown);
};

constexpr std::array<Row, 190> kRows = {
    Row{"RatingReason", recode_as<RatingReason>},
    Row{"ActorKind", recode_as<ActorKind>},
    Row{"Role", recode_as<Role>},
    Row{"AgentStatus", recode_as<AgentStatus>},
    Row{"Priority", recode_as<Priority>},
    Row{"Switch", recode_as<Switch>},
    Row{"ConversationStatus", recode_as<ConversationStatus>},
    Row{"Actor", recode_as<Actor>},
    Row{"Participant", recode_as<Participant>},
    Row{"PresentParticipant", recode_as<PresentParticipant>},
    Row{"Person", recode_as<Person>},
    Row{"PresentPerson", recode_as<PresentPerson>},
    Row{"Page", recode_as<Page>},
    Row{"PageName", recode_as<PageName>},
    Row{"PageView", recode_as<PageView>},
    Row{"Read", recode_as<Read>},
    Row{"Empty", recode_as<Empty>},
    Row{"FormFieldKind", recode_as<FormFieldKind>},
    Row{"TextBody", recode_as<TextBody>},
    Row{"ImageBody", recode_as<ImageBody>},
    Row{"FileBody", recode_as<FileBody>},
    Row{"CardButton", recode_as<CardButton>},
    Row{"CardBody", recode_as<CardBody>},
    Row{"QuickReply", recode_as<QuickReply>},
    Row{"QuickRepliesBody", recode_as<QuickRepliesBody>},
    Row{"FormField", recode_as<FormField>},
    Row{"FormBody", recode_as<FormBody>},
    Row{"FormValue", recode_as<FormValue>},
    Row{"FormAnswerBody", recode_as<FormAnswerBody>},
    Row{"VoiceBody", recode_as<VoiceBody>},
    Row{"Body", recode_as<Body>},
    Row{"TeamMode", recode_as<TeamMode>},
    Row{"Criterion", recode_as<Criterion>},
    Row{"SkillLevel", recode_as<SkillLevel>},
    Row{"OverflowSetup", recode_as<OverflowSetup>},
    Row{"Weekday", recode_as<Weekday>},
    Row{"Span", recode_as<Span>},
    Row{"WeeklySpan", recode_as<WeeklySpan>},
    Row{"Holiday", recode_as<Holiday>},
    Row{"HoursException", recode_as<HoursException>},
    Row{"HoursSetup", recode_as<HoursSetup>},
    Row{"TeamSetup", recode_as<TeamSetup>},
    Row{"SkillSetup", recode_as<SkillSetup>},
    Row{"AgentSetup", recode_as<AgentSetup>},
    Row{"InboxTeam", recode_as<InboxTeam>},
    Row{"RoutingSetup", recode_as<RoutingSetup>},
    Row{"VersionedSetup", recode_as<VersionedSetup>},
    Row{"SetupFault", recode_as<SetupFault>},
    Row{"SetupSaved", recode_as<SetupSaved>},
    Row{"DryRun", recode_as<DryRun>},
    Row{"RoutingOutcome", recode_as<RoutingOutcome>},
    Row{"LeftOutReason", recode_as<LeftOutReason>},
    Row{"LeftOut", recode_as<LeftOut>},
    Row{"Weighed", recode_as<Weighed>},
    Row{"RoutingStep", recode_as<RoutingStep>},
    Row{"Explanation", recode_as<Explanation>},
    Row{"WaitBand", recode_as<WaitBand>},
    Row{"OfferState", recode_as<OfferState>},
    Row{"Offer", recode_as<Offer>},
    Row{"QueueEntry", recode_as<QueueEntry>},
    Row{"TeamFloor", recode_as<TeamFloor>},
    Row{"AgentFloor", recode_as<AgentFloor>},
    Row{"OfferAnswerParams", recode_as<OfferAnswerParams>},
    Row{"QueuePositionSignal", recode_as<QueuePositionSignal>},
    Row{"LastMessage", recode_as<LastMessage>},
    Row{"Rating", recode_as<Rating>},
    Row{"Conversation", recode_as<Conversation>},
    Row{"FirstMessage", recode_as<FirstMessage>},
    Row{"StartForm", recode_as<StartForm>},
    Row{"ConversationStartParams", recode_as<ConversationStartParams>},
    Row{"ConversationStartResult", recode_as<ConversationStartResult>},
    Row{"ConversationChangeParams", recode_as<ConversationChangeParams>},
    Row{"ConversationChangeResult", recode_as<ConversationChangeResult>},
    Row{"ConversationAcceptParams", recode_as<ConversationAcceptParams>},
    Row{"ConversationResolveParams", recode_as<ConversationResolveParams>},
    Row{"ConversationReopenParams", recode_as<ConversationReopenParams>},
    Row{"ConversationAssignParams", recode_as<ConversationAssignParams>},
    Row{"ConversationTransferParams", recode_as<ConversationTransferParams>},
    Row{"ConversationTagParams", recode_as<ConversationTagParams>},
    Row{"ConversationSnoozeParams", recode_as<ConversationSnoozeParams>},
    Row{"ConversationEndParams", recode_as<ConversationEndParams>},
    Row{"ConversationRateParams", recode_as<ConversationRateParams>},
    Row{"ConversationReadParams", recode_as<ConversationReadParams>},
    Row{"MessagePostParams", recode_as<MessagePostParams>},
    Row{"MessagePostResult", recode_as<MessagePostResult>},
    Row{"MessageEditParams", recode_as<MessageEditParams>},
    Row{"MessageDeleteParams", recode_as<MessageDeleteParams>},
    Row{"MessageChangeResult", recode_as<MessageChangeResult>},
    Row{"NotePostParams", recode_as<NotePostParams>},
    Row{"NotePostResult", recode_as<NotePostResult>},
    Row{"TypingParams", recode_as<TypingParams>},
    Row{"PageViewParams", recode_as<PageViewParams>},
    Row{"QueuedReason", recode_as<QueuedReason>},
    Row{"ReopenedStatus", recode_as<ReopenedStatus>},
    Row{"ConversationStarted", recode_as<ConversationStarted>},
    Row{"ConversationQueued", recode_as<ConversationQueued>},
    Row{"ConversationAssigned", recode_as<ConversationAssigned>},
    Row{"ConversationTransferred", recode_as<ConversationTransferred>},
    Row{"ConversationSnoozed", recode_as<ConversationSnoozed>},
    Row{"ConversationResolved", recode_as<ConversationResolved>},
    Row{"ConversationReopened", recode_as<ConversationReopened>},
    Row{"ConversationRated", recode_as<ConversationRated>},
    Row{"ConversationTagged", recode_as<ConversationTagged>},
    Row{"MessagePosted", recode_as<MessagePosted>},
    Row{"MessageEdited", recode_as<MessageEdited>},
    Row{"MessageDeleted", recode_as<MessageDeleted>},
    Row{"NotePosted", recode_as<NotePosted>},
    Row{"ParticipantJoined", recode_as<ParticipantJoined>},
    Row{"ParticipantLeft", recode_as<ParticipantLeft>},
    Row{"ContactUpdated", recode_as<ContactUpdated>},
    Row{"Event", recode_as<Event>},
    Row{"HistoryPageParams", recode_as<HistoryPageParams>},
    Row{"HistoryPageResult", recode_as<HistoryPageResult>},
    Row{"PresenceState", recode_as<PresenceState>},
    Row{"TypingSignal", recode_as<TypingSignal>},
    Row{"ReadSignal", recode_as<ReadSignal>},
    Row{"PresenceSignal", recode_as<PresenceSignal>},
    Row{"Signal", recode_as<Signal>},
    Row{"WorkspaceView", recode_as<WorkspaceView>},
    Row{"TopicClosedReason", recode_as<TopicClosedReason>},
    Row{"Position", recode_as<Position>},
    Row{"TopicPosition", recode_as<TopicPosition>},
    Row{"ConversationState", recode_as<ConversationState>},
    Row{"ContactState", recode_as<ContactState>},
    Row{"ViewCounts", recode_as<ViewCounts>},
    Row{"WorkspaceState", recode_as<WorkspaceState>},
    Row{"AgentPresence", recode_as<AgentPresence>},
    Row{"PresenceTopicState", recode_as<PresenceTopicState>},
    Row{"QueueTopicState", recode_as<QueueTopicState>},
    Row{"TopicState", recode_as<TopicState>},
    Row{"TopicSnapshotParams", recode_as<TopicSnapshotParams>},
    Row{"TopicSnapshotResult", recode_as<TopicSnapshotResult>},
    Row{"TopicSubscribeParams", recode_as<TopicSubscribeParams>},
    Row{"TopicUnsubscribeParams", recode_as<TopicUnsubscribeParams>},
    Row{"TopicClosed", recode_as<TopicClosed>},
    Row{"Queue", recode_as<Queue>},
    Row{"Rows", recode_as<Rows>},
    Row{"PrincipalKind", recode_as<PrincipalKind>},
    Row{"Transport", recode_as<Transport>},
    Row{"Reconnect", recode_as<Reconnect>},
    Row{"ClientName", recode_as<ClientName>},
    Row{"ResumePoint", recode_as<ResumePoint>},
    Row{"Principal", recode_as<Principal>},
    Row{"SessionLimits", recode_as<SessionLimits>},
    Row{"SessionHelloParams", recode_as<SessionHelloParams>},
    Row{"SessionHelloResult", recode_as<SessionHelloResult>},
    Row{"SessionEndParams", recode_as<SessionEndParams>},
    Row{"HeartbeatParams", recode_as<HeartbeatParams>},
    Row{"Heartbeat", recode_as<Heartbeat>},
    Row{"AgentStatusParams", recode_as<AgentStatusParams>},
    Row{"AgentStatusResult", recode_as<AgentStatusResult>},
    Row{"SessionReady", recode_as<SessionReady>},
    Row{"SessionClosing", recode_as<SessionClosing>},
    Row{"ConflictState", recode_as<ConflictState>},
    Row{"ErrorDetail", recode_as<ErrorDetail>},
    Row{"ErrorObject", recode_as<ErrorObject>},
    Row{"LauncherSide", recode_as<LauncherSide>},
    Row{"VisitorCreate", recode_as<VisitorCreate>},
    Row{"VisitorCreated", recode_as<VisitorCreated>},
    Row{"WidgetRequest", recode_as<WidgetRequest>},
    Row{"WidgetInbox", recode_as<WidgetInbox>},
    Row{"WidgetPanel", recode_as<WidgetPanel>},
    Row{"WidgetConfiguration", recode_as<WidgetConfiguration>},
    Row{"SignIn", recode_as<SignIn>},
    Row{"SignedInUser", recode_as<SignedInUser>},
    Row{"Workspace", recode_as<Workspace>},
    Row{"SignedIn", recode_as<SignedIn>},
    Row{"SetupState", recode_as<SetupState>},
    Row{"InboxCreate", recode_as<InboxCreate>},
    Row{"InboxChange", recode_as<InboxChange>},
    Row{"Inbox", recode_as<Inbox>},
    Row{"InboxList", recode_as<InboxList>},
    Row{"Setup", recode_as<Setup>},
    Row{"SetupDone", recode_as<SetupDone>},
    Row{"Agent", recode_as<Agent>},
    Row{"AgentList", recode_as<AgentList>},
    Row{"InvitationCreate", recode_as<InvitationCreate>},
    Row{"Invitation", recode_as<Invitation>},
    Row{"InvitationList", recode_as<InvitationList>},
    Row{"InvitationCheck", recode_as<InvitationCheck>},
    Row{"InvitationChecked", recode_as<InvitationChecked>},
    Row{"InvitationAccept", recode_as<InvitationAccept>},
    Row{"ContactProfile", recode_as<ContactProfile>},
    Row{"ContactAnswer", recode_as<ContactAnswer>},
    Row{"PollRequest", recode_as<PollRequest>},
    Row{"PollUnit", recode_as<PollUnit>},
    Row{"PollAnswer", recode_as<PollAnswer>},
    Row{"DoctorArrival", recode_as<DoctorArrival>},
    Row{"DoctorProbe", recode_as<DoctorProbe>},
    Row{"Problem", recode_as<Problem>},
};

}  // namespace

Decoded<std::string> recode(std::string_view type, Element element, Unknown unknown) {
  for (const Row& row : kRows) {
    if (row.name == type) return row.recode(element, unknown);
  }
  return std::unexpected(DecodeError{Reason::kNotFound, {}, "no such type"});
}

}  // namespace parlor::wire
