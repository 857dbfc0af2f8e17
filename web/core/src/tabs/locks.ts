// Web Locks in the shape that the engine needs; where the browser has none, every lock is free.

import type { Clock } from '../client';

export interface Locks {
  request(
    name: string,
    options: { steal?: boolean; signal?: AbortSignal },
    held: () => Promise<void>,
  ): Promise<unknown>;
}

export interface LockEvents {
  clock: Clock;
  granted(release: () => void): void;
  /** Somebody took the lock away. */
  taken(): void;
}

/** A holder that sleeps this long is passed over. */
const PATIENCE_MS = 3000;

/** Asks for the lock, and after a while takes it. Where the browser refuses locks, as in a sandbox, it is free. */
export function holdLock(locks: Locks | undefined, name: string, on: LockEvents): void {
  if (!locks) return on.granted(() => undefined);
  const patience = new AbortController();
  const timer = on.clock.setTimeout(() => {
    patience.abort();
    request({ steal: true });
  }, PATIENCE_MS);
  const request = (options: { steal?: boolean; signal?: AbortSignal }) => {
    let held = false;
    const hold = () =>
      new Promise<void>((release) => {
        held = true;
        on.clock.clearTimeout(timer);
        on.granted(release);
      });
    locks.request(name, options, hold).catch(() => {
      if (held) on.taken();
      else if (!options.signal?.aborted) hold();
    });
  };
  request({ signal: patience.signal });
}
