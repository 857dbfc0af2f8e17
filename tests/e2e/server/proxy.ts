import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/**
 * `pass` lets everything through; `no-upgrade` takes the Upgrade header away, so that no WebSocket opens; `buffer-sse` also
 * keeps event streams back until they end, as some proxies do.
 */
export type ProxyMode = 'pass' | 'no-upgrade' | 'buffer-sse';

/** What has gone through, so that a test can say which transport was in use. */
export interface Traffic {
  webSockets: number;
  streamedBytes: number;
  heldBytes: number;
  polls: number;
}

/** A reverse proxy of ours in front of one server. */
export class ReverseProxy {
  readonly traffic: Traffic = { webSockets: 0, streamedBytes: 0, heldBytes: 0, polls: 0 };
  #server: Server;
  #sockets = new Set<Duplex>();
  #target = new URL('http://127.0.0.1:9');
  #mode: ProxyMode;
  #cut = false;

  private constructor(mode: ProxyMode) {
    this.#mode = mode;
    this.#server = createServer((incoming, outgoing) => this.#forward(incoming, outgoing));
    this.#server.on('connection', (socket) => this.#track(socket));
    this.#server.on('upgrade', (incoming, socket, head) => this.#upgrade(incoming, socket, head));
  }

  static async start(mode: ProxyMode = 'pass'): Promise<ReverseProxy> {
    const proxy = new ReverseProxy(mode);
    await new Promise<void>((ready) => proxy.#server.listen(0, '127.0.0.1', ready));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  forwardTo(address: string): void {
    this.#target = new URL(address);
  }

  /** Drops every connection and refuses new ones, until `mend`. */
  cut(): void {
    this.#cut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend(): void {
    this.#cut = false;
  }

  async stop(): Promise<void> {
    const closed = new Promise<void>((done) => this.#server.close(() => done()));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #track(socket: Duplex): void {
    if (this.#cut) {
      socket.destroy();
      return;
    }
    this.#sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#sockets.delete(socket));
  }

  #forward(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const headers = { ...incoming.headers };
    delete headers.connection;
    delete headers.upgrade;
    const { hostname, port } = this.#target;
    const sent = request({ hostname, port, path: incoming.url, method: incoming.method, headers }, (answer) =>
      this.#answer(incoming, answer, outgoing),
    );
    sent.on('error', () => outgoing.destroy());
    outgoing.on('close', () => sent.destroy());
    incoming.pipe(sent);
  }

  #answer(incoming: IncomingMessage, answer: IncomingMessage, outgoing: ServerResponse): void {
    const streams = answer.headers['content-type']?.startsWith('text/event-stream') ?? false;
    if (incoming.method === 'POST' && incoming.url?.endsWith('/poll') && answer.statusCode === 200)
      this.traffic.polls += 1;
    if (streams && this.#mode === 'buffer-sse') {
      // The bytes are counted and go nowhere: the visitor's browser sees a response that never begins.
      answer.on('data', (chunk: Buffer) => {
        this.traffic.heldBytes += chunk.length;
      });
      answer.on('end', () => outgoing.destroy());
      return;
    }
    if (streams) {
      answer.on('data', (chunk: Buffer) => {
        this.traffic.streamedBytes += chunk.length;
      });
    }
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    outgoing.flushHeaders();
    answer.pipe(outgoing);
  }

  #upgrade(incoming: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.#mode !== 'pass') {
      this.#forwardPlainly(incoming, socket);
      return;
    }
    this.traffic.webSockets += 1;
    const { hostname, port } = this.#target;
    const onward: Socket = connect(Number(port), hostname, () => {
      onward.write(rawHead(incoming));
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    this.#track(onward);
    onward.on('close', () => socket.destroy());
    socket.on('close', () => onward.destroy());
  }

  /** What the server answers to the request once its Upgrade header is gone. */
  #forwardPlainly(incoming: IncomingMessage, socket: Duplex): void {
    const headers = { ...incoming.headers };
    delete headers.connection;
    delete headers.upgrade;
    const { hostname, port } = this.#target;
    const sent = request({ hostname, port, path: incoming.url, method: incoming.method, headers }, (answer) => {
      answer.resume();
      socket.end(
        `HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`,
      );
    });
    sent.on('error', () => socket.destroy());
    sent.end();
  }
}

function rawHead(incoming: IncomingMessage): string {
  const lines = [`${incoming.method} ${incoming.url} HTTP/1.1`];
  for (let i = 0; i < incoming.rawHeaders.length; i += 2) {
    lines.push(`${incoming.rawHeaders[i]}: ${incoming.rawHeaders[i + 1]}`);
  }
  return `${lines.join('\r\n')}\r\n\r\n`;
}
