// Several tabs of one person. One leads, by a Web Lock that the browser hands on when its holder goes away. On the HTTP
// transports only the leader has a session; the others follow it: their calls go to the leader, its actions come back
// and run through the same reducer. With WebSocket each tab has its own and nobody follows.
//
//   follower                          leader
//     join ────────────────────────────►
//     ◄──────────────────────── state {n, state}     again whenever a follower finds a gap in n
//     ◄──────────────────────── action {n, action}
//     call {id, name, args} ───────────►             kept and sent again to a new leader until answered
//     ◄──────────────────── answer {id, result | error}
//     bye ─────────────────────────────►
//     ◄───────────────────────────── lead            somebody leads now: join again

import type { Clock } from '../client';
import { notConnected, ParlorError } from '../errors';
import type { Action } from '../reducer/action';
import type { EngineState } from '../state';
import type { Locks } from './locks';

const PATIENCE_MS = 1000;

export interface Channel {
  postMessage(value: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
  close(): void;
}

export interface TabsPort {
  readonly name: string;
  readonly tab: string;
  readonly clock: Clock;
  readonly locks: Locks | undefined;
  readonly channel: Channel | undefined;
  /** This tab leads from now on. */
  lead(): void;
  /** The leader's state or action came. */
  follow(action: Action): void;
  /** A leader is there: tell it again what this tab wants. */
  joined(): void;
  /** Nobody leads, or the leader sleeps. */
  alone(): void;
  /** Runs a call, for a follower or after taking over. */
  run(name: string, args: readonly unknown[], tab: string): Promise<unknown>;
  /** A follower went away. */
  left(tab: string): void;
  state(): EngineState;
}

type Note =
  | { kind: 'lead' }
  | { kind: 'join' | 'bye'; tab: string }
  | { kind: 'state'; n: number; state: EngineState }
  | { kind: 'action'; n: number; action: Action }
  | { kind: 'call'; tab: string; id: number; name: string; args: readonly unknown[] }
  | {
      kind: 'answer';
      tab: string;
      id: number;
      result?: unknown;
      error?: { reason: string; message: string; data: object };
    };

interface WaitingCall {
  name: string;
  args: readonly unknown[];
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

export class Tabs {
  isLeading = false;
  isFollowing = false;
  readonly #port: TabsPort;
  readonly #followers = new Set<string>();
  readonly #waiting = new Map<number, WaitingCall>();
  readonly #gone = new AbortController();
  #release: () => void = () => undefined;
  #lastCall = 0;
  #n = 0;
  #timer: unknown;

  constructor(port: TabsPort) {
    this.#port = port;
  }

  start(): void {
    const { channel, locks, name } = this.#port;
    if (!locks || !channel) return this.#takeLead();
    channel.onmessage = ({ data }) => this.#receive(data as Note);
    locks.request(name, { signal: this.#gone.signal }, () => this.#lead()).catch(() => this.#refused());
  }

  follow(): void {
    this.isFollowing = true;
    this.#join();
  }

  /** For followers, if there are any. */
  broadcast(action: Action): void {
    if (this.isLeading && this.#followers.size > 0) this.#post({ kind: 'action', n: ++this.#n, action });
  }

  call(name: string, args: readonly unknown[]): Promise<unknown> {
    const id = ++this.#lastCall;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { name, args, resolve, reject });
      this.#post({ kind: 'call', tab: this.#port.tab, id, name, args });
    });
  }

  dispose(): void {
    this.#post({ kind: 'bye', tab: this.#port.tab });
    this.#port.clock.clearTimeout(this.#timer);
    this.#gone.abort();
    this.#release();
    this.#port.channel?.close();
    for (const { reject } of this.#waiting.values()) reject(notConnected('disposed'));
  }

  /** The browser refuses locks here: each tab for itself. */
  #refused(): void {
    if (!this.#gone.signal.aborted && !this.isLeading) this.#takeLead();
  }

  #lead(): Promise<void> {
    this.#takeLead();
    return new Promise((release) => {
      this.#release = release;
    });
  }

  #takeLead(): void {
    this.isLeading = true;
    this.#standAlone();
    this.#post({ kind: 'lead' });
    this.#port.lead();
  }

  /** Runs here what was asked of a leader that is gone. */
  #standAlone(): void {
    this.isFollowing = false;
    this.#port.clock.clearTimeout(this.#timer);
    const calls = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { name, args, resolve, reject } of calls) {
      this.#port.run(name, args, this.#port.tab).then(resolve, reject);
    }
  }

  #join(): void {
    const { clock, tab } = this.#port;
    clock.clearTimeout(this.#timer);
    this.#timer = clock.setTimeout(() => {
      this.#standAlone();
      this.#port.alone();
    }, PATIENCE_MS);
    this.#post({ kind: 'join', tab });
  }

  #receive(note: Note): void {
    if (this.isLeading) this.#receiveAsLeader(note);
    else if (this.isFollowing) this.#receiveAsFollower(note);
  }

  #receiveAsLeader(note: Note): void {
    if (note.kind === 'join') {
      this.#followers.add(note.tab);
      this.#post({ kind: 'state', n: this.#n, state: this.#port.state() });
    } else if (note.kind === 'bye') {
      this.#followers.delete(note.tab);
      this.#port.left(note.tab);
    } else if (note.kind === 'call') {
      const { tab, id } = note;
      this.#port.run(note.name, note.args, tab).then(
        (result) => this.#post({ kind: 'answer', tab, id, result }),
        (error) => this.#post({ kind: 'answer', tab, id, error: plain(error) }),
      );
    }
  }

  #receiveAsFollower(note: Note): void {
    if (note.kind === 'lead') this.#join();
    else if (note.kind === 'state') this.#takeState(note.n, note.state);
    else if (note.kind === 'action') this.#takeAction(note.n, note.action);
    else if (note.kind === 'answer' && note.tab === this.#port.tab) this.#settle(note);
  }

  #takeState(n: number, state: EngineState): void {
    this.#n = n;
    this.#port.follow({ type: 'replaced', state });
    if (this.#timer === undefined) return;
    this.#port.clock.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#port.joined();
    for (const [id, { name, args }] of this.#waiting) this.#post({ kind: 'call', tab: this.#port.tab, id, name, args });
  }

  #takeAction(n: number, action: Action): void {
    if (n !== this.#n + 1) return n > this.#n ? this.#join() : undefined;
    this.#n = n;
    this.#port.follow(action);
  }

  #settle({ id, result, error }: Extract<Note, { kind: 'answer' }>): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new ParlorError(error.reason, error.message, error.data as Record<string, unknown>));
    else waiting?.resolve(result);
  }

  #post(note: Note): void {
    if (!this.#gone.signal.aborted) this.#port.channel?.postMessage(note);
  }
}

function plain(error: unknown): { reason: string; message: string; data: object } {
  if (error instanceof ParlorError) return { reason: error.reason, message: error.message, data: error.data };
  return { reason: 'internal', message: String(error), data: {} };
}
