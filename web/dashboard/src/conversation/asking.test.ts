import { describe, expect, it } from 'vitest';
import { askable, fateOf, HOWS, howFor, isPossible, mayAsk } from './asking';
import type { PersonTarget, TeamTarget } from './targets';

const BEN: PersonTarget = {
  kind: 'agent',
  id: 'ben',
  name: 'Ben',
  status: 'online',
  chats: 1,
  capacity: 4,
  full: false,
  rings: false,
  teams: [],
  skills: [],
  queues: false,
};
const BILLING: TeamTarget = {
  kind: 'team',
  id: 'billing',
  name: 'Billing',
  online: 2,
  open: true,
  estimateS: 60,
  queues: false,
};
const AWAY = { ...BEN, status: 'away', queues: true } as const;
const OFFLINE = { ...BEN, status: 'offline', queues: true } as const;
const FULL = { ...BEN, full: true, queues: true };
const BUSY = { ...BEN, status: 'busy', queues: true } as const;
const RUNG = { ...BEN, rings: true };

it('only whoever has an open conversation asks for anything', () => {
  const ada = { id: 'ada', name: 'Ada' };
  expect(mayAsk({ status: 'open', assignee: ada }, 'ada')).toBe(true);
  expect(mayAsk({ status: 'open', assignee: ada }, 'ben')).toBe(false);
  expect(mayAsk({ status: 'open' }, '')).toBe(false);
  for (const status of ['queued', 'snoozed', 'resolved'] as const) {
    expect(mayAsk({ status, assignee: ada }, 'ada')).toBe(false);
  }
});

describe('a colleague', () => {
  const possible = (person: PersonTarget) => HOWS.filter((how) => isPossible(how, person));

  it('can be asked while they are there, and joins also without a free place', () => {
    expect(possible(BEN)).toEqual(['now', 'ask', 'add']);
    expect(possible(BUSY)).toEqual(['now', 'ask', 'add']);
    expect(possible(FULL)).toEqual(['now', 'add']);
    for (const person of [AWAY, OFFLINE, RUNG]) expect(possible(person)).toEqual(['now']);
  });

  it('is a choice only where there is one', () => {
    expect(askable(BEN, true)).toBe(BEN);
    expect([askable(BEN, false), askable(AWAY, true), askable(BILLING, true), askable(undefined, true)]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is given it where they cannot be asked', () => {
    expect(howFor('ask', BEN, true)).toBe('ask');
    expect(howFor('ask', FULL, true)).toBe('now');
    expect(howFor('add', FULL, true)).toBe('add');
    expect(howFor('add', AWAY, true)).toBe('now');
    expect(howFor('ask', BILLING, true)).toBe('now');
    expect(howFor('ask', BEN, false)).toBe('now');
  });
});

describe('what a transfer means', () => {
  it.each([
    [undefined, 'now', ''],
    [BEN, 'now', ''],
    [BILLING, 'now', ''],
    [BEN, 'ask', 'It rings at Ben. The chat stays with you until they take it.'],
    [BEN, 'add', 'It rings at Ben. They join you, and the chat stays yours.'],
    [AWAY, 'now', 'Ben is away and can’t be asked. It goes to the queue.'],
    [OFFLINE, 'now', 'Ben is offline and can’t be asked. It goes to the queue.'],
    [RUNG, 'now', 'Another chat rings at Ben, so they can’t be asked just now.'],
    [FULL, 'now', 'Ben has no free place, so it goes to the queue. You can still ask them to join.'],
    [BUSY, 'now', 'Ben can’t take it now. It goes to the queue.'],
    [{ ...BILLING, queues: true }, 'now', 'Billing can’t take it now. It goes to the queue.'],
  ] as const)('%#: %s', (target, how, sentence) => expect(fateOf(target, how, true)).toBe(sentence));

  it('speaks of no question where nothing can be asked', () => {
    expect(fateOf(AWAY, 'now', false)).toBe('Ben can’t take it now. It goes to the queue.');
  });
});
