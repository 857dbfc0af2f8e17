import type { ClientState, ConversationView } from '@parlor/core';
import { expect, it } from 'vitest';
import { answerOf, placeOf } from './selection';

const place = { position: 3, waysOut: false };
const state = (status: string): ClientState =>
  ({
    conversations: new Map([['c1', { id: 'c1', row: { status }, items: [] } as unknown as ConversationView]]),
    places: new Map([['c1', place]]),
  }) as unknown as ClientState;

it('knows a place in line only of who waits', () => {
  expect(placeOf(state('queued'), 'c1')).toBe(place);
  expect(placeOf(state('open'), 'c1')).toBeUndefined();
  expect(placeOf(state('queued'), 'c2')).toBeUndefined();
  expect(placeOf(state('queued'), undefined)).toBeUndefined();
  expect(placeOf(undefined, 'c1')).toBeUndefined();
});

it('knows of an answer elsewhere only what stands in the conversation on the screen', () => {
  const data = { by: 'mail', address: 'vic@casa.example' };
  const items = [{ kind: 'system', type: 'answer.asked', data }];
  expect(answerOf({ items } as unknown as ConversationView)).toBe(data);
  expect(answerOf({ items: [] } as unknown as ConversationView)).toBeUndefined();
  expect(answerOf(undefined)).toBeUndefined();
});
