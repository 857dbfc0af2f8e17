// What only an agent's state has: the inbox's rows with their counts, the floor, who of the team is there, and who is on
// the site.

import { compareRows, matchesView } from '../selectors';
import type { ConversationRow, EngineState, InboxState } from '../state';
import type { AgentStatus, Conversation, ConversationId, InboxView, Offer, VisitorsTopicState } from '../wire';
import type { Action } from './action';
import { noteOf, rowAfterAgents, withPendingNote } from './agent-events';
import { emptyView, rowWithPresence, withOwnUnread } from './conversation';
import { agentItems } from './items';
import { changeView, conversationOf, reduce } from './reduce';
import { agentRows } from './row';

agentItems.of = noteOf;
agentRows.after = rowAfterAgents;

const VIEWS: readonly InboxView[] = ['mine', 'queue', 'all'];
const EMPTY: InboxState = { rows: new Map(), counts: { mine: 0, queue: 0, all: 0 }, loaded: false, cursors: {} };

export function reduceAgent(state: EngineState, action: Action): EngineState {
  switch (action.type) {
    case 'workspace.snapshot':
      return withSnapshot(state, action);
    case 'workspace.rows':
      return action.rows.reduce(withServerRow, state);
    case 'workspace.counts':
      return state.inbox ? { ...state, inbox: { ...state.inbox, counts: action.counts } } : state;
    case 'presence.snapshot':
      return { ...state, agents: new Map(action.state.agents.map((agent) => [agent.id, agent])) };
    case 'queue.state':
      return withFloor(state, action);
    case 'visitors.state':
      return withVisitors(state, action);
    case 'signal':
      return afterSignal(reduce(state, action), action);
    case 'topic.forgotten':
      if (action.topic === 'queue') return withoutFloor(state);
      return withoutRow(reduce(state, action), conversationOf(action.topic));
    case 'note.pending':
      return changeView(state, action.conversation, (view) => withPendingNote(view, action));
    case 'items.dropped':
      return dropped(state, action.topic);
    case 'event':
    case 'reads':
    case 'conversation.snapshot':
      return mirrored(reduce(state, action), state, idOf(action));
    default:
      return reduce(state, action);
  }
}

/** Is the row one that the counts of open work may not know yet? Then they must be asked for. */
export function countsAreComplete(inbox: InboxState): boolean {
  if (inbox.cursors.all === undefined) return true;
  const last = [...inbox.rows.values()].sort(compareRows).at(-1);
  return last?.status === 'resolved';
}

function idOf(action: Extract<Action, { type: 'event' | 'reads' | 'conversation.snapshot' }>): ConversationId {
  return action.type === 'reads' ? action.conversation : conversationOf(action.topic);
}

function withSnapshot(state: EngineState, action: Extract<Action, { type: 'workspace.snapshot' }>): EngineState {
  const old = state.inbox ?? EMPTY;
  const { counts, cursor } = action.state;
  const fresh = !action.more && action.view === 'all';
  const { [action.view]: _passed, ...others } = fresh ? {} : old.cursors;
  const cursors = cursor ? { ...others, [action.view]: cursor } : others;
  const inbox = { rows: fresh ? new Map() : old.rows, counts, cursors, loaded: true };
  const rows = action.state.rows.map((row) => newer(old.rows.get(row.id), row));
  const next = rows.reduce(withServerRow, { ...state, inbox });
  return { ...next, inbox: { ...(next.inbox as InboxState), counts } };
}

/** A notification may have overtaken the snapshot. */
function newer(known: ConversationRow | undefined, row: Conversation): Conversation {
  return known && known.seq > row.seq ? known : row;
}

/** A row from the server counts unless an event has already led us further. */
function withServerRow(state: EngineState, row: Conversation): EngineState {
  const view = state.conversations.get(row.id);
  if (view && view.row.seq > row.seq) return state.inbox?.rows.has(row.id) ? state : withRow(state, view.row);
  const next = view ? withOwnUnread(view, row) : row;
  return withRow(
    changeView(state, row.id, (old) => ({ ...old, row: next })),
    next,
  );
}

