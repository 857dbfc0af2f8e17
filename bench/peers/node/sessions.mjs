// The same chat over long-poll: a session is opened, posts messages, and reads what came since the number it names.
import { randomUUID } from 'node:crypto';

async function bodyOf(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return JSON.parse(text);
}

function answer(response, status, value) {
  const text = JSON.stringify(value);
  response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) });
  response.end(text);
}

class Session {
  constructor(conversation, role) {
    this.id = randomUUID();
    this.conversation = conversation;
    this.member = { id: this.id, role, deliver: (text) => this.#deliver(text) };
    this.units = [];
    this.last = 0;
  }

  #deliver(text) {
    this.units.push({ n: ++this.last, text });
    this.wake?.();
  }

  poll(response, after, waitSeconds) {
    this.wake?.();
    this.units = this.units.filter(({ n }) => n > after);
    const answerNow = () => {
      clearTimeout(timer);
      this.wake = undefined;
      const messages = this.units.map(({ text }) => text).join(',');
      const text = `{"messages":[${messages}],"next":${this.last}}`;
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) });
      response.end(text);
    };
    let timer;
    if (this.units.length > 0) return answerNow();
    timer = setTimeout(answerNow, Math.min(waitSeconds, 25) * 1000);
    this.wake = answerNow;
  }
}

export class Sessions {
  #rooms;
  #sessions = new Map();

  constructor(rooms) {
    this.#rooms = rooms;
  }

  async handle(request, response) {
    const [, root, id, action] = request.url.split('/');
    if (request.method !== 'POST' || root !== 'sessions') return answer(response, 404, { error: 'not found' });
    const body = await bodyOf(request);
    if (!id) return this.#open(response, body);
    const session = this.#sessions.get(id);
    if (!session) return answer(response, 404, { error: 'session unknown' });
    if (action === 'poll') return session.poll(response, body.after, body.wait);
    answer(response, 200, await this.#rooms.post(session.conversation, session.member, body));
  }

  async #open(response, { conversation, role }) {
    const session = new Session(conversation, role);
    this.#sessions.set(session.id, session);
    const { seq } = await this.#rooms.join(conversation, session.member);
    answer(response, 200, { session: session.id, seq });
  }
}
