import type { AgentFloor, TeamFloor } from '@parlor/core';
import { describe, expect, it } from 'vitest';
import { byPresence, canTake, type Floor, loadOf, longestEstimate, placesOn, silencesOf, teamName } from './floor';

const agent = (name: string, change: Partial<AgentFloor> = {}): AgentFloor => ({
  id: name,
  name,
  status: 'online',
  chats: 1,
  capacity: 4,
  teams: [],
  skills: [],
  ...change,
});
const team = (id: string, change: Partial<TeamFloor> = {}): TeamFloor => ({
  id,
  name: id.toUpperCase(),
  waiting: 0,
  online: 1,
  open: true,
  ...change,
});
const floor = (change: Partial<Floor>): Floor => ({
  queue: [],
  waiting: 0,
  offers: [],
  teams: [],
  agents: [],
  ...change,
});

describe('the floor', () => {
  it('names a team that it knows', () => {
    const known = floor({ teams: [team('a')] });
    expect([teamName(known, 'a'), teamName(known, 'x'), teamName(known, undefined), teamName(undefined, 'a')]).toEqual([
      'A',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('keeps the places that the server counted', () => {
    const since = '2026-03-02T10:00:00.000Z';
    const queue = [
      { conversation: 'x', position: 2, priority: 'normal', since },
      { conversation: 'y', position: 1, priority: 'urgent', since },
    ] as const;
    expect([...placesOn(floor({ queue }))]).toEqual([
      ['x', 2],
      ['y', 1],
    ]);
  });

  it('gives chats to who is online and has a place free', () => {
    expect(canTake(agent('a'))).toBe(true);
    expect(canTake(agent('a', { chats: 4 }))).toBe(false);
    expect(canTake(agent('a', { chats: 0, capacity: 0 }))).toBe(false);
    expect(canTake({ status: 'online', chats: 90 })).toBe(true);
    for (const status of ['busy', 'away', 'offline'] as const) expect(canTake(agent('a', { status }))).toBe(false);
  });

  it('measures load, also without a limit', () => {
    expect(loadOf({ chats: 1, capacity: 4 })).toBe(0.25);
    expect(loadOf({ chats: 9, capacity: 4 })).toBe(1);
    expect(loadOf({ chats: 0, capacity: 0 })).toBe(1);
    expect(loadOf({ chats: 0 })).toBe(0);
    expect(loadOf({ chats: 3 })).toBeLessThan(loadOf({ chats: 4 }));
  });

  it('stands still while chats come and go', () => {
    const people = [agent('b 10'), agent('c', { status: 'away' }), agent('b 2'), agent('a', { chats: 3 })];
    expect([...people].sort(byPresence).map(({ name }) => name)).toEqual(['a', 'b 2', 'b 10', 'c']);
  });

  it('knows whose agent is silent, the longest first', () => {
    const ada = { id: 'ada', name: 'Ada' };
    const alert = (conversation: string, minute: number) => ({
      conversation,
      agent: ada,
      since: new Date(Date.UTC(2026, 2, 2, 10, minute)).toISOString(),
    });
    const alerts = [alert('late', 9), alert('b', 3), alert('a', 3)];
    expect(silencesOf(floor({ alerts })).map(({ conversation }) => conversation)).toEqual(['a', 'b', 'late']);
    expect(silencesOf(floor({}))).toEqual([]);
  });

  it('estimates by the slowest team in which anybody waits', () => {
    const slow = team('slow', { waiting: 2, estimate_s: 120 });
    const slower = team('slower', { estimate_s: 900 });
    expect(longestEstimate(floor({ teams: [team('a', { waiting: 1, estimate_s: 30 }), slow, slower] }))).toBe(120);
    expect(longestEstimate(floor({ teams: [slower] }))).toBeUndefined();
    expect(longestEstimate(undefined)).toBeUndefined();
  });
});
