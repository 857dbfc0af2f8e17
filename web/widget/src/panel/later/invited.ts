// An agent's invitation, from when the configuration brings it until the visitor puts it away, or the chat that answers it has
// come. What the visitor put away is remembered by this page alone: to the others the server does not offer it again.
import type { MessageItem } from '@parlor/core';
import type { Invitation } from '../../bridge';
import type { Session } from '../session';
import { signal } from '../signal';

const putAway = signal('');
let shown: MessageItem | undefined;

export function offered(session: Session): Invitation | undefined {
  const { invitation } = session.configuration.value;
  return invitation?.id === putAway.value ? undefined : invitation;
}

/** Under the key that the message itself will have, so that its bubble stays. */
function asMessage({ id, agent, text }: Invitation): MessageItem {
  if (shown?.key !== id) {
    const said = { text, version: 0, deleted: false, edited: false, state: 'sent' } as const;
    shown = { kind: 'message', key: id, at: Date.now(), actor: { kind: 'agent', ...agent }, ...said };
  }
  return shown;
}

/** What stands in the list before anything else: nothing once the chat has it, and nothing in other chats. */
export function invited(session: Session): readonly MessageItem[] {
  const invitation = offered(session);
  const conversation = session.conversation.value;
  const begins = conversation ? !conversation.loaded && conversation.items[0] : !session.going.value;
  return invitation && begins ? [asMessage(invitation)] : [];
}

export function dismiss({ bridge }: Session, id: string): void {
  const { server, site, device } = bridge;
  const body = { site, visitor: device.read().token, page: bridge.page(), dismissed: id };
  putAway.value = id;
  // What does not arrive costs nothing here: the next page may show it once more.
  fetch(`${server}/api/v1/widget`, {
    method: 'POST',
    body: JSON.stringify(body),
    credentials: 'omit',
    keepalive: true,
  }).catch(() => undefined);
}
