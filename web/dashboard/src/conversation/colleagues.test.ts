import type { AgentPresence } from '@parlor/core';
import { describe, expect, it } from 'vitest';
import { colleaguesFor, mayTransfer } from './colleagues';

const agents: AgentPresence[] = [
  { id: '1', name: 'Orla Byrne', status: 'away' },
  { id: '2', name: 'Ben Okafor', status: 'online' },
  { id: '3', name: 'Ada Lindqvist', status: 'online' },
  { id: '4', name: 'Zoë Marín', status: 'offline' },
];
const names = (search: string, except?: string) => colleaguesFor(agents, { except, search }).map(({ name }) => name);

describe('colleagues', () => {
  it('come by presence, then by name', () => {
    expect(names('')).toEqual(['Ada Lindqvist', 'Ben Okafor', 'Orla Byrne', 'Zoë Marín']);
  });

  it('leave out who has the conversation', () => expect(names('', '3')).not.toContain('Ada Lindqvist'));

  it('are found by any part of the name, accents or not', () => {
    expect(names('zoe')).toEqual(['Zoë Marín']);
    expect(names(' MARIN ')).toEqual(['Zoë Marín']);
    expect(names('nobody')).toEqual([]);
  });
});

it('everything but the resolved can be handed over', () => {
  expect(['open', 'queued', 'snoozed', 'resolved'].filter((status) => mayTransfer({ status }))).toEqual([
    'open',
    'queued',
    'snoozed',
  ]);
});
