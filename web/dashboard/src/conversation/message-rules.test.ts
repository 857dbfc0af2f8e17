import type { MessageItem } from '@parlor/core';
import { expect, it } from 'vitest';
import { DELETE_WITHIN_MS, EDIT_WITHIN_MS, mayDelete, mayEdit } from './message-rules';
import { readAt, receiptBearer } from './receipts';

const mine: MessageItem = {
  kind: 'message',
  key: 'm1',
  message: 'm1',
  seq: 4,
  at: 0,
  actor: { kind: 'agent', id: 'ada', name: 'Ada' },
  text: 'hello',
  version: 1,
  deleted: false,
  edited: false,
  state: 'sent',
};
const theirs: MessageItem = { ...mine, key: 'm2', seq: 5, actor: { kind: 'visitor', id: 'wanda', name: 'Wanda' } };
const ada = (now: number) => ({ me: 'ada', owner: false, now });

it('lets agents edit and delete their own for a while', () => {
  expect(mayEdit(mine, ada(EDIT_WITHIN_MS - 1))).toBe(true);
  expect(mayEdit(mine, ada(EDIT_WITHIN_MS))).toBe(false);
  expect(mayDelete(mine, ada(DELETE_WITHIN_MS - 1))).toBe(true);
  expect(mayDelete(mine, ada(DELETE_WITHIN_MS))).toBe(false);
});

it('keeps other people’s words from agents, and lets owners only delete them', () => {
  expect(mayEdit(theirs, ada(0))).toBe(false);
  expect(mayDelete(theirs, ada(0))).toBe(false);
  expect(mayEdit(theirs, { me: 'orla', owner: true, now: 0 })).toBe(false);
  expect(mayDelete(theirs, { me: 'orla', owner: true, now: EDIT_WITHIN_MS * 9 })).toBe(true);
});

it('puts the receipt on our last message only while nobody answered it', () => {
  expect(receiptBearer([theirs, mine])).toBe(mine);
  expect(receiptBearer([mine, theirs])).toBeUndefined();
  expect(receiptBearer([mine, { ...mine, key: 'p', state: 'sending' }])).toBe(mine);
});

it('says Read only when the visitor read that far', () => {
  const read = (seq: number) => [{ participant: { kind: 'visitor' as const, id: 'wanda' }, seq, at: 'then' }];
  expect(readAt(mine, read(3))).toBeUndefined();
  expect(readAt(mine, read(4))).toBe('then');
  expect(readAt(mine, [{ participant: { kind: 'agent', id: 'ben' }, seq: 9, at: 'x' }])).toBeUndefined();
});
