// What the screens see. Values are immutable and share structure: what did not change keeps its identity.
// Made by the reducer alone (src/reducer/); screens never change it.

import type {
  Actor,
  ActorKind,
  AgentStatus,
  Conversation,
  ConversationId,
  InboxView,
  Offer,
  Participant,
  Position,
  Principal,
  QueueTopicState,
  Read,
  VisitorsTopicState,
  WaitBand,
} from './wire';

export type TransportName = 'websocket' | 'sse' | 'poll';

/** A conversation as lists show it. */
export type ConversationRow = Conversation;

export interface ReadonlyStore<T> {
  get(): T;
  /** Calls back after each change; returns the way to stop. */
  subscribe(listener: () => void): () => void;
}

export interface ConnectionView {
  readonly state: 'connecting' | 'live' | 'retrying' | 'offline' | 'closed';
  readonly transport?: TransportName;
  /** When the next attempt starts (milliseconds since 1970), while `retrying`. */
  readonly retryAt?: number;
  /** Since when there has been no connection (milliseconds since 1970); absent while `live`. */
  readonly since?: number;
  /** A word from protocol/errors.json or a close code's reason. */
  readonly reason?: string;
}

export type DeliveryState = 'pending' | 'sending' | 'failed' | 'sent';

export interface MessageItem {
  readonly kind: 'message';
  /** The client id where there is one, so that a pending bubble keeps its DOM node when it becomes a fact. */
  readonly key: string;
  readonly message?: string;
  readonly seq?: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly actor: Actor;
  /** Absent when the message was deleted. */
  readonly text?: string;
  readonly version: number;
  readonly deleted: boolean;
  readonly edited: boolean;
  readonly state: DeliveryState;
  readonly error?: ItemError;
}

export interface NoteItem {
  readonly kind: 'note';
  readonly key: string;
  readonly note?: string;
  readonly seq?: number;
  readonly at: number;
  readonly actor: Actor;
  readonly text?: string;
  readonly mentions: readonly string[];
  readonly version: number;
  readonly state: DeliveryState;
}

/** Every other event of a conversation, as a line between the bubbles. */
export interface SystemItem {
  readonly kind: 'system';
  readonly key: string;
  readonly seq: number;
  readonly at: number;
  readonly actor: Actor;
  /** The event's type, for example `conversation.resolved`. */
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export type Item = MessageItem | NoteItem | SystemItem;

export interface ItemError {
  readonly reason: string;
  readonly message: string;
}

export interface TypingEntry {
  readonly kind: ActorKind;
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970; the engine removes the entry then. */
  readonly until: number;
}

export interface ConversationView {
  readonly id: ConversationId;
  readonly row: ConversationRow;
  /** By seq; after them what is still pending, in the order of sending. */
  readonly items: readonly Item[];
  /** There are earlier events: loadEarlier(). */
  readonly hasMore: boolean;
  /** The seq of the earliest event held. */
  readonly firstSeq: number;
  readonly reads: readonly Read[];
  readonly participants: readonly Participant[];
  readonly typing: readonly TypingEntry[];
  /** The snapshot has come; before that `items` holds only pending messages. */
  readonly loaded: boolean;
  /** Begun here and not yet known to the server; its id is the client id of start(). See ClientState.moved. */
  readonly provisional: boolean;
}

/** Where a conversation stands in line, as the server said last. */
export interface QueuePlace {
  /** From 1. */
  readonly position: number;
  /** Absent while nobody can say how long. */
  readonly wait?: WaitBand;
  readonly team?: string;
  /** It has lasted so long that the visitor may be offered another way. */
  readonly waysOut: boolean;
}

/** A chat that rings at an agent, or at a colleague. */
export interface RingingOffer {
  readonly offer: Offer;
  /** When `offer.left_ms` was heard (milliseconds since 1970): see ringingLeft(). */
  readonly heardAt: number;
}

export interface InboxState {
  readonly rows: ReadonlyMap<ConversationId, ConversationRow>;
  readonly counts: Readonly<Record<InboxView, number>>;
  readonly loaded: boolean;
  /** Views that have more rows: loadMoreRows(). */
  readonly cursors: Readonly<Partial<Record<InboxView, string>>>;
}

export interface AgentPresence {
  readonly id: string;
  readonly name: string;
  readonly role?: 'owner' | 'agent';
  readonly status: AgentStatus;
}

export interface ClientState {
  readonly connection: ConnectionView;
  readonly me?: Principal;
  readonly conversations: ReadonlyMap<ConversationId, ConversationView>;
  /**
   * Where a conversation went: a provisional id -> the real one, and a resolved conversation -> the new one that took
   * the visitor's text. A screen that shows the key moves to the value (see currentConversation()).
   */
  readonly moved: ReadonlyMap<ConversationId, ConversationId>;
  /** What the server said of waiting conversations; ask placeInLine(). */
  readonly places: ReadonlyMap<ConversationId, QueuePlace>;
  /** The visitor's list of conversations has come (agents: see inbox.loaded). */
  readonly contactLoaded: boolean;
  /** Agents only. */
  readonly inbox?: InboxState;
  /** Agents only: the floor, while the topic `queue` is open; replaced as a whole. What rings is in `offers`. */
  readonly queue?: QueueTopicState;
  /** Agents only: the first page of who is on the site, while the topic `visitors` is open; replaced as a whole. */
  readonly visitors?: VisitorsTopicState;
  /** Agents only: what rings now, and at whom; signals change it ahead of the floor. */
  readonly offers: readonly RingingOffer[];
  /** Agents only. */
  readonly agents: ReadonlyMap<string, AgentPresence>;
  /** False when the browser refuses storage: unsent messages then live only as long as this page. */
  readonly outboxDurable: boolean;
}

/** What the engine keeps beside it: how far each topic has been applied. */
export interface EngineState extends ClientState {
  readonly positions: ReadonlyMap<string, Position>;
}
