/** A live client without a server: it keeps its state in memory, answers itself, and notes down what it was asked. */

import type {
  AgentClient,
  AgentStatus,
  ClientState,
  ConnectionView,
  Conversation,
  ConversationView,
  Item,
  MessageItem,
  QueueTopicState,
  RingingOffer,
  TransferInput,
  VisitorsTopicState,
} from '@parlor/core';
import { ParlorError } from '@parlor/core';
import { ADA, BEN, everyone, KIM, LEO, longTalk, ORLA, talk, WANDA } from './cast';
import { asking, floorNow } from './floor';
import { olderPage, visitorsNow } from './visitors';

export interface Scene {
  readonly rows?: readonly Conversation[];
  readonly items?: Readonly<Record<string, readonly Item[]>>;
  readonly connection?: ConnectionView;
  readonly loaded?: boolean;
  readonly typing?: readonly ('visitor' | 'colleague')[];
  readonly role?: 'owner' | 'agent';
  readonly hasMore?: boolean;
  /** `null`: it has not come yet. */
  readonly floor?: QueueTopicState | null;
  /** Made when the scene begins, since they run down. */
  readonly rings?: () => readonly RingingOffer[];
  /** What the server says to an answer, an invitation or a question to a colleague that comes too late, or is too much. */
  readonly refuses?:
    | 'offer_over'
    | 'agent_full'
    | 'agent_unavailable'
    | 'visitor_gone'
    | 'visitor_in_chat'
    | 'connection_lost';
  /** `null`: it does not come. */
  readonly visitors?: VisitorsTopicState | null;
}

function floorOf({ floor = floorNow() }: Scene): { queue?: QueueTopicState } {
  return floor === null ? {} : { queue: floor };
}

export class ClientDouble implements AgentClient {
  readonly calls: string[] = [];
  private current: ClientState;
  private readonly listeners = new Set<() => void>();
  private sent = 0;

  readonly state = {
    get: () => this.current,
    subscribe: (listener: () => void) => {
      this.listeners.add(listener);
      return () => this.listeners.delete(listener);
    },
  };

  constructor(private readonly scene: Scene = {}) {
    const rows = new Map((scene.rows ?? everyone()).map((row) => [row.id, row]));
    this.current = {
      connection: scene.connection ?? { state: 'live', transport: 'websocket' },
      me: { kind: 'agent', ...ADA, role: scene.role ?? 'agent', workspace: 'casa' },
      conversations: new Map(),
      moved: new Map(),
      places: new Map(),
      offers: scene.rings?.() ?? [],
      ...floorOf(scene),
      contactLoaded: false,
      inbox: { rows, counts: { mine: 0, queue: 0, all: 0 }, loaded: scene.loaded ?? true, cursors: {} },
      agents: new Map([
        [ADA.id, { ...ADA, role: 'agent', status: 'online' }],
        [BEN.id, { ...BEN, role: 'agent', status: 'busy' }],
        [KIM.id, { ...KIM, role: 'agent', status: 'online' }],
        [LEO.id, { ...LEO, role: 'agent', status: 'online' }],
        [ORLA.id, { ...ORLA, role: 'owner', status: 'away' }],
      ]),
      outboxDurable: true,
    };
    this.recount();
  }

  private record(name: string, ...args: readonly unknown[]): void {
    this.calls.push([name, ...args.map(String)].join(' '));
  }

  private set(change: Partial<ClientState>): void {
    this.current = { ...this.current, ...change };
    for (const listener of [...this.listeners]) listener();
  }

  private recount(): void {
    const { inbox } = this.current;
    if (inbox === undefined) return;
    const rows = [...inbox.rows.values()];
    const counts = {
      mine: rows.filter((row) => row.status === 'open' && row.assignee?.id === ADA.id).length,
      queue: rows.filter(({ status }) => status === 'queued').length,
      all: rows.filter(({ status }) => status !== 'resolved').length,
    };
    this.set({ inbox: { ...inbox, counts } });
  }

