// What stands under what in the message list: days, lines and groups of bubbles. Pure.
import type { Item, MessageItem, Read, SystemItem } from '@parlor/core';

const kGroupMs = 3 * 60_000;

export type Row =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'line'; key: string; item: SystemItem; name: string }
  | { kind: 'message'; key: string; item: MessageItem; own: boolean; first: boolean; last: boolean };

type MessageRow = Extract<Row, { kind: 'message' }>;

/** Events that a visitor reads as a line between the bubbles; the others show by what they change. */
const kLines = new Set(['participant.joined', 'participant.left', 'conversation.resolved', 'conversation.reopened']);

interface Told {
  participant?: { kind: string; name: string };
  team?: { name: string };
  agent?: { name: string };
  reason?: string;
}

function isLine({ type, data }: SystemItem): boolean {
  const { participant, team, agent, reason = '' } = data as Told;
  if (type === 'conversation.transferred') return !!(team ?? agent);
  if (type === 'conversation.queued') return /^agent_(gone|silent)$/.test(reason);
  return kLines.has(type) && participant?.kind !== 'visitor';
}

/** Whom a line is about; `helper` is who was to help until then, as far as the list tells. */
function nameIn({ data }: SystemItem, helper: string): string {
  const { participant, team, agent } = data as Told;
  return (participant ?? team ?? agent)?.name ?? helper;
}

const dayOf = (at: number): string => new Date(at).toDateString();

function continues(previous: Row | undefined, item: MessageItem): previous is MessageRow {
  return (
    previous?.kind === 'message' &&
    previous.item.actor.kind === item.actor.kind &&
    previous.item.actor.id === item.actor.id &&
    item.at - previous.item.at < kGroupMs
  );
}

export function rowsOf(items: readonly Item[], now: number): Row[] {
  const rows: Row[] = [];
  // Today needs no headline as long as nothing older stands above it.
  let day = dayOf(now);
  let helper = '';
  for (const item of items) {
    if (item.kind === 'note' || (item.kind === 'system' && !isLine(item))) continue;
    if (dayOf(item.at) !== day) {
      day = dayOf(item.at);
      rows.push({ kind: 'day', key: `day ${day}`, at: item.at });
    }
    if (item.actor.kind === 'agent') helper = item.actor.name;
    if (item.kind === 'system') {
      helper = nameIn(item, helper);
      rows.push({ kind: 'line', key: item.key, item, name: helper });
      continue;
    }
    const previous = rows.at(-1);
    const first = !continues(previous, item);
    if (continues(previous, item)) previous.last = false;
    rows.push({ kind: 'message', key: item.key, item, own: item.actor.kind === 'visitor', first, last: true });
  }
  return rows;
}

const kChangeableMs = 15 * 60_000;

/** Whether a visitor may still change a message, or take it back. */
export const mayChange = ({ actor, at, deleted, message, state }: MessageItem, now: number): boolean =>
  actor.kind === 'visitor' && state === 'sent' && !!message && !deleted && now - at < kChangeableMs;

export type Receipt = 'sending' | 'sent' | 'read';

/** The receipt and the message it stands under: the visitor's last one. */
export function receiptOf(
  items: readonly Item[],
  reads: readonly Read[],
): { key: string; receipt: Receipt } | undefined {
  const last = items.findLast((item) => item.kind === 'message' && item.actor.kind === 'visitor');
  if (last?.kind !== 'message' || last.deleted || last.state === 'failed') return undefined;
  const { key, seq } = last;
  if (last.state !== 'sent' || seq === undefined) return { key, receipt: 'sending' };
  const seen = reads.some((read) => read.participant.kind === 'agent' && read.seq >= seq);
  return { key, receipt: seen ? 'read' : 'sent' };
}

/** The newest position that showing `items` to the visitor proves to be read. */
export function readableSeq(items: readonly Item[]): number {
  return items.reduce((newest, item) => Math.max(newest, item.seq ?? 0), 0);
}
