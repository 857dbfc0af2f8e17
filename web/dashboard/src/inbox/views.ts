/** Which conversations a view shows, in which groups and in which order. Pure. */

import { isWaitingForUs } from './urgency';

export const VIEWS = ['mine', 'queue', 'all'] as const;
export type View = (typeof VIEWS)[number];
export type Sort = 'wait' | 'newest';
export type GroupName = 'needs-reply' | 'waiting' | 'snoozed' | 'queue' | 'resolved';

/** What the lists need to know of a conversation. */
export interface ListedRow {
  readonly id: string;
  readonly status: string;
  readonly started_at: string;
  readonly updated_at: string;
  readonly waiting_since?: string | undefined;
  readonly resolved_at?: string | undefined;
  readonly assignee?: { readonly id: string } | undefined;
}

export interface Placed {
  readonly id: string;
  readonly group: GroupName;
}

export function isView(value: string): value is View {
  return VIEWS.some((view) => view === value);
}

export function isMine(row: ListedRow, me: string): boolean {
  return row.assignee?.id === me && row.status !== 'resolved' && row.status !== 'queued';
}

/** The group of a row in a view, or undefined when the view does not show it. */
export function groupOf(row: ListedRow, view: View, me: string): GroupName | undefined {
  if (row.status === 'queued') return 'queue';
  if (view === 'queue') return undefined;
  if (view === 'mine' && !isMine(row, me)) return undefined;
  if (row.status === 'resolved') return 'resolved';
  if (row.status === 'snoozed') return 'snoozed';
  return isWaitingForUs(row) ? 'needs-reply' : 'waiting';
}

const GROUPS: readonly GroupName[] = ['needs-reply', 'waiting', 'snoozed', 'queue', 'resolved'];
const ALL_GROUPS: readonly GroupName[] = ['needs-reply', 'queue', 'waiting', 'snoozed', 'resolved'];

export function groupsOf(view: View): readonly GroupName[] {
  return view === 'all' ? ALL_GROUPS : GROUPS;
}

function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

type Places = ReadonlyMap<string, number>;

/** In the order in which the server would give them out, where it said so. */
function comparePlaces(a: ListedRow, b: ListedRow, places: Places): number {
  return (places.get(a.id) ?? Number.MAX_SAFE_INTEGER) - (places.get(b.id) ?? Number.MAX_SAFE_INTEGER);
}

/** Longest wait first where we owe a reply; where we do not, the one that moved last. */
function compareRows(a: ListedRow, b: ListedRow, sort: Sort): number {
  if (sort === 'wait' && a.waiting_since !== undefined && b.waiting_since !== undefined) {
    return byText(a.waiting_since, b.waiting_since) || byText(a.id, b.id);
  }
  return byText(b.updated_at, a.updated_at) || byText(a.id, b.id);
}

export interface Arrangement {
  readonly me: string;
  readonly sort: Sort;
  /** The places in line, as far as they are known. */
  readonly places?: Places;
}

function compareIn(group: GroupName, { sort, places = new Map() }: Arrangement) {
  return (a: ListedRow, b: ListedRow): number => {
    const line = group === 'queue' && sort === 'wait' ? comparePlaces(a, b, places) : 0;
    return line || compareRows(a, b, sort);
  };
}

/** The rows of a view in the order in which they should stand now. */
export function arrange(rows: Iterable<ListedRow>, view: View, options: Arrangement): Placed[] {
  const groups = new Map<GroupName, ListedRow[]>();
  for (const row of rows) {
    const group = groupOf(row, view, options.me);
    if (group === undefined) continue;
    const members = groups.get(group);
    if (members === undefined) groups.set(group, [row]);
    else members.push(row);
  }
  return groupsOf(view).flatMap((group) =>
    (groups.get(group) ?? []).sort(compareIn(group, options)).map(({ id }) => ({ id, group })),
  );
}

/** The place of every queued conversation in the line, from 1: the server's, else who came first. */
export function queuePlaces(rows: Iterable<ListedRow>, known: Places = new Map()): Map<string, number> {
  const queued = [...rows].filter((row) => row.status === 'queued');
  const since = (row: ListedRow) => row.waiting_since ?? row.started_at;
  queued.sort((a, b) => comparePlaces(a, b, known) || byText(since(a), since(b)));
  return new Map(queued.map((row, index) => [row.id, known.get(row.id) ?? index + 1]));
}
