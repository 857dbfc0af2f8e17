// Brings each open topic up to date and keeps it so, without gaps and without doubles.
//
//             want()                     snapshot came, or subscribe said recovered
//   idle ───────────────► syncing ──────────────────────────────────────────► live
//    ▲                     │   ▲                                               │
//    │ lost(), error       │   └──── gap (prev is not our last), other epoch ──┘
//    └─────────────────────┘
//
// Events that come while syncing wait in a buffer. A position lives in the state and moves only when an event or a
// snapshot is applied there, so a leader tab's successor goes on where it stopped.

import type { Clock } from '../client';
import { isRetried, ParlorError } from '../errors';
import type { Action } from '../reducer/action';
import { conversationOf } from '../reducer/reduce';
import type { EngineState } from '../state';
import type {
  ContactSnapshot,
  ConversationSnapshot,
  HelloResult,
  Position,
  SnapshotResult,
  SubscribeResult,
  TopicEvent,
} from '../wire';

const CATCH_UP_MS = 5000;
const RETRY_MS = 1000;
const FRUITLESS_MAX = 2;

export interface TopicsPort {
  call(method: string, params: unknown): Promise<unknown>;
  dispatch(action: Action): void;
  state(): EngineState;
  readonly clock: Clock;
  /** The server subscribes sessions of this kind by itself: what was wanted once stays up to date. */
  readonly subscribed: boolean;
  /** Takes the snapshot of a topic that is no conversation and no contact. */
  snapshot?(result: SnapshotResult): void;
  /** For the tests' positive control only: false applies whatever comes. */
  detectsGaps?: boolean;
}

interface Topic {
  name: string;
  status: 'idle' | 'syncing' | 'live';
  holders: Set<string>;
  buffer: TopicEvent[];
  /** The newest seq known to exist. */
  target: number;
  /** Times that syncing brought us no further. */
  fruitless: number;
  /** Grows with each sync: answers to older ones are ignored. */
  round: number;
  timer?: unknown;
}

export class Topics {
  readonly #topics = new Map<string, Topic>();
  readonly #port: TopicsPort;
  #connected = false;

  constructor(port: TopicsPort) {
    this.#port = port;
  }

