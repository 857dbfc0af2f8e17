// Tells the others that this person types: at most every three seconds, off when they stop or send.

import type { Clock } from '../client';
import type { ConversationId } from '../wire';

const REPEAT_MS = 3000;
const STOPPED_MS = 4000;

export class TypingSender {
  readonly #clock: Clock;
  readonly #notify: (conversation: ConversationId, state: 'on' | 'off') => void;
  readonly #active = new Map<ConversationId, { sentAt: number; timer: unknown }>();

  constructor(clock: Clock, notify: (conversation: ConversationId, state: 'on' | 'off') => void) {
    this.#clock = clock;
    this.#notify = notify;
  }

  set(conversation: ConversationId, on: boolean): void {
    const old = this.#active.get(conversation);
    this.#clock.clearTimeout(old?.timer);
    if (!on) {
      if (this.#active.delete(conversation)) this.#notify(conversation, 'off');
      return;
    }
    const now = this.#clock.now();
    const isDue = !old || now - old.sentAt >= REPEAT_MS;
    if (isDue) this.#notify(conversation, 'on');
    const timer = this.#clock.setTimeout(() => this.set(conversation, false), STOPPED_MS);
    this.#active.set(conversation, { sentAt: isDue ? now : old.sentAt, timer });
  }

  dispose(): void {
    for (const { timer } of this.#active.values()) this.#clock.clearTimeout(timer);
    this.#active.clear();
  }
}
