// What only agents see happen in a conversation: notes, assignment, snoozing, tags.

import type { ConversationRow, ConversationView, NoteItem } from '../state';
import type { ConversationEvent } from '../wire';
import type { Action } from './action';

export function noteOf(event: ConversationEvent): NoteItem | undefined {
  if (event.type !== 'note.posted') return undefined;
  const { seq, actor, data } = event;
  const { note, text, version, mentions = [] } = data;
  const at = Date.parse(event.at);
  const item = { kind: 'note', key: event.client_id ?? note, note, seq, actor, at, version, mentions } as const;
  return { ...item, state: 'sent', ...(text !== undefined && { text }) };
}

export function withPendingNote(
  view: ConversationView,
  { clientId, text, at, actor }: Extract<Action, { type: 'note.pending' }>,
): ConversationView {
  if (view.items.some(({ key }) => key === clientId)) return view;
  const note: NoteItem = {
    kind: 'note',
    key: clientId,
    at,
    actor,
    text,
    mentions: [],
    version: 0,
    state: 'sending',
  };
  return { ...view, items: [...view.items, note] };
}

export function rowAfterAgents(row: ConversationRow, event: ConversationEvent): ConversationRow {
  switch (event.type) {
    case 'conversation.assigned':
      return { ...row, status: 'open', assignee: event.data.assignee };
    case 'conversation.snoozed':
      return { ...row, status: 'snoozed' };
    case 'conversation.tagged':
      return { ...row, tags: tagsAfter(row.tags ?? [], event.data) };
    default:
      return row;
  }
}

function tagsAfter(
  tags: readonly string[],
  change: { added: readonly string[]; removed: readonly string[] },
): string[] {
  return [...new Set([...tags, ...change.added])].filter((tag) => !change.removed.includes(tag));
}
