import { expect, test, vi } from 'vitest';
import { deferredTransport } from './deferred';
import type { Link, LinkEnd, Message, Transport } from './transport';

const HELLO: Message = { jsonrpc: '2.0', id: 'hello', method: 'session.hello' };

function casaTransport(): { transport: Transport; sent: Message[]; link: Link } {
  const sent: Message[] = [];
  const link: Link = { transport: 'sse', send: (message) => sent.push(message), close: vi.fn() };
  return { transport: { name: 'sse', open: () => link }, sent, link };
}

function listener(): { message: () => void; alive: () => void; ended: (end: LinkEnd) => void; ends: LinkEnd[] } {
  const ends: LinkEnd[] = [];
  return { message: () => undefined, alive: () => undefined, ended: (end) => ends.push(end), ends };
}

test('opens once the code is there, and passes on what is sent', async () => {
  const { transport, sent } = casaTransport();
  const link = deferredTransport('sse', async () => transport).open(() => HELLO, listener());
  await Promise.resolve();
  link.send(HELLO);
  expect(link.transport).toBe('sse');
  expect(sent).toEqual([HELLO]);
});

test('is lost when the code does not come, and asks again the next time', async () => {
  const { transport, sent } = casaTransport();
  const bring = vi.fn<() => Promise<Transport>>();
  bring.mockRejectedValueOnce(new Error('no network')).mockResolvedValueOnce(transport);
  const deferred = deferredTransport('sse', bring);
  const on = listener();
  deferred.open(() => HELLO, on);
  await vi.waitFor(() => expect(on.ends).toEqual([{ reconnect: 'now', reason: 'connection_lost' }]));
  const link = deferred.open(() => HELLO, listener());
  await Promise.resolve();
  link.send(HELLO);
  expect(bring).toHaveBeenCalledTimes(2);
  expect(sent).toEqual([HELLO]);
});

test('never opens after it was closed, and says nothing more', async () => {
  const { transport } = casaTransport();
  const open = vi.spyOn(transport, 'open');
  const on = listener();
  deferredTransport('sse', async () => transport)
    .open(() => HELLO, on)
    .close();
  deferredTransport('poll', async () => Promise.reject(new Error('no network')))
    .open(() => HELLO, on)
    .close();
  await new Promise((resolve) => setTimeout(resolve));
  expect(open).not.toHaveBeenCalled();
  expect(on.ends).toEqual([]);
});
