// Values that say when they change: as much of signals as a panel needs that draws as a whole. Everybody who watches looks
// again after each change, and runs only when what they look at is another value. Belongs to the page's only thread.

export interface ReadonlySignal<T> {
  readonly value: T;
}

export interface Signal<T> {
  value: T;
}

const watchers = new Set<() => void>();
let changes = 0;
let held = 0;

function settle(): void {
  if (!held) for (const look of [...watchers]) look();
}

export function signal<T>(initial: T): Signal<T> {
  let current = initial;
  return {
    get value() {
      return current;
    },
    set value(next) {
      if (next === current) return;
      current = next;
      changes += 1;
      settle();
    },
  };
}

/** Worked out again at most once after each change, and only when asked. */
export function computed<T>(work: () => T): ReadonlySignal<T> {
  let seen = -1;
  let known: T;
  return {
    get value() {
      if (seen !== changes) {
        known = work();
        seen = changes;
      }
      return known;
    },
  };
}

/** Many changes, one look. */
export function batch<T>(run: () => T): T {
  held += 1;
  try {
    return run();
  } finally {
    held -= 1;
    settle();
  }
}

/** Runs at once and whenever `look` gives another value; returns the way to stop. */
export function watch<T>(look: () => T, run: (value: T) => void): () => void {
  let known = look();
  const again = (): void => {
    const next = look();
    if (next === known) return;
    known = next;
    run(next);
  };
  watchers.add(again);
  run(known);
  return () => watchers.delete(again);
}

/** How often anything has changed: for who looks at everything. */
export const changeCount = (): number => changes;
