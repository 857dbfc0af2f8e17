import { describe, expect, test } from 'vitest';
import type { MessageItem } from '../state';
import { ADA, VIC_PRINCIPAL } from '../testing/casa';
import { newWorld, type TestTab, visitorTab, type World } from '../testing/client';
import { FakeServer } from '../testing/server';

const posts = (world: World) => world.server.requests.filter(({ method }) => method === 'message.post');
const bubbles = (tab: TestTab, id = 'c1') =>
  (tab.client.state.get().conversations.get(id)?.items ?? []).filter((item) => item.kind === 'message');
const shown = (tab: TestTab, id = 'c1') => bubbles(tab, id).map((item) => `${item.text}:${item.state}`);

async function openTab(works: 'websocket' | 'none' = 'websocket', world = newWorld(new FakeServer(VIC_PRINCIPAL))) {
  world.server.log('c1');
  const tab = visitorTab(world, works);
  tab.client.open('conversation:c1');
  await world.clock.pass(100);
  return { world, tab };
}

describe('sending', () => {
  test('a message shows at once as pending, and its event replaces it under the same key', async () => {
    const { world, tab } = await openTab();
    const clientId = tab.client.post('c1', 'Is the Alma sofa in stock?');
    expect(shown(tab)).toEqual(['Is the Alma sofa in stock?:pending']);
    await world.clock.pass(100);
    const [item] = bubbles(tab) as [MessageItem];
    expect(item).toMatchObject({ key: clientId, seq: 1, state: 'sent', message: 'c1-m1' });
    expect(shown(tab)).toHaveLength(1);
    expect(world.storage.entries.size).toBe(0);
  });

  test('posts go in order, each naming the one before it, at most eight at a time', async () => {
    const { world, tab } = await openTab();
    world.server.answers = (method) => method !== 'message.post';
    world.server.deliver = () => undefined;
    const ids = Array.from({ length: 12 }, (_, n) => tab.client.post('c1', `line ${n}`));
    await world.clock.pass(100);
    expect(posts(world).map(({ params }) => params.client_id)).toEqual(ids.slice(0, 8));
    expect(posts(world).map(({ params }) => params.after)).toEqual([undefined, ...ids.slice(0, 7)]);
  });

  test('after a lost connection everything unanswered goes again, in order, and shows once', async () => {
    const { world, tab } = await openTab();
    world.server.answers = (method) => method !== 'message.post';
    world.server.deliver = () => undefined;
    for (const text of ['one', 'two', 'three']) tab.client.post('c1', text);
    await world.clock.pass(100);
    world.server.answers = () => true;
    world.server.deliver = (send) => send();
    world.server.breakLinks();
    await world.clock.pass(2000);
    expect(world.server.texts('c1')).toEqual(['one', 'two', 'three']);
    expect(shown(tab)).toEqual(['one:sent', 'two:sent', 'three:sent']);
    expect(world.storage.entries.size).toBe(0);
  });

  test('a result without its event and an event without its result both end the waiting, in either order', async () => {
    const { world, tab } = await openTab();
    const held: (() => void)[] = [];
    world.server.deliver = (send) => held.push(send);
    tab.client.post('c1', 'result first');
    await world.clock.pass(100);
    expect(world.storage.entries.size).toBe(0);
    expect(bubbles(tab)[0]).toMatchObject({ state: 'sent', seq: 1, version: 0 });
    for (const send of held) send();
    await world.clock.pass(100);
    expect(bubbles(tab)).toHaveLength(1);
    expect(bubbles(tab)[0]).toMatchObject({ state: 'sent', seq: 1, version: 1 });
    world.server.deliver = (send) => send();
    world.server.answers = (method) => method !== 'message.post';
    tab.client.post('c1', 'event only');
    await world.clock.pass(100);
    expect(world.storage.entries.size).toBe(0);
    expect(shown(tab)).toEqual(['result first:sent', 'event only:sent']);
  });
});

