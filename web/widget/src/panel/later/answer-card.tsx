// In the queue card's place once the visitor is answered elsewhere: how and when. A call can be moved to another time.
import type { AnswerAsked } from '@parlor/core';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Session } from '../session';
import { CallForm } from './call-form';
import { ahead } from './days';
import { say } from './ways-out-words';

function promised(session: Session, { by, address, at }: AnswerAsked): string {
  if (by === 'mail') return address ? say(session, 'mailTo', { address }) : say(session, 'mail');
  const { near, ...when } = ahead(Date.parse(at ?? ''), Date.now(), session.locale.value);
  return say(session, near ? 'callNear' : 'callOn', when);
}

export function AnswerCard({ session, answer }: { session: Session; answer: AnswerAsked }) {
  const [changing, setChanging] = useState(false);
  const seen = useRef(false);
  const card = useRef<HTMLDivElement>(null);
  const change = useRef<HTMLButtonElement>(null);
  useEffect(() => setChanging(false), [answer]);
  useEffect(() => {
    // Whoever stood in a form that is gone stands on what came of it, and hears it, or where they went into it.
    const { activeElement } = (card.current?.getRootNode() ?? {}) as ShadowRoot;
    if (session.open.value && !activeElement) (seen.current ? change : card).current?.focus();
    seen.current = true;
  }, [changing]);
  return (
    <div class="queue answered">
      <div role="status" tabIndex={-1} ref={card}>
        <b dir="auto">{promised(session, answer)}</b>
        {answer.by === 'phone' && <p dir="auto">{answer.address}</p>}
      </div>
      {changing ? (
        <CallForm session={session} booked={answer} onBack={() => setChanging(false)} />
      ) : (
        answer.by === 'phone' && (
          <button type="button" class="button" ref={change} onClick={() => setChanging(true)}>
            {say(session, 'changeTime')}
          </button>
        )
      )}
    </div>
  );
}
