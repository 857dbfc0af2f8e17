// Entry point for the dashboard.

import type { AgentClient, AgentCredentials, Client, ConnectOptions, TransferInput } from './client';
import { Engine } from './engine';
import { newId } from './ids';
import type { Platform } from './platform';
import { countsAreComplete, reduceAgent } from './reducer/agent';
import { asks, sharedClient } from './shared-client';
import type {
  Conversation,
  ConversationId,
  InboxView,
  PresenceSnapshot,
  QueueTopicState,
  SnapshotResult,
  WorkspaceSnapshot,
} from './wire';

const COUNTS_MS = 1000;
/** Conversations that stay in memory after they were closed. */
const CLOSED_MAX = 30;

export function connectAgent(options: ConnectOptions<AgentCredentials>, platform: Platform = {}): AgentClient {
  const closed = new Set<string>();
  const engine: Engine = new Engine(
    options,
    {
      reduce: reduceAgent,
      owner: '',
      subscribed: false,
      notified: (method, params) => takeNotice(engine, method, params),
      snapshot: (result) => takeSnapshot(engine, result),
      closed: (topic) => keepRecent(engine, closed, topic),
    },
    platform,
  );
  const client = { ...sharedClient(engine), ...agentPart(engine) };
  engine.start();
  return client;
}

function agentPart(engine: Engine): Omit<AgentClient, keyof Client> {
  const { operations } = engine;
  for (const name of ['accept', 'resolve', 'reopen']) {
    operations[name] = ([conversation]) => engine.command(`conversation.${name}`, { conversation });
  }
  operations.assign = ([conversation, assignee]) => engine.command('conversation.assign', { conversation, assignee });
  operations.transfer = ([conversation, to]) =>
    engine.command('conversation.transfer', { conversation, ...(to as TransferInput) });
  operations.answerOffer = ([conversation, accept]) => engine.ask('offer.answer', { conversation, accept });
  operations.snooze = ([conversation, until]) =>
    engine.command('conversation.snooze', { conversation, until: new Date(until as number).toISOString() });
  operations.tag = ([conversation, change]) =>
    engine.command('conversation.tag', { conversation, ...(change as object) });
  operations.note = ([conversation, text, mentions]) =>
    note(engine, conversation as string, { text, mentions } as Note);
  operations.setStatus = ([status]) => engine.ask('agent.status', { status });
  operations.loadMoreRows = ([view]) => loadMoreRows(engine, view as InboxView);
  const ask = asks(engine);
  return {
    note: ask('note'),
    accept: ask('accept'),
    assign: ask('assign'),
    transfer: ask('transfer'),
    answerOffer: ask('answerOffer'),
    snooze: ask('snooze'),
    resolve: ask('resolve'),
    reopen: ask('reopen'),
    tag: ask('tag'),
    setStatus: ask('setStatus'),
    loadMoreRows: ask('loadMoreRows'),
  };
}

interface Note {
  text: string;
  mentions?: readonly string[];
}

/** Shown at once; taken back when the server refuses it. */
async function note(engine: Engine, conversation: ConversationId, { text, mentions }: Note): Promise<void> {
  const clientId = newId(engine.clock.now());
  const { me } = engine.store.get();
  const actor = { kind: 'agent', id: me?.id ?? '', name: me?.name ?? '' } as const;
  engine.dispatch({ type: 'note.pending', conversation, clientId, text, at: engine.clock.now(), actor });
  try {
    await engine.command('note.post', { conversation, text, ...(mentions && { mentions }) }, clientId);
  } catch (error) {
    engine.dispatch({ type: 'message.discarded', conversation, clientId });
    throw error;
  }
}

async function loadMoreRows(engine: Engine, view: InboxView): Promise<void> {
  const { inbox } = engine.store.get();
  const cursor = inbox?.cursors[view];
  const params = { topic: 'workspace', view, ...(cursor && { cursor }) };
  const { state } = (await engine.ask('topic.snapshot', params)) as { state: WorkspaceSnapshot };
  engine.dispatch({ type: 'workspace.snapshot', view, more: true, state });
}

function takeNotice(engine: Engine, method: string, params: unknown): void {
  if (method === 'rows') takeRows(engine, (params as { rows: Conversation[] }).rows);
  if (method === 'queue') takeFloor(engine, (params as { state: QueueTopicState }).state);
}

function takeFloor(engine: Engine, state: QueueTopicState): void {
  engine.dispatch({ type: 'queue.state', state, now: engine.clock.now() });
}

function takeSnapshot(engine: Engine, { topic, state }: SnapshotResult): void {
  if (topic === 'queue') takeFloor(engine, state as QueueTopicState);
  if (topic === 'presence') engine.dispatch({ type: 'presence.snapshot', state: state as PresenceSnapshot });
  if (topic !== 'workspace') return;
  engine.dispatch({ type: 'workspace.snapshot', view: 'all', more: false, state: state as WorkspaceSnapshot });
}

/** Counts follow the rows that we hold; a row of which we did not know makes us ask. */
function takeRows(engine: Engine, rows: readonly Conversation[]): void {
  const { inbox } = engine.store.get();
  const isUnknown = rows.some(({ id }) => !inbox?.rows.has(id));
  engine.dispatch({ type: 'workspace.rows', rows });
  const next = engine.store.get().inbox;
  if (isUnknown && next && !countsAreComplete(next)) askForCounts(engine);
}

/** Of conversations closed long ago only the rows are kept. */
function keepRecent(engine: Engine, closed: Set<string>, topic: string): void {
  closed.delete(topic);
  closed.add(topic);
  const [oldest] = closed;
  if (closed.size <= CLOSED_MAX || !oldest) return;
  closed.delete(oldest);
  if (!engine.topics.isWanted(oldest)) engine.dispatch({ type: 'items.dropped', topic: oldest });
}

const asking = new WeakSet<Engine>();

function askForCounts(engine: Engine): void {
  if (asking.has(engine)) return;
  asking.add(engine);
  engine.clock.setTimeout(() => {
    asking.delete(engine);
    engine.call('topic.snapshot', { topic: 'workspace', view: 'all', limit: 1 }).then(
      (result) => {
        const { counts } = (result as { state: WorkspaceSnapshot }).state;
        engine.dispatch({ type: 'workspace.counts', counts });
      },
      () => undefined,
    );
  }, COUNTS_MS);
}
