// Everything that can happen to the state. Actions are plain values: a leader tab sends them to its followers.

import type { ConnectionView, EngineState, InboxState, ItemError } from '../state';
import type {
  Actor,
  ContactSnapshot,
  Conversation,
  ConversationEvent,
  ConversationId,
  ConversationSnapshot,
  InboxView,
  Position,
  PresenceSnapshot,
  Principal,
  QueueTopicState,
  Read,
  Signal,
  VisitorsTopicState,
  WorkspaceSnapshot,
} from '../wire';

export type Action =
  | { type: 'replaced'; state: EngineState }
  | { type: 'connection'; connection: ConnectionView }
  | { type: 'principal'; me: Principal }
  | { type: 'storage'; durable: boolean }
  | { type: 'event'; topic: string; position?: Position; event: ConversationEvent }
  | { type: 'conversation.snapshot'; topic: string; position: Position; state: ConversationSnapshot }
  | { type: 'contact.snapshot'; topic: string; position: Position; state: ContactSnapshot }
  | { type: 'workspace.snapshot'; view: InboxView; more: boolean; state: WorkspaceSnapshot }
  | { type: 'workspace.counts'; counts: InboxState['counts'] }
  | { type: 'workspace.rows'; rows: readonly Conversation[] }
  | { type: 'presence.snapshot'; state: PresenceSnapshot }
  | { type: 'queue.state'; state: QueueTopicState; now: number }
  /** Without a state: nobody follows it any more. */
  | { type: 'visitors.state'; state?: VisitorsTopicState }
  | { type: 'reads'; conversation: ConversationId; reads: readonly Read[] }
  | { type: 'signal'; signal: Signal; now: number }
  | { type: 'typing.expired'; now: number }
  | { type: 'history'; conversation: ConversationId; events: readonly ConversationEvent[]; hasMore: boolean }
  | { type: 'topic.forgotten'; topic: string }
  | { type: 'items.dropped'; topic: string }
  | { type: 'note.pending'; conversation: ConversationId; clientId: string; text: string; at: number; actor: Actor }
  | PendingAction;

/** What happens to messages that the server has not answered yet. */
export type PendingAction =
  | { type: 'conversation.begun'; conversation: ConversationId; at: number }
  | { type: 'conversation.moved'; from: ConversationId; to: ConversationId; clientIds: readonly string[]; at: number }
  | { type: 'message.pending'; conversation: ConversationId; clientId: string; text: string; at: number; actor: Actor }
  | { type: 'message.sending'; conversation: ConversationId; clientId: string; sending: boolean }
  | { type: 'message.failed'; conversation: ConversationId; clientId: string; error: ItemError }
  | { type: 'message.stored'; conversation: ConversationId; clientId: string; message: string; seq: number; at: number }
  | { type: 'message.discarded'; conversation: ConversationId; clientId: string };
