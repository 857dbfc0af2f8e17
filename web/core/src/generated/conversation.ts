// A conversation and the calls that change its state.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.
import type { Body } from './body';
import type {
  ActorKind,
  ConversationStatus,
  Id,
  Page,
  PageName,
  Person,
  PresentPerson,
  Priority,
  RatingReason,
  Time,
} from './types';

export interface LastMessage {
  seq: number;
  kind: ActorKind;
  preview: string;
  at: Time;
}

export interface Rating {
  score: number;
  comment?: string;
}

/** One object for both audiences; a visitor gets neither contact, assignee, team, priority, tags, waiting_since, answered, page nor locale, an agent gets no agent. */
export interface Conversation {
  id: Id;
  inbox: Id;
  status: ConversationStatus;
  contact?: PresentPerson;
  assignee?: Person;
  team?: Person;
  priority?: Priority;
  agent?: PresentPerson;
  tags?: readonly string[];
  started_at: Time;
  updated_at: Time;
  resolved_at?: Time;
  waiting_since?: Time;
  answered?: boolean;
  last_message?: LastMessage;
  unread: number;
  seq: number;
  rating?: Rating;
  page?: PageName;
  locale?: string;
}

export interface FirstMessage {
  client_id: Id;
  body: Body;
}

/** What the visitor gave in the form before the chat. */
export interface StartForm {
  name?: string;
  email?: string;
}

export interface ConversationStartParams {
  client_id: Id;
  message?: FirstMessage;
  form?: StartForm;
  page?: Page;
  invitation?: Id;
}

export interface ConversationStartResult {
  conversation: Id;
  seq: number;
  status: ConversationStatus;
}

export interface ConversationChangeParams {
  conversation: Id;
  client_id: Id;
  if_seq?: number;
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
  if_seq?: number;
}

export interface ConversationResolveParams {
  conversation: Id;
  client_id: Id;
  if_seq?: number;
}

export interface ConversationReopenParams {
  conversation: Id;
  client_id: Id;
  if_seq?: number;
}

export interface ConversationAssignParams {
  conversation: Id;
  client_id: Id;
  if_seq?: number;
  assignee: Id;
}

/** now: given away at once. ask: it rings at the colleague, who takes it over or passes. add: it rings at the colleague, who joins beside whoever has it, or passes. */
export type TransferHow = 'now' | 'ask' | 'add';

/** To one of the two; the note is for whoever takes it. Without how: now. A team can only be given it. */
export interface ConversationTransferParams {
  conversation: Id;
  client_id: Id;
  if_seq?: number;
  team?: Id;
  agent?: Id;
  how?: TransferHow;
  note?: string;
}

export type AnswerBy = 'mail' | 'phone';

/** Out of the queue: by mail, or by phone at one of the times that callback.slots names. */
export interface AnswerAskParams {
  conversation: Id;
  client_id: Id;
  by: AnswerBy;
  address: string;
  at?: Time;
}

export interface CallbackSlotsParams {
  conversation: Id;
}

/** When somebody of its team is there to call, ascending, taken ones left out. */
export interface CallbackSlotsResult {
  slots: readonly Time[];
}

export interface ConversationTagParams {
  conversation: Id;
  client_id: Id;
  if_seq?: number;
  add?: readonly string[];
  remove?: readonly string[];
}

export interface ConversationSnoozeParams {
  conversation: Id;
  client_id: Id;
  if_seq?: number;
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
  comment?: string;
  reasons?: readonly RatingReason[];
}

export interface ConversationReadParams {
  conversation: Id;
  seq: number;
}
