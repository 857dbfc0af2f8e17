/** Which changes of the lists an agent should hear. Pure. */

import type { ConversationRow } from '@parlor/core';
import { isMine } from '../inbox/views';

export type AlertName = 'chat' | 'message';

export interface Listener {
  readonly me: string;
  /** The conversation that is being looked at, if the window is. */
  readonly watched: string | undefined;
}

type Rows = ReadonlyMap<string, ConversationRow>;

function isNewFromVisitor(row: ConversationRow, before: ConversationRow | undefined): boolean {
  const last = row.last_message;
  return last?.kind === 'visitor' && last.seq > (before?.last_message?.seq ?? 0);
}

/** A chat that comes into the queue, or else a message in a conversation of one's own that is not being looked at. */
export function alertFor(before: Rows, after: Rows, { me, watched }: Listener): AlertName | undefined {
  let heard: AlertName | undefined;
  for (const [id, row] of after) {
    const old = before.get(id);
    if (old === row || id === watched) continue;
    if (row.status === 'queued' && old?.status !== 'queued') return 'chat';
    if (isMine(row, me) && isNewFromVisitor(row, old)) heard = 'message';
  }
  return heard;
}
