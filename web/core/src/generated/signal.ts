// Passing things: droppable, coalesced, never stored.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.
import type { Offer, QueuePositionSignal } from './routing';
import type { Actor, PageView, Participant, Switch, Time, Topic } from './types';

export type PresenceState = 'online' | 'away' | 'offline' | 'busy';

export interface TypingSignal {
  state: Switch;
}

/** How far a participant has read, and when. */
export interface ReadSignal {
  participant: Participant;
  seq: number;
  at: Time;
}

export interface PresenceSignal {
  participant: Actor;
  state: PresenceState;
  page?: PageView;
}

/** What each type of Signal carries. */
export interface SignalContents {
  'typing': TypingSignal;
  'read': ReadSignal;
  'presence': PresenceSignal;
  'offer': Offer;
  'queue.position': QueuePositionSignal;
}
export type SignalType = keyof SignalContents;
export interface SignalOf<T extends SignalType> {
  topic: Topic;
  actor: Actor;
  type: T;
  data: SignalContents[T];
}
export type Signal = { [T in SignalType]: SignalOf<T> }[SignalType];
