// The public face of the engine: what a screen can ask for. See connect-visitor.ts and connect-agent.ts for who makes it.

import type { ClientState, ReadonlyStore, TransportName } from './state';
import type {
  AgentStatus,
  AnswerAsked,
  ConversationId,
  ConversationRateParams,
  InboxView,
  Page,
  TransferHow,
  VisitorsTopicState,
} from './wire';

export interface VisitorCredentials {
  kind: 'visitor';
  token: string;
}

/** The dashboard's cookie. */
export interface AgentCredentials {
  kind: 'agent';
}

export interface StartInput {
  text?: string;
  form?: { name?: string; email?: string } | undefined;
  page?: Page;
  /** By id, if this answers one: the agent who sent it gets the chat, and their words stand first in it. */
  invitation?: string | undefined;
}

/** Time and timers; tests give their own. */
export interface Clock {
  now(): number;
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** Unsent messages between page loads. Rejecting means that storage is refused here. */
export interface OutboxStorage<Entry = unknown> {
  readonly durable: boolean;
  load(): Promise<readonly Entry[]>;
  put(clientId: string, entry: Entry): Promise<void>;
  remove(clientId: string): Promise<void>;
}

/** A few remembered words, such as the transport that worked. */
export interface Preferences {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
}

/** The browser's `online` and `offline` events. */
export interface Network {
  online(): boolean;
  subscribe(listener: () => void): () => void;
}

export interface ConnectOptions<Credentials = VisitorCredentials | AgentCredentials> {
  /** Origin of the server, for example `https://chat.example`. */
  server: string;
  credentials: Credentials;
  client: { name: string; version: string };
  page?: Page;
  locale?: string;
  /** Default: IndexedDB; in memory where it is refused. */
  storage?: OutboxStorage;
  /** Default: all, WebSocket first. */
  transports?: readonly TransportName[];
  /** Default: localStorage; in memory where it is refused. */
  preferences?: Preferences;
  network?: Network;
  clock?: Clock;
  random?: () => number;
}

/** What visitors and agents have in common. */
export interface Client {
  readonly state: ReadonlyStore<ClientState>;
  /** Shows the message at once, keeps it until it is delivered; returns its client id. */
  post(conversation: ConversationId, text: string): string;
  /** Sends a failed message again. */
  retry(clientId: string): void;
  /** Forgets a failed message. */
  discard(clientId: string): void;
  edit(conversation: ConversationId, message: string, text: string): Promise<void>;
  remove(conversation: ConversationId, message: string): Promise<void>;
  /** Marks as read up to `seq`; coalesced, only ever grows. */
  read(conversation: ConversationId, seq: number): void;
  /** Call on each keystroke; throttled here. */
  typing(conversation: ConversationId, on: boolean): void;
  /** Subscribes and loads a topic (`conversation:{id}`, `workspace`, `queue`, `presence`, `visitors`); counted: close() as often. */
  open(topic: string): void;
  close(topic: string): void;
  loadEarlier(conversation: ConversationId): Promise<void>;
  /** Tries to connect at once instead of waiting for the next attempt. */
  retryNow(): void;
  dispose(): void;
}

/** What a visitor says of a conversation that has ended. */
export type RatingInput = Pick<ConversationRateParams, 'score' | 'comment' | 'reasons'>;

/** By mail, or by phone at one of the times that callbackSlots() names. */
export type AnswerInput =
  | { by: Extract<AnswerAsked['by'], 'mail'>; address: string; at?: never }
  | { by: Extract<AnswerAsked['by'], 'phone'>; address: string; at: string };

export interface VisitorClient extends Client {
  /**
   * Begins a conversation (or finds the one that is still unresolved). A provisional view stands in `conversations` at
   * once; the promise answers with the server's id, however long that takes.
   */
  start(input: StartInput): Promise<ConversationId>;
  end(conversation: ConversationId): Promise<void>;
  rate(conversation: ConversationId, rating: RatingInput): Promise<void>;
  /** When somebody could call back (RFC 3339), ascending; waits for a connection. */
  callbackSlots(conversation: ConversationId): Promise<readonly string[]>;
  /** Leaves the queue to be answered elsewhere; by phone it can be asked again, for another time. See answerAsked(). */
  askAnswer(conversation: ConversationId, answer: AnswerInput): Promise<void>;
  pageView(page: Page): void;
}

/** To a team or to an agent, by id; the note is for whoever takes it. An agent can be asked first: see TransferHow. */
export type TransferInput = { note?: string } & (
  | { team: string; agent?: never; how?: never }
  | { agent: string; team?: never; how?: TransferHow }
);

export interface AgentClient extends Client {
  note(conversation: ConversationId, text: string, mentions?: readonly string[]): Promise<void>;
  accept(conversation: ConversationId): Promise<void>;
  assign(conversation: ConversationId, assignee: string): Promise<void>;
  transfer(conversation: ConversationId, to: TransferInput): Promise<void>;
  /** Takes the chat that rings, or passes on it. */
  answerOffer(conversation: ConversationId, accept: boolean): Promise<void>;
  /** Out of the way until then (milliseconds since 1970), or until the visitor writes. */
  snooze(conversation: ConversationId, until: number): Promise<void>;
  resolve(conversation: ConversationId): Promise<void>;
  reopen(conversation: ConversationId): Promise<void>;
  tag(conversation: ConversationId, change: { add?: readonly string[]; remove?: readonly string[] }): Promise<void>;
  setStatus(status: AgentStatus): Promise<void>;
  /** Somebody sits here. Call when a key or pointer is used, once a minute at most; nothing happens while nobody is connected. */
  active(): Promise<void>;
  loadMoreRows(view: InboxView): Promise<void>;
  /** Who was on the site before those of an earlier page; the first page is in `state.visitors`. */
  visitorsAfter(cursor: string): Promise<VisitorsTopicState>;
  /** Offers them a chat. Asked once: rejects with `connection_lost` rather than going out later. */
  inviteVisitor(visit: string, text: string): Promise<void>;
}
