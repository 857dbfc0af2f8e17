// Where a visitor stands in line, and the floor as an agent sees it.

import { describe, expect, test } from 'vitest';
import { placeInLine, ringingLeft } from '../selectors';
import type { EngineState } from '../state';
import { ADA, ADA_PRINCIPAL, AT, posted, row, SYSTEM, snapshot, VIC, VIC_PRINCIPAL } from '../testing/casa';
import type { Conversation, ConversationEvent, Offer, QueuePositionSignal, QueueTopicState, Signal } from '../wire';
import type { Action } from './action';
import { reduceAgent } from './agent';
import { initialState } from './reduce';
import { reduceVisitor } from './visitor';

const TOPIC = 'conversation:c1';
const now = Date.parse(AT);

const asVic = (...actions: Action[]) => actions.reduce(reduceVisitor, { ...initialState, me: VIC_PRINCIPAL });
const asAda = (...actions: Action[]) => actions.reduce(reduceAgent, { ...initialState, me: ADA_PRINCIPAL });
const place = (state: EngineState) => placeInLine(state, 'c1');

function loaded(status: Conversation['status'] = 'queued', seq = 0): Action {
  const state = { ...snapshot('c1', []), conversation: row('c1', { status, seq }) };
  return { type: 'conversation.snapshot', topic: TOPIC, position: { epoch: 'e1', seq }, state };
}

function listed(status: Conversation['status'] = 'queued', seq = 0): Action {
  const conversations = [row('c1', { status, seq })];
  return {
    type: 'contact.snapshot',
    topic: 'contact:vic',
    position: { epoch: 'e1', seq: 0 },
    state: { conversations },
  };
}

function happened(seq: number, type: ConversationEvent['type'], data: object, actor = SYSTEM): Action {
  const event = { seq, prev: seq - 1, at: AT, actor, type, data } as ConversationEvent;
  return { type: 'event', topic: TOPIC, position: { epoch: 'e1', seq }, event };
}

function inLine(position: number, said: Partial<QueuePositionSignal> = {}): Action {
  const data = { position, ways_out: false, ...said };
  return { type: 'signal', signal: { topic: TOPIC, type: 'queue.position', actor: SYSTEM, data }, now };
}

describe('a place in line', () => {
  const third = inLine(3, { wait: 'about_2_min', team: 'Orders', ways_out: true });

  test('is what the server said last', () => {
    const state = asVic(loaded(), third);
    expect(place(state)).toEqual({ position: 3, wait: 'about_2_min', team: 'Orders', waysOut: true });
    expect(place(reduceVisitor(state, inLine(2)))).toEqual({ position: 2, waysOut: false });
  });

  test('said before anything is known of the conversation is not lost', () => {
    const before = asVic(third);
    expect(place(before)).toBeUndefined();
    expect(place(reduceVisitor(before, listed()))?.position).toBe(3);
    expect(place(reduceVisitor(before, loaded()))?.position).toBe(3);
  });

  test('said ahead of the event that queues shows with that event', () => {
    const ahead = asVic(loaded('open', 4), inLine(1), {
      type: 'event',
      topic: TOPIC,
      position: { epoch: 'e1', seq: 5 },
      event: posted(5, VIC, 'Still there?'),
    });
    expect(place(ahead)).toBeUndefined();
    expect(place(reduceVisitor(ahead, happened(6, 'conversation.queued', { reason: 'agent_gone' })))?.position).toBe(1);
  });

  test('said for a conversation that never comes shows nowhere', () => {
    const state = asVic(listed(), inLine(2));
    expect(placeInLine(state, 'c9')).toBeUndefined();
  });

  test.each<[string, Action]>([
    ['position 0', inLine(0)],
    ['an agent who joins', happened(1, 'participant.joined', { participant: ADA }, ADA)],
    ['the end', happened(1, 'conversation.resolved', {})],
    ['a list that says so', listed('open', 2)],
    ['a snapshot that says so', loaded('open', 2)],
    ['the topic’s end', { type: 'topic.forgotten', topic: TOPIC }],
  ])('ends with %s', (_name, action) => {
    const state = asVic(loaded(), third, action);
    expect(place(state)).toBeUndefined();
    expect(state.places.size).toBe(0);
  });

  test('ends for an agent with the assignment', () => {
    const assigned = happened(1, 'conversation.assigned', { assignee: { id: 'ada', name: 'Ada' } }, ADA);
    expect(asAda(loaded(), third, assigned).places.size).toBe(0);
  });

  test('of before does not come back when the conversation waits again', () => {
    const state = asVic(
      loaded(),
      third,
      happened(1, 'participant.joined', { participant: ADA }, ADA),
      happened(2, 'conversation.queued', { reason: 'agent_gone' }),
    );
    expect(place(state)).toBeUndefined();
  });

  test('survives messages and a reconnect that finds it waiting still', () => {
    const state = asVic(loaded(), third, happened(1, 'message.posted', { message: 'm1', version: 1 }, VIC));
    expect(place(state)?.position).toBe(3);
    expect(place([loaded('queued', 1), listed('queued', 1)].reduce(reduceVisitor, state))?.position).toBe(3);
  });

  test('leaves everything else as it was', () => {
    const before = asVic(loaded());
    const state = reduceVisitor(before, third);
    expect(state.conversations).toBe(before.conversations);
    expect(reduceVisitor(before, inLine(0))).toBe(before);
  });
});

