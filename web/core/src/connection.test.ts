import { describe, expect, test } from 'vitest';
import type { Network } from './client';
import { Connection, type ConnectionEvents } from './connection';
import type { ConnectionView } from './state';
import { helloResult, VIC_PRINCIPAL } from './testing/casa';
import { FakeClock } from './testing/clock';
import { seededRandom } from './testing/random';
import { type FakeLink, fakeTransports } from './testing/transports';

const CONNECTION_LOST = { reconnect: 'now', reason: 'connection_lost' } as const;

class Rig {
  readonly clock = new FakeClock();
  readonly transports = fakeTransports();
  readonly remembered = new Map<string, string>();
  readonly views: ConnectionView[] = [];
  readonly messages: string[] = [];
  lives = 0;
  losses = 0;
  isIdle = true;
  online = true;
  private listener: () => void = () => undefined;
  readonly connection: Connection;

  constructor(random: () => number = () => 0.5, change: Partial<ConnectionEvents> = {}) {
    const network: Network = {
      online: () => this.online,
      subscribe: (listener) => {
        this.listener = listener;
        return () => undefined;
      },
    };
    const preferences = {
      get: (key: string) => this.remembered.get(key),
      set: (key: string, value: string) => this.remembered.set(key, value),
    };
    const options = { transports: this.transports.all, preferences, network, clock: this.clock, random };
    this.connection = new Connection(options, {
      hello: () => ({ client: { name: 'test', version: '1' } }),
      changed: (view) => this.views.push(view),
      live: () => this.lives++,
      lost: () => this.losses++,
      message: ({ method }) => this.messages.push(method ?? ''),
      allows: () => true,
      stopped: () => this.views.push({ state: 'closed', reason: 'stopped' }),
      idle: () => this.isIdle,
      ...change,
    });
  }

  get view(): ConnectionView {
    return this.views.at(-1) as ConnectionView;
  }

  works(...names: ('websocket' | 'sse' | 'poll')[]): this {
    for (const name of names) this.transports[name].onOpen = welcome;
    return this;
  }

  network(online: boolean): void {
    this.online = online;
    this.listener();
  }

  async live(name: 'websocket' | 'sse' | 'poll' = 'websocket'): Promise<FakeLink> {
    this.works(name);
    this.connection.start();
    await this.clock.pass(5000);
    expect(this.view.state).toBe('live');
    return this.transports[name].last();
  }
}

function welcome(link: FakeLink): void {
  link.ready();
  link.answer('hello', helloResult(VIC_PRINCIPAL));
}

describe('the race', () => {
  test('WebSocket alone when it is ready within two seconds', async () => {
    const rig = new Rig().works('websocket', 'sse', 'poll');
    rig.connection.start();
    await rig.clock.pass(10_000);
    expect(rig.view).toMatchObject({ state: 'live', transport: 'websocket' });
    expect(rig.transports.sse.links).toHaveLength(0);
    expect(rig.transports.websocket.links).toHaveLength(1);
  });

  test('SSE starts beside a silent WebSocket after two seconds, and the loser is closed', async () => {
    const rig = new Rig().works('sse');
    rig.connection.start();
    await rig.clock.pass(1999);
    expect(rig.transports.sse.links).toHaveLength(0);
    await rig.clock.pass(1);
    expect(rig.view).toMatchObject({ state: 'live', transport: 'sse' });
    expect(rig.transports.websocket.last().closed).toBe(true);
    expect(rig.transports.poll.links).toHaveLength(0);
  });

  test('a proxy that buffers SSE loses to long-poll two seconds later', async () => {
    const rig = new Rig().works('poll');
    rig.connection.start();
    await rig.clock.pass(4000);
    expect(rig.view).toMatchObject({ state: 'live', transport: 'poll' });
    expect(rig.transports.sse.last().closed).toBe(true);
  });

  test('a transport that fails hard gives way at once', async () => {
    const rig = new Rig().works('poll');
    for (const name of ['websocket', 'sse'] as const) rig.transports[name].onOpen = (link) => link.end();
    rig.connection.start();
    await rig.clock.pass(0);
    expect(rig.view).toMatchObject({ state: 'live', transport: 'poll' });
  });

  test('a WebSocket that becomes ready late still wins while nothing else has delivered', async () => {
    const rig = new Rig();
    rig.connection.start();
    await rig.clock.pass(3000);
    welcome(rig.transports.websocket.last());
    await rig.clock.pass(0);
    expect(rig.view).toMatchObject({ state: 'live', transport: 'websocket' });
    expect(rig.transports.sse.last().closed).toBe(true);
  });

  test('what worked on this network is tried first next time', async () => {
    const rig = new Rig();
    await rig.live('sse');
    rig.transports.sse.last().end();
    await rig.clock.pass(1000);
    expect(rig.view).toMatchObject({ state: 'live', transport: 'sse' });
    expect(rig.transports.websocket.links).toHaveLength(1);
  });

  test('when nothing answers the race ends and comes back', async () => {
    const rig = new Rig();
    rig.connection.start();
    await rig.clock.pass(14_000);
    expect(rig.view.state).toBe('retrying');
    expect(rig.transports.all.every((transport) => transport.last().closed)).toBe(true);
  });

  test('a transport that is not allowed stops the race', async () => {
    const rig = new Rig(() => 0.5, { allows: (name) => name === 'websocket' });
    rig.connection.start();
    await rig.clock.pass(2000);
    expect(rig.view.reason).toBe('stopped');
    expect(rig.transports.websocket.last().closed).toBe(true);
    expect(rig.transports.sse.links).toHaveLength(0);
  });
});

