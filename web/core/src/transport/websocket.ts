// WebSocket with the subprotocol parlor.v1: one message or batch in each text frame. Hello follows session.ready.

import { endOfCode, type Link, type LinkEvents, type Message, messagesOf, READY, type Transport } from './transport';

const CLOSE_GOING_AWAY = 1000;

export function webSocketTransport(server: string, Socket: typeof WebSocket = WebSocket): Transport {
  const address = `${server.replace(/^http/, 'ws')}/realtime`;
  return { name: 'websocket', open: (hello, on) => new WebSocketLink(new Socket(address, 'parlor.v1'), hello, on) };
}

class WebSocketLink implements Link {
  readonly transport = 'websocket';
  readonly #socket: WebSocket;
  readonly #hello: () => Message;
  #on: LinkEvents | undefined;

  constructor(socket: WebSocket, hello: () => Message, on: LinkEvents) {
    this.#socket = socket;
    this.#hello = hello;
    this.#on = on;
    socket.onmessage = ({ data }) => this.#receive(data);
    socket.onclose = ({ code, reason }) => this.#end(code, reason);
  }

  send(message: Message): void {
    if (this.#socket.readyState === 1) this.#socket.send(JSON.stringify(message));
  }

  close(): void {
    this.#on = undefined;
    this.#socket.close(CLOSE_GOING_AWAY);
  }

  #receive(frame: string): void {
    for (const message of messagesOf(JSON.parse(frame))) {
      if (message.method === READY) this.send(this.#hello());
      this.#on?.message(message);
    }
  }

  #end(code: number, reason: string): void {
    const on = this.#on;
    this.#on = undefined;
    on?.ended(endOfCode(code, reason));
  }
}
