// A client in a test: fake clock, fake transports, a browser with tabs, and the small broker behind it.

import type { ConnectOptions, OutboxStorage, VisitorClient } from '../client';
import type { OutboxEntry } from '../outbox/entry';
import type { Platform } from '../platform';
import { connectVisitor } from '../visitor';
import { FakeClock } from './clock';
import type { FakeServer } from './server';
import { FakeBrowser } from './tabs';
import { fakeTransports } from './transports';

/** As durable as a test needs: outlives the client that wrote it. */
export function durableStorage(): OutboxStorage<OutboxEntry> & { entries: Map<string, OutboxEntry> } {
  const entries = new Map<string, OutboxEntry>();
  return {
    durable: true,
    entries,
    load: async () => [...entries.values()].map((entry) => structuredClone(entry)),
    put: async (clientId, entry) => void entries.set(clientId, structuredClone(entry)),
    remove: async (clientId) => void entries.delete(clientId),
  };
}

export interface World {
  clock: FakeClock;
  browser: FakeBrowser;
  storage: ReturnType<typeof durableStorage>;
  preferences: Map<string, string>;
  server: FakeServer;
}

export function newWorld(server: FakeServer): World {
  const clock = new FakeClock();
  return { clock, browser: new FakeBrowser(), storage: durableStorage(), preferences: new Map(), server };
}

export interface TestTab {
  client: VisitorClient;
  transports: ReturnType<typeof fakeTransports>;
  crash(): void;
}

/** Opens a tab of Vic's; by default WebSocket works. */
export function visitorTab(
  world: World,
  works: 'websocket' | 'sse' | 'poll' | 'none' = 'websocket',
  change: Partial<ConnectOptions> = {},
  platform: Platform = {},
): TestTab {
  const transports = fakeTransports();
  const tab = world.browser.tab();
  for (const transport of transports.all) {
    if (transport.name === works) transport.onOpen = (link) => world.server.accept(link);
  }
  const client = connectVisitor(
    {
      server: 'https://casa.example',
      client: { name: 'test', version: '1' },
      storage: world.storage as OutboxStorage,
      preferences: { get: (key) => world.preferences.get(key), set: (key, value) => world.preferences.set(key, value) },
      clock: world.clock,
      random: () => 0.5,
      ...change,
      credentials: { kind: 'visitor', token: 'vic-token' },
    },
    { ...tab, transports: transports.all, ...platform },
  );
  const crash = () => {
    tab.crash();
    for (const transport of transports.all) transport.onOpen = () => undefined;
    for (const link of transports.all.flatMap(({ links }) => links)) {
      link.closed = true;
      world.server.links.delete(link);
    }
  };
  return { client, transports, crash };
}