describe('moving up again', () => {
  test('after five minutes, when nothing is in flight', async () => {
    const rig = new Rig();
    await rig.live('sse');
    rig.works('websocket');
    await rig.clock.pass(1000);
    rig.isIdle = false;
    const alive = setAlive(rig);
    await rig.clock.pass(5 * 60_000);
    expect(rig.view.transport).toBe('sse');
    rig.isIdle = true;
    await rig.clock.pass(5 * 60_000);
    expect(rig.view).toMatchObject({ state: 'live', transport: 'websocket' });
    expect(rig.transports.sse.last().closed).toBe(true);
    alive();
  });

  test('stays where it is when the better one still does not work', async () => {
    const rig = new Rig();
    await rig.live('sse');
    const alive = setAlive(rig);
    await rig.clock.pass(6 * 60_000);
    expect(rig.view).toMatchObject({ state: 'live', transport: 'sse' });
    expect(rig.losses).toBe(0);
    alive();
  });
});

/** Keeps the fallback's link from falling silent. */
function setAlive(rig: Rig): () => void {
  let on = true;
  const beat = () => {
    if (!on) return;
    rig.transports.sse.last().on.alive();
    rig.clock.setTimeout(beat, 20_000);
  };
  beat();
  return () => {
    on = false;
  };
}

describe('staying connected', () => {
  test('a heartbeat is answered on WebSocket and only there', async () => {
    const rig = new Rig();
    const link = await rig.live();
    link.notify('heartbeat', {});
    expect(link.sent.at(-1)).toEqual({ jsonrpc: '2.0', method: 'heartbeat' });
    const other = new Rig();
    const stream = await other.live('sse');
    stream.notify('heartbeat', {});
    expect(stream.sent.filter(({ method }) => method === 'heartbeat')).toEqual([]);
  });

  test('sixty seconds of silence end the link; anything heard moves that', async () => {
    const rig = new Rig();
    const link = await rig.live();
    await rig.clock.pass(50_000);
    link.notify('heartbeat', {});
    await rig.clock.pass(50_000);
    expect(link.closed).toBe(false);
    await rig.clock.pass(10_000);
    expect(link.closed).toBe(true);
    expect(rig.losses).toBe(1);
  });

  test('a hello without an answer ends the link', async () => {
    const rig = new Rig();
    rig.transports.websocket.onOpen = (link) => link.ready();
    rig.connection.start();
    await rig.clock.pass(10_000);
    expect(rig.transports.websocket.links[0]?.closed).toBe(true);
    expect(rig.lives).toBe(0);
  });
});

