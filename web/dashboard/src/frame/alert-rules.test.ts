import type { ConversationRow } from '@parlor/core';
import { describe, expect, it } from 'vitest';
import { alertFor } from './alert-rules';

const row = (status: string, seq: number, kind = 'visitor'): ConversationRow =>
  ({ id: 'c1', status, assignee: { id: 'ada' }, last_message: { kind, seq } }) as unknown as ConversationRow;
const rows = (...of: ConversationRow[]) => new Map(of.map((one) => [one.id, one]));
const heard = (before: ConversationRow | undefined, after: ConversationRow, watched?: string) =>
  alertFor(before === undefined ? rows() : rows(before), rows(after), { me: 'ada', watched });

describe('alerts', () => {
  it('tell of a chat that comes into the queue, once', () => {
    expect(heard(undefined, row('queued', 1))).toBe('chat');
    expect(heard(row('queued', 1), row('queued', 2))).toBeUndefined();
    expect(heard(row('snoozed', 1), row('queued', 1))).toBe('chat');
  });

  it('tell of a visitor’s message in a conversation of one’s own', () => {
    expect(heard(row('open', 1), row('open', 2))).toBe('message');
    expect(heard(row('open', 1), row('open', 2, 'agent'))).toBeUndefined();
    expect(heard(row('open', 2), row('open', 2))).toBeUndefined();
    const hers = { ...row('open', 2), assignee: { id: 'ben' } } as ConversationRow;
    expect(heard(row('open', 1), hers)).toBeUndefined();
  });

  it('leave out what is being looked at', () => expect(heard(row('open', 1), row('open', 2), 'c1')).toBeUndefined());
});
