// The other end of a chat for the browser tests: speaks the real-time protocol over the page's WebSocket, as a server with one
// visitor would, and lets a test act as Ada.
import type { Page, WebSocketRoute } from 'playwright-core';

interface Request {
  id?: number;
  method: string;
  params: Record<string, unknown>;
}

type Event = Record<string, unknown> & { seq: number };

const kConversation = '01930000-0000-7000-8000-00000000c0c0';
const kContact = '01930000-0000-7000-8000-00000000000c';
export const ada = { kind: 'agent', id: '01930000-0000-7000-8000-0000000000ad', name: 'Ada' };
const system = { kind: 'system', id: '00000000-0000-0000-0000-000000000000', name: '' };
const vic = { kind: 'visitor', id: kContact, name: 'Visitor' };

export class Desk {
  readonly calls: Request[] = [];
  /** While true, no visitor is made known. */
  hold = false;
  /** Ada's, to whoever names it when they begin. */
  invitation: { id: string; text: string } | undefined;
  /** When somebody could call back. */
  slots: readonly string[] = [];
  /** What comes of the next wish to be answered elsewhere, instead of its being granted. */
  refusal: { reason: string; field?: string } | undefined;
  readonly #results = new Map<string, unknown>();
  #socket: WebSocketRoute | undefined;
  #events: Event[] = [];
  #row: Record<string, unknown> = {};
  #place: object | undefined;

  static async at(page: Page): Promise<Desk> {
    const desk = new Desk();
    await page.route('**/api/v1/visitors', async (route) => {
      while (desk.hold) await new Promise((resolve) => setTimeout(resolve, 20));
      await route.fulfill({ status: 201, json: { visitor: 'v', contact: kContact, token: 'visitor-token' } });
    });
    await page.routeWebSocket('**/realtime', (socket) => {
      desk.#socket = socket;
      socket.onMessage((frame) => {
        for (const request of [JSON.parse(String(frame))].flat()) desk.#take(request as Request);
      });
      desk.#send('session.ready', { session: 's', transport: 'websocket' });
    });
    return desk;
  }

  joined(): void {
    this.#row = { ...this.#row, status: 'open', agent: { id: ada.id, name: ada.name, online: true } };
    this.#happen('participant.joined', ada, { participant: ada });
  }

  says(text: string, client_id?: string): void {
    const message = `01930000-0000-7000-8000-0000000${String(10000 + this.#events.length)}`;
    this.#happen('message.posted', ada, { message, version: 1, body: { type: 'text', text } }, client_id);
  }

  /** What the workspace says by itself, by a rule. */
  saysByRule(text: string): void {
    const message = `01930000-0000-7000-8000-0000002${String(10000 + this.#events.length)}`;
    const actor = { ...system, name: 'Casa & Co' };
    this.#happen('message.posted', actor, { message, version: 1, body: { type: 'text', text } });
  }

  types(state: 'on' | 'off'): void {
    this.#send('signal', { topic: this.#topic(), type: 'typing', actor: ada, data: { state } });
  }

  hasRead(): void {
    const data = { participant: { kind: 'agent', id: ada.id }, seq: this.#events.length, at: new Date().toISOString() };
    this.#send('signal', { topic: this.#topic(), type: 'read', actor: ada, data });
  }

  /** Vic stands here in line; told again with each hello, as a server does. */
  places(place: { position: number; wait?: string; team?: string; ways_out?: boolean }): void {
    this.#place = { ways_out: false, ...place };
    this.#tellPlace();
  }

  /** Ada does not come back: Vic waits again. */
  gone(): void {
    const { agent: _gone, ...row } = this.#row;
    this.#row = { ...row, status: 'queued' };
    this.#happen('conversation.queued', system, { reason: 'agent_gone' });
  }

  handsTo(team: string): void {
    const { agent: _before, ...row } = this.#row;
    this.#row = { ...row, status: 'queued' };
    const to = { id: '01930000-0000-7000-8000-00000000000d', name: team };
    this.#happen('conversation.transferred', ada, { team: to });
    this.#happen('conversation.queued', system, { reason: 'transferred', team: to });
  }

  resolves(): void {
    this.#row = { ...this.#row, status: 'resolved', resolved_at: new Date().toISOString() };
    this.#happen('conversation.resolved', ada, {});
  }

  cut(): void {
    void this.#socket?.close({ code: 4000, reason: 'restarting' });
  }

  #topic(): string {
    return `conversation:${kConversation}`;
  }

