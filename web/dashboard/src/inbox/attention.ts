/** How many conversations want this agent: their own with something unread, and everyone in the queue. Pure. */

import type { ConversationRow } from '@parlor/core';
import { isMine } from './views';

export function countAttention(rows: Iterable<ConversationRow>, me: string): number {
  let wanted = 0;
  for (const row of rows) {
    if (row.status === 'queued' || (isMine(row, me) && row.unread > 0)) wanted += 1;
  }
  return wanted;
}
