// What a screen asks for, seen from the wire.

import { describe, expect, test } from 'vitest';
import { connectAgent } from './agent';
import { ADA, ADA_PRINCIPAL, helloResult, row, snapshot, VIC_PRINCIPAL } from './testing/casa';
import { newWorld, visitorTab } from './testing/client';
import { FakeClock } from './testing/clock';
import { FakeServer } from './testing/server';
import { fakeTransports } from './testing/transports';
import type { Message } from './transport/transport';

async function vic() {
  const world = newWorld(new FakeServer(VIC_PRINCIPAL));
  world.server.log('c1');
  const tab = visitorTab(world);
  tab.client.open('conversation:c1');
  await world.clock.pass(100);
  const link = () => tab.transports.websocket.last();
  const sent = (method: string) => link().sent.filter((message) => message.method === method);
  return { ...world, ...tab, link, sent };
}

describe('typing', () => {
  test('one signal in three seconds, off when it stops', async () => {
    const { client, clock, sent } = await vic();
    for (let key = 0; key < 40; key++) {
      client.typing('c1', true);
      await clock.pass(100);
    }
    expect(sent('typing').map(({ params }) => params)).toEqual([
      { conversation: 'c1', state: 'on' },
      { conversation: 'c1', state: 'on' },
    ]);
    await clock.pass(4000);
    expect(sent('typing').at(-1)?.params).toEqual({ conversation: 'c1', state: 'off' });
    expect(sent('typing')).toHaveLength(3);
  });

  test('off with the message', async () => {
    const { client, clock, sent } = await vic();
    client.typing('c1', true);
    client.post('c1', 'Hello');
    await clock.pass(10);
    expect(sent('typing').map(({ params }) => (params as { state: string }).state)).toEqual(['on', 'off']);
  });
});

describe('reads', () => {
  test('several within a moment become one, only growing, and show at once', async () => {
    const { client, clock, server, sent } = await vic();
    for (const text of ['a', 'b', 'c']) server.post('c1', ADA, text);
    await clock.pass(10);
    const unread = () => client.state.get().conversations.get('c1')?.row.unread;
    expect(unread()).toBe(3);
    client.read('c1', 1);
    client.read('c1', 3);
    client.read('c1', 2);
    await clock.pass(0);
    expect(unread()).toBe(0);
    await clock.pass(500);
    expect(sent('conversation.read').map(({ params }) => params)).toEqual([{ conversation: 'c1', seq: 3 }]);
  });

  test('a mark that was lost goes again', async () => {
    const { client, clock, server } = await vic();
    server.post('c1', ADA, 'a');
    server.answers = (method) => method !== 'conversation.read';
    client.read('c1', 1);
    await clock.pass(500);
    server.answers = () => true;
    server.breakLinks();
    await clock.pass(2000);
    expect(server.requests.filter(({ method }) => method === 'conversation.read')).toHaveLength(2);
  });
});

