// Snapshots and subscriptions.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.
import type { Conversation } from './conversation';
import type { Event } from './event';
import type { AgentFloor, Offer, QueueEntry, SilenceAlert, TeamFloor } from './routing';
import type { AgentStatus, Id, PresentParticipant, Read, Role, Topic } from './types';
import type { VisitorsTopicState } from './visitors';

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
  reads: readonly Read[];
}

export interface ConversationState {
  conversation: Conversation;
  participants: readonly PresentParticipant[];
  events: readonly Event[];
  has_more: boolean;
  reads: readonly Read[];
}

export interface ContactState {
  conversations: readonly Conversation[];
}

export interface ViewCounts {
  mine: number;
  queue: number;
  all: number;
}

export interface WorkspaceState {
  rows: readonly Conversation[];
  counts: ViewCounts;
  cursor?: string;
}

export interface AgentPresence {
  id: Id;
  name: string;
  role: Role;
  status: AgentStatus;
}

export interface PresenceTopicState {
  agents: readonly AgentPresence[];
}

/** The floor: who waits (the first 200), what rings, teams and agents. */
export interface QueueTopicState {
  queue: readonly QueueEntry[];
  waiting: number;
  offers: readonly Offer[];
  teams: readonly TeamFloor[];
  agents: readonly AgentFloor[];
  alerts?: readonly SilenceAlert[];
}

/** Which one follows from the topic. */
export type TopicState =
  | ConversationState
  | ContactState
  | WorkspaceState
  | QueueTopicState
  | PresenceTopicState
  | VisitorsTopicState;

export interface TopicSnapshotParams {
  topic: Topic;
  view?: WorkspaceView;
  cursor?: string;
  limit?: number;
}

export interface TopicSnapshotResult {
  topic: Topic;
  epoch: string;
  seq: number;
  state: TopicState;
}

export interface TopicSubscribeParams {
  topic: Topic;
  after?: Position;
}

export interface TopicUnsubscribeParams {
  topic: Topic;
}

export interface TopicClosed {
  topic: Topic;
  reason: TopicClosedReason;
  moved_to?: Topic;
}

/** The floor as it is now, at most once a second. */
export interface Queue {
  topic: Topic;
  state: QueueTopicState;
}

/** Rows of the workspace's lists as they are now; whether a row still belongs to a view follows from its fields. */
export interface Rows {
  topic: Topic;
  position: string;
  rows: readonly Conversation[];
}
