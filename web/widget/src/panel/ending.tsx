// The two things that take the composer's place: the question before a chat ends, and what can follow after it has.
import type { ConversationView } from '@parlor/core';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './icons';
import { canContinue } from './selection';
import type { Session } from './session';

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
      <h3 id="end-question">{session.t('endQuestion')}</h3>
      {failed && (
        <p class="not-sent" role="alert">
          <Icon name="alert" size={14} />
          {session.t('endFailed')}
        </p>
      )}
      <div class="pair">
        <button type="button" class="button danger" onClick={() => void end()}>
          {session.t('endChat')}
        </button>
        <button type="button" class="button" ref={keep} onClick={onDone}>
          {session.t('keepChatting')}
        </button>
      </div>
    </div>
  );
}

export function Ended(props: { session: Session; conversation: ConversationView; onContinue: () => void }) {
  const { session, conversation, onContinue } = props;
  const { row } = conversation;
  return (
    <div class="composer ended">
      <button type="button" class="button wide" onClick={() => session.go({ name: 'conversation' })}>
        <Icon name="plus" size={18} />
        {session.t('startNewChat')}
      </button>
      {canContinue(row.resolved_at ?? row.updated_at, Date.now()) && (
        <button type="button" class="button plain" onClick={onContinue}>
          {session.t('continueChat')}
        </button>
      )}
      <p class="powered">{session.t('poweredBy')}</p>
    </div>
  );
}
