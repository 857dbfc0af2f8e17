/** Whom a conversation can be handed to, the likeliest first. Pure. */

import type { AgentPresence } from '@parlor/core';

const PRESENCE: readonly AgentPresence['status'][] = ['online', 'busy', 'away', 'offline'];

const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export function colleaguesFor(
  agents: Iterable<AgentPresence>,
  { except, search }: { readonly except: string | undefined; readonly search: string },
): AgentPresence[] {
  const wanted = plain(search.trim());
  const found = [...agents].filter(({ id, name }) => id !== except && plain(name).includes(wanted));
  return found.sort((a, b) => PRESENCE.indexOf(a.status) - PRESENCE.indexOf(b.status) || a.name.localeCompare(b.name));
}

/** What has ended is handed to nobody. */
export function mayTransfer(row: { readonly status: string }): boolean {
  return row.status !== 'resolved';
}
