// Out of the queue, to be answered by mail.
import { useEffect } from 'preact/hooks';
import type { Session } from '../session';
import { AddressField, useAddress } from './asked-field';
import { SendButton, useSending, WayForm, whyNot } from './way-form';
import { say } from './ways-out-words';

export function MailForm({ session, onBack }: { session: Session; onBack: () => void }) {
  const email = useAddress('email');
  const { busy, failed, send } = useSending(session);
  const { id = '' } = session.conversation.value ?? {};
  useEffect(() => email.field.current?.focus(), []);
  const submit = (): void => {
    const address = email.read();
    if (!address) return;
    void send(
      () => session.client?.askAnswer(id, { by: 'mail', address }),
      (error) => {
        if (error.data.field !== 'params.address') return whyNot(error);
        email.refuse();
        return '';
      },
    );
  };
  return (
    <WayForm
      session={session}
      title={say(session, 'answerByMail')}
      failed={failed}
      back="keepWaiting"
      onBack={onBack}
      onSend={submit}
      send={<SendButton session={session} busy={busy} name="answerByMail" />}
    >
      <AddressField session={session} address={email} />
    </WayForm>
  );
}
