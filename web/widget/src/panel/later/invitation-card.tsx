// The card beside the launcher while the panel is closed. It waits to be noticed: takes no focus, covers no panel, and does not
// come back once its words were seen in the panel.
import { useEffect, useState } from 'preact/hooks';
import { Avatar } from '../avatar';
import { Icon } from '../icons';
import type { Session } from '../session';
import { say } from './invitation-words';
import { dismiss, invited, offered } from './invited';

/** A region is read aloud when something comes into it, so it stands there for a moment before. */
const kBeforeMs = 100;

function useAfterAMoment(): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), kBeforeMs);
    return () => clearTimeout(timer);
  }, []);
  return passed;
}

/** The invitation, while it is the card's to show. */
function useCalling(session: Session) {
  const [seen, setSeen] = useState('');
  const ready = useAfterAMoment();
  const invitation = offered(session);
  const open = session.open.value;
  const calls = ready && !open && !session.going.value && invitation?.id !== seen;
  const calling = calls ? invitation : undefined;
  const reads = open && session.view.value.name === 'conversation' ? invited(session)[0]?.key : undefined;
  useEffect(() => {
    if (reads) setSeen(reads);
  }, [reads]);
  useEffect(() => {
    // However the panel is opened then, it begins with these words.
    if (calling) session.go({ name: 'conversation' });
  }, [calling?.id]);
  return calling;
}

export function Invitation({ session }: { session: Session }) {
  const { bridge, configuration } = session;
  const calling = useCalling(session);
  const putAway = (): void => {
    if (!calling) return;
    if (bridge.shadow.activeElement) bridge.shadow.querySelector<HTMLElement>('.launcher')?.focus();
    dismiss(session, calling.id);
  };
  return (
    <div
      class="invitation"
      role="status"
      onKeyDown={(event) => {
        if (event.key === 'Escape') putAway();
      }}
    >
      {calling && (
        <>
          <button type="button" class="calling" onClick={() => bridge.open()}>
            <Avatar id={calling.agent.id} name={calling.agent.name} />
            <span>
              <span class="hidden">
                {say(session, 'wrote', {
                  name: calling.agent.name,
                  workspace: configuration.value.inbox.workspace,
                })}{' '}
              </span>
              <b dir="auto" aria-hidden="true">
                {calling.agent.name}
              </b>
              <span class="words" dir="auto">
                {calling.text}
              </span>
              <span class="answer">{say(session, 'answer')}</span>
            </span>
          </button>
          <button type="button" class="put-away" aria-label={say(session, 'dismiss')} onClick={putAway}>
            <Icon name="close" size={16} />
          </button>
        </>
      )}
    </div>
  );
}
