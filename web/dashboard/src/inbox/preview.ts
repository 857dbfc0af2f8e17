/** Whose words a conversation's last message has, where they are not the visitor's. Pure. */

import type { ConversationRow } from '@parlor/core';
import { text } from '../catalogue';
import { firstName } from '../format';

/** What a rule said is nobody's; of an agent's words only whose conversation it is tells whose they may be. */
export function authorBefore({ last_message: last, assignee }: ConversationRow, me?: string): string | undefined {
  if (last?.kind === 'system') return text.inbox.authorPrefix(text.conversation.automatic);
  if (last?.kind !== 'agent') return undefined;
  if (assignee === undefined || assignee.id === me) return me === undefined ? undefined : text.inbox.youPrefix;
  return text.inbox.authorPrefix(firstName(assignee.name));
}
