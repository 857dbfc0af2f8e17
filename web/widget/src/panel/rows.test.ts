import type { Item, MessageItem, Read } from '@parlor/core';
import { describe, expect, it } from 'vitest';
import { mayChange, readableSeq, receiptOf, rowsOf } from './rows';

const kNoon = new Date('2026-03-10T12:00:00').getTime();
const kMinute = 60_000;

function said(key: string, who: string, minutes: number, more: object = {}): Item {
  const kind = who === 'vic' ? 'visitor' : 'agent';
  return {
    kind: 'message',
    key,
    seq: Number(key),
    at: kNoon + minutes * kMinute,
    actor: { kind, id: who, name: who },
    text: key,
    version: 1,
    deleted: false,
    edited: false,
    state: 'sent',
    ...more,
  } as Item;
}

const event = (seq: number, type: string, data: object = {}): Item =>
  ({
    kind: 'system',
    key: `e${seq}`,
    seq,
    at: kNoon,
    actor: { kind: 'agent', id: 'ada', name: 'Ada' },
    type,
    data,
  }) as Item;

const system = { kind: 'system', id: 'system', name: '' };

/** `V` and `A` for the author, `(` and `)` for the first and last bubble of a group, `-` for a line, `|` for a day. */
const drawn = (items: Item[], now = kNoon): string =>
  rowsOf(items, now)
    .map((row) => {
      if (row.kind !== 'message') return row.kind === 'day' ? '|' : '-';
      return `${row.first ? '(' : ''}${row.own ? 'V' : 'A'}${row.last ? ')' : ''}`;
    })
    .join(' ');

describe('rows', () => {
  it('groups the messages of one author within three minutes', () => {
    expect(drawn([said('1', 'vic', 0), said('2', 'vic', 2), said('3', 'vic', 4)])).toBe('(V V V)');
    expect(drawn([said('1', 'vic', 0), said('2', 'vic', 3)])).toBe('(V) (V)');
  });

  it('begins a group with another author', () => {
    expect(drawn([said('1', 'vic', 0), said('2', 'ada', 0), said('3', 'ben', 1), said('4', 'ben', 1)])).toBe(
      '(V) (A) (A A)',
    );
  });

  it('puts what a rule says on the other side, apart from everybody’s own words', () => {
    const rule = (key: string, minutes: number): Item =>
      said(key, 'rule', minutes, { actor: { kind: 'system', id: 'rule', name: 'Casa & Co' } });
    expect(drawn([said('1', 'vic', 0), rule('2', 0), rule('3', 1), said('4', 'ada', 1)])).toBe('(V) (A A) (A)');
    expect(drawn([said('1', 'vic', 0), rule('2', 0), said('3', 'vic', 0)])).toBe('(V) (A) (V)');
    expect(receiptOf([said('1', 'vic', 0), rule('2', 0)], [])).toEqual({ key: '1', receipt: 'sent' });
    const gone = { ...event(9, 'conversation.queued', { reason: 'agent_gone' }), actor: system } as Item;
    expect(rowsOf([rule('1', 0), gone], kNoon).at(-1)).toMatchObject({ kind: 'line', name: '' });
  });

  it('begins a group after a line', () => {
    const joined = event(2, 'participant.joined', { participant: { kind: 'agent', name: 'Ada' } });
    expect(drawn([said('1', 'vic', 0), joined, said('3', 'vic', 1)])).toBe('(V) - (V)');
  });

  it('shows neither notes nor events without a line, nor the visitor as a newcomer', () => {
    const note = { ...said('4', 'ada', 0), kind: 'note' } as unknown as Item;
    const vic = event(5, 'participant.joined', { participant: { kind: 'visitor', name: 'Vic' } });
    const tagged = event(6, 'conversation.tagged');
    expect(drawn([event(1, 'conversation.started'), said('2', 'vic', 0), note, vic, tagged, said('7', 'vic', 1)])).toBe(
      '(V V)',
    );
  });

  it('names whom a visitor is handed to, and who had to leave as far as that is known', () => {
    const lines = (...items: Item[]) =>
      rowsOf(items, kNoon).flatMap((row) => (row.kind === 'line' ? [`${row.item.type}: ${row.name}`] : []));
    const team = event(1, 'conversation.transferred', { team: { id: 'orders', name: 'Orders' } });
    const ben = event(2, 'conversation.transferred', { agent: { id: 'ben', name: 'Ben' } });
    const gone = { ...event(9, 'conversation.queued', { reason: 'agent_gone' }), actor: system } as Item;
    const silent = { ...event(9, 'conversation.queued', { reason: 'agent_silent' }), actor: system } as Item;
    expect(lines(team, ben)).toEqual(['conversation.transferred: Orders', 'conversation.transferred: Ben']);
    expect(lines(event(3, 'conversation.transferred'))).toEqual([]);
    expect(lines(gone)).toEqual(['conversation.queued: ']);
    expect(lines(said('4', 'ada', 0), said('5', 'vic', 0), silent)).toEqual(['conversation.queued: ada']);
    expect(lines(ben, gone)).toEqual(['conversation.transferred: Ben', 'conversation.queued: Ben']);
  });

  it.each(['started', 'agent_left', 'snooze_over', 'visitor_wrote', 'overflow', 'transferred'])(
    'has no line for who waits because of %s',
    (reason) => expect(drawn([event(1, 'conversation.queued', { reason })])).toBe(''),
  );

  it('puts a headline above each day but today, as long as nothing older is above it', () => {
    const day = 24 * 60;
    expect(drawn([said('1', 'vic', 0)])).toBe('(V)');
    expect(drawn([said('1', 'vic', -day), said('2', 'vic', 0)])).toBe('| (V) | (V)');
  });
});

