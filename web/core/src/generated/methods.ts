// What a client may ask, what it may tell, and what the server tells.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.
import type {
  AnswerAskParams,
  CallbackSlotsParams,
  CallbackSlotsResult,
  ConversationAcceptParams,
  ConversationAssignParams,
  ConversationChangeResult,
  ConversationEndParams,
  ConversationRateParams,
  ConversationReadParams,
  ConversationReopenParams,
  ConversationResolveParams,
  ConversationSnoozeParams,
  ConversationStartParams,
  ConversationStartResult,
  ConversationTagParams,
  ConversationTransferParams,
} from './conversation';
import type { Event, HistoryPageParams, HistoryPageResult } from './event';
import type {
  MessageChangeResult,
  MessageDeleteParams,
  MessageEditParams,
  MessagePostParams,
  MessagePostResult,
  NotePostParams,
  NotePostResult,
  PageViewParams,
  TypingParams,
} from './message';
import type { OfferAnswerParams } from './routing';
import type {
  AgentActiveParams,
  AgentStatusParams,
  AgentStatusResult,
  HeartbeatParams,
  SessionClosing,
  SessionEndParams,
  SessionHelloParams,
  SessionHelloResult,
  SessionReady,
} from './session';
import type { Signal } from './signal';
import type {
  Queue,
  Rows,
  TopicClosed,
  TopicPosition,
  TopicSnapshotParams,
  TopicSnapshotResult,
  TopicSubscribeParams,
  TopicUnsubscribeParams,
} from './topic';
import type { Empty } from './types';
import type { VisitorInviteParams, VisitorInviteResult, Visitors } from './visitors';

/** Requests of a client: `Methods['message.post']['params']`. */
export interface Methods {
  'session.hello': { params: SessionHelloParams; result: SessionHelloResult };
  'session.end': { params: SessionEndParams; result: Empty };
  'topic.snapshot': { params: TopicSnapshotParams; result: TopicSnapshotResult };
  'topic.subscribe': { params: TopicSubscribeParams; result: TopicPosition };
  'topic.unsubscribe': { params: TopicUnsubscribeParams; result: Empty };
  'conversation.start': { params: ConversationStartParams; result: ConversationStartResult };
  'conversation.accept': { params: ConversationAcceptParams; result: ConversationChangeResult };
  'conversation.assign': { params: ConversationAssignParams; result: ConversationChangeResult };
  'conversation.transfer': { params: ConversationTransferParams; result: ConversationChangeResult };
  'answer.ask': { params: AnswerAskParams; result: ConversationChangeResult };
  'callback.slots': { params: CallbackSlotsParams; result: CallbackSlotsResult };
  'visitor.invite': { params: VisitorInviteParams; result: VisitorInviteResult };
  'offer.answer': { params: OfferAnswerParams; result: Empty };
  'conversation.tag': { params: ConversationTagParams; result: ConversationChangeResult };
  'conversation.snooze': { params: ConversationSnoozeParams; result: ConversationChangeResult };
  'conversation.resolve': { params: ConversationResolveParams; result: ConversationChangeResult };
  'conversation.reopen': { params: ConversationReopenParams; result: ConversationChangeResult };
  'conversation.end': { params: ConversationEndParams; result: ConversationChangeResult };
  'conversation.rate': { params: ConversationRateParams; result: ConversationChangeResult };
  'conversation.read': { params: ConversationReadParams; result: Empty };
  'message.post': { params: MessagePostParams; result: MessagePostResult };
  'message.edit': { params: MessageEditParams; result: MessageChangeResult };
  'message.delete': { params: MessageDeleteParams; result: MessageChangeResult };
  'note.post': { params: NotePostParams; result: NotePostResult };
  'history.page': { params: HistoryPageParams; result: HistoryPageResult };
  'agent.status': { params: AgentStatusParams; result: AgentStatusResult };
}
export type Method = keyof Methods;

/** Notifications of a client. */
export interface ClientNotices {
  typing: TypingParams;
  'page.view': PageViewParams;
  'agent.active': AgentActiveParams;
  heartbeat: HeartbeatParams;
}

/** Notifications of the server. */
export interface ServerNotices {
  heartbeat: HeartbeatParams;
  'session.ready': SessionReady;
  'session.closing': SessionClosing;
  event: Event;
  signal: Signal;
  queue: Queue;
  visitors: Visitors;
  rows: Rows;
  'topic.closed': TopicClosed;
}
