// The items of one conversation: facts by seq, then what is pending in the order of sending.

import type { Item, MessageItem } from '../state';
import type { Body, ConversationEvent, MessageContent } from '../wire';

/** Items of events that only agents see: their reducer adds them, so that visitors need not carry them. */
export const agentItems: { of?: (event: ConversationEvent) => Item | undefined } = {};

export function itemsAfter(items: readonly Item[], event: ConversationEvent): readonly Item[] {
  if (event.type === 'message.edited' || event.type === 'message.deleted') return withContent(items, event.data);
  return placed(items, itemOf(event), event.actor.id);
}

/** Pending and failed items, and stored ones that `seq` does not cover yet. */
export function unconfirmed(items: readonly Item[], seq: number): Item[] {
  return items.filter(
    (item) => item.kind !== 'system' && (item.seq === undefined || (item.seq > seq && !isFact(item))),
  );
}

export function changed(items: readonly Item[], key: string, change: (item: Item) => Item): readonly Item[] {
  const at = items.findIndex((item) => item.key === key);
  return at < 0 ? items : items.with(at, change(items[at] as Item));
}

export function isFact(item: Item): boolean {
  return item.kind === 'system' || item.version > 0;
}

/** Where a fact with this seq stands; it takes the place of its own pending item, with the key unchanged. */
export function placed(items: readonly Item[], item: Item, actorId: string): readonly Item[] {
  const others = items.filter((other) => !isSame(other, item, actorId));
  const taken = others.some((other) => other.key === item.key);
  const kept = taken ? { ...item, key: ownId(item) } : item;
  const seq = item.seq as number;
  const before = others.findLastIndex((other) => other.seq !== undefined && other.seq <= seq) + 1;
  others.splice(before, 0, kept);
  return others;
}

function isSame(other: Item, item: Item, actorId: string): boolean {
  if (other.kind !== item.kind) return false;
  if (ownId(other) === ownId(item)) return true;
  return other.key === item.key && !isFact(other) && ['', actorId].includes(other.actor.id);
}

function ownId(item: Item): string {
  if (item.kind === 'message') return item.message ?? item.key;
  return item.kind === 'note' ? (item.note ?? item.key) : item.key;
}

/** The words of a body, as far as it has any; undefined when it is gone. */
export function textOf(body: Body | undefined): string | undefined {
  return body && 'text' in body ? (body.text ?? '') : body && '';
}

function withContent(items: readonly Item[], content: MessageContent): readonly Item[] {
  const at = items.findIndex((item) => item.kind === 'message' && item.message === content.message);
  const item = items[at] as MessageItem | undefined;
  if (!item || item.version > content.version) return items;
  const { text: _dropped, ...rest } = item;
  return items.with(at, { ...rest, ...contentOf(content) });
}

function contentOf({ body, version }: MessageContent): Pick<MessageItem, 'text' | 'version' | 'deleted' | 'edited'> {
  const state = { version, deleted: !body, edited: version > 1 && !!body };
  return body ? { ...state, text: textOf(body) as string } : state;
}

function itemOf(event: ConversationEvent): Item {
  const { seq, actor } = event;
  const base = { seq, actor, at: Date.parse(event.at) };
  if (event.type === 'message.posted') {
    const { message } = event.data;
    const content = contentOf(event.data);
    return { kind: 'message', key: event.client_id ?? message, message, ...base, ...content, state: 'sent' };
  }
  const seen = agentItems.of?.(event);
  if (seen) return seen;
  return { kind: 'system', key: `e${seq}`, ...base, type: event.type, data: event.data as Record<string, unknown> };
}
