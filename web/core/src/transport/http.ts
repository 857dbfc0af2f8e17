// What SSE and long-poll share: a session opened by POST, calls sent by POST (one request at a time, so that order
// holds; what gathers meanwhile goes as one batch), and goodbye by DELETE. How units are read differs: see Reader.

import { isRetried } from '../errors';
import type { TransportName } from '../state';
import { type Link, type LinkEnd, type LinkEvents, LOST, type Message, messagesOf, type Transport } from './transport';

const BATCH_MAX = 32;

/** What a refusal says: in a JSON-RPC error or in a problem document. */
interface Refused {
  id?: unknown;
  reason?: string;
  error?: { data?: { reason?: string; retry_after_ms?: number } };
}

export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

export interface HttpSession {
  /** Fetches below the session's own address; rejects on an answer that is no success. */
  request(path: string, init: RequestInit): Promise<Response>;
  readonly signal: AbortSignal;
  /** Takes one numbered unit; returns false if it was known already. */
  unit(n: number, message: unknown): boolean;
  alive(): void;
  /** The number of the last unit. */
  last(): number;
}

/** Reads units until the session ends; returns or throws when reading is over. */
export type Reader = (session: HttpSession) => Promise<void>;

export interface HttpOptions {
  server: string;
  /** A visitor's token; agents have their cookie. */
  token?: string;
  fetch?: Fetch;
}

export function httpTransport(name: TransportName, read: Reader, options: HttpOptions): Transport {
  return { name, open: (hello, on) => new HttpLink(name, options, on).start(read, hello()) };
}

class HttpLink implements Link, HttpSession {
  readonly transport: TransportName;
  readonly #options: HttpOptions;
  readonly #abort = new AbortController();
  #on: LinkEvents | undefined;
  #path = '/realtime/sessions';
  #waiting: Message[] = [];
  #sending = false;
  #lastUnit = 0;

  constructor(name: TransportName, options: HttpOptions, on: LinkEvents) {
    this.transport = name;
    this.#options = options;
    this.#on = on;
  }

  start(read: Reader, hello: Message): this {
    this.#run(read, hello).catch((error) => this.#end(error));
    return this;
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  send(message: Message): void {
    this.#waiting.push(message);
    if (!this.#sending) this.#flush().catch((error) => this.#end(error));
  }

  close(): void {
    this.#on = undefined;
    this.#abort.abort();
    if (this.#path.endsWith('sessions')) return;
    const goodbye = { ...this.#init(), method: 'DELETE', keepalive: true };
    this.#fetch(this.#path, goodbye).catch(() => undefined);
  }

  request(path: string, init: RequestInit): Promise<Response> {
    const headers = { ...this.#init().headers, ...init.headers };
    return this.#fetch(this.#path + path, { ...this.#init(), ...init, headers, signal: this.#abort.signal });
  }

  unit(n: number, message: unknown): boolean {
    if (n <= this.#lastUnit) return false;
    this.#lastUnit = n;
    this.#deliver(message);
    return true;
  }

  alive(): void {
    this.#on?.alive();
  }

  last(): number {
    return this.#lastUnit;
  }

  async #run(read: Reader, hello: Message): Promise<void> {
    const answers = await this.#post('', [hello]);
    const session = (answers[0]?.result as { session?: string } | undefined)?.session;
    if (session) this.#path += `/${session}`;
    else if (!answers[0]?.error) throw LOST;
    if (!this.#on) return this.close();
    for (const answer of answers) this.#deliver(answer);
    if (session) await read(this);
    throw LOST;
  }

  async #flush(): Promise<void> {
    this.#sending = true;
    while (this.#waiting.length > 0 && this.#on) {
      for (const answer of await this.#post('', this.#waiting.splice(0, BATCH_MAX))) this.#deliver(answer);
    }
    this.#sending = false;
  }

  async #post(path: string, messages: readonly Message[]): Promise<Message[]> {
    const body = JSON.stringify(messages.length === 1 ? messages[0] : messages);
    const response = await this.request(path, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json' },
    });
    return response.status === 204 ? [] : messagesOf(await response.json());
  }

  #init(): { headers: Record<string, string>; credentials: RequestCredentials } {
    const { token } = this.#options;
    return token
      ? { headers: { Authorization: `Bearer ${token}` }, credentials: 'omit' }
      : { headers: {}, credentials: 'include' };
  }

  async #fetch(path: string, init: RequestInit): Promise<Response> {
    const { server, fetch = (address: string, request: RequestInit) => globalThis.fetch(address, request) } =
      this.#options;
    const response = await fetch(server + path, { cache: 'no-store', ...init });
    if (response.ok) return response;
    const body = (await response.json().catch(() => ({}))) as Refused;
    const { reason } = body.error?.data ?? {};
    if (body.id !== undefined && reason && reason !== 'session_unknown') return Response.json(body);
    throw endOf(response, body);
  }

  #deliver(message: unknown): void {
    for (const one of messagesOf(message)) this.#on?.message(one);
  }

  #end(error: unknown): void {
    const on = this.#on;
    this.#on = undefined;
    this.#abort.abort();
    on?.ended(isEnd(error) ? error : LOST);
  }
}

function isEnd(error: unknown): error is LinkEnd {
  return typeof error === 'object' && error !== null && 'reconnect' in error;
}

/** A refusal by HTTP status; only one that names a reason of ours is final: a proxy's 403 is not. */
function endOf({ status, headers }: Response, { error, reason: problem }: Refused): LinkEnd {
  const reason = error?.data?.reason ?? problem ?? `http ${status}`;
  if (reason === 'session_unknown') return LOST;
  const afterMs = error?.data?.retry_after_ms ?? 1000 * Number(headers.get('Retry-After') ?? 0);
  const refused = !reason.startsWith('http') && !isRetried(reason);
  return { reconnect: refused ? 'never' : 'later', reason, ...(afterMs > 0 && { afterMs }) };
}
