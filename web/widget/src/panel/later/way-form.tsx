// What the forms in the queue card have in common: one request at a time, why it came to nothing, and the way back.
import type { ParlorError } from '@parlor/core';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../icons';
import type { Session } from '../session';
import { say, type WaysOutTextKey } from './ways-out-words';

export const whyNot = ({ reason }: ParlorError): WaysOutTextKey =>
  reason === 'conversation_not_queued' ? 'notWaiting' : 'failed';

export function useSending(session: Session) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<WaysOutTextKey | ''>('');
  /** What comes of it shows by its event; `refused` says why nothing did. */
  const send = async (
    ask: () => Promise<void> | undefined,
    refused: (error: ParlorError) => WaysOutTextKey | '',
  ): Promise<void> => {
    if (busy) return;
    if (session.state.value?.connection.state !== 'live') return setFailed('offline');
    setFailed('');
    setBusy(true);
    try {
      await ask();
    } catch (error) {
      setFailed(refused(error as ParlorError));
      setBusy(false);
    }
  };
  return { busy, failed, setFailed, send };
}

export function Failure({ session, why }: { session: Session; why: WaysOutTextKey | '' }) {
  return (
    why && (
      <p class="not-sent" role="alert">
        <Icon name="alert" size={14} />
        {say(session, why)}
      </p>
    )
  );
}

interface Props {
  session: Session;
  title: string;
  failed: WaysOutTextKey | '';
  back: WaysOutTextKey;
  onBack: () => void;
  onSend: () => void;
  /** The button that sends. */
  send: ComponentChildren;
  children: ComponentChildren;
}

export function WayForm({ session, title, failed, back, onBack, onSend, send, children }: Props) {
  return (
    <form
      class="way"
      noValidate
      aria-labelledby="way"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onBack();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      <h3 id="way">{title}</h3>
      {children}
      <Failure session={session} why={failed} />
      <div class="pair">
        <button type="button" class="button" onClick={onBack}>
          {say(session, back)}
        </button>
        {send}
      </div>
    </form>
  );
}

export function SendButton({ session, busy, name }: { session: Session; busy: boolean; name: WaysOutTextKey }) {
  return (
    <button type="submit" class="button primary" aria-disabled={busy}>
      {say(session, busy ? 'sending' : name)}
    </button>
  );
}
