// A part that a chat does not need to be opened: a chunk of its own, brought when it is first wanted and asked for again until
// it has come. Owned by the session.
import { type ReadonlySignal, signal } from './signal';

const kAgainMs = 3000;

export interface Deferred<Part> {
  /** Absent until it has come. */
  readonly part: ReadonlySignal<Part | undefined>;
  /** What the newest attempt brings, if anything. */
  want(): Promise<Part | undefined>;
  dispose(): void;
}

export function createDeferred<Part>(load: () => Promise<Part>, came: (part: Part) => void): Deferred<Part> {
  const part = signal<Part | undefined>(undefined);
  let attempt: Promise<Part | undefined> | undefined;
  let over = false;
  const bring = async (): Promise<Part | undefined> => {
    try {
      const module = await load();
      came(module);
      part.value = module;
      return module;
    } catch {
      setTimeout(() => {
        if (!over) attempt = bring();
      }, kAgainMs);
      return undefined;
    }
  };
  return {
    part,
    want: () => (attempt ??= bring()),
    dispose() {
      over = true;
    },
  };
}
