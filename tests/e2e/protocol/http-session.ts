import type { Params } from './message.ts';
import { type Identity, RawSession } from './session.ts';

/** What both HTTP transports do alike: a hello opens the session, each message is a POST, its answer the response. */
abstract class HttpSession extends RawSession {
  protected readonly ending = new AbortController();
  protected session = '';

  override async hello(resume?: Params[]): Promise<Params> {
    const message = { jsonrpc: '2.0', id: 0, method: 'session.hello', params: this.helloParams(resume) };
    const answer = (await this.post('/realtime/sessions', message)) as { result?: Params; error?: { message: string } };
    if (!answer.result) throw new Error(`session.hello: ${answer.error?.message}`);
    this.keep(answer);
    this.session = String(answer.result.session);
    this.read().catch((error: unknown) => {
      if (!this.ending.signal.aborted) this.fail(error);
    });
    await this.until((kept) => kept.method === 'session.ready', 'session.ready');
    return answer.result;
  }

  protected abstract read(): Promise<void>;

  protected async send(message: Params): Promise<void> {
    const answer = await this.post(`/realtime/sessions/${this.session}`, message);
    if (answer !== undefined) this.keep(answer);
  }

  async close(): Promise<void> {
    this.ending.abort();
    const { server } = this.identity;
    await fetch(`${server}/realtime/sessions/${this.session}`, { method: 'DELETE', headers: this.headers() });
  }

  protected async post(path: string, body: unknown): Promise<unknown> {
    const answer = await fetch(this.identity.server + path, {
      method: 'POST',
      headers: { ...this.headers(), 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: this.ending.signal,
    });
    if (answer.status === 204) return undefined;
    const text = await answer.text();
    if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${text}`);
    return JSON.parse(text);
  }
}

export class SseSession extends HttpSession {
  constructor(identity: Identity) {
    super(identity);
  }

  protected async read(): Promise<void> {
    const { server } = this.identity;
    const answer = await fetch(`${server}/realtime/sessions/${this.session}/events`, {
      headers: { ...this.headers(), accept: 'text/event-stream' },
      signal: this.ending.signal,
    });
    if (!answer.ok || !answer.body) throw new Error(`the event stream answered ${answer.status}`);
    let text = '';
    const decoder = new TextDecoder();
    for await (const bytes of answer.body) {
      text += decoder.decode(bytes, { stream: true });
      const units = text.split(/\r?\n\r?\n/);
      text = units.pop() ?? '';
      for (const unit of units) this.#take(unit);
    }
  }

  #take(unit: string): void {
    const data = unit.split(/\r?\n/).filter((line) => line.startsWith('data:'));
    if (data.length > 0) this.keep(JSON.parse(data.map((line) => line.slice(5)).join('\n')));
  }
}

interface PollAnswer {
  units: { n: number; message: unknown }[];
  next: number;
}

export class PollSession extends HttpSession {
  constructor(identity: Identity) {
    super(identity);
  }

  protected async read(): Promise<void> {
    let after = 0;
    while (!this.ending.signal.aborted) {
      const answer = (await this.post(`/realtime/sessions/${this.session}/poll`, { after, wait_s: 5 })) as PollAnswer;
      for (const { n, message } of answer.units) {
        if (n <= after) continue;
        after = n;
        this.keep(message);
      }
    }
  }
}
