// Lets `typing` end by itself when nothing more is heard.

import type { Clock } from '../client';
import type { Action } from '../reducer/action';
import type { EngineState, ReadonlyStore } from '../state';

export class TypingExpiry {
  readonly #clock: Clock;
  readonly #store: ReadonlyStore<EngineState>;
  readonly #dispatch: (action: Action) => void;
  #timer: unknown;

  constructor(clock: Clock, store: ReadonlyStore<EngineState>, dispatch: (action: Action) => void) {
    this.#clock = clock;
    this.#store = store;
    this.#dispatch = dispatch;
  }

  /** Sets the timer for the entry that ends first. */
  plan(): void {
    this.dispose();
    const entries = [...this.#store.get().conversations.values()].flatMap(({ typing }) => typing);
    if (entries.length === 0) return;
    const next = Math.min(...entries.map(({ until }) => until));
    this.#timer = this.#clock.setTimeout(() => this.#expire(), next - this.#clock.now());
  }

  dispose(): void {
    this.#clock.clearTimeout(this.#timer);
  }

  #expire(): void {
    this.#dispatch({ type: 'typing.expired', now: this.#clock.now() });
    this.plan();
  }
}
