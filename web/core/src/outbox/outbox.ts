// Unsent messages: persisted, sent in order, resent after every reconnect until the server answered or the event came.
//
//   post() ─► waiting ─► sending ─► gone        result, or the event with our client id
//               ▲          │
//               ├──────────┤                    connection lost, try_later, rate_limited (after retry_after_ms)
//               │          ├──► failed          any other refusal: retry() or discard()
//               │          └──► moved           conversation_resolved: the text begins a new conversation
//               └── retry() ◄── failed
//
// Tabs share the storage; the lock `outbox` lets one of them send at a time. The client id makes a double harmless, so
// a lock that a sleeping tab holds is taken from it.

import type { Clock, OutboxStorage } from '../client';
import { isRetried, ParlorError } from '../errors';
import { newId } from '../ids';
import type { Action } from '../reducer/action';
import type { EngineState } from '../state';
import type { Locks } from '../tabs/locks';
import { holdLock } from '../tabs/locks';
import type { Actor, ConversationId } from '../wire';
import type { OutboxEntry } from './entry';

const IN_FLIGHT_MAX = 8;
const RETRY_MS = 1000;

export interface OutboxPort {
  call(method: string, params: unknown): Promise<unknown>;
  dispatch(action: Action): void;
  state(): EngineState;
  readonly clock: Clock;
  readonly random: () => number;
  readonly storage: OutboxStorage<OutboxEntry>;
  readonly locks: Locks | undefined;
  /** Names what the tabs of this person share. */
  readonly name: string;
  owns(entry: OutboxEntry): boolean;
  /** A conversation was started: show and follow it. */
  started(startId: string, conversation: ConversationId): void;
  startFailed(startId: string, error: ParlorError): void;
}

export class Outbox {
  readonly #port: OutboxPort;
  #entries: OutboxEntry[] = [];
  readonly #saved = new Set<string>();
  readonly #inFlight = new Set<string>();
  readonly #pausedUntil = new Map<ConversationId, number>();
  #connected = false;
  #sending = false;
  #release: (() => void) | undefined;

  constructor(port: OutboxPort) {
    this.#port = port;
  }