describe('the floor', () => {
  const ada = { id: 'ada', name: 'Ada' };
  const offer = (conversation: string, change: Partial<Offer> = {}): Offer => ({
    conversation,
    agent: ada,
    state: 'ringing',
    ring_ms: 15_000,
    left_ms: 15_000,
    ...change,
  });
  const signal = (data: Offer, at = now): Action => {
    const said: Signal = { topic: 'queue', type: 'offer', actor: SYSTEM, data };
    return { type: 'signal', signal: said, now: at };
  };
  const floor = (offers: Offer[] = [], waiting = 0): QueueTopicState => ({
    queue: [],
    waiting,
    offers,
    teams: [],
    agents: [],
  });
  const told = (state: QueueTopicState, at = now): Action => ({ type: 'queue.state', state, now: at });
  const ringing = (state: EngineState) => state.offers.map(({ offer: { conversation } }) => conversation);

  test('is replaced as a whole, with what rings', () => {
    const state = asAda(told(floor([offer('c1')], 4)), told(floor([offer('c2', { left_ms: 9000 })], 3), now + 1000));
    expect(state.queue?.waiting).toBe(3);
    expect(state.offers).toEqual([{ offer: offer('c2', { left_ms: 9000 }), heardAt: now + 1000 }]);
  });

  test('rings and stops ringing at once, by signals', () => {
    const state = asAda(told(floor([offer('c1')])), signal(offer('c2'), now + 500));
    expect(ringing(state)).toEqual(['c1', 'c2']);
    for (const over of ['accepted', 'passed', 'expired', 'withdrawn'] as const) {
      expect(ringing(reduceAgent(state, signal(offer('c1', { state: over, left_ms: 0 }))))).toEqual(['c2']);
    }
  });

  test('an offer that goes on to a colleague rings there alone', () => {
    const ben = { id: 'ben', name: 'Ben' };
    const state = asAda(signal(offer('c1')), signal(offer('c1', { agent: ben }), now + 15_000));
    expect(state.offers).toEqual([{ offer: offer('c1', { agent: ben }), heardAt: now + 15_000 }]);
  });

  test('says how long an offer rings still', () => {
    const [rings] = asAda(signal(offer('c1'))).offers;
    expect([0, 5000, 60_000].map((ms) => rings && ringingLeft(rings, now + ms))).toEqual([15_000, 10_000, 0]);
  });

  test('is forgotten when it may not be seen any more', () => {
    const state = asAda(told(floor([offer('c1')])), { type: 'topic.forgotten', topic: 'queue' });
    expect(state.queue).toBeUndefined();
    expect(state.offers).toEqual([]);
  });

  test('is nothing that a visitor would see', () => {
    const before = asVic();
    expect(reduceVisitor(before, signal(offer('c1')))).toBe(before);
    expect(reduceVisitor(before, told(floor()))).toBe(before);
  });
});
