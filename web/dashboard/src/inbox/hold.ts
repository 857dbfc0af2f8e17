/** Rows do not move while somebody is about to press one of them. Pure. */

import { type GroupName, groupsOf, type Placed, type View } from './views';

export interface Held {
  readonly rows: readonly Placed[];
  /** How many rows stand elsewhere than they should. */
  readonly moved: number;
}

/**
 * The shown order brought up to date without moving anything: what left the view goes, what is new stands at the end
 * of its group, all the rest keeps its place.
 */
export function holdOrder(shown: readonly Placed[], wanted: readonly Placed[], view: View): Held {
  const wantedIds = new Set(wanted.map(({ id }) => id));
  const shownIds = new Set(shown.map(({ id }) => id));
  const kept = shown.filter(({ id }) => wantedIds.has(id));
  const fresh = wanted.filter(({ id }) => !shownIds.has(id));
  const members = Map.groupBy([...kept, ...fresh], ({ group }): GroupName => group);
  const rows = groupsOf(view).flatMap((group) => members.get(group) ?? []);
  return { rows, moved: countMoved(rows, wanted) };
}

/** Rows that must be lifted out to turn one order into the other: all but the longest run that is in order already. */
export function countMoved(rows: readonly Placed[], wanted: readonly Placed[]): number {
  const place = new Map(wanted.map((row, index) => [row.id, { index, group: row.group }]));
  const tails: number[] = [];
  for (const row of rows) {
    const target = place.get(row.id);
    if (target === undefined || target.group !== row.group) continue;
    let at = tails.findIndex((tail) => tail >= target.index);
    if (at === -1) at = tails.length;
    tails[at] = target.index;
  }
  return rows.length - tails.length;
}
