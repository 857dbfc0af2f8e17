// Somebody is writing. Readable when one comes upon it, but never announced: it comes and goes too often.
import type { TypingEntry } from '@parlor/core';
import { Avatar } from './avatar';
import type { Session } from './session';

export function Typing({ session, entries }: { session: Session; entries: readonly TypingEntry[] }) {
  const [one] = entries;
  if (!one) return null;
  return (
    <div class="message theirs typing" aria-live="off">
      <div class="line">
        <Avatar id={one.id} name={one.name} small />
        <div class="bubble">
          <span class="dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          <span class="typing-words">{session.t('isTyping', { name: one.name })}</span>
        </div>
      </div>
    </div>
  );
}
