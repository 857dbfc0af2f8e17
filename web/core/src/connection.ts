// Keeps one session alive: races the transports, says hello, watches for silence, comes back with full jitter.
// Knows nothing of topics or messages; the engine fills in the hello and takes what comes.
//
//                     start()
//                        │
//                        ▼          session.ready + hello answered
//       ┌──────────► connecting ───────────────────────────────────► live ─┐ every 5 min, idle, on a fallback:
//       │                │                                            │ ▲  │ race the better transports beside it
//       │ timer,         │ all transports failed,                     │ └──┘
//       │ online,        │ hello refused for now                      │ silence of 60 s, link lost,
//       │ retryNow()     ▼                                            │ session.closing now | later, offline
//       └──────────── retrying ◄──────────────────────────────────────┘
//                     (shown as `offline` while the browser says so)
//
//       any ── hello refused for good, close code 4500+, session.closing never, stop() ──► closed

import type { Clock, Network, Preferences } from './client';
import { isRetried } from './errors';
import type { ConnectionView, TransportName } from './state';
import { preferredOrder, recall, remember } from './transport/preference';
import { HELLO_ID, Race } from './transport/race';
import { type Link, type LinkEnd, type LinkEvents, LOST, type Message, type Transport } from './transport/transport';
import type { HelloResult } from './wire';

const BACKOFF_BASE_MS = 500;
const BACKOFF_CAP_MS = 30_000;
const LATER_ATTEMPT = 4;
const SILENCE_MS = 60_000;
const HELLO_MS = 10_000;
const STABLE_MS = 10_000;
const UPGRADE_MS = 5 * 60_000;

export interface ConnectionOptions {
  transports: readonly Transport[];
  preferences: Preferences;
  network: Network | undefined;
  clock: Clock;
  random: () => number;
}

export interface ConnectionEvents {
  /** The parameters of session.hello, asked for when it is sent. */
  hello(): object;
  changed(view: ConnectionView): void;
  live(hello: HelloResult): void;
  /** What was sent and not answered is lost. */
  lost(): void;
  message(message: Message): void;
  /** May this transport be used now? (On HTTP only the leading tab holds a session.) */
  allows(name: TransportName): boolean;
  /** Only transports that are not allowed are left: the connection is paused. */
  stopped(): void;
  /** Nothing is in flight. */
  idle(): boolean;
}

export class Connection {
  readonly #options: ConnectionOptions;
  readonly #on: ConnectionEvents;
  readonly #stopListening: (() => void) | undefined;
  #race: Race | undefined;
  #link: Link | undefined;
  #view: ConnectionView = { state: 'connecting' };
  #attempt = 0;
  #liveSince = 0;
  #timers = { retry: undefined as unknown, silence: undefined as unknown, upgrade: undefined as unknown };

  constructor(options: ConnectionOptions, on: ConnectionEvents) {
    this.#options = options;
    this.#on = on;
    this.#stopListening = options.network?.subscribe(() => this.#networkChanged());
  }

  start(): void {
    this.#cancel();
    this.#show({ state: 'connecting' });
    const { transports, preferences } = this.#options;
    const order = preferredOrder(
      transports.map(({ name }) => name),
      recall(preferences),
    );
    this.#race = this.#startRace(order, (end) => this.#comeBack(end));
  }

  dispose(): void {
    this.#stopListening?.();
    this.#drop();
    this.#show({ state: 'closed' });
  }

  retryNow(): void {
    if (this.#view.state === 'retrying' || this.#view.state === 'offline') this.start();
  }

  send(message: Message): void {
    this.#link?.send(message);
  }

  #startRace(order: readonly TransportName[], lost: (end: LinkEnd) => void): Race {
    return new Race({
      order: order.flatMap((name) => this.#options.transports.filter((transport) => transport.name === name)),
      hello: () => this.#hello(),
      clock: this.#options.clock,
      allows: (name) => this.#on.allows(name),
      won: (link, brought, take) => this.#adopt(link, brought, take),
      lost,
      stopped: () => this.#on.stopped(),
    });
  }

  #hello(): Message {
    return { jsonrpc: '2.0', id: HELLO_ID, method: 'session.hello', params: this.#on.hello() };
  }

  #adopt(link: Link, brought: readonly Message[], take: (on: LinkEvents) => void): void {
    const isUpgrade = !!this.#link;
    this.#drop(isUpgrade);
    this.#link = link;
    take({
      message: (message) => this.#receive(link, message),
      alive: () => this.#listen(),
      ended: (end) => this.#comeBack(end),
    });
    this.#listen(HELLO_MS);
    for (const message of brought) this.#receive(link, message);
  }

