// Durable facts, numbered in their topic.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.
import type { Body } from './body';
import type { AnswerBy, Conversation } from './conversation';
import type { Actor, Id, PageName, Person, RatingReason, Time, Topic } from './types';

export type QueuedReason =
  | 'started'
  | 'agent_left'
  | 'snooze_over'
  | 'visitor_wrote'
  | 'agent_gone'
  | 'agent_silent'
  | 'overflow'
  | 'transferred';

export type ReopenedStatus = 'open' | 'queued';

/** On a contact topic {conversation}, on a conversation topic {inbox, contact, page?}. */
export interface ConversationStarted {
  conversation?: Conversation;
  inbox?: Id;
  contact?: Id;
  page?: PageName;
}

export interface ConversationQueued {
  reason: QueuedReason;
  team?: Person;
}

export interface ConversationAssigned {
  assignee: Person;
}

/** To one of the two. */
export interface ConversationTransferred {
  team?: Person;
  agent?: Person;
}

/** passed: they said no. expired: they did not answer. left: they went away. */
export type TransferDeclinedReason = 'passed' | 'expired' | 'left';

/** A colleague who was asked has not taken it: whoever had it still has it. joins: they were asked to join. */
export interface TransferDeclined {
  agent: Person;
  reason: TransferDeclinedReason;
  joins: boolean;
}

export interface ConversationSnoozed {
  until: Time;
}

/** The visitor is answered elsewhere: by mail, or by phone at a time. */
export interface AnswerAsked {
  by: AnswerBy;
  address?: string;
  at?: Time;
}

export type ConversationResolved = Record<string, never>;

export interface ConversationReopened {
  status: ReopenedStatus;
}

export interface ConversationRated {
  score: number;
  comment?: string;
  reasons?: readonly RatingReason[];
}

export interface ConversationTagged {
  added: readonly string[];
  removed: readonly string[];
}

/** As it is now; body absent means deleted. */
export interface MessagePosted {
  message: Id;
  version: number;
  body?: Body;
}

/** As it is now; body absent means deleted. */
export interface MessageEdited {
  message: Id;
  version: number;
  body?: Body;
}

/** As it is now; body absent means deleted. */
export interface MessageDeleted {
  message: Id;
  version: number;
  body?: Body;
}

export interface NotePosted {
  note: Id;
  version: number;
  text?: string;
  mentions?: readonly Id[];
}

export interface ParticipantJoined {
  participant: Actor;
}

export interface ParticipantLeft {
  participant: Actor;
}

export interface ContactUpdated {
  contact: Id;
  name?: string;
  email?: string;
}

/** What each type of Event carries. */
export interface EventContents {
  'conversation.started': ConversationStarted;
  'conversation.queued': ConversationQueued;
  'conversation.assigned': ConversationAssigned;
  'conversation.transferred': ConversationTransferred;
  'conversation.snoozed': ConversationSnoozed;
  'answer.asked': AnswerAsked;
  'transfer.declined': TransferDeclined;
  'conversation.resolved': ConversationResolved;
  'conversation.reopened': ConversationReopened;
  'conversation.rated': ConversationRated;
  'conversation.tagged': ConversationTagged;
  'message.posted': MessagePosted;
  'message.edited': MessageEdited;
  'message.deleted': MessageDeleted;
  'note.posted': NotePosted;
  'participant.joined': ParticipantJoined;
  'participant.left': ParticipantLeft;
  'contact.updated': ContactUpdated;
}
export type EventType = keyof EventContents;
export interface EventOf<T extends EventType> {
  topic?: Topic;
  epoch?: string;
  seq: number;
  prev: number;
  at: Time;
  actor: Actor;
  client_id?: Id;
  type: T;
  data: EventContents[T];
}
/** A notification carries topic and epoch; in snapshots and history they are left out. */
export type Event = { [T in EventType]: EventOf<T> }[EventType];

/** limit absent means 50. */
export interface HistoryPageParams {
  conversation: Id;
  before_seq?: number;
  limit?: number;
}

export interface HistoryPageResult {
  events: readonly Event[];
  has_more: boolean;
}
