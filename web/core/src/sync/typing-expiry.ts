// Lets `typing` end by itself when nothing more is heard.

import type { Clock } from '../client';
import type { Action } from '../reducer/action';
import type { EngineState } from '../state';

export interface TypingPort {
  readonly clock: Clock;
  state(): EngineState;
  dispatch(action: Action): void;
}

export class TypingExpiry {
  readonly #port: TypingPort;
  #timer: unknown;

  constructor(port: TypingPort) {
    this.#port = port;
  }

  /** Sets the timer for the entry that ends first. */
  plan(): void {
    this.dispose();
    const entries = [...this.#port.state().conversations.values()].flatMap(({ typing }) => typing);
    if (entries.length === 0) return;
    const next = Math.min(...entries.map(({ until }) => until));
    this.#timer = this.#port.clock.setTimeout(() => this.#expire(), next - this.#port.clock.now());
  }

  dispose(): void {
    this.#port.clock.clearTimeout(this.#timer);
  }

  #expire(): void {
    this.#port.dispatch({ type: 'typing.expired', now: this.#port.clock.now() });
    this.plan();
  }
}
