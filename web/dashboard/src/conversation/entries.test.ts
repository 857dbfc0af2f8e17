import type { Item, MessageItem } from '@parlor/core';
import { describe, expect, it } from 'vitest';
import { type Entry, entriesOf, GROUP_WITHIN_MS } from './entries';

const NOON = new Date(2026, 2, 2, 12).getTime();
const WANDA = { kind: 'visitor', id: 'wanda', name: 'Wanda' } as const;
const ADA = { kind: 'agent', id: 'ada', name: 'Ada' } as const;

function said(seq: number, at: number, actor: MessageItem['actor'] = WANDA): Item {
  const common = { version: 1, deleted: false, edited: false, state: 'sent' } as const;
  return { kind: 'message', key: `m${seq}`, message: `m${seq}`, seq, at, actor, text: `${seq}`, ...common };
}

function happened(seq: number, type: string, data: Record<string, unknown> = {}): Item {
  return { kind: 'system', key: `s${seq}`, seq, at: NOON, actor: ADA, type, data };
}

const options = { me: 'ada', hasMore: false };
const shape = (entries: readonly Entry[]) =>
  entries.map((entry) =>
    entry.kind === 'message' ? `${entry.key}${entry.first ? '^' : ''}${entry.last ? '$' : ''}` : entry.kind,
  );

