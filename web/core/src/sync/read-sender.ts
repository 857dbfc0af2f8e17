// Sends read marks: several within a moment become one, and a mark only ever grows.

import type { Clock } from '../client';
import type { ConversationId } from '../wire';

const GATHER_MS = 300;

export class ReadSender {
  readonly #clock: Clock;
  readonly #send: (conversation: ConversationId, seq: number) => Promise<unknown>;
  readonly #sent = new Map<ConversationId, number>();
  readonly #due = new Map<ConversationId, number>();
  #timer: unknown;

  constructor(clock: Clock, send: (conversation: ConversationId, seq: number) => Promise<unknown>) {
    this.#clock = clock;
    this.#send = send;
  }

  /** Returns false when the mark would not grow. */
  set(conversation: ConversationId, seq: number): boolean {
    if (seq <= Math.max(this.#sent.get(conversation) ?? 0, this.#due.get(conversation) ?? 0)) return false;
    this.#due.set(conversation, seq);
    this.#timer ??= this.#clock.setTimeout(() => this.flush(), GATHER_MS);
    return true;
  }

  /** Also after a reconnect: what was lost goes again. */
  flush(): void {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const [conversation, seq] of this.#due) {
      this.#sent.set(conversation, seq);
      this.#send(conversation, seq).catch(() => this.#failed(conversation, seq));
    }
    this.#due.clear();
  }

  #failed(conversation: ConversationId, seq: number): void {
    if (this.#sent.get(conversation) !== seq) return;
    this.#sent.delete(conversation);
    this.#due.set(conversation, seq);
  }
}