  /** Changes one row, as if the server had said so. */
  change(id: string, change: Partial<Conversation>): void {
    const { inbox, conversations } = this.current;
    const row = inbox?.rows.get(id);
    if (inbox === undefined || row === undefined) return;
    const next = { ...row, ...change };
    const view = conversations.get(id);
    this.set({
      inbox: { ...inbox, rows: new Map(inbox.rows).set(id, next) },
      conversations: view === undefined ? conversations : new Map(conversations).set(id, { ...view, row: next }),
    });
    this.recount();
  }

  /** As if the server had said how the floor is now. */
  hearFloor(queue: QueueTopicState, offers: readonly RingingOffer[] = this.current.offers): void {
    this.set({ queue, offers });
  }

  /** As if the visitor had said something. */
  hear(conversation: string, item: Item): void {
    this.update(conversation, (view) => ({ ...view, items: [...view.items, item] }));
  }

  private update(id: string, change: (view: ConversationView) => ConversationView): void {
    const view = this.current.conversations.get(id);
    if (view !== undefined) this.set({ conversations: new Map(this.current.conversations).set(id, change(view)) });
  }

  private typists(row: Conversation): ConversationView['typing'] {
    const until = Date.now() + 60_000;
    return (this.scene.typing ?? []).map((who) =>
      who === 'visitor'
        ? { kind: 'visitor', id: row.contact?.id ?? '', name: row.contact?.name ?? '', until }
        : { kind: 'agent', id: BEN.id, name: BEN.name, until },
    );
  }

  open(topic: string): void {
    if (topic === 'visitors') this.openVisitors();
    const id = topic.replace('conversation:', '');
    const row = this.current.inbox?.rows.get(id);
    if (row === undefined || this.current.conversations.has(id)) return;
    const items = this.scene.items?.[id] ?? (id === WANDA ? talk() : []);
    const view: ConversationView = {
      id,
      row,
      items,
      hasMore: this.scene.hasMore ?? false,
      firstSeq: 1,
      reads: [
        { participant: { kind: 'visitor', id: 'wanda' }, seq: 11, at: new Date(Date.now() - 200_000).toISOString() },
        { participant: { kind: 'agent', id: ADA.id }, seq: 7, at: new Date().toISOString() },
      ],
      participants: [],
      typing: this.typists(row),
      loaded: true,
      provisional: false,
    };
    this.set({ conversations: new Map(this.current.conversations).set(id, view) });
  }

  close(topic: string): void {
    if (topic !== 'visitors') return;
    this.record('close', topic);
    const { visitors: _, ...rest } = this.current;
    this.current = rest;
    this.set({});
  }

  private openVisitors(): void {
    this.record('open', 'visitors');
    const { visitors = visitorsNow() } = this.scene;
    if (visitors !== null) this.set({ visitors });
  }

  /** As if the server had said who is on the site now. */
  hearVisitors(visitors: VisitorsTopicState): void {
    this.set({ visitors });
  }

  post(conversation: string, text: string): string {
    this.record('post', conversation, text);
    this.sent += 1;
    const item: MessageItem = {
      kind: 'message',
      key: `own-${this.sent}`,
      message: `own-${this.sent}`,
      seq: 100 + this.sent,
      at: Date.now(),
      actor: { kind: 'agent', ...ADA },
      text,
      version: 1,
      deleted: false,
      edited: false,
      state: 'sent',
    };
    this.update(conversation, (view) => ({ ...view, items: [...view.items, item] }));
    return item.key;
  }

  retry(clientId: string): void {
    this.record('retry', clientId);
  }

  discard(clientId: string): void {
    this.record('discard', clientId);
  }

  async edit(_conversation: string, message: string, text: string): Promise<void> {
    this.record('edit', message, text);
  }

  async remove(_conversation: string, message: string): Promise<void> {
    this.record('remove', message);
  }

  read(conversation: string, seq: number): void {
    this.record('read', conversation, seq);
  }

  typing(conversation: string, on: boolean): void {
    this.record('typing', conversation, on);
  }

