// Words used by every feature.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.

/** A UUID in lower case. */
export type Id = string;
/** RFC 3339, UTC, milliseconds. */
export type Time = string;
/** `conversation:{id}`, `contact:{id}`, `workspace`, `presence`. */
export type Topic = string;

/** What a visitor can name with a click: the first four for a bad chat, the others for a good one. */
export type RatingReason = 'slow_reply' | 'not_solved' | 'wrong_answer' | 'rude' | 'fast' | 'friendly' | 'solved';

export type ActorKind = 'visitor' | 'agent' | 'assistant' | 'system';

export type Role = 'owner' | 'agent';

export type AgentStatus = 'online' | 'busy' | 'away' | 'offline';

export type Priority = 'low' | 'normal' | 'high' | 'urgent';

export type Switch = 'on' | 'off';

export type ConversationStatus = 'assistant' | 'queued' | 'open' | 'snoozed' | 'resolved';

/** Who did it. A visitor's id is the contact's. */
export interface Actor {
  kind: ActorKind;
  id: Id;
  name: string;
}

export interface Participant {
  kind: ActorKind;
  id: Id;
}

export interface PresentParticipant {
  kind: ActorKind;
  id: Id;
  name: string;
  online: boolean;
}

export interface Person {
  id: Id;
  name: string;
}

export interface PresentPerson {
  id: Id;
  name: string;
  online: boolean;
}

/** What the site knows of a visitor, by a key of its own. Numbers, true and false are written as text. */
export interface Attribute {
  key: string;
  value: string;
}

/** The page a visitor is on, and what it says of them. Nobody has proven an attribute: anybody can say it of themselves. */
export interface Page {
  url: string;
  title: string;
  referrer?: string;
  visit?: Id;
  attributes?: readonly Attribute[];
}

export interface PageName {
  url: string;
  title: string;
}

export interface PageView {
  url: string;
  title: string;
  at: Time;
}

/** How far a participant has read, and when. */
export interface Read {
  participant: Participant;
  seq: number;
  at: Time;
}

export type Empty = Record<string, never>;
