/** Asking a colleague first, instead of handing the conversation to them at once: who can be asked, and how. Pure. */

import type { ConversationRow, TransferHow } from '@parlor/core';
import { text } from '../catalogue';
import type { PersonTarget, Target } from './targets';

export const HOWS: readonly TransferHow[] = ['now', 'ask', 'add'];

/** Only whoever has it has anything to ask for. */
export function mayAsk({ status, assignee }: Pick<ConversationRow, 'status' | 'assignee'>, me: string): boolean {
  return status === 'open' && assignee !== undefined && assignee.id === me;
}

type Person = Pick<PersonTarget, 'status' | 'rings' | 'full'>;

/** Who joins needs no free place: the chat stays with whoever has it. */
export function isPossible(how: TransferHow, { status, rings, full }: Person): boolean {
  if (how === 'now') return true;
  if (status === 'away' || status === 'offline' || rings) return false;
  return how === 'add' || !full;
}

/** The person who can be asked in one way or another, if there is a choice at all. */
export function askable(target: Target | undefined, asks: boolean): PersonTarget | undefined {
  return asks && target?.kind === 'agent' && isPossible('add', target) ? target : undefined;
}

/** What will be done: what cannot be asked for becomes an ordinary transfer. */
export function howFor(wished: TransferHow, target: Target | undefined, asks: boolean): TransferHow {
  const person = askable(target, asks);
  return person !== undefined && isPossible(wished, person) ? wished : 'now';
}

function whyNotAsked({ name, status, rings, full }: PersonTarget): string | undefined {
  if (status === 'away' || status === 'offline') return text.transfer[status](name);
  if (rings) return text.transfer.taken(name);
  return full ? text.transfer.noPlace(name) : undefined;
}

/** What a transfer will mean, in a sentence; empty where it means nothing more than its name. */
export function fateOf(target: Target | undefined, how: TransferHow, asks: boolean): string {
  if (target === undefined) return '';
  if (how !== 'now') return text.transfer.rings[how](target.name);
  const why = asks && target.kind === 'agent' ? whyNotAsked(target) : undefined;
  return why ?? (target.queues ? text.transfer.queues(target.name) : '');
}