describe('coming back', () => {
  test('with full jitter: spread over the whole of a bound that doubles up to thirty seconds', async () => {
    const delays: number[][] = [];
    for (let seed = 1; seed <= 200; seed++) {
      const rig = new Rig(seededRandom(seed));
      for (const transport of rig.transports.all) transport.onOpen = (link) => link.end();
      rig.connection.start();
      for (let attempt = 0; attempt < 9; attempt++) {
        await rig.clock.pass(0);
        const delay = (rig.view.retryAt as number) - rig.clock.now();
        delays[attempt] = [...(delays[attempt] ?? []), delay];
        await rig.clock.pass(delay);
      }
    }
    delays.forEach((some, attempt) => {
      const bound = Math.min(30_000, 500 * 2 ** attempt);
      const mean = some.reduce((sum, delay) => sum + delay, 0) / some.length;
      expect(Math.max(...some)).toBeLessThanOrEqual(bound);
      expect(Math.max(...some)).toBeGreaterThan(0.9 * bound);
      expect(Math.min(...some)).toBeLessThan(0.1 * bound);
      expect(Math.abs(mean / bound - 0.5)).toBeLessThan(0.1);
    });
  });

  test('a link that held starts the count anew', async () => {
    const rig = new Rig();
    const link = await rig.live();
    await rig.clock.pass(20_000);
    link.end();
    expect((rig.view.retryAt as number) - rig.clock.now()).toBe(250);
  });

  test('session.closing says when: after_ms, with jitter on top', async () => {
    const rig = new Rig();
    const link = await rig.live();
    link.notify('session.closing', { code: 4003, reason: 'try_later', reconnect: 'later', after_ms: 7000 });
    expect(rig.view).toMatchObject({ state: 'retrying', reason: 'try_later' });
    expect((rig.view.retryAt as number) - rig.clock.now()).toBe(7250);
    expect(link.closed).toBe(true);
  });

  test('session.closing never, a final close code and a refused hello end it', async () => {
    const closing = new Rig();
    (await closing.live()).notify('session.closing', { code: 4503, reason: 'revoked', reconnect: 'never' });
    expect(closing.view).toMatchObject({ state: 'closed', reason: 'revoked' });
    const code = new Rig();
    (await code.live()).end({ reconnect: 'never', reason: 'token_invalid' });
    expect(code.view).toMatchObject({ state: 'closed', reason: 'token_invalid' });
    const hello = new Rig();
    hello.transports.websocket.onOpen = (link) => {
      link.ready();
      link.refuse('hello', 'token_expired');
    };
    hello.connection.start();
    await hello.clock.pass(60_000);
    expect(hello.view).toMatchObject({ state: 'closed', reason: 'token_expired' });
    expect(hello.transports.websocket.links).toHaveLength(1);
  });

  test('a hello refused for now is said again after its time', async () => {
    const rig = new Rig();
    rig.transports.websocket.onOpen = (link) => {
      rig.works('websocket');
      link.ready();
      link.refuse('hello', 'try_later', { retry_after_ms: 4000 });
    };
    rig.connection.start();
    await rig.clock.pass(4000);
    expect(rig.view).toMatchObject({ state: 'retrying', reason: 'try_later' });
    await rig.clock.pass(250);
    expect(rig.view.state).toBe('live');
  });

  test('says offline while the browser does, and is back at once with the network', async () => {
    const rig = new Rig();
    await rig.live();
    rig.transports.websocket.onOpen = (link) => link.end();
    for (const name of ['sse', 'poll'] as const) rig.transports[name].onOpen = (link) => link.end();
    rig.network(false);
    expect(rig.view.state).toBe('offline');
    await rig.clock.pass(120_000);
    expect(['offline', 'connecting']).toContain(rig.view.state);
    rig.works('websocket');
    rig.network(true);
    await rig.clock.pass(0);
    expect(rig.view).toMatchObject({ state: 'live' });
    expect(rig.view.since).toBeUndefined();
  });

  test('says since when there has been no connection', async () => {
    const rig = new Rig();
    const link = await rig.live();
    for (const transport of rig.transports.all) transport.onOpen = (other) => other.end();
    const lostAt = rig.clock.now();
    link.end(CONNECTION_LOST);
    await rig.clock.pass(30_000);
    expect(rig.view.since).toBe(lostAt);
  });

  test('after dispose nothing is left running', async () => {
    const rig = new Rig();
    await rig.live();
    rig.connection.dispose();
    expect(rig.view.state).toBe('closed');
    expect(rig.clock.pending).toBe(0);
  });
});
