// A visitor who is answered elsewhere: by mail, or called back.

import { describe, expect, test } from 'vitest';
import { answerAsked, placeInLine } from '../selectors';
import type { ConversationView, EngineState } from '../state';
import { ADA, AT, posted, row, SYSTEM, snapshot, VIC, VIC_PRINCIPAL } from '../testing/casa';
import type { Conversation, ConversationEvent } from '../wire';
import type { Action } from './action';
import { initialState } from './reduce';
import { reduceVisitor } from './visitor';

const TOPIC = 'conversation:c1';
const now = Date.parse(AT);

const byMail = { by: 'mail', address: 'vic@casa.example' };
const byPhone = { by: 'phone', address: '+34 600 123 456', at: '2026-03-02T14:30:00.000Z' };

const asVic = (...actions: Action[]) => actions.reduce(reduceVisitor, { ...initialState, me: VIC_PRINCIPAL });
const answer = (state: EngineState) => answerAsked(state.conversations.get('c1') as ConversationView);

function fact(seq: number, type: ConversationEvent['type'], data: object, actor = SYSTEM): ConversationEvent {
  return { seq, prev: seq - 1, at: AT, actor, type, data } as ConversationEvent;
}

function happened(event: ConversationEvent): Action {
  return { type: 'event', topic: TOPIC, position: { epoch: 'e1', seq: event.seq }, event };
}

function loaded(events: ConversationEvent[] = [], status: Conversation['status'] = 'queued'): Action {
  const seq = events.at(-1)?.seq ?? 0;
  const state = { ...snapshot('c1', events), conversation: row('c1', { status, seq }) };
  return { type: 'conversation.snapshot', topic: TOPIC, position: { epoch: 'e1', seq }, state };
}

const asked = (seq: number, data: object = byMail) => fact(seq, 'answer.asked', data, VIC);
const joined = (seq: number) => fact(seq, 'participant.joined', { participant: ADA }, ADA);

const third: Action = {
  type: 'signal',
  signal: { topic: TOPIC, type: 'queue.position', actor: SYSTEM, data: { position: 3, ways_out: true } },
  now,
};

describe('an answer elsewhere', () => {
  test.each([byMail, byPhone])('by $by is known from its event on', (data) => {
    const before = asVic(loaded([posted(1, VIC, 'Where is my order?')]));
    expect(answer(before)).toBeUndefined();
    expect(answer(reduceVisitor(before, happened(asked(2, data))))).toEqual(data);
  });

  test('is the newest that was asked for', () => {
    const later = { ...byPhone, at: '2026-03-03T09:00:00.000Z' };
    expect(answer(asVic(loaded(), happened(asked(1, byPhone)), happened(asked(2, later))))).toEqual(later);
  });

  test('is there again after a reload, whatever the conversation’s status says', () => {
    expect(answer(asVic(loaded([posted(1, VIC, 'Hello'), asked(2, byPhone)], 'open')))).toEqual(byPhone);
  });

  test('comes with earlier history too', () => {
    const state = asVic(loaded([posted(3, VIC, 'Hello')]), {
      type: 'history',
      conversation: 'c1',
      events: [asked(2)],
      hasMore: false,
    });
    expect(answer(state)).toEqual(byMail);
  });

  test('has no place in line, even if one was said before', () => {
    const state = asVic(loaded(), third);
    expect(placeInLine(state, 'c1')?.waysOut).toBe(true);
    expect(placeInLine(reduceVisitor(state, happened(asked(1))), 'c1')).toBeUndefined();
  });

  test('outlasts what the visitor adds and a transfer', () => {
    const team = { team: { id: 'orders', name: 'Orders' } };
    const state = asVic(
      loaded(),
      happened(asked(1)),
      happened(posted(2, VIC, 'It is number 48213')),
      happened(fact(3, 'conversation.transferred', team, ADA)),
      happened(fact(4, 'conversation.queued', { reason: 'transferred', ...team })),
    );
    expect(answer(state)).toEqual(byMail);
  });

  test.each<[string, ConversationEvent]>([
    ['an agent who joins', joined(2)],
    ['an agent who writes', posted(2, ADA, 'Here I am')],
    ['the end', fact(2, 'conversation.resolved', {}, ADA)],
  ])('ends with %s', (_name, event) => {
    expect(answer(asVic(loaded(), happened(asked(1)), happened(event)))).toBeUndefined();
    expect(answer(asVic(loaded([asked(1), event])))).toBeUndefined();
  });

  test('can be asked for again when the agent is gone', () => {
    const state = asVic(loaded([asked(1), joined(2), fact(3, 'conversation.queued', { reason: 'agent_gone' })]));
    expect(answer(state)).toBeUndefined();
    expect(answer(reduceVisitor(state, happened(asked(4, byPhone))))).toEqual(byPhone);
  });
});
