/** Turns a conversation's items into what stands in the message list: days, groups of one author, lines. Pure. */

import type { Item, MessageItem, NoteItem, SystemItem } from '@parlor/core';

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

/** A line that only repeats what the one beside it says better. */
function isEcho(item: Item, next: Item | undefined): boolean {
  if (item.kind !== 'system') return false;
  if (item.type === 'conversation.queued') return item.data.reason === 'started';
  if (item.type !== 'conversation.assigned' || next?.kind !== 'system') return false;
  const { assignee } = item.data as { assignee?: { id: string } };
  if (assignee?.id !== item.actor.id) return false;
  return next.type === 'participant.joined' && next.actor.id === item.actor.id;
}

export interface EntryOptions {
  /** The server holds earlier ones. */
  readonly hasMore: boolean;
  /** The first item that came after this seq gets the "New" line above it; absent when nothing is new. */
  readonly newAfter?: number | undefined;
  /** Only what others wrote can be new. */
  readonly me: string;
}

function isNew(item: Item, options: EntryOptions): boolean {
  if (options.newAfter === undefined || item.kind === 'system') return false;
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
  const items = all.filter((item, at) => !isEcho(item, all[at + 1]));
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
