/** What the wall says, from the floor and the lists. Pure; times are milliseconds. */

import type { AgentFloor, ConversationRow } from '@parlor/core';
import { byPresence, canTake, type Floor } from '../floor/floor';
import { isWaitingForUs } from '../inbox/urgency';

export interface Tiles {
  readonly inQueue: number;
  /** Since when the one who has waited longest waits, and in which conversation. */
  readonly longest: { readonly since: number; readonly conversation: string } | undefined;
  readonly active: number;
  readonly online: number;
  readonly agents: number;
  /** How many more chats could be taken now; nobody knows while somebody takes any number, or nobody is known. */
  readonly free: number | undefined;
  /** People wait, and nobody is there to answer. */
  readonly deserted: boolean;
}

function longestOf({ queue }: Floor): Tiles['longest'] {
  const [first] = [...queue].sort((a, b) => Date.parse(a.since) - Date.parse(b.since));
  return first && { since: Date.parse(first.since), conversation: first.conversation };
}

function freeOf(agents: readonly AgentFloor[]): number | undefined {
  const able = agents.filter(canTake);
  if (agents.length === 0 || able.some(({ capacity }) => capacity === undefined)) return undefined;
  return able.reduce((sum, { capacity = 0, chats }) => sum + capacity - chats, 0);
}

export function tilesOf(floor: Floor): Tiles {
  const there = floor.agents.filter(({ status }) => status === 'online' || status === 'busy');
  return {
    inQueue: floor.waiting,
    longest: longestOf(floor),
    active: floor.agents.reduce((sum, { chats }) => sum + chats, 0),
    online: there.length,
    agents: floor.agents.length,
    free: freeOf(floor.agents),
    deserted: floor.waiting > 0 && there.length === 0,
  };
}

export interface TeamRow {
  /** Absent for those who wait without a team. */
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly waiting: number;
  /** How long its bar is, from 0 to 1: the longest queue fills it. */
  readonly share: number;
  readonly online: number | undefined;
  readonly open: boolean;
  readonly estimateS: number | undefined;
  readonly errorPercent: number | undefined;
}

/** So many waiting fill a bar at the least: one alone should look like one. */
const FULL_BAR = 5;

/** The teams as the settings order them, and below them whoever waits without one. */
export function teamRowsOf({ teams, queue }: Floor): TeamRow[] {
  const alone = queue.filter(({ team }) => team === undefined).length;
  const most = Math.max(FULL_BAR, alone, ...teams.map(({ waiting }) => waiting));
  const rows = teams.map(
    (team): TeamRow => ({
      id: team.id,
      name: team.name,
      waiting: team.waiting,
      share: team.waiting / most,
      online: team.online,
      open: team.open,
      estimateS: team.estimate_s,
      errorPercent: team.error_percent,
    }),
  );
  if (alone === 0) return rows;
  const rest = { online: undefined, open: true, estimateS: undefined, errorPercent: undefined };
  return [...rows, { id: undefined, name: undefined, waiting: alone, share: alone / most, ...rest }];
}

export function agentRowsOf({ agents }: Floor): AgentFloor[] {
  return [...agents].sort(byPresence);
}

/** Everyone who waits for us, in the queue or with an agent, the longest first. */
export function atRiskOf(rows: Iterable<ConversationRow>): ConversationRow[] {
  const since = (row: ConversationRow) => Date.parse(row.waiting_since ?? row.updated_at);
  return [...rows].filter(isWaitingForUs).sort((a, b) => since(a) - since(b) || (a.id < b.id ? -1 : 1));
}
