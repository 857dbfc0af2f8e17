// A conversation and the calls that change its state.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.
import type { Body } from './body.ts';
import type { ActorKind, ConversationStatus, Id, Page, PageName, Person, PresentPerson, Time } from './types.ts';

export interface LastMessage {
  seq: number;
  kind: ActorKind;
  preview: string;
  at: Time;
}

export interface Rating {
  score: number;
  comment?: string | undefined;
}

/** One object for both audiences; a visitor gets neither contact, assignee, tags, waiting_since, answered, page nor locale, an agent gets no agent. */
export interface Conversation {
  id: Id;
  inbox: Id;
  status: ConversationStatus;
  contact?: PresentPerson | undefined;
  assignee?: Person | undefined;
  agent?: PresentPerson | undefined;
  tags?: string[] | undefined;
  started_at: Time;
  updated_at: Time;
  resolved_at?: Time | undefined;
  waiting_since?: Time | undefined;
  answered?: boolean | undefined;
  last_message?: LastMessage | undefined;
  unread: number;
  seq: number;
  rating?: Rating | undefined;
  page?: PageName | undefined;
  locale?: string | undefined;
}

export interface FirstMessage {
  client_id: Id;
  body: Body;
}

/** What the visitor gave in the form before the chat. */
export interface StartForm {
  name?: string | undefined;
  email?: string | undefined;
}

export interface ConversationStartParams {
  client_id: Id;
  message?: FirstMessage | undefined;
  form?: StartForm | undefined;
  page?: Page | undefined;
}

export interface ConversationStartResult {
  conversation: Id;
  seq: number;
  status: ConversationStatus;
}

export interface ConversationChangeParams {
  conversation: Id;
  client_id: Id;
  if_seq?: number | undefined;
}

export interface ConversationChangeResult {
  conversation: Id;
  seq: number;
  status: ConversationStatus;
  at: Time;
}

export interface ConversationAcceptParams {
  conversation: Id;
  client_id: Id;
  if_seq?: number | undefined;
}

export interface ConversationResolveParams {
  conversation: Id;
  client_id: Id;
  if_seq?: number | undefined;
}

export interface ConversationReopenParams {
  conversation: Id;
  client_id: Id;
  if_seq?: number | undefined;
}

export interface ConversationAssignParams {
  conversation: Id;
  client_id: Id;
  if_seq?: number | undefined;
  assignee: Id;
}

export interface ConversationTagParams {
  conversation: Id;
  client_id: Id;
  if_seq?: number | undefined;
  add?: string[] | undefined;
  remove?: string[] | undefined;
}

export interface ConversationSnoozeParams {
  conversation: Id;
  client_id: Id;
  if_seq?: number | undefined;
  until: Time;
}

export interface ConversationEndParams {
  conversation: Id;
  client_id: Id;
}

export interface ConversationRateParams {
  conversation: Id;
  client_id: Id;
  score: number;
  comment?: string | undefined;
}

export interface ConversationReadParams {
  conversation: Id;
  seq: number;
}
