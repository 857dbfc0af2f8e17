// The state behind the panel, as signals: which screen, which conversation, what the engine last said. Owns the engine, which
// runs only for visitors who have written (here or on an earlier visit). Knows no elements.
import type { ClientState, ConversationView, MessageItem, RatingInput, StartInput, VisitorClient } from '@parlor/core';
import type { connectVisitor } from '@parlor/core/visitor';
import type { Bridge, Configuration, DeviceState } from '../bridge';
import { fill, type PanelTextKey, panelText, type TextValues } from '../catalogue';
import { announce } from './announce';
import type { Deferred } from './deferred';
import { answerOf, current, newestFirst, placeOf } from './selection';
import { batch, computed, signal, watch } from './signal';

export type Connect = typeof connectVisitor;

/** What is brought when it is wanted. */
export interface Parts {
  later: Deferred<typeof import('./later/later')>;
  waysOut: Deferred<typeof import('./later/ways-out')>;
  invitation: Deferred<typeof import('./later/invitation')>;
}

/** A conversation without an id is one that the visitor's next message begins. */
export type View = { name: 'home' } | { name: 'conversation'; id?: string };

/** What the engine will hold as soon as the visitor is known to the server: drawn like all other messages. */
const firstMessage = (text: string, key: string): MessageItem => ({
  kind: 'message',
  key,
  at: Date.now(),
  actor: { kind: 'visitor', id: '', name: '' },
  text,
  version: 0,
  deleted: false,
  edited: false,
  state: 'pending',
});

const kVersion = '0.1.0';

export class Session {
  readonly bridge: Bridge;
  readonly configuration;
  readonly locale;
  readonly state = signal<ClientState | undefined>(undefined);
  readonly view = signal<View>({ name: 'conversation' });
  /** Counts the visitor's steps from screen to screen; a conversation that gets its id is none. */
  readonly step = signal(0);
  readonly open = signal(false);
  readonly full = signal(false);
  readonly beginning = signal<readonly MessageItem[]>([]);
  readonly prefilled = signal('');
  /** Ratings that the visitor did not want to give. */
  readonly skipped = signal<readonly string[]>([]);
  readonly durable = signal(true);
  readonly wide = signal(false);
  readonly sounds;
  /** The key of the own message that is being changed. */
  readonly editing = signal('');
  /** A message that was left after hours is on its way, and its visitor no longer waits here. */
  readonly leaving = signal(false);
  /** What an agent writes to who has not answered yet: it stands first, until the chat itself has it. */
  readonly invited = computed<readonly MessageItem[]>(() => this.invitation.part.value?.invited(this) ?? []);
  readonly later;
  readonly waysOut;
  readonly invitation;
  readonly list = computed<ConversationView[]>(() => newestFirst(this.state.value));
  readonly conversation = computed<ConversationView | undefined>(() => {
    const view = this.view.value;
    return view.name === 'conversation' ? current(this.state.value, view.id) : undefined;
  });
  /** The one that is not resolved. */
  readonly going = computed(() => this.list.value.find(({ row }) => row.status !== 'resolved'));
  readonly place = computed(() => placeOf(this.state.value, this.conversation.value?.id));
  readonly answer = computed(() => answerOf(this.conversation.value));
  readonly #connect: Connect;
  readonly #keys = new Map<string, string>();
  readonly #stops: (() => void)[] = [];
  #client: VisitorClient | undefined;
  #starting = false;
  /** Where the visitor was, and what the page said of them, when that was looked at last. */
  #seen: string | undefined;

  constructor(bridge: Bridge, connect: Connect, parts: Parts) {
    this.later = parts.later;
    this.waysOut = parts.waysOut;
    this.invitation = parts.invitation;
    this.bridge = bridge;
    this.#connect = connect;
    this.configuration = signal<Configuration>(bridge.configuration());
    this.locale = signal(bridge.locale());
    this.refresh();
    const device = bridge.device.read();
    this.skipped.value = device.skippedRatings ?? [];
    this.sounds = signal(device.sounds ?? true);
    if (device.token) {
      this.view.value = { name: 'home' };
      this.#attach(device.token);
    }
    this.#stops.push(
      watch(() => this.#unread(), bridge.unread),
      watch(
        () => this.configuration.value.back_at ?? this.answer.value ?? this.place.value?.waysOut,
        (wanted) => wanted && void this.waysOut.want(),
      ),
      watch(
        () => this.configuration.value.invitation,
        (wanted) => wanted && void this.invitation.want(),
      ),
    );
  }

