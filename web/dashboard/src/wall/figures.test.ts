import type { AgentFloor, ConversationRow, TeamFloor } from '@parlor/core';
import { describe, expect, it } from 'vitest';
import type { Floor } from '../floor/floor';
import { agentRowsOf, atRiskOf, teamRowsOf, tilesOf } from './figures';

const at = (second: number) => new Date(Date.UTC(2026, 2, 2, 10, 0, second)).toISOString();

function agent(name: string, change: Partial<AgentFloor> = {}): AgentFloor {
  return { id: name, name, status: 'online', chats: 1, capacity: 4, teams: [], skills: [], ...change };
}

function team(id: string, waiting: number, change: Partial<TeamFloor> = {}): TeamFloor {
  return { id, name: id, waiting, online: 1, open: true, ...change };
}

function waiting(conversation: string, second: number, of?: string): Floor['queue'][number] {
  const entry = { conversation, position: 1, priority: 'normal', since: at(second) } as const;
  return of === undefined ? entry : { ...entry, team: of };
}

const EMPTY: Floor = { queue: [], waiting: 0, offers: [], teams: [], agents: [] };

describe('the tiles', () => {
  it('find who has waited longest, whatever the place', () => {
    const floor = { ...EMPTY, queue: [waiting('b', 8), waiting('a', 2)], waiting: 240 };
    expect(tilesOf(floor)).toMatchObject({
      inQueue: 240,
      longest: { since: Date.parse(at(2)), conversation: 'a' },
    });
    expect(tilesOf(EMPTY).longest).toBeUndefined();
  });

  it('count chats, people and free places', () => {
    const agents = [
      agent('a', { chats: 3 }),
      agent('b', { chats: 4 }),
      agent('c', { status: 'busy', chats: 2 }),
      agent('d', { status: 'away', chats: 0 }),
      agent('e', { status: 'offline', chats: 0 }),
    ];
    expect(tilesOf({ ...EMPTY, agents })).toMatchObject({ active: 9, online: 3, agents: 5, free: 1 });
  });

  it('know no number of free places while somebody takes any number', () => {
    const { capacity: _, ...unlimited } = agent('a');
    expect(tilesOf({ ...EMPTY, agents: [unlimited] }).free).toBeUndefined();
  });

  it('say when people wait and nobody is there', () => {
    const agents = [agent('a', { status: 'away' })];
    expect(tilesOf({ ...EMPTY, waiting: 1, agents }).deserted).toBe(true);
    expect(tilesOf({ ...EMPTY, waiting: 0, agents }).deserted).toBe(false);
    expect(tilesOf({ ...EMPTY, waiting: 1, agents: [agent('a')] }).deserted).toBe(false);
  });
});

describe('the queue by team', () => {
  it('measures each against the longest', () => {
    const rows = teamRowsOf({ ...EMPTY, teams: [team('a', 8), team('b', 2), team('c', 0)] });
    expect(rows.map(({ share }) => share)).toEqual([1, 0.25, 0]);
  });

  it('draws a short bar for one alone', () => {
    expect(teamRowsOf({ ...EMPTY, teams: [team('a', 1)] })[0]?.share).toBe(0.2);
  });

  it('counts below them who waits without a team', () => {
    const queue = [waiting('x', 1), waiting('y', 2, 'a')];
    const rows = teamRowsOf({ ...EMPTY, queue, teams: [team('a', 1)] });
    expect(rows.map(({ name, waiting: n }) => [name, n])).toEqual([
      ['a', 1],
      [undefined, 1],
    ]);
  });

  it('keeps what the server estimates', () => {
    const [row] = teamRowsOf({ ...EMPTY, teams: [team('a', 1, { estimate_s: 60, error_percent: 18, open: false })] });
    expect(row).toMatchObject({ estimateS: 60, errorPercent: 18, open: false });
  });
});

it('lists the agents by presence and name', () => {
  const agents = [agent('c', { status: 'offline' }), agent('b'), agent('a', { status: 'away' }), agent('d')];
  expect(agentRowsOf({ ...EMPTY, agents }).map(({ name }) => name)).toEqual(['b', 'd', 'a', 'c']);
});

it('puts who has waited longest first, in the queue or with an agent', () => {
  const row = (id: string, status: string, second?: number) =>
    ({
      id,
      status,
      updated_at: at(0),
      waiting_since: second === undefined ? undefined : at(second),
    }) as ConversationRow;
  const rows = [row('b', 'open', 20), row('a', 'queued', 5), row('x', 'open'), row('y', 'snoozed', 1)];
  expect(atRiskOf(rows).map(({ id }) => id)).toEqual(['a', 'b']);
});
