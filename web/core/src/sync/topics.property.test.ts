// Random histories over a link that drops, doubles and reorders events, with snapshots and reconnects in between: in
// the end the state equals a fresh snapshot's. With gap detection off the same test must fail.

import { describe, expect, test } from 'vitest';
import type { Action } from '../reducer/action';
import { emptyView } from '../reducer/conversation';
import { initialState } from '../reducer/reduce';
import { reduceVisitor } from '../reducer/visitor';
import type { EngineState } from '../state';
import { Store } from '../store';
import { ADA, AT, row, SYSTEM, snapshot, VIC, VIC_PRINCIPAL } from '../testing/casa';
import { FakeClock, settle } from '../testing/clock';
import { seededRandom } from '../testing/random';
import type { ConversationEvent, TopicEvent } from '../wire';
import { Topics } from './topics';

const TOPIC = 'conversation:c1';
const RUNS = 300;
const STEPS = 60;

type Fact = Omit<ConversationEvent, 'seq' | 'prev' | 'at'>;

/** The truth: a log of which this audience sees only some events, so that seqs have holes but prev does not lie. */
class Log {
  epoch = 'e1';
  readonly events: ConversationEvent[] = [];
  private seq = 0;
  private readonly texts = new Map<string, { text: string | undefined; version: number }>();
  private readonly random: () => number;

  constructor(random: () => number) {
    this.random = random;
  }

  get head(): number {
    return this.events.at(-1)?.seq ?? 0;
  }

  append(): ConversationEvent {
    this.seq += this.random() < 0.2 ? 2 : 1;
    const fact = this.fact();
    const event = { ...fact, seq: this.seq, prev: this.head, at: AT } as ConversationEvent;
    this.events.push(event);
    return event;
  }

  /** As events are read: with the text as it is now. */
  read(): ConversationEvent[] {
    return this.events.map((event) => this.joined(event));
  }

  joined(event: ConversationEvent): ConversationEvent {
    if (!event.type.startsWith('message.')) return event;
    const data = event.data as { message: string };
    const { text, version } = this.texts.get(data.message) as { text: string | undefined; version: number };
    const body = text === undefined ? {} : { body: { type: 'text', text } };
    return { ...event, data: { message: data.message, version, ...body } } as ConversationEvent;
  }

  private fact(): Fact {
    const known = [...this.texts.keys()];
    const dice = this.random();
    if (dice < 0.15 && known.length > 0) return this.change(known);
    if (dice < 0.2) return { actor: SYSTEM, type: 'conversation.resolved', data: {} } as Fact;
    if (dice < 0.25) return { actor: SYSTEM, type: 'conversation.reopened', data: { status: 'open' } } as Fact;
    const message = `m${this.seq}`;
    this.texts.set(message, { text: `text ${this.seq}`, version: 1 });
    return { actor: dice < 0.6 ? VIC : ADA, type: 'message.posted', data: { message, version: 1 } } as Fact;
  }

  private change(known: string[]): Fact {
    const message = known[Math.floor(this.random() * known.length)] as string;
    const { version } = this.texts.get(message) as { version: number };
    const isEdit = this.random() < 0.5;
    this.texts.set(message, { text: isEdit ? `text of version ${version + 1}` : undefined, version: version + 1 });
    const type = isEdit ? 'message.edited' : 'message.deleted';
    return { actor: VIC, type, data: { message, version: version + 1 } } as Fact;
  }
}

/** One client on a bad line. */
class Rig {
  readonly random: () => number;
  readonly log: Log;
  readonly clock = new FakeClock();
  readonly store = new Store<EngineState, Action>({ ...initialState, me: VIC_PRINCIPAL }, reduceVisitor);
  readonly topics: Topics;
  inOrder = true;
  private readonly onTheWay: TopicEvent[] = [];

  constructor(seed: number, detectsGaps: boolean) {
    this.random = seededRandom(seed);
    this.log = new Log(this.random);
    this.topics = new Topics({
      call: (method, params) => this.answer(method, params as { after?: { epoch: string; seq: number } }),
      dispatch: (action) => this.store.dispatch(action),
      state: () => this.store.get(),
      clock: this.clock,
      subscribed: true,
      detectsGaps,
    });
  }

  async run(): Promise<void> {
    this.topics.want(TOPIC, 'test');
    this.hello();
    for (let step = 0; step < STEPS; step++) {
      await this.step();
      this.checkOrder();
    }
    await this.comeToRest();
  }

  fresh(): unknown {
    const store = new Store<EngineState, Action>({ ...initialState, me: VIC_PRINCIPAL }, reduceVisitor);
    store.dispatch({
      type: 'conversation.snapshot',
      topic: TOPIC,
      position: { epoch: this.log.epoch, seq: this.log.head },
      state: snapshot('c1', this.log.read()),
    });
    return essence(store.get());
  }

