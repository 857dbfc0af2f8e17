// A stand-in for the engine, for the gallery and tests: holds one state and answers as a calm server would.
import type { ClientState, VisitorClient } from '@parlor/core';

export function createDouble(
  initial: ClientState,
  slots: readonly string[] = [],
): VisitorClient & { set(state: ClientState): void } {
  let state = initial;
  const listeners = new Set<() => void>();
  const set = (next: ClientState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    state: {
      get: () => state,
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    set,
    post: () => crypto.randomUUID(),
    retry: () => undefined,
    discard: () => undefined,
    edit: async () => undefined,
    remove: async () => undefined,
    read: () => undefined,
    typing: () => undefined,
    open: () => undefined,
    close: () => undefined,
    loadEarlier: async () => undefined,
    retryNow: () => undefined,
    dispose: () => undefined,
    start: async () => [...state.conversations.keys()][0] ?? '',
    end: async () => undefined,
    rate: async () => undefined,
    callbackSlots: async () => slots,
    askAnswer: async () => undefined,
    pageView: () => undefined,
  };
}