describe('changes', () => {
  test('carry a client id, and go again with the same one after a lost connection', async () => {
    const { client, clock, server } = await vic();
    server.answers = (method) => method !== 'conversation.rate';
    const rated = client.rate('c1', { score: 5, comment: 'Quick and kind', reasons: ['fast', 'friendly'] });
    await clock.pass(100);
    server.answers = () => true;
    server.breakLinks();
    await clock.pass(2000);
    await rated;
    const calls = server.requests.filter(({ method }) => method === 'conversation.rate');
    expect(calls).toHaveLength(2);
    expect(calls[0]).toEqual(calls[1]);
    expect(calls[0]?.params).toMatchObject({
      conversation: 'c1',
      score: 5,
      comment: 'Quick and kind',
      reasons: ['fast', 'friendly'],
    });
    expect(calls[0]?.params.client_id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test('reject with the reason when refused, and when the client is closed', async () => {
    const { client, clock, server } = await vic();
    server.refuse = (method) => (method === 'message.edit' ? { reason: 'edit_closed' } : undefined);
    await expect(client.edit('c1', 'm1', 'new')).rejects.toMatchObject({ reason: 'edit_closed' });
    server.answers = (method) => method !== 'conversation.end';
    const ended = client.end('c1').catch((error) => error);
    await clock.pass(10);
    client.dispose();
    await clock.pass(10);
    expect(await ended).toMatchObject({ reason: 'disposed' });
  });
});

describe('a way out of the queue', () => {
  test('names the times that the server knows, once there is a connection', async () => {
    const { client, clock, server } = await vic();
    const slots = ['2026-03-02T14:00:00.000Z', '2026-03-02T14:30:00.000Z'];
    server.slots = slots;
    server.breakLinks();
    const asked = client.callbackSlots('c1');
    await clock.pass(2000);
    expect(await asked).toEqual(slots);
    expect(server.requests.filter(({ method }) => method === 'callback.slots').map(({ params }) => params)).toEqual([
      { conversation: 'c1' },
    ]);
  });

  test.each([
    { by: 'mail', address: 'vic@casa.example' },
    { by: 'phone', address: '+34 600 123 456', at: '2026-03-02T14:30:00.000Z' },
  ] as const)('by $by is asked for once, whatever the connection does', async (answer) => {
    const { client, clock, server } = await vic();
    server.answers = (method) => method !== 'answer.ask';
    const asked = client.askAnswer('c1', answer);
    await clock.pass(100);
    server.answers = () => true;
    server.breakLinks();
    await clock.pass(2000);
    await asked;
    const calls = server.requests.filter(({ method }) => method === 'answer.ask');
    expect(calls).toHaveLength(2);
    expect(calls[0]).toEqual(calls[1]);
    const { client_id, ...params } = calls[0]?.params ?? {};
    expect(params).toEqual({ conversation: 'c1', ...answer });
    expect(client_id).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('that is closed says why', async () => {
    const { client, server } = await vic();
    const data = { field: 'params.address' };
    const refusals: Record<string, { reason: string; data?: object }> = {
      'answer.ask': { reason: 'invalid_params', data },
      'callback.slots': { reason: 'conversation_not_queued' },
    };
    server.refuse = (method) => refusals[method];
    await expect(client.askAnswer('c1', { by: 'mail', address: 'vic' })).rejects.toMatchObject({
      reason: 'invalid_params',
      data,
    });
    await expect(client.callbackSlots('c1')).rejects.toMatchObject({ reason: 'conversation_not_queued' });
  });
});

test('the page goes with hello, and a later one with the next hello', async () => {
  const { client, clock, server, sent } = await vic();
  client.pageView({ url: 'https://casa.example/alma', title: 'Alma' });
  await clock.pass(10);
  expect(sent('page.view')).toHaveLength(1);
  server.breakLinks();
  await clock.pass(2000);
  const hello = server.requests.filter(({ method }) => method === 'session.hello').at(-1);
  expect(hello?.params.page).toEqual({ url: 'https://casa.example/alma', title: 'Alma' });
  expect(hello?.params.resume).toContainEqual({ topic: 'conversation:c1', epoch: 'e1', seq: 0 });
});

test('closing a conversation does not end what a visitor hears of it', async () => {
  const { client, clock, server, sent } = await vic();
  client.close('conversation:c1');
  server.post('c1', ADA, 'Still there?');
  await clock.pass(100);
  expect(sent('topic.unsubscribe')).toEqual([]);
  expect(client.state.get().conversations.get('c1')?.row.unread).toBe(1);
});

test('after a reconnect the rows of conversations that are not open are right too', async () => {
  const { client, clock, server } = await vic();
  server.log('c2');
  server.breakLinks();
  server.post('c2', ADA, 'You have a reply');
  await clock.pass(2000);
  expect(client.state.get().conversations.get('c2')?.row.seq).toBe(1);
});

describe('as an agent', () => {
  async function ada(answer: (message: Message) => unknown) {
    const transports = fakeTransports();
    const clock = new FakeClock();
    transports.websocket.onOpen = (link) => {
      link.onSent = (message) => {
        if (message.id === undefined) return;
        const result = message.method === 'session.hello' ? helloResult(ADA_PRINCIPAL) : answer(message);
        if (result instanceof Error) link.refuse(message.id, result.message);
        else link.answer(message.id, result ?? {});
      };
      link.ready();
    };
    const client = connectAgent(
      {
        server: 'https://casa.example',
        credentials: { kind: 'agent' },
        client: { name: 'test', version: '1' },
        preferences: { get: () => undefined, set: () => undefined },
        clock,
      },
      { locks: undefined, channel: undefined, transports: transports.all },
    );
    await clock.pass(100);
    const link = transports.websocket.last();
    return { client, clock, link, sent: (method: string) => link.sent.filter((message) => message.method === method) };
  }

  const conversation = { topic: 'conversation:c1', epoch: 'e1', seq: 0, state: snapshot('c1', []) };
  const workspace = (counts: object, change: object = {}) => ({
    topic: 'workspace',
    epoch: 'e1',
    seq: 0,
    state: { rows: [row('c1')], counts, ...change },
  });

  test('a topic is subscribed while somebody has it open, and no longer', async () => {
    const position = { topic: 'conversation:c1', epoch: 'e1', seq: 0, recovered: true, reads: [] };
    const { client, clock, sent } = await ada(({ method }) => (method === 'topic.snapshot' ? conversation : position));
    client.open('conversation:c1');
    client.open('conversation:c1');
    await clock.pass(10);
    expect(sent('topic.subscribe')).toHaveLength(1);
    client.close('conversation:c1');
    expect(sent('topic.unsubscribe')).toHaveLength(0);
    client.close('conversation:c1');
    expect(sent('topic.unsubscribe')).toHaveLength(1);
    client.open('conversation:c1');
    await clock.pass(10);
    expect(sent('topic.subscribe').at(-1)?.params).toEqual({
      topic: 'conversation:c1',
      after: { epoch: 'e1', seq: 0 },
    });
  });

  test('of conversations closed long ago only the rows are kept', async () => {
    const { client, clock } = await ada(({ method, params }) => {
      const { topic } = params as { topic: string };
      const state = snapshot(topic.replace('conversation:', ''), []);
      return method === 'topic.snapshot' ? { topic, epoch: 'e1', seq: 0, state } : {};
    });
    for (let n = 0; n < 40; n++) {
      client.open(`conversation:c${n}`);
      await clock.pass(10);
      client.close(`conversation:c${n}`);
    }
    const views = [...client.state.get().conversations.values()];
    expect(views).toHaveLength(40);
    expect(views.filter(({ loaded }) => loaded)).toHaveLength(30);
  });

  test('a note shows at once and is taken back when it is refused', async () => {
    const { client, clock } = await ada(({ method }) => {
      if (method === 'note.post') return new Error('not_permitted');
      return method === 'topic.snapshot' ? conversation : undefined;
    });
    client.open('conversation:c1');
    await clock.pass(10);
    const noted = client.note('c1', 'VIP, be quick').catch((error) => error);
    const items = () => client.state.get().conversations.get('c1')?.items;
    expect(items()).toMatchObject([{ kind: 'note', text: 'VIP, be quick', state: 'sending' }]);
    await clock.pass(10);
    expect(await noted).toMatchObject({ reason: 'not_permitted' });
    expect(items()).toEqual([]);
  });

  test('the floor comes with its topic, and anew after a reconnect', async () => {
    let waiting = 2;
    const floor = () => ({ queue: [], waiting, offers: [], teams: [], agents: [] });
    const { client, clock, link } = await ada(({ method }) =>
      method === 'topic.snapshot' ? { topic: 'queue', epoch: 'e1', seq: 0, state: floor() } : undefined,
    );
    client.open('queue');
    await clock.pass(10);
    expect(client.state.get().queue?.waiting).toBe(2);
    link.notify('queue', { topic: 'queue', state: { ...floor(), waiting: 5 } });
    expect(client.state.get().queue?.waiting).toBe(5);
    waiting = 1;
    link.end();
    await clock.pass(2000);
    expect(client.state.get().queue?.waiting).toBe(1);
  });

  const onSite = (browsing: number, change: object = {}) => ({
    visitors: [],
    counts: { browsing, queued: 0, chatting: 0 },
    ...change,
  });

  test('who is on the site comes with its topic, and is forgotten with it', async () => {
    const { client, clock, link, sent } = await ada(({ method }) =>
      method === 'topic.snapshot' ? { topic: 'visitors', epoch: 'e1', seq: 0, state: onSite(2) } : {},
    );
    link.notify('visitors', { topic: 'visitors', state: onSite(9) });
    expect(client.state.get().visitors).toBeUndefined();
    client.open('visitors');
    await clock.pass(10);
    expect(client.state.get().visitors?.counts.browsing).toBe(2);
    link.notify('visitors', { topic: 'visitors', state: onSite(5) });
    expect(client.state.get().visitors?.counts.browsing).toBe(5);
    client.close('visitors');
    expect(sent('topic.unsubscribe').map(({ params }) => params)).toEqual([{ topic: 'visitors' }]);
    expect(client.state.get().visitors).toBeUndefined();
  });

  test('those who came before are asked for by the cursor, and leave the first page as it is', async () => {
    const { client, clock } = await ada(({ method, params }) => {
      if (method !== 'topic.snapshot') return {};
      const { cursor } = params as { cursor?: string };
      const state = cursor === 'more' ? onSite(2) : onSite(120, { cursor: 'more' });
      return { topic: 'visitors', epoch: 'e1', seq: 0, state };
    });
    client.open('visitors');
    await clock.pass(10);
    const [page] = await Promise.all([client.visitorsAfter('more'), clock.pass(10)]);
    expect(page).toEqual(onSite(2));
    expect(client.state.get().visitors).toEqual(onSite(120, { cursor: 'more' }));
  });

  test('that somebody sits here is said at once or not at all', async () => {
    const { client, clock, link, sent } = await ada(() => ({}));
    await client.active();
    expect(sent('agent.active')).toHaveLength(1);
    link.end();
    await client.active();
    await clock.pass(2000);
    expect(sent('agent.active')).toHaveLength(1);
  });

  test('a visitor is invited once, or it is said that they were not', async () => {
    const { client, clock, link, sent } = await ada(({ method, params }) => {
      if (method !== 'visitor.invite') return {};
      return (params as { visit: string }).visit === 'gone' ? new Error('visitor_gone') : { invitation: 'i1' };
    });
    const refused = client.inviteVisitor('gone', 'Hi!').catch((error) => error);
    await Promise.all([client.inviteVisitor('v1', 'Hi!'), clock.pass(10)]);
    expect(await refused).toMatchObject({ reason: 'visitor_gone' });
    expect(sent('visitor.invite').at(-1)?.params).toEqual({ visit: 'v1', text: 'Hi!' });
    link.end();
    const lost = await client.inviteVisitor('v2', 'Hi!').catch((error) => error);
    expect(lost).toMatchObject({ reason: 'connection_lost' });
    await clock.pass(2000);
    expect(sent('visitor.invite')).toHaveLength(2);
  });

  test('a chat is given on with a note, and the answer to an offer is sent', async () => {
    const { client, clock, sent } = await ada(() => ({}));
    await Promise.all([
      client.transfer('c1', { team: 'orders', note: 'Wants a refund' }),
      client.answerOffer('c2', false),
      clock.pass(10),
    ]);
    expect(sent('conversation.transfer').map(({ params }) => params)).toEqual([
      {
        conversation: 'c1',
        team: 'orders',
        note: 'Wants a refund',
        client_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    ]);
    expect(sent('offer.answer').map(({ params }) => params)).toEqual([{ conversation: 'c2', accept: false }]);
  });

  test('a transfer goes again under the same client id after a lost connection', async () => {
    const seen: unknown[] = [];
    const { client, clock, link } = await ada(({ method, params }) => {
      if (method !== 'conversation.transfer') return {};
      seen.push(params);
      if (seen.length === 1) link.end();
      return {};
    });
    const done = client.transfer('c1', { agent: 'ben' });
    await clock.pass(2000);
    await done;
    expect(seen).toHaveLength(2);
    expect(seen[0]).toEqual(seen[1]);
  });

  test('counts are asked for when a row comes that a partial list does not know', async () => {
    let counts = { mine: 0, queue: 60, all: 60 };
    const { client, clock, link, sent } = await ada(({ method }) =>
      method === 'topic.snapshot' ? workspace(counts, { cursor: 'more' }) : undefined,
    );
    client.open('workspace');
    await clock.pass(10);
    expect(client.state.get().inbox?.counts.queue).toBe(60);
    counts = { mine: 0, queue: 61, all: 61 };
    link.notify('rows', { topic: 'workspace', position: '2', rows: [row('c77', { seq: 3 }), row('c78', { seq: 3 })] });
    await clock.pass(2000);
    expect(client.state.get().inbox?.counts.queue).toBe(61);
    expect(sent('topic.snapshot').at(-1)?.params).toMatchObject({ limit: 1 });
    expect(client.state.get().inbox?.rows.has('c77')).toBe(true);
  });

  test('more rows come by the cursor of their view', async () => {
    const { client, clock, sent } = await ada(({ method, params }) => {
      if (method !== 'topic.snapshot') return undefined;
      const { cursor } = params as { cursor?: string };
      return workspace({ mine: 0, queue: 2, all: 2 }, cursor ? { rows: [row('c2')] } : { cursor: 'more' });
    });
    client.open('workspace');
    await clock.pass(10);
    await client.loadMoreRows('all');
    expect(sent('topic.snapshot').at(-1)?.params).toEqual({ topic: 'workspace', view: 'all', cursor: 'more' });
    expect([...(client.state.get().inbox?.rows.keys() ?? [])]).toEqual(['c1', 'c2']);
    expect(client.state.get().inbox?.cursors).toEqual({});
  });
});
