// What only a visitor's state has: the list of their own conversations.

import type { EngineState } from '../state';
import type { Conversation, ConversationEvent } from '../wire';
import type { Action } from './action';
import { emptyView, withOwnUnread } from './conversation';
import { withView } from './pending';
import { changeView, reduce, withPosition } from './reduce';

export function reduceVisitor(state: EngineState, action: Action): EngineState {
  if (action.type === 'contact.snapshot') {
    const next = action.state.conversations.reduce(withRow, { ...state, contactLoaded: true });
    return withPosition(next, action.topic, action.position);
  }
  const next = reduce(state, action);
  return action.type === 'event' ? afterContactEvent(next, action.event) : next;
}

function afterContactEvent(state: EngineState, event: ConversationEvent): EngineState {
  if (event.type === 'contact.updated') return renamed(state, event.data);
  if (event.type !== 'conversation.started' || !event.data.conversation) return state;
  return withRow(state, event.data.conversation);
}

function renamed(state: EngineState, { contact, name }: { contact: string; name?: string }): EngineState {
  return name && state.me?.id === contact ? { ...state, me: { ...state.me, name } } : state;
}

function withRow(state: EngineState, row: Conversation): EngineState {
  const view = state.conversations.get(row.id);
  if (!view) return withView(state, emptyView(row));
  return changeView(state, row.id, (old) => (old.row.seq > row.seq ? old : { ...old, row: withOwnUnread(old, row) }));
}
