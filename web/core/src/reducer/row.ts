// What an event changes in a conversation's row. The server's own rows replace these when they come.

import type { ConversationRow } from '../state';
import type { ActorKind, ConversationEvent, Principal } from '../wire';
import { textOf } from './items';

/** Changes by events that only agents see: their reducer adds them, so that visitors need not carry them. */
export const agentRows: { after?: (row: ConversationRow, event: ConversationEvent) => ConversationRow } = {};

const PREVIEW_CODE_POINTS_MAX = 120;

export function rowAfter(row: ConversationRow, event: ConversationEvent, me: Principal | undefined): ConversationRow {
  if (event.seq <= row.seq) return row;
  const next = { ...row, seq: event.seq, updated_at: event.at };
  return change(next, event, me);
}

/** Does this actor stand on the other side of the conversation than me? */
export function isOtherSide(kind: ActorKind, me: Principal | undefined): boolean {
  return me?.kind === 'agent' ? kind === 'visitor' : kind !== 'visitor';
}

function change(row: ConversationRow, event: ConversationEvent, me: Principal | undefined): ConversationRow {
  switch (event.type) {
    case 'conversation.queued':
      return unassigned({ ...row, status: 'queued' });
    case 'conversation.resolved':
      return notWaiting({ ...row, status: 'resolved', resolved_at: event.at });
    case 'conversation.reopened': {
      const { resolved_at: _over, ...rest } = { ...row, status: event.data.status };
      return event.data.status === 'queued' ? unassigned(rest) : rest;
    }
    case 'conversation.rated':
      return { ...row, rating: event.data };
    case 'participant.joined':
      return joined(row, event.data.participant, me);
    case 'message.posted':
      return posted(row, event, me);
    default:
      return agentRows.after?.(row, event) ?? row;
  }
}

function posted(
  row: ConversationRow,
  event: Extract<ConversationEvent, { type: 'message.posted' | 'message.edited' | 'message.deleted' }>,
  me: Principal | undefined,
): ConversationRow {
  const { kind } = event.actor;
  const preview = previewOf(textOf(event.data.body));
  const next = {
    ...row,
    last_message: { seq: event.seq, kind, preview, at: event.at },
    unread: row.unread + (isOtherSide(kind, me) ? 1 : 0),
  };
  if (kind === 'visitor') return { ...next, waiting_since: row.waiting_since ?? event.at };
  return kind === 'agent' ? notWaiting({ ...next, answered: true }) : next;
}

/** The preview of the last message follows its edit and its deletion. */
export function withPreview(row: ConversationRow, seq: number | undefined, text: string | undefined): ConversationRow {
  if (!row.last_message || row.last_message.seq !== seq) return row;
  return { ...row, last_message: { ...row.last_message, preview: previewOf(text) } };
}

function previewOf(text = ''): string {
  return [...text.slice(0, 2 * PREVIEW_CODE_POINTS_MAX)].slice(0, PREVIEW_CODE_POINTS_MAX).join('');
}

function joined(
  row: ConversationRow,
  { kind, id, name }: { kind: ActorKind; id: string; name: string },
  me: Principal | undefined,
): ConversationRow {
  if (kind !== 'agent') return row;
  const open = { ...row, status: 'open' as const };
  return me?.kind === 'visitor' ? { ...open, agent: { id, name, online: true } } : open;
}

function unassigned(row: ConversationRow): ConversationRow {
  const { assignee: _assignee, agent: _agent, ...rest } = row;
  return rest;
}

function notWaiting(row: ConversationRow): ConversationRow {
  const { waiting_since: _since, ...rest } = row;
  return rest;
}
