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