  want(name: string, holder: string): void {
    const topic = this.#topics.get(name) ?? newTopic(name);
    this.#topics.set(name, topic);
    topic.holders.add(holder);
    if (this.#connected && topic.status === 'idle') this.#sync(topic);
  }

  /** Returns true when the topic is no longer kept up to date. */
  unwant(name: string, holder: string): boolean {
    const topic = this.#topics.get(name);
    topic?.holders.delete(holder);
    if (!topic || topic.holders.size > 0 || this.#port.subscribed) return false;
    this.#forget(name);
    if (this.#connected) this.#port.call('topic.unsubscribe', { topic: name }).catch(() => undefined);
    return true;
  }

  isWanted(name: string): boolean {
    return this.#topics.has(name);
  }

  unwantAll(holder: string): void {
    for (const name of [...this.#topics.keys()]) this.unwant(name, holder);
  }

  /** A contact's list is always taken anew: it tells what happened in conversations that are not open. */
  resume(): { topic: string; epoch: string; seq: number }[] {
    const { positions } = this.#port.state();
    return [...this.#topics.keys()].flatMap((topic) => {
      const position = conversationOf(topic) && positions.get(topic);
      return position ? [{ topic, ...position }] : [];
    });
  }

  live(hello: HelloResult): void {
    this.#connected = true;
    for (const answer of hello.topics) this.#showReads(answer);
    for (const topic of this.#topics.values()) {
      const answer = hello.topics.find((other) => other.topic === topic.name);
      if (answer?.recovered) this.#becomeLive(topic, answer.seq);
      else this.#takeSnapshot(topic, !answer);
    }
  }

  lost(): void {
    this.#connected = false;
    for (const topic of this.#topics.values()) this.#rest(topic);
  }

  event(event: TopicEvent): void {
    const topic = this.#topics.get(event.topic);
    if (!topic) this.#port.dispatch({ type: 'event', topic: event.topic, event });
    else if (topic.status === 'live') this.#take(topic, event);
    else topic.buffer.push(event);
  }

  /** The server ended the subscription: nothing of the topic may be kept. */
  closed(name: string): void {
    this.#forget(name);
    this.#port.dispatch({ type: 'topic.forgotten', topic: name });
  }

  #take(topic: Topic, event: TopicEvent): void {
    const last = this.#position(topic);
    if (event.epoch === last?.epoch && event.seq <= last.seq) return;
    if (this.#port.detectsGaps !== false && !follows(event, last)) return this.#gap(topic, event);
    const { topic: name, epoch, ...fact } = event;
    this.#port.dispatch({ type: 'event', topic: name, position: { epoch, seq: event.seq }, event: fact });
    topic.fruitless = 0;
  }

  #gap(topic: Topic, event: TopicEvent): void {
    topic.buffer.push(event);
    const last = this.#position(topic);
    if (event.epoch !== last?.epoch) return this.#takeSnapshot(topic, false);
    const catchingUp = last.seq < topic.target;
    topic.target = Math.max(topic.target, event.seq);
    if (!catchingUp) this.#sync(topic);
    else this.#drain(topic);
  }

  #sync(topic: Topic): void {
    const after = this.#position(topic);
    if (!after || topic.fruitless >= FRUITLESS_MAX) return this.#takeSnapshot(topic, true);
    const params = { topic: topic.name, after };
    this.#ask(topic, 'topic.subscribe', params, (result) => {
      const answer = result as SubscribeResult;
      this.#showReads(answer);
      if (answer.recovered) this.#becomeLive(topic, answer.seq);
      else this.#takeSnapshot(topic, false);
    });
  }

  #takeSnapshot(topic: Topic, subscribe: boolean): void {
    const params = { topic: topic.name };
    topic.target = 0;
    if (subscribe && !this.#port.subscribed) {
      this.#port.call('topic.subscribe', params).then(
        (result) => this.#reaches(topic, (result as SubscribeResult).seq),
        (error) => this.#refused(topic, error),
      );
    }
    this.#ask(topic, 'topic.snapshot', params, (result) => {
      this.#apply(result as SnapshotResult);
      topic.fruitless = 0;
      this.#becomeLive(topic, (result as SnapshotResult).seq);
    });
  }

  /** The subscription begins here; a snapshot that was read before it lacks what happened between the two. */
  #reaches(topic: Topic, seq: number): void {
    topic.target = Math.max(topic.target, seq);
    if (topic.status === 'live') this.#drain(topic);
  }

  #apply(result: SnapshotResult): void {
    const { topic, epoch, seq } = result;
    const position = { epoch, seq };
    if (conversationOf(topic)) {
      const state = result.state as ConversationSnapshot;
      this.#port.dispatch({ type: 'conversation.snapshot', topic, position, state });
    } else if (topic.startsWith('contact:')) {
      this.#port.dispatch({ type: 'contact.snapshot', topic, position, state: result.state as ContactSnapshot });
    } else this.#port.snapshot?.(result);
  }

  #ask(topic: Topic, method: string, params: unknown, answered: (result: unknown) => void): void {
    this.#rest(topic, 'syncing');
    const round = topic.round;
    const isCurrent = () => round === topic.round && this.#topics.get(topic.name) === topic;
    this.#port.call(method, params).then(
      (result) => isCurrent() && answered(result),
      (error) => isCurrent() && this.#refused(topic, error),
    );
  }

  #refused(topic: Topic, error: unknown): void {
    const reason = error instanceof ParlorError ? error.reason : 'internal';
    if (reason === 'connection_lost') return;
    if (!isRetried(reason)) return this.closed(topic.name);
    const wait = (error as ParlorError).retryAfterMs ?? RETRY_MS;
    this.#rest(topic, 'syncing');
    topic.timer = this.#port.clock.setTimeout(() => this.#sync(topic), wait);
  }

  #becomeLive(topic: Topic, target: number): void {
    topic.status = 'live';
    topic.target = Math.max(topic.target, target, ...topic.buffer.map(({ seq }) => seq));
    this.#drain(topic);
  }

  /** Applies what waited and fits; if something is still missing, waits a while and then asks again. */
  #drain(topic: Topic): void {
    const waiting = topic.buffer.sort((a, b) => a.seq - b.seq);
    topic.buffer = [];
    for (const event of waiting) {
      if (follows(event, this.#position(topic))) this.#take(topic, event);
      else if (event.seq > (this.#position(topic)?.seq ?? 0)) topic.buffer.push(event);
    }
    this.#port.clock.clearTimeout(topic.timer);
    if ((this.#position(topic)?.seq ?? topic.target) >= topic.target) return;
    topic.timer = this.#port.clock.setTimeout(() => this.#checkCaughtUp(topic), CATCH_UP_MS);
  }

  #checkCaughtUp(topic: Topic): void {
    if ((this.#position(topic)?.seq ?? 0) >= topic.target) return;
    topic.fruitless++;
    this.#sync(topic);
  }

  #showReads({ topic, reads }: SubscribeResult): void {
    if (reads.length > 0) this.#port.dispatch({ type: 'reads', conversation: conversationOf(topic), reads });
  }

  #forget(name: string): void {
    const topic = this.#topics.get(name);
    if (topic) this.#rest(topic);
    this.#topics.delete(name);
  }

  /** Ends what is under way. A new sync keeps the buffer, a lost connection does not. */
  #rest(topic: Topic, status: 'idle' | 'syncing' = 'idle'): void {
    this.#port.clock.clearTimeout(topic.timer);
    topic.status = status;
    topic.round++;
    if (status === 'idle') topic.buffer = [];
  }

  #position(topic: Topic): Position | undefined {
    return this.#port.state().positions.get(topic.name);
  }
}

function newTopic(name: string): Topic {
  return { name, status: 'idle', holders: new Set(), buffer: [], target: 0, fruitless: 0, round: 0 };
}

function follows(event: TopicEvent, last: Position | undefined): boolean {
  return event.epoch === last?.epoch && event.prev === last.seq;
}
