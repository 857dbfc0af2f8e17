/** Turns a conversation's items into what stands in the message list: days, groups of one author, lines. Pure. */

import type { Item, MessageItem, NoteItem, SystemItem } from '@parlor/core';
import { type WayAsked, wayIn } from './way-asked';

export const GROUP_WITHIN_MS = 3 * 60_000;

export type Entry =
  | { readonly kind: 'earlier'; readonly key: 'earlier' }
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'new'; readonly key: string }
  | { readonly kind: 'system'; readonly key: string; readonly item: SystemItem }
  | { readonly kind: 'note'; readonly key: string; readonly item: NoteItem }
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly item: MessageItem;
      readonly first: boolean;
      readonly last: boolean;
    };

function dayOf(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}

/** Two messages stand together when one author wrote them on one day within three minutes with nothing between. */
export function belongTogether(a: Item | undefined, b: Item | undefined): boolean {
  if (a?.kind !== 'message' || b?.kind !== 'message') return false;
  if (a.actor.kind !== b.actor.kind || a.actor.id !== b.actor.id) return false;
  return dayOf(a.at) === dayOf(b.at) && Math.abs(b.at - a.at) < GROUP_WITHIN_MS;
}

const teamIn = (item: SystemItem): string | undefined => (item.data as { team?: { id: string } }).team?.id;

/** The line of the queue says nothing new after a start without teams, or after a transfer to that very team. */
function isQueueEcho(item: SystemItem, before: Item | undefined): boolean {
  const team = teamIn(item);
  if (item.data.reason === 'started') return team === undefined;
  if (before?.kind !== 'system' || before.type !== 'conversation.transferred') return false;
  return item.data.reason === 'transferred' && team !== undefined && teamIn(before) === team;
}

/** Who was asked and has taken a conversation over, as far as this says so. */
function isTakenOver(item: Item | undefined, by: string): boolean {
  if (item?.kind !== 'system' || item.type !== 'conversation.transferred') return false;
  return item.actor.id === by && (item.data as { agent?: { id: string } }).agent?.id === by;
}

/** Who takes a conversation also joins it; who takes it over is said to have done so. */
function isTakingEcho(item: SystemItem, before: Item | undefined, next: Item | undefined): boolean {
  const { assignee } = item.data as { assignee?: { id: string } };
  if (assignee?.id !== item.actor.id) return false;
  if (isTakenOver(before, item.actor.id)) return true;
  return next?.kind === 'system' && next.type === 'participant.joined' && next.actor.id === item.actor.id;
}

/** A call that is asked for is also put off until then. */
function isCallEcho(before: Item | undefined): boolean {
  return before?.kind === 'system' && wayIn(before)?.by === 'phone';
}

/** A line that only repeats what the one beside it says better. */
function isEcho(item: Item, before: Item | undefined, next: Item | undefined): boolean {
  if (item.kind !== 'system') return false;
  if (item.type === 'conversation.queued') return isQueueEcho(item, before);
  if (item.type === 'conversation.snoozed') return isCallEcho(before);
  return item.type === 'conversation.assigned' && isTakingEcho(item, before, next);
}

/** What was put off for a call comes back for it: the word for that is ours. */
function withCallDue(items: readonly Item[]): Item[] {
  let way: WayAsked | undefined;
  return items.map((item) => {
    if (item.kind !== 'system') return item;
    way = wayIn(item) ?? (item.type === 'conversation.resolved' ? undefined : way);
    const isDue = item.type === 'conversation.queued' && item.data.reason === 'snooze_over' && way?.by === 'phone';
    return isDue ? { ...item, data: { ...item.data, reason: 'call_due' } } : item;
  });
}

/** Who declines leaves it with whoever has it: the line names them, if they are known. */
function withHolder(items: readonly Item[]): Item[] {
  let holder: unknown;
  return items.map((item) => {
    if (item.kind !== 'system') return item;
    if (item.type === 'conversation.assigned') holder = item.data.assignee;
    if (item.type === 'conversation.queued') holder = undefined;
    return item.type === 'transfer.declined' && holder !== undefined
      ? { ...item, data: { ...item.data, holder } }
      : item;
  });
}

export interface EntryOptions {
  /** The server holds earlier ones. */
  readonly hasMore: boolean;
  /** The first item that came after this seq gets the "New" line above it; absent when nothing is new. */
  readonly newAfter?: number | undefined;
  /** Only what others wrote can be new; what a rule said nobody wrote. */
  readonly me: string;
}

function isNew(item: Item, options: EntryOptions): boolean {
  if (options.newAfter === undefined || item.kind === 'system' || item.actor.kind === 'system') return false;
  return item.seq !== undefined && item.seq > options.newAfter && item.actor.id !== options.me;
}

function entryOf(item: Item, first: boolean, last: boolean): Entry {
  switch (item.kind) {
    case 'message':
      return { kind: 'message', key: item.key, item, first, last };
    case 'note':
      return { kind: 'note', key: item.key, item };
    case 'system':
      return { kind: 'system', key: item.key, item };
  }
}

export function entriesOf(all: readonly Item[], options: EntryOptions): Entry[] {
  const items = withHolder(withCallDue(all)).filter((item, at) => !isEcho(item, all[at - 1], all[at + 1]));
  const entries: Entry[] = options.hasMore ? [{ kind: 'earlier', key: 'earlier' }] : [];
  const firstNew = items.findIndex((item) => isNew(item, options));
  items.forEach((item, index) => {
    const before = items[index - 1];
    const after = items[index + 1];
    if (before === undefined || dayOf(before.at) !== dayOf(item.at)) {
      entries.push({ kind: 'day', key: `day-${dayOf(item.at)}`, at: item.at });
    }
    if (index === firstNew) entries.push({ kind: 'new', key: 'new' });
    const first = index === firstNew || !belongTogether(before, item);
    const last = index + 1 === firstNew || !belongTogether(item, after);
    entries.push(entryOf(item, first, last));
  });
  return entries;
}
