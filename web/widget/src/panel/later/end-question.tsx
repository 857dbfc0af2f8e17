// The question before a chat ends, in the composer's place.
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../icons';
import type { Session } from '../session';
import { say } from './words';

export function EndQuestion({ session, onDone }: { session: Session; onDone: () => void }) {
  const keep = useRef<HTMLButtonElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => keep.current?.focus(), []);
  const end = async (): Promise<void> => {
    try {
      await session.end();
      onDone();
    } catch {
      setFailed(true);
    }
  };
  return (
    <div
      class="composer question"
      role="alertdialog"
      aria-labelledby="end-question"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
      }}
    >
      <h3 id="end-question">{say(session, 'endQuestion')}</h3>
      {failed && (
        <p class="not-sent" role="alert">
          <Icon name="alert" size={14} />
          {say(session, 'endFailed')}
        </p>
      )}
      <div class="pair">
        <button type="button" class="button danger" onClick={() => void end()}>
          {say(session, 'endChat')}
        </button>
        <button type="button" class="button" ref={keep} onClick={onDone}>
          {say(session, 'keepChatting')}
        </button>
      </div>
    </div>
  );
}
