import type { ConversationRow } from '@parlor/core';
import { describe, expect, it } from 'vitest';
import { alertFor, silenceFor } from './alert-rules';

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

describe('silence', () => {
  const alert = (conversation: string, agent = 'ada') => ({
    conversation,
    agent: { id: agent, name: agent },
    since: '2026-03-02T10:00:00.000Z',
  });
  const ada = { me: 'ada', watched: undefined };

  it('is told once to the agent whose it is', () => {
    expect(silenceFor([], [alert('c1')], ada)).toBe('silence');
    expect(silenceFor([alert('c1')], [alert('c1')], ada)).toBeUndefined();
    expect(silenceFor([alert('c1')], [alert('c1'), alert('c2')], ada)).toBe('silence');
    expect(silenceFor([], [alert('c1', 'ben')], ada)).toBeUndefined();
  });

  it('is not told of what is being looked at', () => {
    expect(silenceFor([], [alert('c1')], { me: 'ada', watched: 'c1' })).toBeUndefined();
  });
});