function withRow(state: EngineState, row: ConversationRow): EngineState {
  const inbox = state.inbox ?? EMPTY;
  const old = inbox.rows.get(row.id);
  if (old === row) return state;
  const counts = countsAfter(inbox.counts, old, row, state.me?.id ?? '');
  return { ...state, inbox: { ...inbox, rows: new Map(inbox.rows).set(row.id, row), counts } };
}

function withoutRow(state: EngineState, id: ConversationId): EngineState {
  const old = state.inbox?.rows.get(id);
  if (!state.inbox || !old) return state;
  const rows = new Map(state.inbox.rows);
  rows.delete(id);
  const counts = countsAfter(state.inbox.counts, old, undefined, state.me?.id ?? '');
  return { ...state, inbox: { ...state.inbox, rows, counts } };
}

function countsAfter(
  counts: InboxState['counts'],
  old: ConversationRow | undefined,
  row: ConversationRow | undefined,
  me: string,
): InboxState['counts'] {
  const next = { ...counts };
  for (const view of VIEWS) next[view] = Math.max(0, next[view] + counted(row, view, me) - counted(old, view, me));
  return VIEWS.every((view) => next[view] === counts[view]) ? counts : next;
}

function counted(row: ConversationRow | undefined, view: InboxView, me: string): number {
  return row && row.status !== 'resolved' && matchesView(row, view, me) ? 1 : 0;
}

/** The list shows the same row as the open conversation. */
function mirrored(state: EngineState, before: EngineState, id: ConversationId): EngineState {
  const row = state.conversations.get(id)?.row;
  if (!row || row === before.conversations.get(id)?.row || !state.inbox) return state;
  return withRow(state, row);
}

function afterSignal(state: EngineState, { signal, now }: Extract<Action, { type: 'signal' }>): EngineState {
  if (signal.type === 'offer') return withOffer(state, signal.data, now);
  if (signal.type !== 'presence') return state;
  if (signal.topic === 'presence') return withAgentStatus(state, signal.data.participant, signal.data.state);
  let next = state;
  for (const row of state.inbox?.rows.values() ?? []) {
    const changed = rowWithPresence(row, signal.data);
    if (changed !== row)
      next = withRow(
        changeView(next, row.id, (view) => ({ ...view, row: changed })),
        changed,
      );
  }
  return next;
}

function withFloor(state: EngineState, action: Extract<Action, { type: 'queue.state' }>): EngineState {
  const ringing = action.state.offers.filter((offer) => offer.state === 'ringing');
  return { ...state, queue: action.state, offers: ringing.map((offer) => ({ offer, heardAt: action.now })) };
}

function withoutFloor({ queue: _floor, ...rest }: EngineState): EngineState {
  return { ...rest, offers: [] };
}

function withVisitors(
  { visitors: _gone, ...rest }: EngineState,
  { state }: { state?: VisitorsTopicState },
): EngineState {
  return state ? { ...rest, visitors: state } : rest;
}

/** A conversation rings at one agent at a time. */
function withOffer(state: EngineState, offer: Offer, now: number): EngineState {
  const others = state.offers.filter((other) => other.offer.conversation !== offer.conversation);
  return { ...state, offers: offer.state === 'ringing' ? [...others, { offer, heardAt: now }] : others };
}

function withAgentStatus(state: EngineState, { id, name }: { id: string; name: string }, status: AgentStatus) {
  const old = state.agents.get(id);
  if (old?.status === status) return state;
  return { ...state, agents: new Map(state.agents).set(id, { ...old, id, name, status }) };
}

/** Keeps the row and what is unsent; the items come again with the next snapshot. */
function dropped(state: EngineState, topic: string): EngineState {
  const positions = new Map(state.positions);
  positions.delete(topic);
  const next = changeView(state, conversationOf(topic), (view) => ({
    ...emptyView(view.row),
    items: view.items.filter((item) => item.kind === 'message' && item.state !== 'sent'),
  }));
  return { ...next, positions };
}
