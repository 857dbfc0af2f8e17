// Below the place in line: the ways out of it, or the form of the one that is taken.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Session } from '../session';
import { CallForm } from './call-form';
import { MailForm } from './mail-form';
import { say } from './ways-out-words';

/** Read aloud with the place in line, beside which the choice appears. */
export const invitation = (session: Session): string => say(session, 'invitation');

type Way = 'phone' | 'mail';

export function WaysOut({ session }: { session: Session }) {
  const [way, setWay] = useState<Way | ''>('');
  const taken = useRef<Way | ''>('');
  const choice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Back from a form, one stands where one went.
    if (!way && taken.current) choice.current?.querySelector<HTMLElement>(`.${taken.current}`)?.focus();
    taken.current = way;
  }, [way]);
  const back = (): void => setWay('');
  if (way === 'phone') return <CallForm session={session} onBack={back} onMail={() => setWay('mail')} />;
  if (way === 'mail') return <MailForm session={session} onBack={back} />;
  return (
    <div class="pair" ref={choice}>
      <button type="button" class="button phone" onClick={() => setWay('phone')}>
        {say(session, 'callMe')}
      </button>
      <button type="button" class="button mail" onClick={() => setWay('mail')}>
        {say(session, 'answerByMail')}
      </button>
    </div>
  );
}