  #send(method: string, params: unknown): void {
    this.#socket?.send(JSON.stringify({ jsonrpc: '2.0', method, params }));
  }

  #happen(type: string, actor: object, data: object, client_id?: unknown): Event {
    const at = new Date().toISOString();
    const seq = this.#events.length + 1;
    const event = { epoch: 'e', seq, prev: seq - 1, at, actor, type, data, ...(client_id ? { client_id } : {}) };
    this.#events.push(event);
    this.#row = { ...this.#row, seq, updated_at: at };
    this.#send('event', { topic: this.#topic(), ...event });
    return event;
  }

  #tellPlace(): void {
    if (this.#place)
      this.#send('signal', { topic: this.#topic(), type: 'queue.position', actor: system, data: this.#place });
  }

  #post(client_id: unknown, body: unknown): { message: string; seq: number; at: unknown } {
    const message = `01930000-0000-7000-8000-0000001${String(10000 + this.#events.length)}`;
    const { seq, at } = this.#happen('message.posted', vic, { message, version: 1, body }, client_id);
    return { message, seq, at };
  }

  #change(type: 'message.edited' | 'message.deleted', { message, body, client_id }: Record<string, unknown>): object {
    const { seq, at } = this.#happen(type, vic, { message, version: 2, ...(body ? { body } : {}) }, client_id);
    return { message, version: 2, seq, at };
  }

  #start(params: Record<string, unknown>): object {
    const at = new Date().toISOString();
    const { message } = params as { message?: { client_id: string; body: unknown } };
    this.#row = {
      id: kConversation,
      inbox: 'demo',
      status: 'queued',
      started_at: at,
      updated_at: at,
      unread: 0,
      seq: 0,
    };
    this.#happen('conversation.started', vic, { inbox: 'demo', contact: kContact }, params.client_id);
    const invited = this.invitation?.id === params.invitation ? this.invitation : undefined;
    if (invited) {
      this.says(invited.text, invited.id);
      this.joined();
    }
    if (message) this.#post(message.client_id, message.body);
    return { conversation: kConversation, seq: this.#events.length, status: invited ? 'open' : 'queued' };
  }

  #answerElsewhere({ by, address, at, client_id }: Record<string, unknown>): object {
    this.#happen('answer.asked', vic, { by, address, ...(at ? { at } : {}) }, client_id);
    this.#place = undefined;
    // A call that is booked is put aside, which a visitor sees as open.
    if (at) this.#row = { ...this.#row, status: 'open' };
    return {
      conversation: kConversation,
      seq: this.#events.length,
      status: 'queued',
      at: new Date().toISOString(),
    };
  }

  #snapshot(topic: string): object {
    if (topic.startsWith('contact:')) {
      return { topic, epoch: 'e', seq: 0, state: { conversations: this.#events.length ? [this.#row] : [] } };
    }
    const events = this.#events.map(({ epoch: _epoch, ...event }) => event);
    const state = { conversation: this.#row, participants: [], events, has_more: false, reads: [] };
    return { topic, epoch: 'e', seq: this.#events.length, state };
  }

  #take({ id, method, params }: Request): void {
    this.calls.push({ method, params });
    if (id === undefined) return;
    const answers: Record<string, () => unknown> = {
      'session.hello': () => ({
        session: 's',
        principal: { kind: 'visitor', id: kContact, name: 'Visitor', contact: kContact, workspace: 'w' },
        epoch: 'e',
        server_time: new Date().toISOString(),
        limits: { frame_bytes: 65536, text_chars: 4000, text_bytes: 16384, batch: 32 },
        features: [],
        topics: [],
      }),
      'topic.snapshot': () => this.#snapshot(String(params.topic)),
      'topic.subscribe': () => ({
        topic: params.topic,
        epoch: 'e',
        seq: this.#events.length,
        recovered: false,
        reads: [],
      }),
      'conversation.start': () => this.#start(params),
      'message.post': () => this.#post(params.client_id, params.body),
      'message.edit': () => this.#change('message.edited', params),
      'message.delete': () => this.#change('message.deleted', params),
      'conversation.end': () => {
        this.resolves();
        return {
          conversation: kConversation,
          seq: this.#events.length,
          status: 'resolved',
          at: new Date().toISOString(),
        };
      },
      'callback.slots': () => ({ slots: this.slots }),
      'answer.ask': () => this.#answerElsewhere(params),
      'conversation.rate': () => {
        this.#row = { ...this.#row, rating: { score: params.score } };
        this.#happen('conversation.rated', vic, { score: params.score }, params.client_id);
        return {
          conversation: kConversation,
          seq: this.#events.length,
          status: 'resolved',
          at: new Date().toISOString(),
        };
      },
    };
    if (method === 'answer.ask' && this.refusal) {
      const error = { code: -32602, message: 'no', data: this.refusal };
      this.refusal = undefined;
      this.#socket?.send(JSON.stringify({ jsonrpc: '2.0', id, error }));
      return;
    }
    // The same client id again gives the first result, as a server's does.
    const key = typeof params.client_id === 'string' ? `${method} ${params.client_id}` : '';
    const result = this.#results.get(key) ?? answers[method]?.() ?? {};
    if (key) this.#results.set(key, result);
    this.#socket?.send(JSON.stringify({ jsonrpc: '2.0', id, result }));
    if (method === 'session.hello') this.#tellPlace();
  }
}
