// What the browser gives. Tests give their own.

import type { Clock, Network } from './client';
import type { Locks } from './tabs/locks';
import type { Channel } from './tabs/tabs';
import type { Transport } from './transport/transport';

/** A key that is there counts, even when its value is undefined: then the browser's own is not used. */
export interface Platform {
  locks?: Locks | undefined;
  channel?: ((name: string) => Channel) | undefined;
  transports?: readonly Transport[];
}

export const browserClock: Clock = {
  now: () => Date.now(),
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => clearTimeout(timer as number | undefined),
};

export function browserNetwork(): Network | undefined {
  if (typeof addEventListener !== 'function') return undefined;
  return {
    online: () => navigator.onLine,
    subscribe: (listener) => {
      addEventListener('online', listener);
      addEventListener('offline', listener);
      return () => {
        removeEventListener('online', listener);
        removeEventListener('offline', listener);
      };
    },
  };
}

export function locksOf(platform: Platform): Locks | undefined {
  return 'locks' in platform ? platform.locks : (globalThis.navigator?.locks as Locks | undefined);
}

export function channelOf(platform: Platform, name: string): Channel | undefined {
  if ('channel' in platform) return platform.channel?.(name);
  return typeof BroadcastChannel === 'function' ? new BroadcastChannel(name) : undefined;
}
