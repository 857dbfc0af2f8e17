// Snapshots and subscriptions.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.
import type { Conversation } from './conversation.ts';
import type { Event } from './event.ts';
import type { AgentStatus, Id, PresentParticipant, Read, Role, Topic } from './types.ts';

export type WorkspaceView = 'mine' | 'queue' | 'all';

export type TopicClosedReason = 'not_permitted' | 'merged' | 'gone';

export interface Position {
  epoch: string;
  seq: number;
}

export interface TopicPosition {
  topic: Topic;
  epoch: string;
  seq: number;
  recovered: boolean;
  reads: Read[];
}

export interface ConversationState {
  conversation: Conversation;
  participants: PresentParticipant[];
  events: Event[];
  has_more: boolean;
  reads: Read[];
}

export interface ContactState {
  conversations: Conversation[];
}

export interface ViewCounts {
  mine: number;
  queue: number;
  all: number;
}

export interface WorkspaceState {
  rows: Conversation[];
  counts: ViewCounts;
  cursor?: string | undefined;
}

export interface AgentPresence {
  id: Id;
  name: string;
  role: Role;
  status: AgentStatus;
}

export interface PresenceTopicState {
  agents: AgentPresence[];
}

/** Which one follows from the topic. */
export type TopicState = ConversationState | ContactState | WorkspaceState | PresenceTopicState;

export interface TopicSnapshotParams {
  topic: Topic;
  view?: WorkspaceView | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

export interface TopicSnapshotResult {
  topic: Topic;
  epoch: string;
  seq: number;
  state: TopicState;
}

export interface TopicSubscribeParams {
  topic: Topic;
  after?: Position | undefined;
}

export interface TopicUnsubscribeParams {
  topic: Topic;
}

export interface TopicClosed {
  topic: Topic;
  reason: TopicClosedReason;
  moved_to?: Topic | undefined;
}

/** Rows of the workspace's lists as they are now; whether a row still belongs to a view follows from its fields. */
export interface Rows {
  topic: Topic;
  position: string;
  rows: Conversation[];
}