describe('entries of a conversation', () => {
  it('gathers what one author says within three minutes', () => {
    const items = [said(1, NOON), said(2, NOON + GROUP_WITHIN_MS - 1), said(3, NOON + 3 * GROUP_WITHIN_MS)];
    expect(shape(entriesOf(items, options))).toEqual(['day', 'm1^', 'm2$', 'm3^$']);
  });

  it('begins anew with another author', () => {
    expect(shape(entriesOf([said(1, NOON), said(2, NOON + 1, ADA)], options))).toEqual(['day', 'm1^$', 'm2^$']);
  });

  it('begins anew after a line between', () => {
    const items = [said(1, NOON), happened(2, 'conversation.tagged'), said(3, NOON + 1)];
    expect(shape(entriesOf(items, options))).toEqual(['day', 'm1^$', 'system', 'm3^$']);
  });

  it('separates the days', () => {
    const day = 24 * 3_600_000;
    expect(shape(entriesOf([said(1, NOON), said(2, NOON + day)], options))).toEqual(['day', 'm1^$', 'day', 'm2^$']);
  });

  it('draws the line above the first thing that was not read, and never above my own', () => {
    const items = [said(1, NOON), said(2, NOON + 1, ADA), said(3, NOON + 2)];
    expect(shape(entriesOf(items, { ...options, newAfter: 1 }))).toEqual(['day', 'm1^$', 'm2^$', 'new', 'm3^$']);
    expect(shape(entriesOf(items, { ...options, newAfter: 3 }))).not.toContain('new');
    expect(shape(entriesOf(items, options))).not.toContain('new');
  });

  it('splits a group where the line goes through it', () => {
    const items = [said(1, NOON), said(2, NOON + 1)];
    expect(shape(entriesOf(items, { ...options, newAfter: 1 }))).toEqual(['day', 'm1^$', 'new', 'm2^$']);
  });

  it('says once where a transfer put it', () => {
    const team = { id: 'billing', name: 'Billing' };
    const moved = happened(1, 'conversation.transferred', { team });
    const waits = happened(2, 'conversation.queued', { reason: 'transferred', team });
    expect(shape(entriesOf([moved, waits], options))).toEqual(['day', 'system']);
    const toBen = happened(1, 'conversation.transferred', { agent: { id: 'ben', name: 'Ben' } });
    expect(shape(entriesOf([toBen, waits], options))).toEqual(['day', 'system', 'system']);
  });

  it('tells of the first queue only where there are teams', () => {
    const queued = (data: object) => happened(1, 'conversation.queued', { reason: 'started', ...data });
    expect(shape(entriesOf([queued({})], options))).toEqual([]);
    expect(shape(entriesOf([queued({ team: { id: 'b', name: 'Billing' } })], options))).toEqual(['day', 'system']);
  });

  it('says once that somebody took the conversation', () => {
    const items = [
      happened(1, 'conversation.assigned', { assignee: ADA }),
      happened(2, 'participant.joined', { participant: ADA }),
    ];
    expect(entriesOf(items, options).flatMap((entry) => (entry.kind === 'system' ? entry.item.type : []))).toEqual([
      'participant.joined',
    ]);
  });

  it('says that somebody was given the conversation, and that they joined', () => {
    const items = [
      happened(1, 'conversation.assigned', { assignee: { id: 'ben' } }),
      happened(2, 'participant.joined', { participant: { id: 'ben' } }),
    ];
    expect(entriesOf(items, options).filter(({ kind }) => kind === 'system')).toHaveLength(2);
  });

  it('says once that a colleague took over', () => {
    const ben = { id: 'ben', name: 'Ben' };
    const actor = { kind: 'agent', ...ben } as const;
    const took = { ...happened(1, 'conversation.transferred', { agent: ben }), actor } as Item;
    const has = { ...happened(2, 'conversation.assigned', { assignee: ben }), actor } as Item;
    const types = (items: Item[]) =>
      entriesOf(items, options).flatMap((entry) => (entry.kind === 'system' ? [entry.item.type] : []));
    expect(types([took, has])).toEqual(['conversation.transferred']);
    expect(types([happened(1, 'conversation.transferred', { agent: ben }), has])).toHaveLength(2);
  });

  it('names with whom a declined one stays, as far as that is known', () => {
    const holders = (...items: Item[]) =>
      entriesOf(items, options).flatMap((entry) =>
        entry.kind === 'system' && entry.item.type === 'transfer.declined' ? [entry.item.data.holder] : [],
      );
    const declined = (seq: number) => happened(seq, 'transfer.declined', { agent: { id: 'kim' }, reason: 'passed' });
    const given = happened(1, 'conversation.assigned', { assignee: { id: 'ben' } });
    expect(holders(declined(2))).toEqual([undefined]);
    expect(holders(given, declined(2))).toEqual([{ id: 'ben' }]);
    expect(holders(given, happened(2, 'conversation.queued', { reason: 'agent_left' }), declined(3))).toEqual([
      undefined,
    ]);
  });

  it('keeps what a rule says apart, and calls it no news', () => {
    const rule = { kind: 'system', id: '0', name: '' } as const;
    const items = [said(1, NOON, ADA), said(2, NOON + 1, rule), said(3, NOON + 2, ADA), said(4, NOON + 3)];
    expect(shape(entriesOf(items.slice(0, 3), options))).toEqual(['day', 'm1^$', 'm2^$', 'm3^$']);
    expect(shape(entriesOf(items, { ...options, newAfter: 1 }))).toEqual([
      'day',
      'm1^$',
      'm2^$',
      'm3^$',
      'new',
      'm4^$',
    ]);
  });

  it('does not say that a new conversation is queued, but does when it comes back', () => {
    const types = (reason: string) =>
      entriesOf([happened(1, 'conversation.queued', { reason })], options).filter(({ kind }) => kind === 'system')
        .length;
    expect(types('started')).toBe(0);
    expect(types('agent_left')).toBe(1);
  });

  it('says once that a call was asked for, and why it comes back', () => {
    const items = [
      happened(1, 'answer.asked', { by: 'phone', address: '+34 600', at: '2026-03-03T14:30:00.000Z' }),
      happened(2, 'conversation.snoozed', { until: '2026-03-03T14:30:00.000Z' }),
      happened(3, 'conversation.queued', { reason: 'snooze_over' }),
    ];
    const told = (all: Item[]) =>
      entriesOf(all, options).flatMap((entry) => (entry.kind === 'system' ? [entry.item.data.reason] : []));
    expect(told(items)).toEqual([undefined, 'call_due']);
    expect(told(items.slice(1))).toEqual([undefined, 'snooze_over']);
    expect(told([...items.slice(0, 2), happened(3, 'conversation.resolved'), ...items.slice(2)])).toEqual([
      undefined,
      undefined,
      'snooze_over',
    ]);
  });

  it('offers what the server still holds', () => {
    expect(shape(entriesOf([said(1, NOON)], { ...options, hasMore: true }))[0]).toBe('earlier');
  });
});
