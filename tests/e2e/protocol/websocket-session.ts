import { WebSocket } from 'ws';
import type { Params } from './message.ts';
import { type Identity, RawSession } from './session.ts';

export class WebSocketSession extends RawSession {
  #socket: WebSocket;

  private constructor(identity: Identity) {
    super(identity);
    const { authorization: _, ...headers } = this.headers();
    this.#socket = new WebSocket(`${identity.server.replace(/^http/, 'ws')}/realtime`, 'parlor.v1', { headers });
    this.#socket.on('message', (data) => {
      const unit: unknown = JSON.parse(String(data));
      this.keep(unit);
      if ((unit as Params).method === 'heartbeat') void this.notify('heartbeat', {});
    });
    this.#socket.on('error', () => this.#socket.terminate());
  }

  static async open(identity: Identity): Promise<WebSocketSession> {
    const session = new WebSocketSession(identity);
    await session.until((message) => message.method === 'session.ready', 'session.ready');
    return session;
  }

  protected send(message: Params): Promise<void> {
    return new Promise((resolve, reject) =>
      this.#socket.send(JSON.stringify(message), (error) => (error ? reject(error) : resolve())),
    );
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((done) => this.#socket.once('close', () => done()));
    this.#socket.close();
    const late = setTimeout(() => this.#socket.terminate(), 1000);
    await closed;
    clearTimeout(late);
  }
}