describe('receipts', () => {
  const read = (seq: number, kind = 'agent'): Read => ({ participant: { kind, id: 'x' }, seq, at: '' }) as Read;

  it('stands under the last own message only', () => {
    expect(receiptOf([said('1', 'vic', 0), said('2', 'vic', 0), said('3', 'ada', 0)], [])).toEqual({
      key: '2',
      receipt: 'sent',
    });
    expect(receiptOf([said('1', 'ada', 0)], [])).toBeUndefined();
  });

  it('is read once an agent has read that far', () => {
    const items = [said('4', 'vic', 0)];
    expect(receiptOf(items, [read(3)])?.receipt).toBe('sent');
    expect(receiptOf(items, [read(4)])?.receipt).toBe('read');
    expect(receiptOf(items, [read(9, 'visitor')])?.receipt).toBe('sent');
  });

  it('is sending before the server has it, and gives way to the words of a failure', () => {
    expect(receiptOf([said('1', 'vic', 0, { state: 'pending', seq: undefined })], [])?.receipt).toBe('sending');
    expect(receiptOf([said('1', 'vic', 0, { state: 'failed' })], [])).toBeUndefined();
  });

  it('does not stand under a deleted message', () => {
    expect(receiptOf([said('1', 'vic', 0, { deleted: true })], [])).toBeUndefined();
  });
});

it('counts every event that was shown as read', () => {
  expect(
    readableSeq([said('1', 'vic', 0), event(7, 'conversation.resolved'), said('3', 'vic', 0, { seq: undefined })]),
  ).toBe(7);
  expect(readableSeq([])).toBe(0);
});

describe('an own message', () => {
  const may = (minutes: number, who = 'vic', more: object = {}): boolean =>
    mayChange(said('1', who, 0, { message: 'm1', ...more }) as MessageItem, kNoon + minutes * kMinute);

  it('may be changed for a quarter of an hour', () =>
    expect([may(0), may(14.9), may(15)]).toEqual([true, true, false]));

  it('must be one’s own, sent, and still there', () => {
    expect(may(0, 'ada')).toBe(false);
    expect(may(0, 'vic', { deleted: true })).toBe(false);
    expect(may(0, 'vic', { state: 'pending' })).toBe(false);
    expect(may(0, 'vic', { message: undefined })).toBe(false);
  });
});
