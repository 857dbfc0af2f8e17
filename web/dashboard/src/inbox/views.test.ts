import { describe, expect, it } from 'vitest';
import { arrange, groupOf, type ListedRow, queuePlaces } from './views';

const at = (second: number) => new Date(Date.UTC(2026, 2, 2, 10, 0, second)).toISOString();

function row(id: string, change: Partial<ListedRow> = {}): ListedRow {
  return { id, status: 'open', started_at: at(0), updated_at: at(0), assignee: { id: 'ada' }, ...change };
}

const rows = [
  row('calm', { updated_at: at(9) }),
  row('short', { waiting_since: at(30) }),
  row('long', { waiting_since: at(10) }),
  row('next', { status: 'queued', assignee: undefined, waiting_since: at(20) }),
  row('bens', { assignee: { id: 'ben' }, waiting_since: at(5) }),
  row('done', { status: 'resolved', updated_at: at(40) }),
];
const ids = (view: 'mine' | 'queue' | 'all', sort: 'wait' | 'newest' = 'wait') =>
  arrange(rows, view, { me: 'ada', sort }).map(({ id }) => id);

describe('views', () => {
  it('shows in Mine what is mine, longest wait first, then the queue', () => {
    expect(ids('mine')).toEqual(['long', 'short', 'calm', 'next']);
  });

  it('shows in Queue only who waits for anybody', () => {
    expect(ids('queue')).toEqual(['next']);
  });

  it('shows in All everything, what is resolved at the end', () => {
    expect(ids('all')).toEqual(['bens', 'long', 'short', 'next', 'calm', 'done']);
  });

  it('puts the newest first when asked', () => {
    const newer = [
      row('old', { waiting_since: at(1), updated_at: at(1) }),
      row('new', { waiting_since: at(2), updated_at: at(2) }),
    ];
    expect(arrange(newer, 'mine', { me: 'ada', sort: 'newest' }).map(({ id }) => id)).toEqual(['new', 'old']);
  });

  it('names the group of a row, or none', () => {
    expect(groupOf(row('x', { waiting_since: at(1) }), 'mine', 'ada')).toBe('needs-reply');
    expect(groupOf(row('x'), 'mine', 'ada')).toBe('waiting');
    expect(groupOf(row('x', { status: 'snoozed' }), 'mine', 'ada')).toBe('snoozed');
    expect(groupOf(row('x', { assignee: { id: 'ben' } }), 'mine', 'ada')).toBeUndefined();
    expect(groupOf(row('x', { status: 'resolved' }), 'mine', 'ada')).toBeUndefined();
    expect(groupOf(row('x', { status: 'resolved' }), 'all', 'ada')).toBe('resolved');
  });

  it('counts the line from one, first come first', () => {
    const line = [
      row('b', { status: 'queued', waiting_since: at(8) }),
      row('a', { status: 'queued', waiting_since: at(2) }),
    ];
    expect([...queuePlaces([...line, row('open')])]).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });

  it('stands in line as the server counts, who is unknown to it at the end', () => {
    const line = [
      row('new', { status: 'queued', waiting_since: at(1) }),
      row('second', { status: 'queued', waiting_since: at(2) }),
      row('urgent', { status: 'queued', waiting_since: at(8) }),
    ];
    const places = new Map([
      ['urgent', 1],
      ['second', 2],
    ]);
    const order = (sort: 'wait' | 'newest') => arrange(line, 'queue', { me: 'ada', sort, places }).map(({ id }) => id);
    expect(order('wait')).toEqual(['urgent', 'second', 'new']);
    expect(order('newest')).toEqual(['new', 'second', 'urgent']);
    expect([...queuePlaces(line, places)]).toEqual([
      ['urgent', 1],
      ['second', 2],
      ['new', 3],
    ]);
  });
});