  #receive(link: Link, message: Message): void {
    if (link !== this.#link) return;
    if (message.id === HELLO_ID) return this.#answered(link, message);
    if (this.#view.state === 'live') this.#listen();
    if (message.method === 'session.closing') return this.#comeBack(message.params as LinkEnd & { after_ms?: number });
    if (message.method === 'heartbeat') {
      if (link.transport === 'websocket') link.send({ jsonrpc: '2.0', method: 'heartbeat' });
      return;
    }
    this.#on.message(message);
  }

  #answered(link: Link, { result, error }: Message): void {
    if (error) {
      const reason = error.data?.reason ?? 'internal';
      const after = error.data?.retry_after_ms;
      const end = { reason, reconnect: isRetried(reason) ? 'later' : 'never' } as const;
      return this.#comeBack(typeof after === 'number' ? { ...end, afterMs: after } : end);
    }
    this.#liveSince = this.#options.clock.now();
    remember(this.#options.preferences, link.transport);
    this.#show({ state: 'live', transport: link.transport });
    this.#listen();
    this.#planUpgrade();
    this.#on.live(result as HelloResult);
  }

  /** Anything that comes moves the end of patience. */
  #listen(ms = SILENCE_MS): void {
    const { clock } = this.#options;
    clock.clearTimeout(this.#timers.silence);
    this.#timers.silence = clock.setTimeout(() => this.#comeBack(LOST), ms);
  }

  #comeBack(end: LinkEnd & { after_ms?: number }): void {
    this.#drop();
    if (end.reconnect === 'never') return this.#show({ state: 'closed', reason: end.reason });
    const delay = this.#delay(end.reconnect, end.afterMs ?? end.after_ms ?? 0);
    const { clock, network } = this.#options;
    const state = network && !network.online() ? 'offline' : 'retrying';
    this.#show({ state, retryAt: clock.now() + delay, reason: end.reason });
    this.#timers.retry = clock.setTimeout(() => this.start(), delay);
  }

  /** Full jitter: anywhere between nothing and a bound that doubles. A link that held starts the count anew. */
  #delay(reconnect: 'now' | 'later', afterMs: number): number {
    const { clock, random } = this.#options;
    if (this.#liveSince > 0 && clock.now() - this.#liveSince > STABLE_MS) this.#attempt = 0;
    this.#liveSince = 0;
    if (afterMs > 0) return afterMs + random() * BACKOFF_BASE_MS;
    if (reconnect === 'later') this.#attempt = Math.max(this.#attempt, LATER_ATTEMPT);
    return random() * Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** this.#attempt++);
  }

  #planUpgrade(): void {
    const { clock, transports } = this.#options;
    clock.clearTimeout(this.#timers.upgrade);
    if (this.#link?.transport === transports[0]?.name) return;
    this.#timers.upgrade = clock.setTimeout(() => this.#upgrade(), UPGRADE_MS);
  }

  #upgrade(): void {
    if (!this.#on.idle()) return this.#planUpgrade();
    const names = this.#options.transports.map(({ name }) => name);
    const better = names.slice(0, names.indexOf(this.#link?.transport as TransportName));
    this.#race = this.#startRace(better, () => this.#planUpgrade());
  }

  #networkChanged(): void {
    if (this.#view.state === 'closed') return;
    if (this.#options.network?.online()) this.retryNow();
    else this.#comeBack({ reconnect: 'now', reason: 'offline' });
  }

  /** Ends the link, if there is one, and every timer. */
  #drop(isUpgrade = false): void {
    if (!isUpgrade) this.#cancel();
    this.#options.clock.clearTimeout(this.#timers.upgrade);
    this.#options.clock.clearTimeout(this.#timers.silence);
    const link = this.#link;
    this.#link = undefined;
    link?.close();
    if (link) this.#on.lost();
  }

  #cancel(): void {
    this.#race?.cancel();
    this.#race = undefined;
    this.#options.clock.clearTimeout(this.#timers.retry);
  }

  #show(view: ConnectionView): void {
    const { state, since } = this.#view;
    const next =
      view.state === 'live' ? view : { ...view, since: (state === 'live' ? undefined : since) ?? this.#now() };
    this.#view = next;
    this.#on.changed(next);
  }

  #now(): number {
    return this.#options.clock.now();
  }
}