  private async step(): Promise<void> {
    const dice = this.random();
    if (dice < 0.6) this.publish(this.log.append());
    else if (dice < 0.8) this.deliverSome();
    else if (dice < 0.85) this.reconnect();
    else if (dice < 0.86) this.restore();
    else await this.clock.pass(this.random() * 2000);
    if (this.random() < 0.5) await settle();
  }

  /** At every moment: in order, nothing twice. */
  private checkOrder(): void {
    const seqs = (this.store.get().conversations.get('c1')?.items ?? []).map(({ seq }) => seq as number);
    this.inOrder &&= seqs.every((seq, at) => at === 0 || (seqs[at - 1] as number) < seq);
  }

  private publish(event: ConversationEvent): void {
    const framed = { ...this.log.joined(event), topic: TOPIC, epoch: this.log.epoch };
    const dice = this.random();
    if (dice < 0.15) return;
    this.onTheWay.push(framed);
    if (dice < 0.3) this.onTheWay.push(framed);
    if (dice > 0.6) this.deliverSome();
  }

  private deliverSome(): void {
    while (this.onTheWay.length > 0 && this.random() < 0.7) {
      const at = this.random() < 0.7 ? 0 : Math.floor(this.random() * this.onTheWay.length);
      for (const event of this.onTheWay.splice(at, 1)) this.topics.event(event);
    }
  }

  private reconnect(): void {
    this.topics.lost();
    this.onTheWay.length = 0;
    this.hello();
  }

  /** The store came back from a backup: another epoch. */
  private restore(): void {
    this.log.epoch += "'";
    this.reconnect();
  }

  private hello(): void {
    const topics = this.topics.resume().map((point) => this.position(point));
    const none = { topic: TOPIC, epoch: this.log.epoch, seq: this.log.head, recovered: false, reads: [] };
    const hello = { session: 's', principal: VIC_PRINCIPAL, epoch: 'e', server_time: AT, features: [] };
    const limits = { frame_bytes: 0, text_chars: 0, text_bytes: 0, batch: 0 };
    this.topics.live({ ...hello, limits, topics: topics.length > 0 ? topics : [none] });
  }

  private async answer(method: string, { after }: { after?: { epoch: string; seq: number } }): Promise<unknown> {
    if (method === 'topic.subscribe') return this.position(after);
    const state = snapshot('c1', this.log.read());
    const result = { topic: TOPIC, epoch: this.log.epoch, seq: this.log.head, state };
    for (let turns = Math.floor(this.random() * 3); turns > 0; turns--) await settle();
    return result;
  }

  private position(after: { epoch: string; seq: number } | undefined) {
    const recovered = after?.epoch === this.log.epoch && after.seq <= this.log.head;
    const missed = recovered ? this.log.events.filter(({ seq }) => seq > after.seq) : [];
    for (const event of missed) this.publish(event);
    return { topic: TOPIC, epoch: this.log.epoch, seq: this.log.head, recovered, reads: [] };
  }

  /** The line becomes good: one last event arrives whole, and what is missing is fetched. */
  private async comeToRest(): Promise<void> {
    await this.clock.pass(60_000);
    for (let tries = 0; tries < 5; tries++) {
      const last = this.log.append();
      this.topics.event({ ...this.log.joined(last), topic: TOPIC, epoch: this.log.epoch } as TopicEvent);
      for (const event of this.onTheWay.splice(0)) this.topics.event(event);
      await this.clock.pass(60_000);
    }
  }
}

/** What a person sees. */
function essence(state: EngineState): unknown {
  const view = state.conversations.get('c1') ?? emptyView(row('c1'));
  const items = view.items.map((item) => {
    const text = item.kind === 'system' ? item.type : item.text;
    return { seq: item.seq, kind: item.kind, text, version: item.kind === 'system' ? 0 : item.version };
  });
  return { items, seq: view.row.seq, position: state.positions.get(TOPIC)?.seq };
}

async function disagreements(detectsGaps: boolean, runs: number): Promise<number[]> {
  const failed: number[] = [];
  for (let seed = 1; seed <= runs; seed++) {
    const rig = new Rig(seed, detectsGaps);
    await rig.run();
    const same = JSON.stringify(essence(rig.store.get())) === JSON.stringify(rig.fresh());
    if (!same || !rig.inOrder) failed.push(seed);
  }
  return failed;
}

describe('old snapshot + events = fresh snapshot', () => {
  test(`over ${RUNS} random histories with drops, doubles, reorders and reconnects`, async () => {
    expect(await disagreements(true, RUNS)).toEqual([]);
  }, 60_000);

  test('positive control: without gap detection they differ', async () => {
    expect((await disagreements(false, 30)).length).toBeGreaterThan(20);
  }, 60_000);
});
