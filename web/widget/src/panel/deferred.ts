// What a chat does not need to be opened: a chunk of its own, brought when it is first wanted and asked for again until it has
// come. Owned by the session.
import { type ReadonlySignal, signal } from './signal';

export type Later = typeof import('./later/later');

const kAgainMs = 3000;

export interface Deferred {
  /** Absent until it has come. */
  readonly part: ReadonlySignal<Later | undefined>;
  /** What the newest attempt brings, if anything. */
  want(): Promise<Later | undefined>;
  dispose(): void;
}

export function createDeferred(came: (part: Later) => void): Deferred {
  const part = signal<Later | undefined>(undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt: Promise<Later | undefined> | undefined;
  let over = false;
  const bring = async (): Promise<Later | undefined> => {
    try {
      const module = await import('./later/later');
      came(module);
      part.value = module;
      return module;
    } catch {
      if (!over) timer = setTimeout(() => (attempt = bring()), kAgainMs);
      return undefined;
    }
  };
  return {
    part,
    want: () => (attempt ??= bring()),
    dispose() {
      over = true;
      clearTimeout(timer);
    },
  };
}
