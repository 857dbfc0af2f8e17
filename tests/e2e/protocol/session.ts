import { type EventFrame, eventOf, type Message, messagesOf, type Params } from './message.ts';

export type TransportName = 'websocket' | 'sse' | 'poll';

export interface Identity {
  server: string;
  /** A visitor's token; else the cookie of a signed-in agent. */
  token?: string;
  cookie?: string;
}

const answersWithinMs = 10_000;

/** A session that keeps every frame it was sent, so that a test can read all that this principal ever received. */
export abstract class RawSession {
  readonly received: Message[] = [];
  protected readonly identity: Identity;
  #nextId = 1;
  #watchers = new Set<() => void>();
  #failure: Error | undefined;

  protected constructor(identity: Identity) {
    this.identity = identity;
  }

  /** Sends one message; on the HTTP transports its answer arrives with it. */
  protected abstract send(message: Params): Promise<void>;
  abstract close(): Promise<void>;

  async request(method: string, params: Params = {}): Promise<Params> {
    const id = this.#nextId++;
    await this.send({ jsonrpc: '2.0', id, method, params });
    const answer = await this.until((message) => message.id === id && !message.method, `the answer to ${method}`);
    if (answer.error) throw new Error(`${method}: ${answer.error.data?.reason ?? answer.error.message}`);
    return answer.result ?? {};
  }

  async notify(method: string, params: Params): Promise<void> {
    await this.send({ jsonrpc: '2.0', method, params });
  }

  hello(resume?: Params[]): Promise<Params> {
    return this.request('session.hello', this.helloParams(resume));
  }

  /** Waits for the first received message of this kind, an earlier one included. */
  async until(wanted: (message: Message) => boolean, what: string): Promise<Message> {
    const deadline = Date.now() + answersWithinMs;
    for (;;) {
      const found = this.received.find(wanted);
      if (found) return found;
      if (this.#failure) throw this.#failure;
      const left = deadline - Date.now();
      if (left <= 0) throw new Error(`no ${what} within ${answersWithinMs} ms`);
      await this.#change(left);
    }
  }

  events(topic: string): EventFrame[] {
    return this.received.flatMap((message) => eventOf(message) ?? []).filter((event) => event.topic === topic);
  }

  /** Every byte that came, for a search. */
  everything(): string {
    return this.received.map((message) => message.raw).join('\n');
  }

  protected helloParams(resume?: Params[]): Params {
    const client = { name: 'parlor-e2e', version: '1' };
    return { client, ...(this.identity.token && { token: this.identity.token }), ...(resume && { resume }) };
  }

  protected keep(unit: unknown): void {
    this.received.push(...messagesOf(unit));
    for (const watcher of this.#watchers) watcher();
  }

  /** The stream broke: whoever waits learns it. */
  protected fail(error: unknown): void {
    this.#failure = error instanceof Error ? error : new Error(String(error));
    for (const watcher of this.#watchers) watcher();
  }

  protected headers(): Record<string, string> {
    const { server, token, cookie } = this.identity;
    return {
      origin: new URL(server).origin,
      ...(token && { authorization: `Bearer ${token}` }),
      ...(cookie && { cookie }),
    };
  }

  #change(withinMs: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#watchers.delete(done);
        resolve();
      };
      const timer = setTimeout(done, withinMs);
      this.#watchers.add(done);
    });
  }
}
