/** Questions to the floor: who waits, who is there, who has a place free. Pure. */

import type { AgentFloor, QueueTopicState, SilenceAlert } from '@parlor/core';

export type Floor = QueueTopicState;

export function teamName(floor: Floor | undefined, id: string | undefined): string | undefined {
  return id === undefined ? undefined : floor?.teams.find((team) => team.id === id)?.name;
}

/** Everybody's place in line as the server counts it: within their team. */
export function placesOn(floor: Floor): Map<string, number> {
  return new Map(floor.queue.map(({ conversation, position }) => [conversation, position]));
}

type Load = Pick<AgentFloor, 'status' | 'chats' | 'capacity'>;

export function isFull({ chats, capacity }: Pick<Load, 'chats' | 'capacity'>): boolean {
  return capacity !== undefined && chats >= capacity;
}

/** Would be offered a chat now. */
export function canTake(agent: Load): boolean {
  return agent.status === 'online' && !isFull(agent);
}

/** From 0, nothing to do, to 1, full. Who takes any number of chats is never full, and fuller with each. */
export function loadOf({ chats, capacity }: Pick<Load, 'chats' | 'capacity'>): number {
  if (capacity === undefined) return chats / (chats + 1);
  return capacity === 0 ? 1 : Math.min(1, chats / capacity);
}

const STATUSES: readonly AgentFloor['status'][] = ['online', 'busy', 'away', 'offline'];

/** Who is there stands before who is not; among those, by name, so that nobody moves when a chat begins or ends. */
export function byPresence<Agent extends Pick<AgentFloor, 'status' | 'name' | 'id'>>(a: Agent, b: Agent): number {
  const presence = STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status);
  return presence || a.name.localeCompare(b.name, undefined, { numeric: true }) || (a.id < b.id ? -1 : 1);
}

/** The visitors who wait for their agent for longer than the team allows, the longest first. */
export function silencesOf({ alerts = [] }: Floor): SilenceAlert[] {
  return [...alerts].sort(
    (a, b) => Date.parse(a.since) - Date.parse(b.since) || (a.conversation < b.conversation ? -1 : 1),
  );
}

/** The longest that somebody who comes now may wait: that of the slowest team in which anybody waits. */
export function longestEstimate(floor: Floor | undefined): number | undefined {
  const waits = (floor?.teams ?? []).flatMap(({ waiting, estimate_s: estimate }) =>
    waiting > 0 && estimate !== undefined ? [estimate] : [],
  );
  return waits.length === 0 ? undefined : Math.max(...waits);
}
