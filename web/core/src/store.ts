// Holds the state of one client; changes only by actions through the reducer.

import type { ReadonlyStore } from './state';

export class Store<State, Action> implements ReadonlyStore<State> {
  #listeners = new Set<() => void>();
  #state: State;
  readonly #reduce: (state: State, action: Action) => State;

  constructor(state: State, reduce: (state: State, action: Action) => State) {
    this.#state = state;
    this.#reduce = reduce;
  }

  // Bound to the store: view libraries call them as plain functions.
  readonly get = (): State => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  dispatch(action: Action): void {
    const next = this.#reduce(this.#state, action);
    if (next === this.#state) return;
    this.#state = next;
    for (const listener of [...this.#listeners]) listener();
  }
}
