import { describe, expect, test } from 'vitest';
import { ADA, VIC_PRINCIPAL } from '../testing/casa';
import { newWorld, type TestTab, visitorTab } from '../testing/client';
import { FakeServer } from '../testing/server';

const shown = (tab: TestTab) =>
  (tab.client.state.get().conversations.get('c1')?.items ?? []).map((item) =>
    item.kind === 'system' ? item.type : `${item.text}:${item.state}`,
  );
const links = (tab: TestTab) =>
  tab.transports.all.flatMap((transport) => transport.links).filter((link) => !link.closed);
const count = (server: FakeServer, method: string) =>
  server.requests.filter((request) => request.method === method).length;

function newHouse() {
  const world = newWorld(new FakeServer(VIC_PRINCIPAL));
  world.server.log('c1');
  return world;
}

async function twoTabs(works: 'websocket' | 'sse') {
  const world = newHouse();
  const first = visitorTab(world, works);
  first.client.open('conversation:c1');
  await world.clock.pass(5000);
  const second = visitorTab(world, works);
  second.client.open('conversation:c1');
  await world.clock.pass(5000);
  return { world, first, second };
}

describe('on an HTTP transport', () => {
  test('one tab holds the session, the other follows and sees the same', async () => {
    const { world, first, second } = await twoTabs('sse');
    expect(links(first)).toHaveLength(1);
    expect(links(second)).toHaveLength(0);
    expect(second.client.state.get().connection).toMatchObject({ state: 'live', transport: 'sse' });
    world.server.post('c1', ADA, 'Good morning');
    await world.clock.pass(100);
    expect(shown(second)).toEqual(['Good morning:sent']);
    expect(second.client.state.get().conversations).toEqual(first.client.state.get().conversations);
  });

  test('a follower posts through the leader: shown at once in both, stored once', async () => {
    const { world, first, second } = await twoTabs('sse');
    second.client.post('c1', 'from the second tab');
    expect(shown(second)).toEqual(['from the second tab:pending']);
    await world.clock.pass(100);
    expect(world.server.texts('c1')).toEqual(['from the second tab']);
    expect(count(world.server, 'message.post')).toBe(1);
    expect(shown(first)).toEqual(['from the second tab:sent']);
    expect(shown(second)).toEqual(['from the second tab:sent']);
    expect(world.storage.entries.size).toBe(0);
  });

  test('a follower starts a conversation through the leader and hears its id', async () => {
    const { world, second } = await twoTabs('sse');
    const started = second.client.start({ text: 'Hello?' });
    await world.clock.pass(100);
    expect(world.server.texts(await started)).toEqual(['Hello?']);
  });

  test('a refusal reaches the follower that asked', async () => {
    const { world, second } = await twoTabs('sse');
    world.server.refuse = (method) => (method === 'conversation.rate' ? { reason: 'rating_closed' } : undefined);
    const rated = second.client.rate('c1', { score: 5 }).catch((error) => error);
    await world.clock.pass(100);
    expect(await rated).toMatchObject({ name: 'ParlorError', reason: 'rating_closed' });
  });

  test('when the leader goes, the follower leads within a second, resumes, and loses and doubles nothing', async () => {
    const { world, first, second } = await twoTabs('sse');
    world.server.post('c1', ADA, 'before');
    await world.clock.pass(100);
    world.server.answers = (method) => method !== 'message.post';
    world.server.deliver = () => undefined;
    second.client.post('c1', 'on its way');
    await world.clock.pass(100);
    first.crash();
    world.server.answers = () => true;
    world.server.deliver = (send) => send();
    world.server.post('c1', ADA, 'in between');
    await world.clock.pass(1000);
    expect(links(second)).toHaveLength(1);
    expect(second.client.state.get().connection).toMatchObject({ state: 'live', transport: 'sse' });
    await world.clock.pass(5000);
    expect(shown(second)).toEqual(['before:sent', 'on its way:sent', 'in between:sent']);
    expect(world.server.texts('c1')).toEqual(['before', 'on its way', 'in between']);
    const taken = world.server.requests.filter(
      ({ method, params }) => method === 'topic.snapshot' && params.topic === 'conversation:c1',
    );
    expect(taken).toHaveLength(1);
    expect(world.storage.entries.size).toBe(0);
  });

  test('a call that the old leader never answered is run by the new one', async () => {
    const { world, first, second } = await twoTabs('sse');
    world.server.answers = (method) => method !== 'conversation.rate';
    const rated = second.client.rate('c1', { score: 4 });
    await world.clock.pass(100);
    first.crash();
    world.server.answers = () => true;
    await world.clock.pass(3000);
    await expect(rated).resolves.toBeUndefined();
    expect(count(world.server, 'conversation.rate')).toBe(2);
  });

  test('a follower whose leader sleeps connects for itself', async () => {
    const world = newHouse();
    const sleeper = world.browser.tab();
    void sleeper.locks.request('parlor https://casa.example token ac9e8239', {}, () => new Promise(() => undefined));
    const tab = visitorTab(world, 'sse');
    await world.clock.pass(2500);
    expect(tab.client.state.get().connection.state).toBe('connecting');
    await world.clock.pass(3500);
    expect(tab.client.state.get().connection.state).toBe('live');
  });
});

