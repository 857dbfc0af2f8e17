// Tells the page, by events, what happened in the visitor's conversations. Works on what changed between two states, and says
// whether somebody wrote to the visitor.
import type { ClientState } from '@parlor/core';
import type { EventName } from '../bridge';

export function announce(
  before: ClientState | undefined,
  after: ClientState,
  emit: (event: EventName, detail: unknown) => void,
): boolean {
  // The first list is history, not news.
  if (!before?.contactLoaded) return false;
  let written = false;
  for (const [id, { row, provisional }] of after.conversations) {
    if (provisional) continue;
    const old = before.conversations.get(id)?.row;
    const { last_message: last } = row;
    if (last && last.seq > (old?.last_message?.seq ?? 0)) {
      written ||= last.kind !== 'visitor';
      emit('message', { conversation: id, from: last.kind, text: last.preview });
    }
    if (old && old.status !== 'resolved' && row.status === 'resolved') emit('conversation:end', { conversation: id });
  }
  return written;
}
