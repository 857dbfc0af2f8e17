// The wire's types by the names that the engine uses. They are made from protocol/ (src/generated/); nothing is defined
// here but what a topic's notification adds.

import type { Event, Id } from './generated';

export type {
  Actor,
  ActorKind,
  AgentStatus,
  Body,
  ContactState as ContactSnapshot,
  Conversation,
  ConversationRateParams,
  ConversationState as ConversationSnapshot,
  ConversationStatus,
  Event as ConversationEvent,
  EventOf,
  HistoryPageResult,
  MessagePosted as MessageContent,
  MessagePostResult,
  Methods,
  NotePosted,
  Offer,
  Page,
  Person,
  Position,
  PresenceSignal,
  PresenceTopicState as PresenceSnapshot,
  PresentParticipant as Participant,
  Principal,
  QueuePositionSignal,
  QueueTopicState,
  RatingReason,
  Read,
  Rows,
  SessionClosing,
  SessionHelloParams,
  SessionHelloResult as HelloResult,
  Signal,
  TopicClosed,
  TopicPosition as SubscribeResult,
  TopicSnapshotResult as SnapshotResult,
  WaitBand,
  WorkspaceState as WorkspaceSnapshot,
  WorkspaceView as InboxView,
} from './generated';
export type ConversationId = Id;
export type TopicEvent = Event & { topic: string; epoch: string };
