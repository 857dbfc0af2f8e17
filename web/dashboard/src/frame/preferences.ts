/** What this browser remembers of how its agent likes the dashboard. Kept in local storage where that is allowed. */

import { create } from 'zustand';
import { createJSONStorage, persist, type StateStorage } from 'zustand/middleware';
import type { Sort } from '../inbox/views';

export type Theme = 'light' | 'dark' | 'auto';

export const LIST_WIDTH = { min: 280, max: 440, initial: 344 } as const;
export const CONTEXT_WIDTH = { min: 280, max: 420, initial: 312 } as const;

export interface Preferences {
  readonly theme: Theme;
  readonly listWidth: number;
  readonly contextWidth: number;
  readonly listShown: boolean;
  readonly contextShown: boolean;
  readonly singleKeys: boolean;
  readonly sounds: boolean;
  readonly sort: Sort;
}

/** Storage that a browser may refuse: then it forgets, and nothing else happens. */
export function forgivingStorage(open: () => Storage): StateStorage {
  const attempt = <Result>(run: (storage: Storage) => Result, otherwise: Result): Result => {
    try {
      return run(open());
    } catch {
      return otherwise;
    }
  };
  return {
    getItem: (name) => attempt((storage) => storage.getItem(name), null),
    setItem: (name, value) => attempt((storage) => storage.setItem(name, value), undefined),
    removeItem: (name) => attempt((storage) => storage.removeItem(name), undefined),
  };
}

const INITIAL: Preferences = {
  theme: 'auto',
  listWidth: LIST_WIDTH.initial,
  contextWidth: CONTEXT_WIDTH.initial,
  listShown: true,
  contextShown: true,
  singleKeys: true,
  sounds: true,
  sort: 'wait',
};

export const usePreferences = create<Preferences>()(
  persist(() => INITIAL, {
    name: 'parlor-preferences',
    storage: createJSONStorage(() => forgivingStorage(() => window.localStorage)),
  }),
);

export function prefer(change: Partial<Preferences>): void {
  usePreferences.setState(change);
}

export function togglePreference(name: 'listShown' | 'contextShown' | 'singleKeys' | 'sounds'): void {
  prefer({ [name]: !usePreferences.getState()[name] });
}
