// The engine behind one client: holds connection, topics, outbox and tabs together. Visitors and agents add their own
// parts (visitor.ts, agent.ts). Lives on the page's only thread; never touches the DOM.

import { Calls } from './calls';
import type { Clock, ConnectOptions, OutboxStorage } from './client';
import { Connection, type ConnectionEvents } from './connection';
import { notConnected, ParlorError } from './errors';
import { newId } from './ids';
import type { OutboxEntry } from './outbox/entry';
import { Outbox, type OutboxPort } from './outbox/outbox';
import { browserDatabase, indexedDbStorage, storageWithFallback } from './outbox/storage';
import { browserClock, browserNetwork, channelOf, locksOf, type Platform } from './platform';
import type { Action } from './reducer/action';
import { conversationOf, initialState } from './reducer/reduce';
import type { EngineState, TransportName } from './state';
import { Store } from './store';
import { Topics, type TopicsPort } from './sync/topics';
import { TypingExpiry } from './sync/typing-expiry';
import type { Locks } from './tabs/locks';
import { type Channel, Tabs, type TabsPort } from './tabs/tabs';
import { deferredTransport } from './transport/deferred';
import { browserPreferences } from './transport/preference';
import type { Message, Transport } from './transport/transport';
import { webSocketTransport } from './transport/websocket';
import type { ConversationId, HelloResult, Page, Signal, SnapshotResult, TopicEvent } from './wire';

/** What the two kinds of client fill in. */
export interface Kind {
  reduce(state: EngineState, action: Action): EngineState;
  /** Whose the unsent messages are, before the server said who we are. */
  owner: string;
  token?: string;
  /** Does the server subscribe our sessions by itself? */
  subscribed: boolean;
  live?(hello: HelloResult): void;
  notified?(method: string, params: unknown): void;
  snapshot?(result: SnapshotResult): void;
  /** A topic is no longer kept up to date. */
  closed?(topic: string): void;
}

export type Operation = (args: readonly unknown[], tab: string) => Promise<unknown>;

interface Waiting<T> {
  resolve(value: T): void;
  reject(error: unknown): void;
}

export class Engine implements ConnectionEvents, TopicsPort, OutboxPort, TabsPort {
  readonly store: Store<EngineState, Action>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly storage: OutboxStorage<OutboxEntry>;
  readonly locks: Locks | undefined;
  readonly channel: Channel | undefined;
  /** Of this person on this device: names what their tabs share. */
  readonly name: string;
  readonly tab = newId();
  readonly subscribed: boolean;
  readonly topics = new Topics(this);
  /** What can be asked from another tab too, by name. */
  readonly operations: Record<string, Operation> = {};
  /** Runs after each hello, before anything is asked. */
  readonly onLive: (() => void)[] = [];
  page: Page | undefined;
  readonly #options: ConnectOptions;
  readonly #kind: Kind;
  readonly #calls = new Calls((message) => this.#connection.send(message));
  readonly #connection: Connection;
  readonly #outbox = new Outbox(this);
  readonly #tabs = new Tabs(this);
  readonly #typing: TypingExpiry;
  readonly #opened = new Map<string, number>();
  readonly #starts = new Map<string, Waiting<ConversationId>>();
  #untilLive: Waiting<void>[] = [];
  #paused = false;
  #isAlone = false;

  constructor(options: ConnectOptions, kind: Kind, platform: Platform) {
    this.#options = options;
    this.#kind = kind;
    this.page = options.page;
    this.clock = options.clock ?? browserClock;
    this.random = options.random ?? Math.random;
    this.name = `parlor ${options.server} ${kind.owner}`;
    this.locks = locksOf(platform);
    this.channel = channelOf(platform, this.name);
    this.subscribed = kind.subscribed;
    this.store = new Store(initialState, kind.reduce);
    this.storage = this.#makeStorage();
    this.#typing = new TypingExpiry(this);
    this.#connection = this.#makeConnection(platform);
    this.#addOperations();
  }

  state(): EngineState {
    return this.store.get();
  }

  start(): void {
    this.#outbox.restore();
    this.#tabs.start();
    this.#connection.start();
  }

  dispatch(action: Action): void {
    this.store.dispatch(action);
    this.#tabs.broadcast(action);
    if (action.type === 'signal') this.#typing.plan();
  }

