/** How a visitor who left the queue wants to be answered, as far as a conversation tells it. Pure. */

import type { Item, SystemItem } from '@parlor/core';

export interface WayAsked {
  readonly by: 'mail' | 'phone';
  /** Absent once it was erased. */
  readonly address: string | undefined;
  /** When to call. */
  readonly at: number | undefined;
}

/** Nothing where a line is about something else. */
export function wayIn({ type, data }: SystemItem): WayAsked | undefined {
  if (type !== 'answer.asked') return undefined;
  const at = typeof data.at === 'string' ? Date.parse(data.at) : Number.NaN;
  return {
    by: data.by === 'phone' ? 'phone' : 'mail',
    address: typeof data.address === 'string' ? data.address : undefined,
    at: Number.isNaN(at) ? undefined : at,
  };
}

/** A number as phones take it, a mail address as mail programs do. */
export function addressLink({ by, address }: WayAsked): string | undefined {
  if (address === undefined) return undefined;
  if (by === 'phone') return `tel:${address.replace(/[^\d+*#]/g, '')}`;
  return `mailto:${encodeURIComponent(address).replace('%40', '@')}`;
}

interface Told {
  readonly way: WayAsked | undefined;
  readonly isOpen: boolean;
}

const OPENS = ['conversation.assigned', 'participant.joined'];
const CLOSES = ['conversation.queued', 'conversation.snoozed'];

function afterLine({ way, isOpen }: Told, item: SystemItem): Told {
  const asked = wayIn(item);
  if (asked !== undefined) return { way: asked, isOpen };
  if (item.type === 'conversation.resolved') return { way: undefined, isOpen: false };
  if (item.type === 'conversation.reopened') return { way, isOpen: item.data.status === 'open' };
  if (OPENS.includes(item.type) && item.actor.kind === 'agent') return { way, isOpen: true };
  return { way, isOpen: isOpen && !CLOSES.includes(item.type) };
}

/** The latest wish, unless it ended, or the visitor came back to whoever had taken the conversation. */
export function wayAsked(items: readonly Item[]): WayAsked | undefined {
  return items.reduce<Told>(
    (told, item) => {
      if (item.kind === 'system') return afterLine(told, item);
      const isBack = item.kind === 'message' && item.actor.kind === 'visitor' && told.isOpen;
      return isBack ? { way: undefined, isOpen: told.isOpen } : told;
    },
    { way: undefined, isOpen: false },
  ).way;
}

/** Nobody has it and nobody waits in a queue: a call is booked. */
export function isBooked(row: { readonly status: string; readonly assignee?: unknown }): boolean {
  return row.status === 'snoozed' && row.assignee === undefined;
}
