/** Says now and then that somebody sits here: an agent of whom nothing is seen is away after a while. */

import { useEffect } from 'react';
import { useClient } from '../live/live';

const SAID_EVERY_MS = 60_000;
const SIGNS = ['keydown', 'pointerdown', 'pointermove'] as const;

export function useActivity(): void {
  const client = useClient();
  useEffect(() => {
    let saidAt = Number.NEGATIVE_INFINITY;
    const seen = (): void => {
      const now = performance.now();
      if (now - saidAt < SAID_EVERY_MS) return;
      saidAt = now;
      void client.active();
    };
    for (const sign of SIGNS) window.addEventListener(sign, seen, { capture: true, passive: true });
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, seen, { capture: true });
    };
  }, [client]);
}