describe('on WebSocket', () => {
  test('each tab has its own socket', async () => {
    const { world, first, second } = await twoTabs('websocket');
    expect(links(first)).toHaveLength(1);
    expect(links(second)).toHaveLength(1);
    world.server.post('c1', ADA, 'Good morning');
    await world.clock.pass(100);
    expect(shown(first)).toEqual(['Good morning:sent']);
    expect(shown(second)).toEqual(['Good morning:sent']);
  });

  test('posts of both go once each, and a tab that went leaves its own to the other', async () => {
    const { world, first, second } = await twoTabs('websocket');
    first.client.post('c1', 'one');
    second.client.post('c1', 'two');
    await world.clock.pass(100);
    expect(world.server.texts('c1').sort()).toEqual(['one', 'two']);
    expect(count(world.server, 'message.post')).toBe(2);
    world.server.answers = (method) => method !== 'message.post';
    world.server.deliver = () => undefined;
    first.client.post('c1', 'three');
    await world.clock.pass(100);
    first.crash();
    world.server.answers = () => true;
    world.server.deliver = (send) => send();
    second.client.post('c1', 'four');
    await world.clock.pass(5000);
    expect(world.server.texts('c1').sort()).toEqual(['four', 'one', 'three', 'two']);
    expect(world.storage.entries.size).toBe(0);
  });

  test('a lock that a sleeping tab holds is taken from it', async () => {
    const world = newHouse();
    const sleeper = world.browser.tab();
    void sleeper.locks
      .request('parlor https://casa.example token ac9e8239 outbox', {}, () => new Promise(() => undefined))
      .catch(() => undefined);
    const tab = visitorTab(world, 'websocket');
    tab.client.open('conversation:c1');
    tab.client.post('c1', 'patience');
    await world.clock.pass(2000);
    expect(world.server.texts('c1')).toEqual([]);
    await world.clock.pass(2000);
    expect(world.server.texts('c1')).toEqual(['patience']);
  });
});

test('where the browser refuses locks, each tab works for itself', async () => {
  const world = newHouse();
  const refusing = { request: () => Promise.reject(new Error('SecurityError')) };
  for (const works of ['websocket', 'sse'] as const) {
    const tab = visitorTab(world, works, {}, { locks: refusing });
    tab.client.open('conversation:c1');
    tab.client.post('c1', `over ${works}`);
    await world.clock.pass(5000);
    expect(tab.client.state.get().connection).toMatchObject({ state: 'live', transport: works });
    tab.crash();
  }
  expect(world.server.texts('c1')).toEqual(['over websocket', 'over sse']);
});