describe('reload', () => {
  test('a message that was on its way when the page went is sent by the next page, and stored once', async () => {
    const { world, tab } = await openTab();
    world.server.answers = (method) => method !== 'message.post';
    world.server.deliver = () => undefined;
    const clientId = tab.client.post('c1', 'before the reload');
    await world.clock.pass(100);
    tab.crash();
    expect([...world.storage.entries.keys()]).toEqual([clientId]);
    world.server.answers = () => true;
    world.server.deliver = (send) => send();
    const { tab: next } = await openTab('websocket', world);
    await world.clock.pass(5000);
    expect(world.server.texts('c1')).toEqual(['before the reload']);
    expect(shown(next)).toEqual(['before the reload:sent']);
    expect(bubbles(next)[0]?.key).toBe(clientId);
    expect(world.storage.entries.size).toBe(0);
  });

  test('positive control: without storage the message of a page that went is lost', async () => {
    const world = newWorld(new FakeServer(VIC_PRINCIPAL));
    world.storage.put = async () => undefined;
    const { tab } = await openTab('none', world);
    tab.client.post('c1', 'before the reload');
    await world.clock.pass(100);
    tab.crash();
    await openTab('websocket', world);
    await world.clock.pass(5000);
    expect(world.server.texts('c1')).toEqual([]);
  });

  test('what was written offline shows again as pending', async () => {
    const { world, tab } = await openTab('none');
    tab.client.post('c1', 'offline');
    await world.clock.pass(100);
    tab.crash();
    const { tab: next } = await openTab('none', world);
    expect(shown(next)).toEqual(['offline:pending']);
  });

  test('where storage is refused the state says so, and messages still go', async () => {
    const world = newWorld(new FakeServer(VIC_PRINCIPAL));
    world.storage.load = () => Promise.reject(new Error('blocked'));
    const { tab } = await openTab('websocket', world);
    expect(tab.client.state.get().outboxDurable).toBe(false);
    tab.client.post('c1', 'from memory');
    await world.clock.pass(100);
    expect(shown(tab)).toEqual(['from memory:sent']);
  });
});

describe('a storage that is slow to read', () => {
  test('brings nothing back that was answered meanwhile', async () => {
    const world = newWorld(new FakeServer(VIC_PRINCIPAL));
    const { load } = world.storage;
    const reads: (() => void)[] = [];
    world.storage.load = async () => {
      const entries = await load();
      await new Promise<void>((done) => reads.push(done));
      return entries;
    };
    const { tab } = await openTab('websocket', world);
    // The second stays unanswered, so that the lock is kept.
    let asked = 0;
    world.server.answers = (method) => method !== 'message.post' || ++asked === 1;
    world.server.deliver = () => undefined;
    const [first, second] = ['once', 'waits'].map((text) => tab.client.post('c1', text));
    await world.clock.pass(100);
    // The connection reads, and last the lock that was granted for the posts.
    const granted = reads.pop();
    for (const read of reads) read();
    await world.clock.pass(100);
    expect([...world.storage.entries.keys()]).toEqual([second]);
    granted?.();
    await world.clock.pass(1000);
    expect(posts(world).map(({ params }) => params.client_id)).toEqual([first, second]);
    expect(shown(tab)).toEqual(['once:sent', 'waits:sending']);
  });
});

describe('refusals', () => {
  test('try_later waits as long as it was told, then sends again in order', async () => {
    const { world, tab } = await openTab();
    let refusals = 2;
    world.server.refuse = (method) =>
      method === 'message.post' && refusals-- > 0 ? { reason: 'try_later', data: { retry_after_ms: 3000 } } : undefined;
    tab.client.post('c1', 'one');
    tab.client.post('c1', 'two');
    await world.clock.pass(2900);
    expect(world.server.texts('c1')).toEqual([]);
    expect(shown(tab)).toEqual(['one:pending', 'two:pending']);
    await world.clock.pass(300);
    expect(world.server.texts('c1')).toEqual(['one', 'two']);
  });

  test('a refusal for good fails the item, across a reload, until retry or discard', async () => {
    const { world, tab } = await openTab();
    world.server.refuse = (method) => (method === 'message.post' ? { reason: 'not_permitted' } : undefined);
    const first = tab.client.post('c1', 'one');
    const second = tab.client.post('c1', 'two');
    await world.clock.pass(100);
    expect(shown(tab)).toEqual(['one:failed', 'two:failed']);
    expect(bubbles(tab)[0]).toMatchObject({ error: { reason: 'not_permitted' } });
    tab.crash();
    world.server.refuse = () => undefined;
    const { tab: next } = await openTab('websocket', world);
    expect(shown(next)).toEqual(['one:failed', 'two:failed']);
    next.client.discard(first);
    next.client.retry(second);
    await world.clock.pass(100);
    expect(shown(next)).toEqual(['two:sent']);
    expect(world.server.texts('c1')).toEqual(['two']);
    expect(world.storage.entries.size).toBe(0);
  });

  test('a post to a conversation that ended for good moves, with what follows it, to a new one', async () => {
    const { world, tab } = await openTab();
    world.server.log('old');
    tab.client.open('conversation:old');
    await world.clock.pass(100);
    world.server.refuse = (method, { conversation }) =>
      method === 'message.post' && conversation === 'old' ? { reason: 'conversation_resolved' } : undefined;
    const keys = [tab.client.post('old', 'one'), tab.client.post('old', 'two'), tab.client.post('old', 'three')];
    await world.clock.pass(500);
    const state = tab.client.state.get();
    const started = world.server.requests.filter(({ method }) => method === 'conversation.start');
    expect(started).toHaveLength(1);
    const moved = state.moved.get(state.moved.get('old') as string) as string;
    expect(world.server.texts(moved)).toEqual(['one', 'two', 'three']);
    expect(shown(tab, moved)).toEqual(['one:sent', 'two:sent', 'three:sent']);
    expect(bubbles(tab, moved).map(({ key }) => key)).toEqual(keys);
    expect(shown(tab, 'old')).toEqual([]);
    expect(world.storage.entries.size).toBe(0);
  });
});

