import type { AgentFloor, AgentPresence, TeamFloor } from '@parlor/core';
import { describe, expect, it } from 'vitest';
import { mayTransfer, targetsFor } from './targets';

const AGENTS: AgentPresence[] = [
  { id: '1', name: 'Orla Byrne', status: 'away' },
  { id: '2', name: 'Ben Okafor', status: 'online' },
  { id: '3', name: 'Ada Lindqvist', status: 'online' },
  { id: '4', name: 'Zoë Marín', status: 'offline' },
  { id: '5', name: 'Kim Sato', status: 'busy' },
];

function agent(at: number, chats: number, change: Partial<AgentFloor> = {}): AgentFloor {
  const { id, name, status } = AGENTS[at] as AgentPresence;
  return { id, name, status, chats, capacity: 4, teams: ['b'], skills: ['Spanish'], ...change };
}

function team(id: string, name: string, change: Partial<TeamFloor> = {}): TeamFloor {
  return { id, name, waiting: 0, online: 2, open: true, ...change };
}

const FLOOR = {
  queue: [],
  waiting: 0,
  offers: [],
  teams: [
    team('b', 'Billing', { estimate_s: 60 }),
    team('o', 'Orders', { online: 0 }),
    team('n', 'Nights', { open: false }),
  ],
  agents: [agent(0, 0, { teams: ['o'], skills: [] }), agent(1, 3), agent(2, 1), agent(4, 1)],
};

const ask = (search: string, except: readonly string[] = []) =>
  targetsFor({ floor: FLOOR, agents: AGENTS, except, search });
const people = (search: string, except?: readonly string[]) => ask(search, except).people.map(({ name }) => name);
const teams = (search: string) => ask(search).teams.map(({ name }) => name);

describe('people to hand over to', () => {
  it('come with the least busy first, then by who is nearest to being there', () => {
    expect(people('')).toEqual(['Ada Lindqvist', 'Ben Okafor', 'Kim Sato', 'Orla Byrne', 'Zoë Marín']);
  });

  it('leave out who has the conversation and who asks', () => {
    expect(people('', ['3', '2'])).toEqual(['Kim Sato', 'Orla Byrne', 'Zoë Marín']);
  });

  it('are found by any part of the name, accents or not', () => {
    expect(people('zoe')).toEqual(['Zoë Marín']);
    expect(people(' MARIN ')).toEqual(['Zoë Marín']);
    expect(people('nobody')).toEqual([]);
  });

  it('are found by team and by skill', () => {
    expect(people('orders')).toEqual(['Orla Byrne']);
    expect(people('spanish')).toEqual(['Ada Lindqvist', 'Ben Okafor', 'Kim Sato']);
  });

  it('queue what they cannot take now', () => {
    const queues = Object.fromEntries(ask('').people.map(({ name, queues }) => [name.split(' ')[0], queues]));
    expect(queues).toEqual({ Ada: false, Ben: false, Kim: true, Orla: true, Zoë: true });
  });

  it('are last among the online when full', () => {
    const floor = { ...FLOOR, agents: [agent(1, 3), agent(2, 4)] };
    const [first, second] = targetsFor({ floor, agents: AGENTS, except: [], search: '' }).people;
    expect([first?.name, second?.name, second?.full, second?.queues]).toEqual([
      'Ben Okafor',
      'Ada Lindqvist',
      true,
      true,
    ]);
  });

  it('are known to be rung at', () => {
    const ringing = new Set(['2']);
    const found = targetsFor({ floor: FLOOR, agents: AGENTS, ringing, except: [], search: '' }).people;
    expect(found.filter(({ rings }) => rings).map(({ name }) => name)).toEqual(['Ben Okafor']);
  });

  it('are there before the floor has come', () => {
    const found = targetsFor({ floor: undefined, agents: AGENTS, except: [], search: '' });
    expect(found.teams).toEqual([]);
    expect(found.people[0]).toMatchObject({ name: 'Ada Lindqvist', queues: false, chats: undefined });
  });
});

describe('teams to hand over to', () => {
  it('keep the order of the settings and are found by name', () => {
    expect(teams('')).toEqual(['Billing', 'Orders', 'Nights']);
    expect(teams('ord')).toEqual(['Orders']);
  });

  it('queue what nobody of them can take now', () => {
    expect(ask('').teams.map(({ queues }) => queues)).toEqual([false, true, true]);
  });
});

it('everything but the resolved can be handed over', () => {
  expect(['open', 'queued', 'snoozed', 'resolved'].filter((status) => mayTransfer({ status }))).toEqual([
    'open',
    'queued',
    'snoozed',
  ]);
});
