// What can follow after a chat has ended, in the composer's place.
import type { ConversationView } from '@parlor/core';
import { Icon } from './icons';
import { canContinue } from './selection';
import type { Session } from './session';

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
