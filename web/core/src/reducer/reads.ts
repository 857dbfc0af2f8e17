// Read marks: one growing seq for each participant; my own mark also decides what is unread.

import type { ConversationRow, ConversationView } from '../state';
import type { Principal, Read } from '../wire';
import { isOtherSide } from './row';

export function withReads(view: ConversationView, reads: readonly Read[], me: Principal | undefined): ConversationView {
  let merged = view.reads;
  for (const read of reads) merged = grown(merged, read);
  if (merged === view.reads) return view;
  const mine = ownRead(merged, me);
  const row = mine > ownRead(view.reads, me) ? { ...view.row, unread: unreadAfter(view, mine, me) } : view.row;
  return { ...view, reads: merged, row };
}

export function ownRead(reads: readonly Read[], me: Principal | undefined): number {
  return reads.find(({ participant }) => participant.id === me?.id)?.seq ?? 0;
}

function grown(reads: readonly Read[], read: Read): readonly Read[] {
  const at = reads.findIndex((other) => other.participant.id === read.participant.id);
  if (at < 0) return [...reads, read];
  return (reads[at] as Read).seq < read.seq ? reads.with(at, read) : reads;
}

function unreadAfter(view: ConversationView, seq: number, me: Principal | undefined): ConversationRow['unread'] {
  if (seq >= view.row.seq) return 0;
  const unread = view.items.filter(
    (item) => item.kind === 'message' && (item.seq ?? 0) > seq && isOtherSide(item.actor.kind, me),
  );
  return view.loaded && seq >= view.firstSeq ? unread.length : Math.min(view.row.unread, unread.length);
}