  /** Shows it at once; resolves when it is stored. */
  async add(entry: OutboxEntry): Promise<void> {
    if (this.#entries.some(({ clientId }) => clientId === entry.clientId)) return;
    this.#entries.push(entry);
    this.show(entry);
    await this.#save(entry);
    this.#kick();
  }

  /** Shows what an earlier page left. */
  async restore(): Promise<void> {
    await this.#reload();
    this.#kick();
  }

  live(): void {
    this.#connected = true;
    this.restore();
  }

  lost(): void {
    this.#connected = false;
    this.#inFlight.clear();
    this.#pausedUntil.clear();
    this.#letGo();
  }

  isIdle(): boolean {
    return this.#inFlight.size === 0;
  }

  retry(clientId: string): void {
    const entry = this.#find(clientId);
    if (!entry?.error) return;
    const { error: _over, ...fresh } = entry;
    this.#replace(entry, fresh);
    this.#mark(fresh, false);
    this.#kick();
  }

  discard(clientId: string): void {
    const entry = this.#find(clientId);
    if (!entry || this.#inFlight.has(entry.clientId)) return;
    this.#remove(entry);
    this.#port.dispatch({ type: 'message.discarded', conversation: entry.conversation, clientId });
  }

  /** The event of one of our messages came, by whatever way. */
  confirmed(clientId: string): void {
    const entry = this.#entries.find((other) => other.clientId === clientId && other.kind === 'post');
    if (entry) this.#remove(entry);
  }

  /** Takes the lock when there is something to send, and then all that any tab has left. */
  #kick(): void {
    if (this.#sending) return this.#pump();
    if (!this.#connected || !this.#entries.some(isSendable)) return;
    this.#sending = true;
    const { locks, name, clock } = this.#port;
    holdLock(locks, `${name} outbox`, {
      clock,
      granted: (release) => this.#granted(release),
      taken: () => this.#taken(),
    });
  }

  async #granted(release: () => void): Promise<void> {
    if (!this.#sending) return release();
    this.#release = release;
    await this.#reload();
    this.#pump();
  }

  #taken(): void {
    this.#letGo();
    this.#kick();
  }

  #letGo(): void {
    this.#sending = false;
    this.#release?.();
    this.#release = undefined;
  }

  /** Another tab may have added entries, or delivered ours. What came or went here meanwhile is not as it was read. */
  async #reload(): Promise<void> {
    const saved = new Set(this.#saved);
    const before = [...this.#entries];
    const stored = (await this.#port.storage.load()).filter((entry) => this.#port.owns(entry));
    const isStored = (clientId: string) => stored.some((entry) => entry.clientId === clientId);
    if (this.#port.storage.durable) {
      this.#entries = this.#entries.filter(({ clientId }) => isStored(clientId) || !saved.has(clientId));
    }
    for (const entry of stored.sort(inOrderOfSending)) {
      if ([...before, ...this.#entries].some(({ clientId }) => clientId === entry.clientId)) continue;
      this.#saved.add(entry.clientId);
      this.#entries.push(entry);
      this.show(entry);
    }
    this.#entries.sort(inOrderOfSending);
  }

  #pump(): void {
    if (!this.#release) return;
    const before = new Map<ConversationId, { last: string; count: number }>();
    for (const entry of this.#entries.filter(isSendable)) this.#sendNext(entry, before);
    if (!this.#entries.some(isSendable)) this.#letGo();
  }

  #sendNext(entry: OutboxEntry, before: Map<ConversationId, { last: string; count: number }>): void {
    const { conversation, clientId } = entry;
    const ahead = before.get(conversation);
    const blocked = (this.#pausedUntil.get(conversation) ?? 0) > this.#port.clock.now();
    const waitsForStart = entry.kind === 'post' && this.#isProvisional(conversation);
    const isFull = (ahead?.count ?? 0) >= IN_FLIGHT_MAX;
    const waits = blocked || waitsForStart || isFull || !this.#saved.has(clientId);
    before.set(conversation, { last: clientId, count: waits ? IN_FLIGHT_MAX : (ahead?.count ?? 0) + 1 });
    if (!waits && !this.#inFlight.has(clientId)) this.#send(entry, ahead?.last);
  }

  #isProvisional(conversation: ConversationId): boolean {
    return this.#entries.some(({ kind, clientId }) => kind === 'start' && clientId === conversation);
  }

  #send(entry: OutboxEntry, after: string | undefined): void {
    this.#inFlight.add(entry.clientId);
    this.#mark(entry, true);
    const [method, params] = entry.kind === 'start' ? startCall(entry) : postCall(entry, after);
    this.#port.call(method, params).then(
      (result) => this.#answered(entry, result),
      (error: ParlorError) => this.#refused(entry, error),
    );
  }

  #answered(entry: OutboxEntry, result: unknown): void {
    if (entry.kind === 'start') return this.#begun(entry, (result as { conversation: string }).conversation);
    const { message, seq, at } = result as { message: string; seq: number; at: string };
    const { conversation, clientId } = entry;
    this.#port.dispatch({ type: 'message.stored', conversation, clientId, message, seq, at: Date.parse(at) });
    this.#remove(entry);
  }

  #begun(entry: OutboxEntry, conversation: ConversationId): void {
    const keys = entry.message ? [entry.message.clientId] : [];
    this.#retarget(entry.clientId, conversation, keys);
    this.#remove(entry);
    this.#port.started(entry.clientId, conversation);
  }

  /** What was meant for one conversation goes to another, in the same order. */
  #retarget(from: ConversationId, to: ConversationId, keys: readonly string[]): void {
    const moving = this.#entries.filter((entry) => entry.kind === 'post' && entry.conversation === from);
    for (const entry of moving) this.#replace(entry, { ...entry, conversation: to });
    const clientIds = [...keys, ...moving.map(({ clientId }) => clientId)];
    this.#port.dispatch({ type: 'conversation.moved', from, to, clientIds, at: this.#port.clock.now() });
  }

  #refused(entry: OutboxEntry, error: ParlorError): void {
    this.#inFlight.delete(entry.clientId);
    const current = this.#entries.find(({ clientId }) => clientId === entry.clientId);
    if (!current) return;
    if (current.conversation !== entry.conversation) this.#mark(current, false);
    else if (error.reason === 'conversation_resolved' && entry.kind === 'post' && this.#isVisitor()) {
      this.#moveToNew(this.#firstOf(current.conversation));
    } else if (isRetried(error.reason)) this.#pause(current, error);
    else this.#fail(current, { reason: error.reason, message: error.message });
    if (error.reason !== 'connection_lost') this.#kick();
  }

  #pause(entry: OutboxEntry, { reason, retryAfterMs }: ParlorError): void {
    this.#mark(entry, false);
    if (reason === 'connection_lost') return;
    const { clock, random } = this.#port;
    const wait = retryAfterMs ?? RETRY_MS * (1 + random());
    this.#pausedUntil.set(entry.conversation, clock.now() + wait);
    clock.setTimeout(() => this.#kick(), wait);
  }

  #fail(entry: OutboxEntry, error: { reason: string; message: string }): void {
    this.#replace(entry, { ...entry, error });
    this.#showError(entry, error);
    if (entry.kind === 'start') this.#port.startFailed(entry.clientId, new ParlorError(error.reason, error.message));
  }

