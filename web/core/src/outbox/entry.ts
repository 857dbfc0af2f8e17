// One unsent thing, as it is stored between page loads.

import type { ItemError } from '../state';
import type { ConversationId, Page } from '../wire';

export interface OutboxEntry {
  /** Of the call: of the post, or of the start. */
  clientId: string;
  kind: 'post' | 'start';
  /** Whose it is: never sent for anybody else. */
  owner: string;
  at: number;
  /** Where the message goes; for a start its own client id, until the server names the conversation. */
  conversation: ConversationId;
  message?: { clientId: string; text: string };
  form?: { name?: string; email?: string };
  page?: Page;
  /** The server refused it for good. */
  error?: ItemError;
}
