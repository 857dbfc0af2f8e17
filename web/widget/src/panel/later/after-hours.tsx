// In the composer's place while nobody is there: a message, and where to answer it.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Session } from '../session';
import { AddressField, Asked, useAddress } from './asked-field';
import { leaveMessage } from './leaving';
import { Failure, SendButton } from './way-form';
import { say, type WaysOutTextKey } from './ways-out-words';

const kCharactersMax = 4000;

/** The words, kept as a draft like the composer's, which takes them over when somebody is back. */
function useMessage(session: Session) {
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => setText(session.draft()), []);
  const write = (words: string): void => {
    setText(words);
    setWrong('');
    session.keepDraft(words);
  };
  /** The message if it can be sent; else what is wrong shows. */
  const read = (): string => {
    const words = text.trim();
    const over = [...words].length - kCharactersMax;
    setWrong(words ? (over > 0 ? session.t('tooLong', { count: over }) : '') : say(session, 'messageMissing'));
    return over > 0 ? '' : words;
  };
  return { text, wrong, field, write, read };
}

function useLeaving(session: Session, prefilled: string) {
  const email = useAddress('email');
  const message = useMessage(session);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<WaysOutTextKey | ''>('');
  useEffect(() => {
    const field = email.field.current;
    const { activeElement } = (field?.getRootNode() ?? {}) as ShadowRoot;
    if (session.open.value && !activeElement?.matches('input, textarea')) field?.focus();
  }, []);
  useEffect(() => {
    if (!prefilled) return;
    message.write(prefilled);
    session.prefilled.value = '';
  }, [prefilled]);
  const submit = async (): Promise<void> => {
    if (busy) return;
    const words = message.read();
    const address = email.read();
    if (address && !words) message.field.current?.focus();
    if (!address || !words) return;
    setFailed('');
    setBusy(true);
    try {
      await leaveMessage(session, words, address);
    } catch {
      setFailed(navigator.onLine ? 'failed' : 'offline');
    }
    setBusy(false);
  };
  return { email, message, busy, failed, submit };
}

export function AfterHours({ session, prefilled }: { session: Session; prefilled: string }) {
  const { email, message, busy, failed, submit } = useLeaving(session, prefilled);
  return (
    <form
      class="composer after-hours"
      noValidate
      aria-labelledby="leave"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h3 id="leave">{say(session, 'leave')}</h3>
      <AddressField session={session} address={email} />
      <Asked id="message" name={say(session, 'message')} wrong={message.wrong}>
        <textarea
          ref={message.field}
          id="message"
          rows={4}
          value={message.text}
          dir="auto"
          aria-invalid={message.wrong !== ''}
          aria-describedby={message.wrong ? 'message-wrong' : undefined}
          onInput={(event) => message.write(event.currentTarget.value)}
        />
      </Asked>
      {!session.durable.value && <p class="counter">{session.t('notKept')}</p>}
      <Failure session={session} why={failed} />
      <SendButton session={session} busy={busy} name="send" />
      <p class="powered">{session.t('poweredBy')}</p>
    </form>
  );
}
