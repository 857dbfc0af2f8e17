// reduce(state, action) -> state, pure, for what visitors and agents have in common. What did not change keeps its
// identity, so that screens can compare by ===.

import type { ConversationView, EngineState } from '../state';
import type { ConversationId, Position } from '../wire';
import type { Action } from './action';
import { viewAfter, viewAfterSignal, viewFromSnapshot, withHistory } from './conversation';
import { reducePending, withView } from './pending';
import { withoutPlace, withPlace } from './places';
import { withReads } from './reads';
import { withoutExpired } from './typing';

export const initialState: EngineState = {
  connection: { state: 'connecting' },
  conversations: new Map(),
  moved: new Map(),
  places: new Map(),
  contactLoaded: false,
  offers: [],
  agents: new Map(),
  outboxDurable: true,
  positions: new Map(),
};

export function reduce(state: EngineState, action: Action): EngineState {
  switch (action.type) {
    case 'replaced':
      return action.state;
    case 'connection':
      return { ...state, connection: action.connection };
    case 'principal':
      return { ...state, me: action.me };
    case 'storage':
      return state.outboxDurable === action.durable ? state : { ...state, outboxDurable: action.durable };
    case 'event':
      return reduceEvent(state, action);
    case 'conversation.snapshot':
      return withPosition(reduceSnapshot(state, action), action.topic, action.position);
    case 'reads':
      return changeView(state, action.conversation, (view) => withReads(view, action.reads, state.me));
    case 'signal':
      return reduceSignal(state, action);
    case 'typing.expired':
      return changeAll(state, (view) => withoutExpired(view, action.now));
    case 'history':
      return changeView(state, action.conversation, (view) => withHistory(view, action.events, action.hasMore));
    case 'topic.forgotten':
      return forgotten(state, action.topic);
    case 'note.pending':
      return state;
    default:
      return 'clientId' in action || 'conversation' in action || 'from' in action
        ? reducePending(state, action)
        : state;
  }
}

export function withPosition(state: EngineState, topic: string, position: Position | undefined): EngineState {
  return position ? { ...state, positions: new Map(state.positions).set(topic, position) } : state;
}

export function conversationOf(topic: string): ConversationId {
  return topic.startsWith('conversation:') ? topic.slice('conversation:'.length) : '';
}

export function changeView(
  state: EngineState,
  id: ConversationId,
  change: (view: ConversationView) => ConversationView,
): EngineState {
  const view = state.conversations.get(id);
  const next = view && change(view);
  return !next || next === view ? state : withView(state, next);
}

export function changeAll(state: EngineState, change: (view: ConversationView) => ConversationView): EngineState {
  let next = state;
  for (const id of state.conversations.keys()) next = changeView(next, id, change);
  return next;
}

function reduceSignal(state: EngineState, { signal, now }: Extract<Action, { type: 'signal' }>): EngineState {
  const id = conversationOf(signal.topic);
  if (signal.type === 'queue.position') return withPlace(state, id, signal.data);
  return changeView(state, id, (view) => viewAfterSignal(view, signal, now, state.me));
}

function reduceEvent(state: EngineState, action: Extract<Action, { type: 'event' }>): EngineState {
  const { topic, position, event } = action;
  const next = changeView(state, conversationOf(topic), (view) => viewAfter(view, event, state.me));
  return withPosition(next, topic, position);
}

function reduceSnapshot(state: EngineState, action: Extract<Action, { type: 'conversation.snapshot' }>): EngineState {
  const { state: snapshot, position } = action;
  const old = state.conversations.get(snapshot.conversation.id);
  const view = viewFromSnapshot(old, snapshot, position.seq);
  const marks = old?.reads.filter(({ seq }) => seq <= position.seq) ?? [];
  return withView(state, withReads(view, marks, state.me));
}

function forgotten(state: EngineState, topic: string): EngineState {
  const conversations = new Map(state.conversations);
  const positions = new Map(state.positions);
  conversations.delete(conversationOf(topic));
  positions.delete(topic);
  return { ...withoutPlace(state, conversationOf(topic)), conversations, positions };
}
