// Remembers which transport worked on this network, so that the next page need not find out again.

import type { Preferences } from '../client';
import type { TransportName } from '../state';

const KEY = 'parlor.transport';

export function preferredOrder(names: readonly TransportName[], remembered: string | undefined): TransportName[] {
  const known = names.filter((name) => name === remembered);
  return [...known, ...names.filter((name) => name !== remembered)];
}

export function recall(preferences: Preferences): string | undefined {
  return preferences.get(KEY + networkName());
}

export function remember(preferences: Preferences, name: TransportName): void {
  if (recall(preferences) !== name) preferences.set(KEY + networkName(), name);
}

/** Browsers tell little of the network; where they name its kind, each kind is remembered by itself. */
function networkName(): string {
  const { connection } = globalThis.navigator as { connection?: { type?: string } };
  return connection?.type ? `.${connection.type}` : '';
}

/** localStorage where it is allowed, else only as long as the page. */
export function browserPreferences(): Preferences {
  const memory = new Map<string, string>();
  return {
    get: (key) => attempt(() => localStorage.getItem(key)) ?? memory.get(key),
    set: (key, value) => {
      memory.set(key, value);
      attempt(() => localStorage.setItem(key, value));
    },
  };
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
