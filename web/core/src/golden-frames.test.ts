// Every golden frame that a server may send, through a whole engine: as an agent's and as a visitor's session.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { connectAgent } from './agent';
import type { ConversationView } from './state';
import { ADA_PRINCIPAL, helloResult, row, snapshot, VIC_PRINCIPAL } from './testing/casa';
import { FakeClock } from './testing/clock';
import { type FakeLink, fakeTransports } from './testing/transports';
import type { Message } from './transport/transport';
import { connectVisitor } from './visitor';
import type { Signal, SnapshotResult, TopicEvent } from './wire';

interface Golden {
  name: string;
  direction: 'to_client' | 'to_server';
  answers?: string;
  frame: string;
  expect: { ok?: true };
}

const folder = new URL('../../../protocol/golden/', import.meta.url);
const frames = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && name !== 'rest.json')
  .flatMap((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Golden[])
  .filter(({ direction, expect: expected }) => direction === 'to_client' && expected.ok);
const named = (select: (message: Message, golden: Golden) => boolean) =>
  frames.flatMap((golden): [string, Message][] => {
    const message = JSON.parse(golden.frame) as Message;
    return select(message, golden) ? [[golden.name, message]] : [];
  });

async function live(kind: 'agent' | 'visitor', topic: string, before: number) {
  const transports = fakeTransports();
  const clock = new FakeClock();
  const options = {
    server: 'https://casa.example',
    client: { name: 'test', version: '1' },
    preferences: { get: () => undefined, set: () => undefined },
    clock,
  };
  const platform = { locks: undefined, channel: undefined, transports: transports.all };
  const client =
    kind === 'agent'
      ? connectAgent({ ...options, credentials: { kind } }, platform)
      : connectVisitor({ ...options, credentials: { kind, token: 't' } }, platform);
  transports.websocket.onOpen = (link) => welcome(link, kind, before);
  client.open(topic);
  await clock.pass(100);
  return { client, link: transports.websocket.last(), clock };
}

/** Answers hello, and each snapshot with an empty conversation that stands at `before`. */
function welcome(link: FakeLink, kind: 'agent' | 'visitor', before: number): void {
  link.onSent = ({ id, method, params }) => {
    if (method === 'session.hello') link.answer(id, helloResult(kind === 'agent' ? ADA_PRINCIPAL : VIC_PRINCIPAL));
    if (method !== 'topic.snapshot') return;
    const { topic } = params as { topic: string };
    const position = { topic, epoch: 'k7Jq2', seq: before };
    link.answer(id, { ...position, state: emptyState(topic, before) });
  };
  link.ready();
}

function emptyState(topic: string, seq: number): unknown {
  const id = topic.replace('conversation:', '');
  if (topic.startsWith('contact:')) return { conversations: [] };
  if (topic === 'workspace') return { rows: [], counts: { mine: 0, queue: 0, all: 0 } };
  if (topic === 'queue') return { queue: [], waiting: 0, offers: [], teams: [], agents: [] };
  if (topic === 'presence') return { agents: [] };
  if (topic === 'visitors') return { visitors: [], counts: { browsing: 0, queued: 0, chatting: 0 } };
  return { ...snapshot(id, []), conversation: row(id, { seq }) };
}

const view = (client: { state: { get(): { conversations: ReadonlyMap<string, ConversationView> } } }, topic: string) =>
  client.state.get().conversations.get(topic.replace('conversation:', '')) as ConversationView;

describe.each(['agent', 'visitor'] as const)('as %s', (kind) => {
  const conversationEvents = named(
    ({ method, params }) => method === 'event' && (params as TopicEvent).topic.startsWith('conversation:'),
  );

  test.each(conversationEvents)('event: %s', async (_name, { method, params }) => {
    const event = params as TopicEvent;
    const { client, link, clock } = await live(kind, event.topic, event.prev);
    link.notify(method as string, event);
    await clock.pass(10);
    expect(view(client, event.topic).row.seq).toBe(event.seq);
    const shown = view(client, event.topic).items.map(({ seq }) => seq);
    const isChange = event.type === 'message.edited' || event.type === 'message.deleted';
    expect(shown).toEqual(isChange ? [] : [event.seq]);
  });

  test.each(named(({ method }) => method === 'signal'))('signal: %s', async (_name, { method, params }) => {
    const signal = params as Signal;
    const { client, link } = await live(kind, signal.topic, 1);
    const before = client.state.get();
    link.notify(method as string, signal);
    const isAgents = ['presence', 'queue'].includes(signal.topic) && kind === 'visitor';
    const isOfNobodyKnown = signal.type === 'presence' && signal.topic !== 'presence' && kind === 'visitor';
    if (!isAgents && !isOfNobodyKnown) expect(client.state.get()).not.toBe(before);
  });

  test.each(named((_message, { answers }) => answers === 'topic.snapshot'))('%s', async (_name, { result }) => {
    const answer = result as SnapshotResult;
    const { client, link, clock } = await live(kind, 'conversation:none', 0);
    link.onSent = ({ id, method }) => {
      if (method === 'topic.snapshot') link.answer(id, answer);
    };
    client.open(answer.topic);
    await clock.pass(10);
    const state = client.state.get();
    if (answer.topic.startsWith('conversation:')) expect(view(client, answer.topic).loaded).toBe(true);
    if (answer.topic.startsWith('contact:') && kind === 'visitor') expect(state.contactLoaded).toBe(true);
    if (answer.topic === 'workspace' && kind === 'agent') expect(state.inbox?.rows.size).toBeGreaterThan(0);
    if (answer.topic === 'queue' && kind === 'agent') expect(state.queue).toEqual(answer.state);
    if (answer.topic === 'visitors' && kind === 'agent') expect(state.visitors).toEqual(answer.state);
    if (answer.topic === 'presence' && kind === 'agent') expect(state.agents.size).toBeGreaterThan(0);
  });
});

test.each(named(({ method }) => method === 'rows'))('%s', async (_name, { method, params }) => {
  const { client, link } = await live('agent', 'workspace', 0);
  link.notify(method as string, params);
  expect(client.state.get().inbox?.rows.size).toBe((params as { rows: unknown[] }).rows.length);
});

test.each(named(({ method }) => method === 'queue'))('%s', async (_name, { method, params }) => {
  const { client, link } = await live('agent', 'queue', 0);
  link.notify(method as string, params);
  expect(client.state.get().queue).toEqual((params as { state: unknown }).state);
});

test.each(named(({ method }) => method === 'visitors'))('%s', async (_name, { method, params }) => {
  const { client, link } = await live('agent', 'visitors', 0);
  link.notify(method as string, params);
  expect(client.state.get().visitors).toEqual((params as { state: unknown }).state);
});

test.each(named(({ method }) => method === 'topic.closed'))('%s', async (_name, { method, params }) => {
  const { topic } = params as { topic: string };
  const { client, link } = await live('agent', topic, 1);
  expect(view(client, topic)).toBeDefined();
  link.notify(method as string, params);
  expect(view(client, topic)).toBeUndefined();
});

test.each(named(({ method }) => method === 'session.closing'))('%s', async (_name, { method, params }) => {
  const { client, link } = await live('agent', 'workspace', 1);
  link.notify(method as string, params);
  const { reason } = params as { reason: string };
  expect(client.state.get().connection).toMatchObject({ state: 'retrying', reason });
});

test.each(named((_message, { answers }) => answers === 'session.hello'))('%s', async (_name, { result }) => {
  const transports = fakeTransports();
  const clock = new FakeClock();
  transports.websocket.onOpen = (link) => {
    link.ready();
    link.answer('hello', result);
  };
  const client = connectVisitor(
    {
      server: 'https://casa.example',
      client: { name: 'test', version: '1' },
      preferences: { get: () => undefined, set: () => undefined },
      credentials: { kind: 'visitor', token: 't' },
      clock,
    },
    { locks: undefined, channel: undefined, transports: transports.all },
  );
  await clock.pass(100);
  expect(client.state.get().me).toEqual((result as { principal: unknown }).principal);
});
