// Messages, notes, typing.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.
import type { Body } from './body';
import type { Attribute, Id, Switch, Time } from './types';

export interface MessagePostParams {
  conversation: Id;
  client_id: Id;
  after?: Id;
  body: Body;
}

export interface MessagePostResult {
  message: Id;
  seq: number;
  at: Time;
}

export interface MessageEditParams {
  conversation: Id;
  client_id: Id;
  message: Id;
  body: Body;
}

export interface MessageDeleteParams {
  conversation: Id;
  client_id: Id;
  message: Id;
}

export interface MessageChangeResult {
  message: Id;
  version: number;
  seq: number;
  at: Time;
}

export interface NotePostParams {
  conversation: Id;
  client_id: Id;
  text: string;
  mentions?: readonly Id[];
}

export interface NotePostResult {
  note: Id;
  seq: number;
  at: Time;
}

export interface TypingParams {
  conversation: Id;
  state: Switch;
  preview?: string;
}

/** The page a visitor is on, and what it says of them. Nobody has proven an attribute: anybody can say it of themselves. */
export interface PageViewParams {
  url: string;
  title: string;
  referrer?: string;
  visit?: Id;
  attributes?: readonly Attribute[];
}
