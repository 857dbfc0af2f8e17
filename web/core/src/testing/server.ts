// A small broker for tests: conversations with a gap-free log, idempotent by client id, over fake links. It answers
// as protocol.md says; what it refuses, loses or delays, the test decides.

import type { Message } from '../transport/transport';
import type { Actor, ConversationEvent, Principal, TopicEvent } from '../wire';
import { AT, helloResult, row, snapshot } from './casa';
import type { FakeLink } from './transports';

interface Log {
  events: ConversationEvent[];
  results: Map<string, unknown>;
}

interface Refusal {
  reason: string;
  data?: object;
}

export class FakeServer {
  readonly principal: Principal;
  epoch = 'e1';
  readonly links = new Set<FakeLink>();
  readonly logs = new Map<string, Log>();
  /** Every request, in the order of arrival. */
  readonly requests: { method: string; params: Record<string, unknown> }[] = [];
  /** Refuses a request instead of doing it. */
  refuse: (method: string, params: Record<string, unknown>) => Refusal | undefined = () => undefined;
  /** False swallows an answer, as a connection that breaks does. */
  answers: (method: string) => boolean = () => true;
  /** When somebody could call back. */
  slots: readonly string[] = [];
  /** Decides on each event's way to each link. */
  deliver: (send: () => void, event: TopicEvent) => void = (send) => send();
  private starts = new Map<string, string>();

  constructor(principal: Principal) {
    this.principal = principal;
  }

  accept(link: FakeLink): void {
    this.links.add(link);
    link.onSent = (message) => this.receive(link, message);
    link.ready();
  }

  log(conversation: string): Log {
    const log = this.logs.get(conversation) ?? { events: [], results: new Map() };
    this.logs.set(conversation, log);
    return log;
  }

  head(conversation: string): number {
    return this.log(conversation).events.at(-1)?.seq ?? 0;
  }

  append(conversation: string, event: Omit<ConversationEvent, 'seq' | 'prev' | 'at'>): number {
    const prev = this.head(conversation);
    const fact = { ...event, seq: prev + 1, prev, at: AT } as ConversationEvent;
    this.log(conversation).events.push(fact);
    for (const link of this.links) this.publish(link, conversation, fact);
    return fact.seq;
  }

  post(conversation: string, actor: Actor, text: string, clientId?: string): number {
    const message = `${conversation}-m${this.head(conversation) + 1}`;
    const data = { message, version: 1, body: { type: 'text' as const, text } };
    const event = { actor, type: 'message.posted' as const, data, ...(clientId && { client_id: clientId }) };
    return this.append(conversation, event as Omit<ConversationEvent, 'seq' | 'prev' | 'at'>);
  }

  texts(conversation: string): string[] {
    return this.log(conversation).events.flatMap((event) =>
      event.type === 'message.posted' && event.data.body?.type === 'text' ? [event.data.body.text] : [],
    );
  }

  breakLinks(): void {
    for (const link of [...this.links]) {
      this.links.delete(link);
      link.end();
    }
  }

  private publish(link: FakeLink, conversation: string, event: ConversationEvent): void {
    const framed = { ...event, topic: `conversation:${conversation}`, epoch: this.epoch } as TopicEvent;
    this.deliver(() => this.links.has(link) && link.notify('event', framed), framed);
  }

  private receive(link: FakeLink, { id, method, params }: Message): void {
    if (!method || id === undefined) return;
    const fields = (params ?? {}) as Record<string, unknown>;
    this.requests.push({ method, params: fields });
    const refusal = this.refuse(method, fields);
    if (refusal) return link.refuse(id, refusal.reason, refusal.data);
    const after: (() => void)[] = [];
    const result = this.perform(link, method, fields, after);
    if (this.answers(method) && !link.closed) link.answer(id, result);
    for (const run of after) run();
  }

  private perform(link: FakeLink, method: string, params: Record<string, unknown>, after: (() => void)[]): unknown {
    switch (method) {
      case 'session.hello':
        return this.hello(link, (params.resume ?? []) as { topic: string; epoch: string; seq: number }[], after);
      case 'topic.subscribe':
        return this.subscribe(link, params, after);
      case 'topic.snapshot':
        return this.snapshot(params.topic as string);
      case 'conversation.start':
        return this.start(params);
      case 'message.post':
        return this.store(params);
      case 'callback.slots':
        return { slots: this.slots };
      default:
        return {};
    }
  }

  private hello(
    link: FakeLink,
    resume: { topic: string; epoch: string; seq: number }[],
    after: (() => void)[],
  ): unknown {
    const topics = resume.map((point) => this.position(link, point.topic, point, after));
    return helloResult(this.principal, topics);
  }

  private subscribe(link: FakeLink, params: Record<string, unknown>, after: (() => void)[]): unknown {
    return this.position(link, params.topic as string, params.after as { epoch: string; seq: number }, after);
  }

  private position(
    link: FakeLink,
    topic: string,
    point: { epoch: string; seq: number } | undefined,
    after: (() => void)[],
  ) {
    const conversation = topic.replace('conversation:', '');
    const seq = topic.startsWith('conversation:') ? this.head(conversation) : 0;
    const recovered = point?.epoch === this.epoch && point.seq <= seq;
    const missed = recovered ? this.log(conversation).events.filter((event) => event.seq > point.seq) : [];
    after.push(() => {
      for (const event of missed) this.publish(link, conversation, event);
    });
    return { topic, epoch: this.epoch, seq, recovered, reads: [] };
  }

  private snapshot(topic: string): unknown {
    if (topic.startsWith('contact:')) {
      const conversations = [...this.logs.keys()].map((id) => row(id, { seq: this.head(id) }));
      return { topic, epoch: this.epoch, seq: 0, state: { conversations } };
    }
    const id = topic.replace('conversation:', '');
    const events = this.log(id).events.slice(-50);
    return { topic, epoch: this.epoch, seq: this.head(id), state: snapshot(id, events) };
  }

  private start(params: Record<string, unknown>): unknown {
    const clientId = params.client_id as string;
    const id = this.starts.get(clientId) ?? `c${this.starts.size + 1}`;
    this.starts.set(clientId, id);
    const message = params.message as { client_id: string; body: { text: string } } | undefined;
    if (message && !this.log(id).results.has(message.client_id)) {
      this.log(id).results.set(message.client_id, {});
      this.post(id, this.actor(), message.body.text, message.client_id);
    }
    return { conversation: id, seq: this.head(id), status: 'queued' };
  }

  private store(params: Record<string, unknown>): unknown {
    const id = params.conversation as string;
    const clientId = params.client_id as string;
    const known = this.log(id).results.get(clientId);
    if (known) return known;
    const result = { message: `${id}-m${this.head(id) + 1}`, seq: this.head(id) + 1, at: AT };
    this.log(id).results.set(clientId, result);
    this.post(id, this.actor(), (params.body as { text: string }).text, clientId);
    return result;
  }

  private actor(): Actor {
    const { kind, id, name } = this.principal;
    return { kind, id, name };
  }
}
