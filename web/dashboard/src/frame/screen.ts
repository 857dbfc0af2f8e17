/** How many panels fit beside one another. */

import { useSyncExternalStore } from 'react';

export type Width = 'phone' | 'tablet' | 'laptop' | 'desktop';

const STEPS: readonly (readonly [Width, string])[] = [
  ['desktop', '(min-width: 1280px)'],
  ['laptop', '(min-width: 1024px)'],
  ['tablet', '(min-width: 768px)'],
];

function widthNow(): Width {
  return STEPS.find(([, query]) => window.matchMedia(query).matches)?.[0] ?? 'phone';
}

function subscribe(listener: () => void): () => void {
  const queries = STEPS.map(([, query]) => window.matchMedia(query));
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    for (const query of queries) query.removeEventListener('change', listener);
  };
}

export function useWidth(): Width {
  return useSyncExternalStore(subscribe, widthNow);
}
