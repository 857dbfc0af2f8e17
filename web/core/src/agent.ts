// Entry point for the dashboard.

import type { AgentClient, AgentCredentials, Client, ConnectOptions } from './client';
import { Engine, type Operation } from './engine';
import { newId } from './ids';
import type { Platform } from './platform';
import { countsAreComplete, reduceAgent } from './reducer/agent';
import { sharedClient } from './shared-client';
import type {
  Conversation,
  ConversationId,
  InboxView,
  PresenceSnapshot,
  QueueTopicState,
  SnapshotResult,
  VisitorsTopicState,
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

type AgentPart = Omit<AgentClient, keyof Client>;

/** Each call of the client is an operation of the same name, so that another tab's can ask for it too. */
function agentPart(engine: Engine): AgentPart {
  const operations = agentOperations(engine);
  Object.assign(engine.operations, operations);
  const calls = Object.keys(operations).map((name) => [
    name,
    (...args: readonly unknown[]) => engine.perform(name, ...args),
  ]);
  return Object.fromEntries(calls) as AgentPart;
}

function agentOperations(engine: Engine): Record<keyof AgentPart, Operation> {
  const change =
    (name: string): Operation =>
    ([conversation, said]) =>
      engine.command(`conversation.${name}`, { conversation, ...(said as object | undefined) });
  return {
    accept: change('accept'),
    resolve: change('resolve'),
    reopen: change('reopen'),
    assign: ([conversation, assignee]) => engine.command('conversation.assign', { conversation, assignee }),
    transfer: change('transfer'),
    tag: change('tag'),
    answerOffer: ([conversation, accept]) => engine.ask('offer.answer', { conversation, accept }),
    snooze: ([conversation, until]) =>
      engine.command('conversation.snooze', { conversation, until: new Date(until as number).toISOString() }),
    note: ([conversation, text, mentions]) => note(engine, conversation as string, { text, mentions } as Note),
    setStatus: ([status]) => engine.ask('agent.status', { status }),
    active: async () => engine.notify('agent.active', {}),
    loadMoreRows: ([view]) => loadMoreRows(engine, view as InboxView),
    visitorsAfter: ([cursor]) => pageOf(engine, { topic: 'visitors', cursor }),
    inviteVisitor: ([visit, text]) => engine.call('visitor.invite', { visit, text }),
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

async function pageOf(engine: Engine, params: object): Promise<unknown> {
  return ((await engine.ask('topic.snapshot', params)) as SnapshotResult).state;
}

async function loadMoreRows(engine: Engine, view: InboxView): Promise<void> {
  const { inbox } = engine.store.get();
  const cursor = inbox?.cursors[view];
  const state = await pageOf(engine, { topic: 'workspace', view, ...(cursor && { cursor }) });
  engine.dispatch({ type: 'workspace.snapshot', view, more: true, state: state as WorkspaceSnapshot });
}

function takeNotice(engine: Engine, method: string, params: unknown): void {
  if (method === 'rows') takeRows(engine, (params as { rows: Conversation[] }).rows);
  if (method === 'queue' || method === 'visitors') takeSnapshot(engine, params as SnapshotResult);
}

/** Also what a topic tells anew as a whole. */
function takeSnapshot(engine: Engine, { topic, state }: Pick<SnapshotResult, 'topic' | 'state'>): void {
  if (topic === 'queue') {
    engine.dispatch({ type: 'queue.state', state: state as QueueTopicState, now: engine.clock.now() });
  }
  // What was on its way when the page was left is not kept: nobody would bring it up to date.
  if (topic === 'visitors' && engine.topics.isWanted(topic)) {
    engine.dispatch({ type: 'visitors.state', state: state as VisitorsTopicState });
  }
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

/** Of conversations closed long ago only the rows are kept, of who was on the site nothing. */
function keepRecent(engine: Engine, closed: Set<string>, topic: string): void {
  if (topic === 'visitors') return engine.dispatch({ type: 'visitors.state' });
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
