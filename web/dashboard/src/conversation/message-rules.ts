/** Who may still change a message. The server decides; this only hides what it would refuse. Pure. */

import type { MessageItem } from '@parlor/core';

export const EDIT_WITHIN_MS = 15 * 60_000;
export const DELETE_WITHIN_MS = 5 * 60_000;

export interface RuleContext {
  readonly me: string | undefined;
  readonly owner: boolean;
  readonly now: number;
}

export function mayEdit(item: MessageItem, { me, now }: RuleContext): boolean {
  return item.actor.kind === 'agent' && item.actor.id === me && now - item.at < EDIT_WITHIN_MS;
}

export function mayDelete(item: MessageItem, { me, owner, now }: RuleContext): boolean {
  if (owner) return true;
  return item.actor.kind === 'agent' && item.actor.id === me && now - item.at < DELETE_WITHIN_MS;
}
