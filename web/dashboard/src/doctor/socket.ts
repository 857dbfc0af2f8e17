/** A WebSocket as the probes need it: each step awaited, each wait with an end. */

export type Heard = { readonly text: string } | 'silent' | 'ended';

export class ProbedSocket {
  readonly #socket: WebSocket;
  #opened = false;
  #ended = false;
  #heard: string[] = [];
  #wake: (() => void) | undefined;

  constructor(path: string) {
    this.#socket = new WebSocket(new URL(path, location.origin.replace(/^http/, 'ws')), 'parlor.v1');
    this.#socket.onopen = () => {
      this.#opened = true;
    };
    this.#socket.onmessage = ({ data }) => {
      this.#heard.push(String(data));
      this.#wake?.();
    };
    this.#socket.onclose = () => {
      this.#ended = true;
      this.#wake?.();
    };
  }

  /** It did open at some time. */
  get opened(): boolean {
    return this.#opened;
  }

  /** The next message. */
  async next(withinMs: number): Promise<Heard> {
    if (this.#heard.length === 0 && !this.#ended) await this.#wait(withinMs);
    const text = this.#heard.shift();
    if (text !== undefined) return { text };
    return this.#ended ? 'ended' : 'silent';
  }

  close(): void {
    this.#socket.close();
  }

  #wait(ms: number): Promise<void> {
    return new Promise((done) => {
      const timer = setTimeout(done, ms);
      this.#wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  }
}
