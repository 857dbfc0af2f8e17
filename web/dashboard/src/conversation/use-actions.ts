/** What an agent can do with a conversation; a refusal is said above its composer. */

import type { AgentClient, ConversationRow, TransferHow, TransferInput } from '@parlor/core';
import { text } from '../catalogue';
import { useClient, useMyId } from '../live/live';
import { say, sayFailure } from './notices';
import { isBooked } from './way-asked';

export interface HandOver {
  readonly kind: 'team' | 'agent';
  readonly id: string;
  /** Absent: now. Teams cannot be asked. */
  readonly how?: TransferHow;
}

export interface Actions {
  /** Out of the queue, or from a colleague. */
  readonly take: () => Promise<void>;
  /** To a team or a colleague, or asked of one first; with a note for whoever takes it if there is one. */
  readonly transfer: (to: HandOver, note: string) => Promise<void>;
  readonly snooze: (until: number) => Promise<void>;
  readonly wake: () => Promise<void>;
  readonly resolve: () => Promise<void>;
  readonly reopen: () => Promise<void>;
}

function attempt(conversation: string, work: Promise<void>): Promise<void> {
  say(conversation, undefined);
  return work.catch((error: unknown) => sayFailure(conversation, error, text.conversation.failed));
}

function transferTo({ kind, id, how = 'now' }: HandOver, note: string): TransferInput {
  const noted = note === '' ? {} : { note };
  if (kind === 'team') return { team: id, ...noted };
  return { agent: id, ...(how === 'now' ? {} : { how }), ...noted };
}

export function actionsOn(client: AgentClient, row: ConversationRow, me: string): Actions {
  return {
    take: () => attempt(row.id, row.status === 'queued' ? client.accept(row.id) : client.assign(row.id, me)),
    transfer: (to, note) => attempt(row.id, client.transfer(row.id, transferTo(to, note))),
    snooze: (until) => attempt(row.id, client.snooze(row.id, until)),
    wake: () => attempt(row.id, client.assign(row.id, row.assignee?.id ?? me)),
    resolve: () => attempt(row.id, client.resolve(row.id)),
    reopen: () => attempt(row.id, client.reopen(row.id)),
  };
}

export function useActions(row: ConversationRow): Actions {
  const client = useClient();
  const me = useMyId();
  return actionsOn(client, row, me);
}

/** The one filled button of a conversation. */
export type NextAction = 'accept' | 'take' | 'resolve' | 'reopen';

export function nextAction(row: ConversationRow, me: string): NextAction {
  if (row.status === 'resolved') return 'reopen';
  if (row.status === 'queued') return 'accept';
  const isNobodys = isBooked(row) || (row.assignee === undefined && row.status === 'open');
  return isNobodys && me !== '' ? 'take' : 'resolve';
}
