import type { Item, MessageItem, Read } from '@parlor/core';
import { Check, CheckCheck } from 'lucide-react';
import { text } from '../catalogue';
import { clockTime } from '../format';
import { Icon } from '../ui/icon';

/** The last message of our side that arrived: only it carries a receipt. */
export function receiptBearer(items: readonly Item[]): MessageItem | undefined {
  for (let at = items.length - 1; at >= 0; at -= 1) {
    const item = items[at];
    if (item?.kind !== 'message' || item.state !== 'sent') continue;
    return item.actor.kind === 'visitor' ? undefined : item;
  }
  return undefined;
}

/** When the visitor read up to a message; undefined while they have not. */
export function readAt(item: MessageItem, reads: readonly Read[]): string | undefined {
  const seq = item.seq ?? Number.POSITIVE_INFINITY;
  return reads.find((read) => read.participant.kind === 'visitor' && read.seq >= seq)?.at;
}

export function Receipt({ item, reads }: { readonly item: MessageItem; readonly reads: readonly Read[] }) {
  const at = readAt(item, reads);
  return (
    <p className="delivery">
      <Icon of={at === undefined ? Check : CheckCheck} size={14} className="delivery-mark" />
      {at === undefined ? text.conversation.sent : text.conversation.read(clockTime(at))}
    </p>
  );
}
