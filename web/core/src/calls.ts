// Requests and their answers by id. A lost connection rejects what waits (`connection_lost`); who asked decides
// whether to ask again.

import { errorOf, notConnected, type ParlorError } from './errors';
import type { Message } from './transport/transport';

interface Waiting {
  resolve(result: unknown): void;
  reject(error: ParlorError): void;
}

export class Calls {
  readonly #waiting = new Map<number, Waiting>();
  readonly #send: (message: Message) => void;
  #lastId = 0;

  constructor(send: (message: Message) => void) {
    this.#send = send;
  }

  get size(): number {
    return this.#waiting.size;
  }

  call(method: string, params: unknown): Promise<unknown> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#send({ jsonrpc: '2.0', id, method, params });
    });
  }

  /** Takes an answer; an id that nobody waits for is dropped. */
  settle({ id, result, error }: Message): void {
    const waiting = this.#waiting.get(id as number);
    this.#waiting.delete(id as number);
    if (error) waiting?.reject(errorOf(error));
    else waiting?.resolve(result);
  }

  lose(): void {
    const lost = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of lost) reject(notConnected());
  }
}
