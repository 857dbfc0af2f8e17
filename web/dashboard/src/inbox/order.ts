/** The order in which the list shows its rows at this moment, for the keys that walk along it. */

import { create } from 'zustand';

export const useShownOrder = create<{ readonly ids: readonly string[] }>()(() => ({ ids: [] }));

export function neighbour(ids: readonly string[], from: string | undefined, step: 1 | -1): string | undefined {
  const at = from === undefined ? -1 : ids.indexOf(from);
  if (at === -1) return step === 1 ? ids[0] : ids.at(-1);
  return ids[at + step];
}
