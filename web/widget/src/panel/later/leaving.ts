// A message left after hours: a conversation, and then the wish to be answered by mail, until the server has both.
import { isRetried, type ParlorError } from '@parlor/core';
import type { Session } from '../session';

const kAgainMs = 3000;
/** An answer and its event come within the same moment, in whatever order. */
const kMomentMs = 1000;

const pass = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Ends where it cannot be asked any more: somebody has taken the conversation, say. */
async function askForMail(session: Session, conversation: string, address: string): Promise<void> {
  for (;;) {
    try {
      await session.client?.askAnswer(conversation, { by: 'mail', address });
      return pass(kMomentMs);
    } catch (error) {
      const { reason, retryAfterMs = kAgainMs } = error as ParlorError;
      if (!isRetried(reason)) return;
      await pass(retryAfterMs);
    }
  }
}

export async function leaveMessage(session: Session, text: string, address: string): Promise<void> {
  session.leaving.value = true;
  try {
    const conversation = await session.leave(text, address);
    if (conversation) await askForMail(session, conversation, address);
  } finally {
    session.leaving.value = false;
  }
}
