// The shapes that travel on the wire, as the engine names them. Absent means absent: never null.

export type ConversationId = string;
export type ActorKind = 'visitor' | 'agent' | 'assistant' | 'system';
export type ConversationStatus = 'assistant' | 'queued' | 'open' | 'snoozed' | 'resolved';
export type AgentStatus = 'online' | 'busy' | 'away' | 'offline';
export type InboxView = 'mine' | 'queue' | 'all';

export interface Actor {
  kind: ActorKind;
  id: string;
  name: string;
}

export interface Person {
  id: string;
  name: string;
}

export interface Page {
  url: string;
  title: string;
  referrer?: string;
  at?: string;
}

export interface TextBody {
  type: 'text';
  text: string;
}

export interface Read {
  participant: { kind: ActorKind; id: string };
  seq: number;
  at: string;
}

export interface Participant extends Actor {
  online: boolean;
}

/** One conversation. Visitors get only some of the fields (see protocol/). */
export interface Conversation {
  id: ConversationId;
  inbox: string;
  status: ConversationStatus;
  contact?: { id: string; name: string; online: boolean };
  assignee?: Person;
  agent?: { id: string; name: string; online: boolean };
  tags?: readonly string[];
  started_at: string;
  updated_at: string;
  resolved_at?: string;
  waiting_since?: string;
  answered?: boolean;
  last_message?: { seq: number; kind: ActorKind; preview: string; at: string };
  unread: number;
  seq: number;
  rating?: { score: number; comment?: string };
  page?: { url: string; title: string };
  locale?: string;
}

export interface Principal {
  kind: 'visitor' | 'agent';
  id: string;
  name: string;
  role?: 'owner' | 'agent';
  contact?: string;
  inbox?: string;
  workspace: string;
}

interface EventBase {
  seq: number;
  /** The seq of the event before it that this audience sees. */
  prev: number;
  at: string;
  actor: Actor;
  client_id?: string;
}

export interface MessageContent {
  message: string;
  version: number;
  /** Absent when the message is gone. */
  body?: TextBody;
}

export type ConversationEvent = EventBase &
  (
    | { type: 'conversation.started'; data: { inbox?: string; conversation?: Conversation } }
    | { type: 'conversation.queued'; data: { reason: string } }
    | { type: 'conversation.assigned'; data: { assignee: Person } }
    | { type: 'conversation.snoozed'; data: { until: string } }
    | { type: 'conversation.resolved'; data: Record<string, never> }
    | { type: 'conversation.reopened'; data: { status: 'open' | 'queued' } }
    | { type: 'conversation.rated'; data: { score: number; comment?: string } }
    | { type: 'conversation.tagged'; data: { added: readonly string[]; removed: readonly string[] } }
    | { type: 'message.posted' | 'message.edited' | 'message.deleted'; data: MessageContent }
    | { type: 'note.posted'; data: { note: string; version: number; text?: string; mentions?: readonly string[] } }
    | { type: 'participant.joined' | 'participant.left'; data: { participant: Actor } }
    | { type: 'contact.updated'; data: { contact: string; name?: string; email?: string } }
  );

export type TopicEvent = ConversationEvent & { topic: string; epoch: string };

export interface Position {
  epoch: string;
  seq: number;
}

export type Signal = { topic: string; actor: Actor } & (
  | { type: 'typing'; data: { state: 'on' | 'off' } }
  | { type: 'read'; data: Read }
  | { type: 'presence'; data: { participant: Actor; state: AgentStatus; page?: Page } }
);

export interface ConversationSnapshot {
  conversation: Conversation;
  participants: readonly Participant[];
  events: readonly ConversationEvent[];
  has_more: boolean;
  reads: readonly Read[];
}

export interface ContactSnapshot {
  conversations: readonly Conversation[];
}

export interface WorkspaceSnapshot {
  rows: readonly Conversation[];
  counts: Record<InboxView, number>;
  cursor?: string;
}

export interface PresenceSnapshot {
  agents: readonly { id: string; name: string; role?: 'owner' | 'agent'; status: AgentStatus }[];
}

export interface SnapshotResult extends Position {
  topic: string;
  state: unknown;
}

export interface SubscribeResult extends Position {
  topic: string;
  recovered: boolean;
  reads: readonly Read[];
}

export interface HelloResult {
  session: string;
  principal: Principal;
  epoch: string;
  topics: readonly SubscribeResult[];
}
