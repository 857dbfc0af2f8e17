import { describe, expect, test, vi } from 'vitest';
import { helloResult, VIC_PRINCIPAL } from '../testing/casa';
import { settle } from '../testing/clock';
import type { Fetch } from './http';
import { pollTransport } from './poll';
import { sseTransport } from './sse';
import type { LinkEnd, Message } from './transport';

const HELLO: Message = { jsonrpc: '2.0', id: 'hello', method: 'session.hello', params: {} };
const READY: Message = { jsonrpc: '2.0', method: 'session.ready', params: { session: 's1', transport: 'sse' } };
const note = (n: number): Message => ({ jsonrpc: '2.0', method: 'event', params: { n } });

interface Call {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: unknown;
  credentials: string | undefined;
}

/** A server's end of fetch: what is asked, and what it answers. */
class Rig {
  readonly calls: Call[] = [];
  readonly messages: Message[] = [];
  readonly ends: LinkEnd[] = [];
  streams: ReadableStreamDefaultController<Uint8Array>[] = [];
  polls: ((units: { n: number; message: Message }[]) => void)[] = [];
  answer: (call: Call) => Response | Promise<Response> | undefined = () => undefined;
  readonly fetch: Fetch = async (address, init) => {
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    const headers = (init.headers ?? {}) as Record<string, string>;
    const path = address.replace('https://casa.example', '');
    const call = { method: init.method ?? 'GET', path, headers, body, credentials: init.credentials };
    this.calls.push(call);
    return (await this.answer(call)) ?? this.usual(call, init.signal);
  };

  readonly on = {
    message: (message: Message) => void this.messages.push(message),
    alive: () => undefined,
    ended: (end: LinkEnd) => void this.ends.push(end),
  };

  get options() {
    return { server: 'https://casa.example', token: 'vic-token', fetch: this.fetch };
  }

  write(text: string): Promise<void> {
    this.streams.at(-1)?.enqueue(new TextEncoder().encode(text));
    return settle();
  }

  private usual(call: Call, signal: AbortSignal | null | undefined): Response | Promise<Response> {
    if (call.path.endsWith('/events')) return this.stream();
    if (call.path.endsWith('/poll')) return this.poll(signal);
    if (call.method === 'DELETE') return new Response(null, { status: 204 });
    const asked = (Array.isArray(call.body) ? call.body : [call.body]) as Message[];
    const answers = asked
      .filter(({ id }) => id !== undefined)
      .map(({ id }) => ({ jsonrpc: '2.0', id, result: resultOf(id) }));
    if (answers.length === 0) return new Response(null, { status: 204 });
    return Response.json(Array.isArray(call.body) ? answers : answers[0]);
  }

  private stream(): Response {
    return new Response(new ReadableStream<Uint8Array>({ start: (controller) => void this.streams.push(controller) }));
  }

  private poll(signal: AbortSignal | null | undefined): Promise<Response> {
    return new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new Error('aborted')));
      this.polls.push((units) => resolve(Response.json({ units, next: 0 })));
    });
  }
}

const resultOf = (id: Message['id']) => (id === 'hello' ? helloResult(VIC_PRINCIPAL) : {});
const block = (n: number, message: Message) => `id: ${n}\ndata: ${JSON.stringify(message)}\n\n`;

describe('SSE', () => {
  async function open() {
    const rig = new Rig();
    const link = sseTransport(rig.options).open(() => HELLO, rig.on);
    await settle();
    return { rig, link };
  }

  test('says hello by POST, reads the stream with the token in a header, never in an address', async () => {
    const { rig } = await open();
    await rig.write(block(1, READY));
    expect(rig.messages.map(({ id, method }) => method ?? id)).toEqual(['hello', 'session.ready']);
    expect(rig.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /realtime/sessions',
      'GET /realtime/sessions/s1/events',
    ]);
    for (const call of rig.calls) {
      expect(call.headers.Authorization).toBe('Bearer vic-token');
      expect(call.credentials).toBe('omit');
      expect(call.path).not.toContain('token');
    }
  });

  test('units come whole however the bytes are cut, and once', async () => {
    const { rig } = await open();
    const text = `${block(1, READY) + block(2, note(2)) + block(2, note(2))}: heartbeat\n\n${block(3, note(3))}`;
    for (let at = 0; at < text.length; at += 7) await rig.write(text.slice(at, at + 7));
    expect(rig.messages.slice(1)).toEqual([READY, note(2), note(3)]);
  });

  test('text beyond ASCII survives a cut within a character', async () => {
    const { rig } = await open();
    const message = { jsonrpc: '2.0' as const, method: 'event', params: { text: 'Canapé 🛋️' } };
    const bytes = new TextEncoder().encode(block(1, message));
    for (const byte of bytes) rig.streams.at(-1)?.enqueue(Uint8Array.of(byte));
    await settle(400);
    expect(rig.messages.at(-1)).toEqual(message);
  });

  test('a stream that a proxy cut is opened again from the last unit', async () => {
    const { rig } = await open();
    await rig.write(block(1, READY) + block(2, note(2)));
    rig.streams.at(-1)?.close();
    await settle();
    expect(rig.calls.at(-1)?.headers['Last-Event-ID']).toBe('2');
    expect(rig.ends).toEqual([]);
    rig.streams.at(-1)?.close();
    await settle();
    expect(rig.ends).toMatchObject([{ reconnect: 'now' }]);
  });
});