  /** The conversation has ended for good: the text begins a new one, and what followed it goes there too. */
  #moveToNew(entry: OutboxEntry): void {
    const startId = newId(this.#port.clock.now());
    const start: OutboxEntry = { ...entry, clientId: startId, kind: 'start', conversation: startId };
    this.#port.dispatch({ type: 'conversation.begun', conversation: startId, at: entry.at });
    this.#entries.splice(this.#entries.indexOf(entry), 1, start);
    this.#retarget(entry.conversation, startId, [entry.clientId]);
    this.#save(start).then(() => {
      this.#forget(entry.clientId);
      this.#kick();
    });
  }

  #firstOf(conversation: ConversationId): OutboxEntry {
    return this.#entries.find((entry) => entry.conversation === conversation) as OutboxEntry;
  }

  #isVisitor(): boolean {
    return this.#port.state().me?.kind === 'visitor';
  }

  #find(clientId: string): OutboxEntry | undefined {
    return this.#entries.find((entry) => entry.clientId === clientId || entry.message?.clientId === clientId);
  }

  #replace(entry: OutboxEntry, next: OutboxEntry): void {
    const at = this.#entries.indexOf(entry);
    if (at >= 0) this.#entries[at] = next;
    this.#save(next);
  }

  #remove(entry: OutboxEntry): void {
    this.#entries = this.#entries.filter(({ clientId }) => clientId !== entry.clientId);
    this.#forget(entry.clientId).then(() => this.#kick());
  }

  async #save(entry: OutboxEntry): Promise<void> {
    await this.#port.storage.put(entry.clientId, entry);
    if (this.#entries.some(({ clientId }) => clientId === entry.clientId)) this.#saved.add(entry.clientId);
    else await this.#forget(entry.clientId);
  }

  async #forget(clientId: string): Promise<void> {
    this.#inFlight.delete(clientId);
    this.#saved.delete(clientId);
    await this.#port.storage.remove(clientId);
  }

  show(entry: OutboxEntry): void {
    const { kind, conversation, message, at, error } = entry;
    if (kind === 'start') this.#port.dispatch({ type: 'conversation.begun', conversation, at });
    if (message) this.#port.dispatch({ type: 'message.pending', conversation, ...message, at, actor: this.#actor() });
    if (error) this.#showError(entry, error);
  }

  #actor(): Actor {
    const { me } = this.#port.state();
    return me ? { kind: me.kind, id: me.id, name: me.name } : { kind: 'visitor', id: '', name: '' };
  }

  #mark({ conversation, message }: OutboxEntry, sending: boolean): void {
    if (message) {
      this.#port.dispatch({ type: 'message.sending', conversation, clientId: message.clientId, sending });
    }
  }

  #showError({ conversation, message }: OutboxEntry, error: { reason: string; message: string }): void {
    if (message) this.#port.dispatch({ type: 'message.failed', conversation, clientId: message.clientId, error });
  }
}

function isSendable(entry: OutboxEntry): boolean {
  return !entry.error;
}

function inOrderOfSending(a: OutboxEntry, b: OutboxEntry): number {
  if (a.kind !== b.kind) return a.kind === 'start' ? -1 : 1;
  return a.clientId < b.clientId ? -1 : 1;
}

function postCall({ conversation, clientId, message }: OutboxEntry, after: string | undefined): [string, object] {
  const body = { type: 'text', text: message?.text };
  return ['message.post', { conversation, client_id: clientId, ...(after && { after }), body }];
}

function startCall({ clientId, message, form, page, invitation }: OutboxEntry): [string, object] {
  const first = message && { client_id: message.clientId, body: { type: 'text', text: message.text } };
  return ['conversation.start', { client_id: clientId, message: first, form, page, invitation }];
}
