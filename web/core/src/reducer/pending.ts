// Messages between the keystroke and the server's answer.

import type { ConversationView, DeliveryState, EngineState, Item, MessageItem } from '../state';
import type { ConversationId } from '../wire';
import type { PendingAction } from './action';
import { blankRow, emptyView } from './conversation';
import { changed, isFact, placed } from './items';
import { withoutPlace } from './places';

export function reducePending(state: EngineState, action: PendingAction): EngineState {
  if (action.type === 'conversation.moved') return moved(state, action);
  if (action.type === 'conversation.begun') {
    if (state.conversations.has(action.conversation)) return state;
    return withView(state, emptyView(blankRow(action.conversation, action.at), true));
  }
  const view = state.conversations.get(action.conversation) ?? unknownView(action);
  if (!view) return state;
  const items = itemsAfterPending(view.items, action);
  return items === view.items ? state : withView(state, { ...view, items });
}

/** Who waits no more has no place in line; one that was told ahead of the event that queues stays. */
export function withView(state: EngineState, view: ConversationView): EngineState {
  const waited = state.conversations.get(view.id)?.row.status === 'queued';
  const next = waited && view.row.status !== 'queued' ? withoutPlace(state, view.id) : state;
  return { ...next, conversations: new Map(state.conversations).set(view.id, view) };
}

function unknownView(action: PendingAction): ConversationView | undefined {
  if (action.type !== 'message.pending') return undefined;
  return emptyView(blankRow(action.conversation, action.at));
}

function itemsAfterPending(
  items: readonly Item[],
  action: Exclude<PendingAction, { type: 'conversation.begun' | 'conversation.moved' }>,
): readonly Item[] {
  const { clientId } = action;
  switch (action.type) {
    case 'message.pending':
      return items.some(({ key }) => key === clientId) ? items : [...items, pendingMessage(action)];
    case 'message.sending':
      return unfinished(items, clientId, (item) => withDelivery(item, action.sending ? 'sending' : 'pending'));
    case 'message.failed':
      return unfinished(items, clientId, (item) => ({ ...withDelivery(item, 'failed'), error: action.error }));
    case 'message.stored':
      return stored(items, action);
    case 'message.discarded':
      return items.some((item) => item.key === clientId && !isFact(item))
        ? items.filter((item) => item.key !== clientId || isFact(item))
        : items;
  }
}

function pendingMessage({ clientId, text, at, actor }: Extract<PendingAction, { type: 'message.pending' }>): Item {
  const base = { key: clientId, at, actor, text, version: 0, deleted: false, edited: false };
  return { kind: 'message', ...base, state: 'pending' };
}

function unfinished(items: readonly Item[], key: string, change: (item: MessageItem) => Item): readonly Item[] {
  return changed(items, key, (item) => (item.kind === 'message' && item.state !== 'sent' ? change(item) : item));
}

function withDelivery(item: MessageItem, state: DeliveryState): MessageItem {
  const { error: _over, ...rest } = item;
  return { ...rest, state };
}

function stored(items: readonly Item[], action: Extract<PendingAction, { type: 'message.stored' }>): readonly Item[] {
  const item = items.find(({ key }) => key === action.clientId);
  if (item?.kind !== 'message' || isFact(item)) return items;
  const { message, seq, at } = action;
  return placed(items, { ...withDelivery(item, 'sent'), message, seq, at }, item.actor.id);
}

function moved(state: EngineState, action: Extract<PendingAction, { type: 'conversation.moved' }>): EngineState {
  const { from, to, clientIds, at } = action;
  const source = state.conversations.get(from);
  const target = state.conversations.get(to) ?? emptyView(blankRow(to, at));
  const isMoving = (item: Item) => clientIds.includes(item.key) && !isFact(item);
  const moving = (source?.items ?? []).filter((item) => isMoving(item) && !hasKey(target, item.key));
  const conversations = new Map(state.conversations);
  if (source?.provisional) conversations.delete(from);
  else if (source) conversations.set(from, { ...source, items: source.items.filter((item) => !isMoving(item)) });
  conversations.set(to, { ...target, items: [...target.items, ...moving] });
  return { ...state, conversations, moved: withMove(state.moved, from, to) };
}

function hasKey(view: ConversationView, key: string): boolean {
  return view.items.some((item) => item.key === key);
}

/** A conversation that takes messages again is no longer moved: no chain ever leads back. */
function withMove(
  moves: ReadonlyMap<ConversationId, ConversationId>,
  from: ConversationId,
  to: ConversationId,
): ReadonlyMap<ConversationId, ConversationId> {
  const next = new Map(moves).set(from, to);
  next.delete(to);
  return next;
}
