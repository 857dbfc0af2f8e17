// One unsent thing, as it is stored between page loads.

import type { StartInput } from '../client';
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
  message?: { clientId: string; text: string } | undefined;
  form?: StartInput['form'];
  page?: Page | undefined;
  /** Of a start: what an agent offered, and this answers. */
  invitation?: string | undefined;
  /** The server refused it for good. */
  error?: ItemError;
}
