// The page's way in: `Parlor(command, …)` and the events that come back. Calls made before the widget is ready wait in order.
// A wrong call never throws into the page: it comes back as an `error` event.
import type { EventName } from '../bridge';

export type Handler = (argument?: unknown) => void;
type Listener = (detail: unknown) => void;

export interface Commands {
  call(...command: unknown[]): void;
  emit(event: EventName, detail?: unknown): void;
  start(): void;
}

export function createCommands(handlers: ReadonlyMap<unknown, Handler>): Commands {
  const listeners = new Map<unknown, Set<Listener>>();
  const waiting: unknown[][] = [];
  let started = false;

  const emit = (event: EventName, detail?: unknown): void => {
    // Each on its own, so that a listener that throws stops neither us nor the others.
    for (const listener of listeners.get(event) ?? []) queueMicrotask(() => listener(detail));
  };

  const run = (command: unknown[]): void => {
    const [name, argument] = command;
    const handler = handlers.get(name);
    if (!handler) {
      emit('error', { reason: 'unknown_command', command: name });
      return;
    }
    try {
      handler(argument);
    } catch {
      emit('error', { reason: 'invalid_argument', command: name });
    }
  };

  return {
    call(...command) {
      const [name, event, listener] = command as [unknown, unknown, Listener];
      const known = listeners.get(event) ?? new Set();
      if (name === 'on') listeners.set(event, known.add(listener));
      else if (name !== 'off') started ? run(command) : waiting.push(command);
      else if (listener) known.delete(listener);
      else known.clear();
    },
    emit,
    start() {
      started = true;
      for (const command of waiting.splice(0)) run(command);
    },
  };
}