  /** Asks once; rejects with `connection_lost` when the connection goes. */
  call(method: string, params: unknown): Promise<unknown> {
    if (this.#isLive()) return this.#calls.call(method, params);
    return Promise.reject(notConnected());
  }

  /** Asks until there is an answer: waits for a connection, and asks again after a lost one. */
  async ask(method: string, params: unknown): Promise<unknown> {
    for (;;) {
      await this.#untilIsLive();
      try {
        return await this.call(method, params);
      } catch (error) {
        if (!(error instanceof ParlorError) || error.reason !== 'connection_lost') throw error;
      }
    }
  }

  /** A change: the client id makes asking twice harmless. */
  async command(method: string, params: object, clientId = newId(this.clock.now())): Promise<void> {
    await this.ask(method, { ...params, client_id: clientId });
  }

  notify(method: string, params: unknown): void {
    if (this.#isLive()) this.#connection.send({ jsonrpc: '2.0', method, params });
  }

  /** Runs an operation here, or in the tab that we follow. */
  perform(name: string, ...args: readonly unknown[]): Promise<unknown> {
    if (this.#tabs.isFollowing) return this.#tabs.call(name, args);
    return this.run(name, args, this.tab);
  }

  newEntry(fields: Pick<OutboxEntry, 'clientId' | 'kind' | 'conversation'> & Partial<OutboxEntry>): OutboxEntry {
    return { ...fields, at: this.clock.now(), owner: this.state().me?.id ?? this.#kind.owner };
  }

  /** Shows and keeps the entry here at once, whichever tab sends it. A start answers with its conversation. */
  enqueue(entry: OutboxEntry): Promise<unknown> {
    if (this.#tabs.isFollowing) {
      this.#outbox.show(entry);
      this.storage.put(entry.clientId, entry);
    }
    return this.perform('enqueue', entry);
  }

  open(topic: string): void {
    const count = this.#opened.get(topic) ?? 0;
    this.#opened.set(topic, count + 1);
    if (count === 0) this.perform('open', topic).catch(ignore);
  }

  close(topic: string): void {
    const count = this.#opened.get(topic) ?? 0;
    if (count > 1) this.#opened.set(topic, count - 1);
    else if (this.#opened.delete(topic)) this.perform('close', topic).catch(ignore);
  }

  dispose(): void {
    this.#tabs.dispose();
    this.#typing.dispose();
    this.#connection.dispose();
    this.#endWaiting('disposed');
  }

  #isLive(): boolean {
    return this.state().connection.state === 'live' && !this.#paused;
  }

  #untilIsLive(): Promise<void> {
    if (this.#isLive()) return Promise.resolve();
    const { state, reason = 'disposed' } = this.state().connection;
    if (state === 'closed') return Promise.reject(notConnected(reason));
    return new Promise((resolve, reject) => this.#untilLive.push({ resolve, reject }));
  }

  run(name: string, args: readonly unknown[], tab: string): Promise<unknown> {
    return (this.operations[name] as Operation)(args, tab);
  }

  #addOperations(): void {
    const { operations } = this;
    operations.enqueue = async ([entry]) => {
      const { kind, clientId } = entry as OutboxEntry;
      const started = kind === 'start' ? this.#startOf(clientId) : undefined;
      await this.#outbox.add(entry as OutboxEntry);
      return started;
    };
    operations.retry = async ([clientId]) => this.#outbox.retry(clientId as string);
    operations.discard = async ([clientId]) => this.#outbox.discard(clientId as string);
    operations.open = async ([topic], tab) => this.#want(topic as string, tab);
    operations.close = async ([topic], tab) => {
      if (this.topics.unwant(topic as string, tab)) this.#kind.closed?.(topic as string);
    };
    operations.retryNow = async () => this.#connection.retryNow();
  }

  /** The server knows nothing of a provisional conversation. */
  #want(topic: string, tab: string): void {
    if (!this.state().conversations.get(conversationOf(topic))?.provisional) this.topics.want(topic, tab);
  }

  #startOf(clientId: string): Promise<ConversationId> {
    return new Promise((resolve, reject) => this.#starts.set(clientId, { resolve, reject }));
  }

  #endWaiting(reason: string): void {
    const error = notConnected(reason);
    for (const { reject } of [...this.#untilLive, ...this.#starts.values()]) reject(error);
    this.#untilLive = [];
    this.#starts.clear();
  }

  message(message: Message): void {
    const { method, params } = message;
    if (!method) return this.#calls.settle(message);
    if (method === 'event') this.#event(params as TopicEvent);
    else if (method === 'signal') this.dispatch({ type: 'signal', signal: params as Signal, now: this.clock.now() });
    else if (method === 'topic.closed') this.topics.closed((params as { topic: string }).topic);
    else this.#kind.notified?.(method, params);
  }

  #event(event: TopicEvent): void {
    this.topics.event(event);
    if (event.client_id && event.actor.id === this.state().me?.id) this.#outbox.confirmed(event.client_id);
  }

  live(hello: HelloResult): void {
    const { principal } = hello;
    this.dispatch({ type: 'principal', me: { ...principal, id: principal.contact ?? principal.id } });
    for (const run of this.onLive) run();
    this.#kind.live?.(hello);
    this.topics.live(hello);
    this.#outbox.live();
    for (const { resolve } of this.#untilLive.splice(0)) resolve();
  }

  lost(): void {
    this.topics.lost();
    this.#outbox.lost();
    this.#calls.lose();
  }

  changed(connection: EngineState['connection']): void {
    this.dispatch({ type: 'connection', connection });
    if (connection.state === 'closed') this.#endWaiting(connection.reason ?? 'disposed');
  }

  hello(): object {
    const { client, locale } = this.#options;
    const { token } = this.#kind;
    const resume = this.topics.resume();
    return { token, client, page: this.page, locale, ...(resume.length > 0 && { resume }) };
  }

  allows(name: TransportName): boolean {
    return name === 'websocket' || this.#tabs.isLeading || this.#isAlone;
  }

  stopped(): void {
    this.#paused = true;
    this.#tabs.follow();
  }

  idle(): boolean {
    return this.#calls.size === 0 && this.#outbox.isIdle();
  }

  owns({ owner }: OutboxEntry): boolean {
    return owner === this.#kind.owner || owner === this.state().me?.id;
  }

  started(startId: string, conversation: ConversationId): void {
    this.topics.want(`conversation:${conversation}`, this.tab);
    this.#starts.get(startId)?.resolve(conversation);
    this.#starts.delete(startId);
  }

  startFailed(startId: string, error: ParlorError): void {
    this.#starts.get(startId)?.reject(error);
    this.#starts.delete(startId);
  }

  snapshot(result: SnapshotResult): void {
    this.#kind.snapshot?.(result);
  }

  /** Nobody else holds the session for us: this tab connects for itself. */
  lead(): void {
    if (!this.#paused) return;
    this.#paused = false;
    this.#outbox.restore();
    for (const topic of this.#opened.keys()) this.#want(topic, this.tab);
    this.#connection.start();
  }

  alone(): void {
    this.#isAlone = true;
    this.lead();
  }

  follow(action: Action): void {
    this.store.dispatch(action);
  }

  joined(): void {
    for (const topic of this.#opened.keys()) this.perform('open', topic).catch(ignore);
  }

  left(tab: string): void {
    this.topics.unwantAll(tab);
  }

  #makeConnection(platform: Platform): Connection {
    const options = this.#options;
    const transports = platform.transports ?? makeTransports(options.server, this.#kind.token);
    const connection = {
      transports: transports.filter(({ name }) => options.transports?.includes(name) ?? true),
      preferences: options.preferences ?? browserPreferences(),
      network: options.network ?? browserNetwork(),
      clock: this.clock,
      random: this.random,
    };
    return new Connection(connection, this);
  }

  #makeStorage(): OutboxStorage<OutboxEntry> {
    const refused = () => this.store.dispatch({ type: 'storage', durable: false });
    const { storage, server } = this.#options;
    const given = storage as OutboxStorage<OutboxEntry> | undefined;
    const factory = browserDatabase();
    return storageWithFallback(given ?? (factory && indexedDbStorage(`parlor ${server}`, factory)), refused);
  }
}

function makeTransports(server: string, token: string | undefined): Transport[] {
  const http = token ? { server, token } : { server };
  const fallback = (name: 'sse' | 'poll') =>
    deferredTransport(name, async () => (await import('./transport/fallback')).fallbackTransport(name, http));
  return [webSocketTransport(server), fallback('sse'), fallback('poll')];
}

function ignore(): void {}