  t(key: PanelTextKey, values?: TextValues): string {
    return fill(panelText[key], this.locale.value, values);
  }

  /** Whether somebody is there, or when. */
  presence(): string {
    const { available, back_at } = this.configuration.value;
    const line = back_at && this.waysOut.part.value?.backLine(this, back_at);
    return line || this.t(available ? 'teamOnline' : 'teamAway');
  }

  get client(): VisitorClient | undefined {
    return this.#client;
  }

  /** The key of a bubble: the same from the first moment on, so that its element stays. */
  key(itemKey: string): string {
    return this.#keys.get(itemKey) ?? itemKey;
  }

  refresh(): void {
    this.configuration.value = this.bridge.configuration();
    this.locale.value = this.bridge.locale();
    const page = this.bridge.page();
    const seen = page.url + JSON.stringify(page.attributes);
    if (seen !== this.#seen) this.#client?.pageView(page);
    this.#seen = seen;
  }

  go(view: View): void {
    this.view.value = view;
    this.step.value += 1;
  }

  send(text: string): void {
    const conversation = this.conversation.value;
    if (this.#client && conversation) {
      this.#client.post(conversation.id, text);
      return;
    }
    this.#write(text);
    void this.begin();
  }

  /** Makes the visitor known, if needed, and hands what was written to the engine, which keeps it from then on. */
  async begin(): Promise<void> {
    if (this.#starting) return;
    this.#starting = true;
    this.#markBeginning('pending');
    try {
      const client = await this.#known();
      batch(() => this.#handOver(client));
    } catch {
      this.#markBeginning('failed');
    }
    this.#starting = false;
  }

  /** Begins a conversation whose visitor does not wait here; answers with its id, however long that takes. */
  async leave(text: string, email: string): Promise<string | undefined> {
    const client = await this.#known();
    return batch(() => {
      this.keepDraft('');
      this.#write(text);
      return this.#handOver(client, { email });
    });
  }

  /** Sends a message again that could not go out. */
  retry(key: string): void {
    if (this.beginning.value.some((entry) => entry.key === key)) void this.begin();
    else this.#client?.retry(key);
  }

  discard(key: string): void {
    this.beginning.value = this.beginning.value.filter((entry) => entry.key !== key);
    this.#client?.discard(key);
  }

  async end(): Promise<void> {
    const conversation = this.conversation.value;
    if (conversation) await this.#client?.end(conversation.id);
  }

  async rate(rating: RatingInput): Promise<void> {
    const conversation = this.conversation.value;
    if (!conversation) return;
    await this.#client?.rate(conversation.id, rating);
    this.bridge.emit('rating', { conversation: conversation.id, score: rating.score });
  }

  async edit({ message }: MessageItem, text: string): Promise<void> {
    const conversation = this.conversation.value;
    if (conversation && message) await this.#client?.edit(conversation.id, message, text);
  }

  async remove({ message }: MessageItem): Promise<void> {
    const conversation = this.conversation.value;
    if (conversation && message) await this.#client?.remove(conversation.id, message);
  }

  toggleSounds(): void {
    this.sounds.value = !this.sounds.value;
    this.#remember({ sounds: this.sounds.value });
    if (this.sounds.value) void this.#tick();
  }

  skipRating(id: string): void {
    this.skipped.value = [...this.skipped.value, id].slice(-20);
    this.#remember({ skippedRatings: [...this.skipped.value] });
  }

  draft(): string {
    return this.bridge.device.read().drafts?.[this.draftKey()] ?? '';
  }

  keepDraft(text: string, key = this.draftKey()): void {
    const { [key]: _replaced, ...others } = this.bridge.device.read().drafts ?? {};
    this.#remember({ drafts: text ? { ...others, [key]: text } : others });
  }

  draftKey(): string {
    return this.conversation.value?.id ?? 'new';
  }

  dispose(): void {
    for (const stop of this.#stops) stop();
    this.later.dispose();
    this.waysOut.dispose();
    this.invitation.dispose();
    this.#client?.dispose();
  }

  /** Heard only by who does not see the message come, on a page that was touched before. */
  #ring(): void {
    const sees = this.open.value && document.visibilityState === 'visible';
    if (this.sounds.value && !sees && navigator.userActivation?.hasBeenActive !== false) void this.#tick();
  }

  async #tick(): Promise<void> {
    await (await this.later.want())?.tick();
  }

  #remember(change: DeviceState): void {
    this.bridge.device.write(change);
    this.durable.value = this.bridge.device.durable();
  }

  async #known(): Promise<VisitorClient> {
    return this.#client ?? this.#attach(await this.#visitorToken());
  }

