/** Single keys act only where nobody is writing, and only while the agent wants them. */

import { useEffect, useRef } from 'react';
import { tinykeys } from 'tinykeys';
import { usePreferences } from './preferences';

export type KeyMap = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const WRITING = 'input, textarea, select, [contenteditable="true"]';
const OVERLAY = '[role="dialog"], [role="menu"], [role="listbox"]';

export function isFree(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return true;
  return target.closest(`${WRITING}, ${OVERLAY}`) === null && document.querySelector(OVERLAY) === null;
}

/** Keys for as long as the component is there. The newest handlers are called without binding anew. */
export function useSingleKeys(keys: KeyMap): void {
  const latest = useRef(keys);
  latest.current = keys;
  const enabled = usePreferences(({ singleKeys }) => singleKeys);
  const names = Object.keys(keys).join('|');
  useEffect(() => {
    if (!enabled) return;
    const handlers = names.split('|').map((name) => [
      name,
      (event: KeyboardEvent) => {
        if (isFree(event.target)) latest.current[name]?.(event);
      },
    ]);
    return tinykeys(window, Object.fromEntries(handlers));
  }, [enabled, names]);
}
