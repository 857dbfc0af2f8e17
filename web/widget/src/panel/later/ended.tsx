// What can follow after a chat has ended, in the composer's place.
import type { ConversationView } from '@parlor/core';
import { useEffect, useRef } from 'preact/hooks';
import { Drawing } from '../icons';
import type { Session } from '../session';
import { canContinue } from './asking';
import { kPlus } from './icons';
import { say } from './words';

export function Ended(props: { session: Session; conversation: ConversationView; onContinue: () => void }) {
  const { session, conversation, onContinue } = props;
  const { row } = conversation;
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Until this came, there was nothing else to stand on than the way back.
    const { activeElement } = (first.current?.getRootNode() ?? {}) as ShadowRoot;
    if (session.open.value && activeElement?.matches('.header > :first-child')) first.current?.focus();
  }, []);
  return (
    <div class="composer ended">
      <button type="button" class="button wide" ref={first} onClick={() => session.go({ name: 'conversation' })}>
        <Drawing path={kPlus} size={18} />
        {say(session, 'startNewChat')}
      </button>
      {canContinue(row.resolved_at ?? row.updated_at, Date.now()) && (
        <button type="button" class="button plain" onClick={onContinue}>
          {say(session, 'continueChat')}
        </button>
      )}
      <p class="powered">{session.t('poweredBy')}</p>
    </div>
  );
}
