// The tabs with the platform's own Web Locks, BroadcastChannel and clock, as far as Node has them.

import { expect, test, vi } from 'vitest';
import { ADA, VIC_PRINCIPAL } from '../testing/casa';
import { durableStorage } from '../testing/client';
import { FakeServer } from '../testing/server';
import { fakeTransports } from '../testing/transports';
import { connectVisitor } from '../visitor';

const hasLocks = 'locks' in navigator && typeof BroadcastChannel === 'function';

test.runIf(hasLocks)(
  'one leads, the other follows, and takes over when the first is closed',
  async () => {
    const server = new FakeServer(VIC_PRINCIPAL);
    server.log('c1');
    const storage = durableStorage();
    const open = () => {
      const transports = fakeTransports();
      transports.sse.onOpen = (link) => server.accept(link);
      const client = connectVisitor(
        {
          server: 'https://casa.example',
          credentials: { kind: 'visitor', token: 'platform' },
          client: { name: 'test', version: '1' },
          preferences: { get: () => undefined, set: () => undefined },
          transports: ['sse', 'poll'],
          storage: storage as never,
        },
        { transports: transports.all },
      );
      client.open('conversation:c1');
      const texts = () =>
        client.state
          .get()
          .conversations.get('c1')
          ?.items.map((item) => 'text' in item && item.text);
      return { client, transports, texts };
    };
    const first = open();
    await vi.waitFor(() => expect(first.client.state.get().connection.state).toBe('live'), 3000);
    const second = open();
    second.client.post('c1', 'through the leader');
    await vi.waitFor(() => expect(second.texts()).toEqual(['through the leader']), 3000);
    await vi.waitFor(() => expect(server.texts('c1')).toEqual(['through the leader']), 3000);
    expect(second.transports.sse.links).toHaveLength(0);
    first.client.dispose();
    await vi.waitFor(() => expect(second.transports.sse.links).toHaveLength(1), 1000);
    server.post('c1', ADA, 'to the new leader');
    await vi.waitFor(() => expect(second.texts()).toEqual(['through the leader', 'to the new leader']), 3000);
    second.client.dispose();
  },
  15_000,
);
