import type { ClientState, ConversationView } from '@parlor/core';
import { expect, it } from 'vitest';
import { placeOf } from './selection';

const place = { position: 3, waysOut: false };
const state = (status: string): ClientState =>
  ({
    conversations: new Map([['c1', { id: 'c1', row: { status } } as ConversationView]]),
    places: new Map([['c1', place]]),
  }) as unknown as ClientState;

it('knows a place in line only of who waits, and while somebody is there', () => {
  expect(placeOf(state('queued'), 'c1', true)).toBe(place);
  expect(placeOf(state('queued'), 'c1', false)).toBeUndefined();
  expect(placeOf(state('open'), 'c1', true)).toBeUndefined();
  expect(placeOf(state('queued'), 'c2', true)).toBeUndefined();
  expect(placeOf(state('queued'), undefined, true)).toBeUndefined();
  expect(placeOf(undefined, 'c1', true)).toBeUndefined();
});
