/** Which changes of the lists and of the floor an agent should hear. Pure. */

import type { ConversationRow, SilenceAlert } from '@parlor/core';
import { isMine } from '../inbox/views';

export type AlertName = 'chat' | 'message' | 'silence';

export interface Listener {
  readonly me: string;
  /** The conversation that is being looked at, if the window is. */
  readonly watched: string | undefined;
}

type Rows = ReadonlyMap<string, ConversationRow>;

function isNewFromVisitor(row: ConversationRow, before: ConversationRow | undefined): boolean {
  const last = row.last_message;
  return last?.kind === 'visitor' && last.seq > (before?.last_message?.seq ?? 0);
}

/** A chat that comes into the queue, or else a message in a conversation of one's own that is not being looked at. */
export function alertFor(before: Rows, after: Rows, { me, watched }: Listener): AlertName | undefined {
  let heard: AlertName | undefined;
  for (const [id, row] of after) {
    const old = before.get(id);
    if (old === row || id === watched) continue;
    if (row.status === 'queued' && old?.status !== 'queued') return 'chat';
    if (isMine(row, me) && isNewFromVisitor(row, old)) heard = 'message';
  }
  return heard;
}

type Silences = readonly SilenceAlert[];

/** The agent themselves have kept a visitor waiting for too long, as of now. */
export function silenceFor(before: Silences, after: Silences, { me, watched }: Listener): AlertName | undefined {
  const known = new Set(before.map(({ conversation }) => conversation));
  const isNews = ({ conversation, agent }: SilenceAlert) =>
    agent.id === me && conversation !== watched && !known.has(conversation);
  return after.some(isNews) ? 'silence' : undefined;
}