describe('starting a conversation', () => {
  test('shows a provisional view at once and moves to the real one with the key unchanged', async () => {
    const { world, tab } = await openTab('none');
    const started = tab.client.start({ text: 'Hello?' });
    await world.clock.pass(100);
    const provisional = [...tab.client.state.get().conversations.values()].find((view) => view.provisional);
    expect(provisional?.items).toMatchObject([{ text: 'Hello?', state: 'pending' }]);
    tab.client.post(provisional?.id as string, 'Anybody there?');
    await world.clock.pass(100);
    tab.transports.websocket.onOpen = (link) => world.server.accept(link);
    tab.client.retryNow();
    await world.clock.pass(60_000);
    const id = await started;
    expect(world.server.texts(id)).toEqual(['Hello?', 'Anybody there?']);
    expect(shown(tab, id)).toEqual(['Hello?:sent', 'Anybody there?:sent']);
    expect(bubbles(tab, id)[0]?.key).toBe(provisional?.items[0]?.key);
    expect(tab.client.state.get().conversations.has(provisional?.id as string)).toBe(false);
    expect(world.storage.entries.size).toBe(0);
  });

  test('a screen may open and type in a provisional conversation; the server is not asked about it', async () => {
    const { world, tab } = await openTab();
    world.server.answers = (method) => method !== 'conversation.start';
    tab.client.start({ text: 'Hello?' }).catch(() => undefined);
    await world.clock.pass(100);
    const provisional = [...tab.client.state.get().conversations.values()].find((view) => view.provisional);
    const id = provisional?.id as string;
    tab.client.open(`conversation:${id}`);
    tab.client.typing(id, true);
    await world.clock.pass(100);
    expect(world.server.requests.filter(({ params }) => JSON.stringify(params).includes(`conversation:${id}`))).toEqual(
      [],
    );
    expect(tab.transports.websocket.last().sent.filter(({ method }) => method === 'typing')).toEqual([]);
    expect(shown(tab, id)).toEqual(['Hello?:sending']);
    tab.client.dispose();
  });

  test('the same start sent twice begins one conversation', async () => {
    const { world, tab } = await openTab();
    world.server.answers = (method) => method !== 'conversation.start';
    const started = tab.client.start({ text: 'Hello?' });
    await world.clock.pass(100);
    world.server.answers = () => true;
    world.server.breakLinks();
    await world.clock.pass(2000);
    const id = await started;
    expect(world.server.requests.filter(({ method }) => method === 'conversation.start')).toHaveLength(2);
    expect(world.server.texts(id)).toEqual(['Hello?']);
    expect(shown(tab, id)).toEqual(['Hello?:sent']);
  });
});

describe('a start that answers an invitation', () => {
  const starts = (world: World) =>
    world.server.requests.filter(({ method }) => method === 'conversation.start').map(({ params }) => params);

  test('names it, and names it still when another page has to send it', async () => {
    const { world, tab } = await openTab('none');
    tab.client.start({ text: 'Yes, please', invitation: 'i1' }).catch(() => undefined);
    await world.clock.pass(100);
    tab.crash();
    expect(starts(world)).toEqual([]);
    await openTab('websocket', world);
    await world.clock.pass(5000);
    // Perhaps more than once, but always as the same call.
    const [first, ...again] = starts(world);
    expect(first).toMatchObject({ invitation: 'i1', message: { body: { text: 'Yes, please' } } });
    for (const start of again) expect(start).toEqual(first);
    expect(world.server.texts('c1')).toEqual(['Yes, please']);
    expect(world.storage.entries.size).toBe(0);
  });

  test('is an ordinary one without it', async () => {
    const { world, tab } = await openTab();
    await tab.client.start({ text: 'Hello?' });
    expect(starts(world)).toHaveLength(1);
    expect(starts(world)[0]?.invitation).toBeUndefined();
  });
});

test('a message of the other side keeps its place among pending ones', async () => {
  const { world, tab } = await openTab();
  world.server.refuse = (method) => (method === 'message.post' ? { reason: 'try_later' } : undefined);
  tab.client.post('c1', 'mine');
  await world.clock.pass(10);
  world.server.post('c1', ADA, 'hers');
  await world.clock.pass(10);
  expect(shown(tab)).toEqual(['hers:sent', 'mine:pending']);
});
