// Which transport works here? The first starts; the next starts beside it when it has not delivered session.ready
// within two seconds, or at once when it failed; the first that *delivers* session.ready (or a refusal of the hello)
// wins and the others are closed. A proxy that buffers SSE or swallows frames therefore loses.

import type { Clock } from '../client';
import type { TransportName } from '../state';
import { type Link, type LinkEnd, type LinkEvents, LOST, type Message, READY, type Transport } from './transport';

const HEAD_START_MS = 2000;
const GIVE_UP_MS = 10_000;
export const HELLO_ID = 'hello';

export interface RaceOptions {
  order: readonly Transport[];
  hello(): Message;
  clock: Clock;
  /** Asked when a transport's turn comes. */
  allows(name: TransportName): boolean;
  /** The winner, with what it brought so far. */
  won(link: Link, brought: readonly Message[], take: (on: LinkEvents) => void): void;
  lost(end: LinkEnd): void;
  /** The next transport was not allowed. */
  stopped(): void;
}

export class Race {
  readonly #links: Link[] = [];
  readonly #options: RaceOptions;
  #next = 0;
  #running = 0;
  #timer: unknown;
  #over = false;

  constructor(options: RaceOptions) {
    this.#options = options;
    this.#startNext();
  }

  cancel(): void {
    if (!this.#over) this.#finish(undefined);
  }

  #startNext(): void {
    const { order, clock, allows } = this.#options;
    clock.clearTimeout(this.#timer);
    const transport = order[this.#next++];
    if (!transport || this.#over) return;
    if (!allows(transport.name)) return this.#stop();
    this.#running++;
    const isLast = this.#next === order.length;
    const wait = isLast ? GIVE_UP_MS : HEAD_START_MS;
    this.#timer = clock.setTimeout(() => (isLast ? this.#lose() : this.#startNext()), wait);
    try {
      this.#start(transport);
    } catch {
      this.#drop(LOST);
    }
  }

  #start(transport: Transport): void {
    const brought: Message[] = [];
    let on: LinkEvents = {
      message: (message) => {
        brought.push(message);
        if (message.method === READY || (message.id === HELLO_ID && message.error)) win();
      },
      alive: () => undefined,
      ended: (end) => this.#drop(end),
    };
    const win = () => {
      if (this.#over) return;
      this.#finish(link);
      this.#options.won(link, brought, (next) => {
        on = next;
      });
    };
    const link = transport.open(this.#options.hello, {
      message: (message) => on.message(message),
      alive: () => on.alive(),
      ended: (end) => on.ended(end),
    });
    this.#links.push(link);
  }

  #drop(end: LinkEnd): void {
    this.#running--;
    if (this.#over) return;
    if (this.#next < this.#options.order.length && end.reconnect !== 'never') return this.#startNext();
    if (this.#running === 0 || end.reconnect === 'never') this.#lose(end);
  }

  #lose(end: LinkEnd = LOST): void {
    if (this.#over) return;
    this.#finish(undefined);
    this.#options.lost(end);
  }

  #stop(): void {
    this.#finish(undefined);
    this.#options.stopped();
  }

  #finish(winner: Link | undefined): void {
    this.#over = true;
    this.#options.clock.clearTimeout(this.#timer);
    for (const link of this.#links) if (link !== winner) link.close();
  }
}