describe('long-poll', () => {
  test('confirms what came by the next request, at one constant address', async () => {
    const rig = new Rig();
    pollTransport(rig.options).open(() => HELLO, rig.on);
    await settle();
    rig.polls.shift()?.([
      { n: 1, message: READY },
      { n: 2, message: note(2) },
    ]);
    await settle();
    rig.polls.shift()?.([
      { n: 2, message: note(2) },
      { n: 3, message: note(3) },
    ]);
    await settle();
    const polls = rig.calls.filter(({ path }) => path === '/realtime/sessions/s1/poll');
    expect(polls.map(({ body }) => body)).toEqual([0, 2, 3].map((after) => ({ after, wait_s: 25 })));
    expect(rig.messages.slice(1)).toEqual([READY, note(2), note(3)]);
  });
});

describe('both', () => {
  test('calls go one request at a time, in order, what gathers as a batch', async () => {
    const rig = new Rig();
    const link = pollTransport(rig.options).open(() => HELLO, rig.on);
    await settle();
    for (const id of [1, 2, 3]) link.send({ jsonrpc: '2.0', id, method: 'message.post', params: {} });
    await settle();
    const sent = rig.calls.filter(({ path, method }) => method === 'POST' && path === '/realtime/sessions/s1');
    expect(sent.map(({ body }) => (Array.isArray(body) ? body.map(({ id }) => id) : (body as Message).id))).toEqual([
      1,
      [2, 3],
    ]);
    expect(rig.messages.map(({ id }) => id)).toEqual(['hello', 1, 2, 3]);
  });

  test('closing says goodbye by DELETE and is silent afterwards', async () => {
    const rig = new Rig();
    const link = pollTransport(rig.options).open(() => HELLO, rig.on);
    await settle();
    link.close();
    await settle();
    expect(rig.calls.at(-1)).toMatchObject({ method: 'DELETE', path: '/realtime/sessions/s1' });
    expect(rig.ends).toEqual([]);
  });

  test("an agent's cookie goes along, without a header", async () => {
    const rig = new Rig();
    pollTransport({ server: 'https://casa.example', fetch: rig.fetch }).open(() => HELLO, rig.on);
    await settle();
    expect(rig.calls[0]).toMatchObject({ credentials: 'include' });
    expect(rig.calls[0]?.headers).not.toHaveProperty('Authorization');
  });

  test('the refusal of one call is its answer, whatever the status: the session lives on', async () => {
    const rig = new Rig();
    const link = pollTransport(rig.options).open(() => HELLO, rig.on);
    await settle();
    const error = { code: -32011, message: 'The conversation has ended', data: { reason: 'conversation_resolved' } };
    rig.answer = ({ path }) =>
      path.endsWith('/poll') ? undefined : Response.json({ jsonrpc: '2.0', id: 7, error }, { status: 409 });
    link.send({ jsonrpc: '2.0', id: 7, method: 'message.post', params: {} });
    await settle();
    expect(rig.messages.at(-1)).toEqual({ jsonrpc: '2.0', id: 7, error });
    expect(rig.ends).toEqual([]);
  });

  const problem = (status: number, body: object | string, headers = {}) =>
    new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers });
  test.each<[string, Response | Error, LinkEnd]>([
    [
      'origin_not_allowed',
      problem(403, { reason: 'origin_not_allowed' }),
      { reconnect: 'never', reason: 'origin_not_allowed' },
    ],
    ["a proxy's own 403", problem(403, '<html>'), { reconnect: 'later', reason: 'http 403' }],
    [
      'try_later',
      problem(503, { reason: 'try_later' }, { 'Retry-After': '7' }),
      { reconnect: 'later', reason: 'try_later', afterMs: 7000 },
    ],
    [
      'an unknown session',
      problem(404, { error: { data: { reason: 'session_unknown' } } }),
      { reconnect: 'now', reason: 'connection_lost' },
    ],
    ['no network', new Error('failed'), { reconnect: 'now', reason: 'connection_lost' }],
  ])('ends with the right word: %s', async (_name, answer, end) => {
    const rig = new Rig();
    rig.answer = vi.fn(() => (answer instanceof Error ? Promise.reject(answer) : answer));
    pollTransport(rig.options).open(() => HELLO, rig.on);
    await settle();
    expect(rig.ends).toEqual([end]);
  });
});
