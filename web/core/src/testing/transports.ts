// Transports for tests: the test holds the server's end of every link.

import type { TransportName } from '../state';
import type { Link, LinkEnd, LinkEvents, Message, Transport } from '../transport/transport';

/** The server's end of one link. */
export class FakeLink implements Link {
  readonly transport: TransportName;
  readonly hello: () => Message;
  readonly on: LinkEvents;
  closed = false;
  /** What the client sent, oldest first. */
  readonly sent: Message[] = [];
  onSent: (message: Message) => void = () => undefined;

  constructor(transport: TransportName, hello: () => Message, on: LinkEvents) {
    this.transport = transport;
    this.hello = hello;
    this.on = on;
  }

  send(message: Message): void {
    this.sent.push(message);
    this.onSent(structuredClone(message));
  }

  close(): void {
    this.closed = true;
  }

  /** Delivers session.ready, upon which the client's hello is sent. */
  ready(): void {
    if (this.closed) return;
    this.send(this.hello());
    this.notify('session.ready', { session: 's1', transport: this.transport });
  }

  notify(method: string, params: unknown): void {
    this.deliver({ jsonrpc: '2.0', method, params });
  }

  answer(id: Message['id'], result: unknown): void {
    this.deliver({ jsonrpc: '2.0', id: id ?? null, result });
  }

  refuse(id: Message['id'], reason: string, data: object = {}): void {
    this.deliver({
      jsonrpc: '2.0',
      id: id ?? null,
      error: { code: -32000, message: reason, data: { reason, ...data } },
    });
  }

  end(end: LinkEnd = { reconnect: 'now', reason: 'connection_lost' }): void {
    if (this.closed) return;
    this.closed = true;
    this.on.ended(end);
  }

  private deliver(message: Message): void {
    if (!this.closed) this.on.message(structuredClone(message));
  }
}

export class FakeTransport implements Transport {
  readonly name: TransportName;
  readonly links: FakeLink[] = [];
  /** What a new link does; by default nothing ever comes. */
  onOpen: (link: FakeLink) => void = () => undefined;

  constructor(name: TransportName) {
    this.name = name;
  }

  open(hello: () => Message, on: LinkEvents): Link {
    const link = new FakeLink(this.name, hello, on);
    this.links.push(link);
    queueMicrotask(() => this.onOpen(link));
    return link;
  }

  last(): FakeLink {
    const link = this.links.at(-1);
    if (!link) throw new Error(`no ${this.name} link was opened`);
    return link;
  }
}

export function fakeTransports(): Record<TransportName, FakeTransport> & { all: FakeTransport[] } {
  const websocket = new FakeTransport('websocket');
  const sse = new FakeTransport('sse');
  const poll = new FakeTransport('poll');
  return { websocket, sse, poll, all: [websocket, sse, poll] };
}
