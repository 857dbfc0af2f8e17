/** To whom a conversation can be handed, the likeliest first. Pure. */

import type { AgentFloor, AgentPresence, TeamFloor } from '@parlor/core';
import { byPresence, canTake, type Floor, isFull, loadOf } from '../floor/floor';

export interface TeamTarget {
  readonly kind: 'team';
  readonly id: string;
  readonly name: string;
  readonly online: number;
  readonly open: boolean;
  readonly estimateS: number | undefined;
  /** Nobody can take it now: it waits in the queue. */
  readonly queues: boolean;
}

export interface PersonTarget {
  readonly kind: 'agent';
  readonly id: string;
  readonly name: string;
  readonly status: AgentPresence['status'];
  /** Absent until the floor has come. */
  readonly chats: number | undefined;
  readonly capacity: number | undefined;
  readonly full: boolean;
  /** Something rings at them. */
  readonly rings: boolean;
  readonly teams: readonly string[];
  readonly skills: readonly string[];
  readonly queues: boolean;
}

export type Target = TeamTarget | PersonTarget;

export interface Targets {
  readonly teams: readonly TeamTarget[];
  readonly people: readonly PersonTarget[];
}

export interface Question {
  readonly floor: Floor | undefined;
  readonly agents: Iterable<AgentPresence>;
  /** Agents at whom something rings. */
  readonly ringing?: ReadonlySet<string>;
  /** Who has it already, and who asks. */
  readonly except: readonly (string | undefined)[];
  readonly search: string;
}

const plain = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function teamTarget(team: TeamFloor): TeamTarget {
  const { id, name, online, open } = team;
  return { kind: 'team', id, name, online, open, estimateS: team.estimate_s, queues: online === 0 || !open };
}

interface Known {
  readonly onFloor: ReadonlyMap<string, AgentFloor>;
  readonly names: ReadonlyMap<string, string>;
  readonly ringing: ReadonlySet<string>;
}

function personTarget({ id, name, status }: AgentPresence, { onFloor, names, ringing }: Known): PersonTarget {
  const { chats, capacity, teams = [], skills = [] } = onFloor.get(id) ?? {};
  const load = { status, chats: chats ?? 0, ...(capacity === undefined ? {} : { capacity }) };
  return {
    kind: 'agent',
    id,
    name,
    status,
    chats,
    capacity,
    full: isFull(load),
    rings: ringing.has(id),
    teams: teams.flatMap((team) => names.get(team) ?? []),
    skills,
    queues: !canTake(load),
  };
}

function loadRank({ chats, capacity }: PersonTarget): number {
  return loadOf({ chats: chats ?? 0, ...(capacity === undefined ? {} : { capacity }) });
}

/** First who can take it now, the least busy before the others; then by who is nearest to being there. */
function compare(a: PersonTarget, b: PersonTarget): number {
  const ready = Number(a.queues) - Number(b.queues);
  return ready || (a.queues ? 0 : loadRank(a) - loadRank(b)) || byPresence(a, b);
}

/** A person is found by name, by team and by what they can. */
function personMatches({ name, teams, skills }: PersonTarget, wanted: string): boolean {
  return [name, ...teams, ...skills].some((words) => plain(words).includes(wanted));
}

export function targetsFor({ floor, agents, ringing = new Set(), except, search }: Question): Targets {
  const wanted = plain(search.trim());
  const onFloor = new Map(floor?.agents.map((agent) => [agent.id, agent]));
  const names = new Map(floor?.teams.map(({ id, name }) => [id, name]));
  const known = { onFloor, names, ringing };
  const people = [...agents]
    .filter(({ id }) => !except.includes(id))
    .map((agent) => personTarget(agent, known))
    .filter((person) => personMatches(person, wanted));
  const teams = (floor?.teams ?? []).map(teamTarget).filter(({ name }) => plain(name).includes(wanted));
  return { teams, people: people.sort(compare) };
}

/** What has ended is handed to nobody. */
export function mayTransfer(row: { readonly status: string }): boolean {
  return row.status !== 'resolved';
}