  async #visitorToken(): Promise<string> {
    const { server, site, device } = this.bridge;
    // Another tab may have become known meanwhile.
    const known = device.read().token;
    if (known) return known;
    const response = await fetch(`${server}/api/v1/visitors`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ inbox: site }),
      credentials: 'omit',
    });
    if (!response.ok) throw new Error(String(response.status));
    const { token } = (await response.json()) as { token: string };
    this.#remember({ token });
    return token;
  }

  #attach(token: string): VisitorClient {
    const client = this.#connect({
      server: this.bridge.server,
      credentials: { kind: 'visitor', token },
      client: { name: 'widget', version: kVersion },
      page: this.bridge.page(),
      locale: this.locale.value,
    });
    const follow = (): void => {
      const previous = this.state.value;
      const state = client.state.get();
      this.state.value = state;
      if (announce(previous, state, this.bridge.emit)) this.#ring();
      if (state.connection.state === 'closed' && state.connection.reason?.startsWith('token_')) this.#startOver();
    };
    this.#client = client;
    this.#stops.push(client.state.subscribe(follow));
    follow();
    return client;
  }

  #handOver(client: VisitorClient, form?: StartInput['form']): Promise<string> | undefined {
    const [first, ...more] = this.beginning.value;
    if (!first) return;
    const before = new Set(client.state.get().conversations.keys());
    const invitation = this.invited.value[0]?.key;
    const started = client.start({ text: first.text ?? '', form, invitation, page: this.bridge.page() });
    started.then(
      (id) => this.bridge.emit('conversation:start', { conversation: id }),
      // The bubble itself says that it was not sent and offers to try again.
      () => undefined,
    );
    const state = client.state.get();
    const begun = [...state.conversations.values()].find((view) => !before.has(view.id)) ?? newestFirst(state)[0];
    const item = begun?.items.findLast((candidate) => candidate.kind === 'message' && candidate.text === first.text);
    if (item) this.#keys.set(item.key, first.key);
    this.state.value = state;
    if (begun) {
      this.view.value = { name: 'conversation', id: begun.id };
      for (const entry of more) this.#keys.set(client.post(begun.id, entry.text ?? ''), entry.key);
    }
    this.beginning.value = [];
    return started;
  }

  #write(text: string): void {
    const key = `new ${this.beginning.value.length} ${Date.now()}`;
    this.beginning.value = [...this.beginning.value, firstMessage(text, key)];
  }

  #markBeginning(state: 'pending' | 'failed'): void {
    this.beginning.value = this.beginning.value.map((entry) => ({ ...entry, state }));
  }

  /** The server no longer knows this visitor: the next message makes a new one. */
  #startOver(): void {
    this.#client?.dispose();
    this.#client = undefined;
    this.bridge.device.forget();
    this.state.value = undefined;
    this.view.value = { name: 'conversation' };
  }

  #unread(): number {
    const unread = this.list.value.reduce((sum, conversation) => sum + conversation.row.unread, 0);
    return this.state.value?.contactLoaded ? unread : this.configuration.value.unread;
  }
}
