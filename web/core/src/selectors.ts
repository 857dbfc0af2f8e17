// Questions that both screens ask of the state. Pure.

import type {
  ClientState,
  ConversationRow,
  ConversationView,
  InboxState,
  QueuePlace,
  RingingOffer,
  SystemItem,
} from './state';
import type { AnswerAsked, ConversationId, InboxView } from './wire';

/** The conversation that a screen showing `id` should show now (see ClientState.moved). */
export function currentConversation(state: ClientState, id: ConversationId): ConversationId {
  let current = id;
  for (let next = state.moved.get(current); next; next = state.moved.get(current)) current = next;
  return current;
}

/** The visitor's conversations, newest first. */
export function conversationsNewestFirst(state: ClientState): ConversationView[] {
  return [...state.conversations.values()].sort((a, b) => (a.row.started_at < b.row.started_at ? 1 : -1));
}

/** Where a conversation stands in line; nothing while it does not wait, whatever was said before. */
export function placeInLine(state: ClientState, id: ConversationId): QueuePlace | undefined {
  const view = state.conversations.get(id);
  return view?.row.status === 'queued' && !answerAsked(view) ? state.places.get(id) : undefined;
}

/** How the visitor is answered instead of waiting here; over once somebody has joined or written, or with the end. */
export function answerAsked({ items }: ConversationView): AnswerAsked | undefined {
  const last = items.findLast((item) =>
    item.kind === 'system'
      ? /(asked|joined|resolved)$/.test(item.type)
      : item.kind === 'message' && item.actor.kind === 'agent',
  ) as Partial<SystemItem> | undefined;
  return last?.type === 'answer.asked' ? (last.data as unknown as AnswerAsked) : undefined;
}

/** How long an offer still rings (milliseconds). */
export function ringingLeft({ offer, heardAt }: RingingOffer, now: number): number {
  return Math.max(0, offer.left_ms - (now - heardAt));
}

export function matchesView(row: ConversationRow, view: InboxView, me: string): boolean {
  if (view === 'queue') return row.status === 'queued';
  if (view === 'mine') return row.status !== 'resolved' && row.assignee?.id === me;
  return true;
}

/** Who has waited longest first; then those that wait for the visitor, newest first; resolved ones last. */
export function compareRows(a: ConversationRow, b: ConversationRow): number {
  return rank(a) - rank(b) || compareWithinRank(a, b) || (a.id < b.id ? -1 : 1);
}

export function rowsIn(inbox: InboxState, view: InboxView, me: string): ConversationRow[] {
  return [...inbox.rows.values()].filter((row) => matchesView(row, view, me)).sort(compareRows);
}

function rank(row: ConversationRow): number {
  if (row.status === 'resolved') return 2;
  return row.waiting_since ? 0 : 1;
}

function compareWithinRank(a: ConversationRow, b: ConversationRow): number {
  if (a.waiting_since && b.waiting_since) return a.waiting_since.localeCompare(b.waiting_since);
  return b.updated_at.localeCompare(a.updated_at);
}