  async loadEarlier(conversation: string): Promise<void> {
    this.record('loadEarlier', conversation);
    this.update(conversation, (view) => {
      const firstSeq = view.firstSeq - 30;
      return { ...view, firstSeq, items: [...longTalk(30, view.firstSeq - 1), ...view.items] };
    });
  }

  retryNow(): void {
    this.record('retryNow');
  }

  dispose(): void {
    this.record('dispose');
  }

  async note(conversation: string, text: string): Promise<void> {
    this.record('note', conversation, text);
  }

  async accept(conversation: string): Promise<void> {
    this.record('accept', conversation);
    this.change(conversation, { status: 'open', assignee: ADA });
  }

  async assign(conversation: string, assignee: string): Promise<void> {
    this.record('assign', conversation, assignee);
    const { name } = this.current.agents.get(assignee) ?? ADA;
    this.change(conversation, { status: 'open', assignee: { id: assignee, name } });
  }

  async transfer(conversation: string, to: TransferInput): Promise<void> {
    this.record('transfer', conversation, JSON.stringify(to));
    if (to.agent === undefined) return this.change(conversation, { status: 'queued' });
    const { name } = this.current.agents.get(to.agent) ?? BEN;
    const { how = 'now' } = to;
    if (how !== 'now') return this.ring(asking(conversation, { id: to.agent, name }, { joins: how === 'add' }));
    this.change(conversation, { assignee: { id: to.agent, name } });
  }

  private ring(offer: RingingOffer): void {
    const { refuses } = this.scene;
    if (refuses !== undefined) throw new ParlorError(refuses, 'No.');
    this.set({ offers: [...this.current.offers, offer] });
  }

  async answerOffer(conversation: string, accept: boolean): Promise<void> {
    this.record('answerOffer', conversation, accept);
    const ringing = this.current.offers.find(({ offer }) => offer.conversation === conversation);
    this.set({ offers: this.current.offers.filter(({ offer }) => offer.conversation !== conversation) });
    const { refuses } = this.scene;
    if (refuses !== undefined) throw new ParlorError(refuses, 'No.');
    const joins = ringing?.offer.joins === true;
    if (accept && !joins) this.change(conversation, { status: 'open', assignee: ADA });
  }

  async snooze(conversation: string, until: number): Promise<void> {
    this.record('snooze', conversation, until);
    this.change(conversation, { status: 'snoozed' });
  }

  async resolve(conversation: string): Promise<void> {
    this.record('resolve', conversation);
    this.change(conversation, { status: 'resolved' });
  }

  async reopen(conversation: string): Promise<void> {
    this.record('reopen', conversation);
    this.change(conversation, { status: 'open' });
  }

  async tag(conversation: string, change: { add?: readonly string[]; remove?: readonly string[] }): Promise<void> {
    this.record('tag', conversation, JSON.stringify(change));
    const tags = this.current.inbox?.rows.get(conversation)?.tags ?? [];
    const kept = tags.filter((tag) => !change.remove?.includes(tag));
    this.change(conversation, { tags: [...kept, ...(change.add ?? [])] });
  }

  /** Counted apart: no control does this, and so it proves none. */
  timesActive = 0;

  async active(): Promise<void> {
    this.timesActive += 1;
  }

  async setStatus(status: AgentStatus): Promise<void> {
    this.record('setStatus', status);
    this.set({ agents: new Map(this.current.agents).set(ADA.id, { ...ADA, role: 'agent', status }) });
  }

  async loadMoreRows(view: string): Promise<void> {
    this.record('loadMoreRows', view);
  }

  async visitorsAfter(cursor: string): Promise<VisitorsTopicState> {
    this.record('visitorsAfter', cursor);
    if (this.scene.refuses !== undefined) throw new ParlorError(this.scene.refuses, 'No.');
    return olderPage();
  }

  async inviteVisitor(visit: string, text: string): Promise<void> {
    this.record('inviteVisitor', visit, text);
    if (this.scene.refuses !== undefined) throw new ParlorError(this.scene.refuses, 'No.');
  }
}
