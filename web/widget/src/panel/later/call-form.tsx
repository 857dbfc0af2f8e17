// Out of the queue, to be called back at a time; or another time instead of the one that is booked.
import type { AnswerAsked, ParlorError } from '@parlor/core';
import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../session';
import { timeOf } from '../times';
import { AddressField, useAddress, Wrong } from './asked-field';
import { byDay, dayTitle } from './days';
import { SendButton, useSending, WayForm, whyNot } from './way-form';
import { say, type WaysOutTextKey } from './ways-out-words';

/** The times that can be booked, and the one that is chosen. */
function useTimes(session: Session, conversation: string, booked: string | undefined) {
  const [slots, setSlots] = useState<readonly string[] | undefined>(undefined);
  const [chosen, setChosen] = useState('');
  const [missing, setMissing] = useState(false);
  const choose = (time: string): void => {
    setChosen(time);
    setMissing(false);
  };
  const load = async (): Promise<void> => {
    choose('');
    setSlots(undefined);
    const found = (await session.client?.callbackSlots(conversation)) ?? [];
    setSlots(found);
    if (booked && found.includes(booked)) choose(booked);
  };
  return { slots, chosen, missing, choose, setMissing, load };
}

type Times = ReturnType<typeof useTimes>;

function Day({ session, slots, times }: { session: Session; slots: readonly string[]; times: Times }) {
  const locale = session.locale.value;
  const [first = ''] = slots;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset inside the fieldset would be read as a second question
    <div role="group" aria-labelledby={first}>
      <h4 id={first}>{dayTitle(Date.parse(first), Date.now(), locale)}</h4>
      <div class="times">
        {slots.map((slot) => (
          <label key={slot}>
            <input
              type="radio"
              name="at"
              value={slot}
              checked={times.chosen === slot}
              onChange={() => times.choose(slot)}
            />
            <span dir="auto">{timeOf(Date.parse(slot), locale)}</span>
          </label>
        ))}
      </div>
    </div>
  );
}

function TimeField({ session, slots, times }: { session: Session; slots: readonly string[]; times: Times }) {
  return (
    <fieldset class="asked" aria-describedby={times.missing ? 'at-wrong' : undefined}>
      <legend>{say(session, 'when')}</legend>
      <div class="slots">
        {byDay(slots).map((day) => (
          <Day key={day[0]} session={session} slots={day} times={times} />
        ))}
      </div>
      {times.missing && <Wrong id="at-wrong" text={say(session, 'timeMissing')} />}
    </fieldset>
  );
}

interface Props {
  session: Session;
  /** What is booked already. */
  booked?: AnswerAsked;
  onBack: () => void;
  /** Where mail can be asked for instead. */
  onMail?: () => void;
}

/** What the visitor has said, and the sending of it. */
function useCall(session: Session, booked: AnswerAsked | undefined) {
  const { id = '' } = session.conversation.value ?? {};
  const phone = useAddress('tel', booked?.address);
  const times = useTimes(session, id, booked?.at);
  const { busy, failed, setFailed, send } = useSending(session);
  const load = (): Promise<void> => times.load().catch((error: ParlorError) => setFailed(whyNot(error)));
  useEffect(() => {
    phone.field.current?.focus();
    void load();
  }, []);
  const refused = (error: ParlorError): WaysOutTextKey | '' => {
    const { field } = error.data;
    if (field === 'params.address') {
      phone.refuse();
      return '';
    }
    if (error.reason !== 'slot_taken' && field !== 'params.at') return whyNot(error);
    void load();
    return 'slotTaken';
  };
  const submit = (): void => {
    const { chosen: at } = times;
    const address = phone.read();
    times.setMissing(!at);
    const { form } = phone.field.current ?? {};
    if (address && !at) form?.querySelector<HTMLInputElement>('[name=at]')?.focus();
    if (address && at) void send(() => session.client?.askAnswer(id, { by: 'phone', address, at }), refused);
  };
  return { phone, times, busy, failed, submit };
}

export function CallForm({ session, booked, onBack, onMail }: Props) {
  const { phone, times, busy, failed, submit } = useCall(session, booked);
  const { slots } = times;
  const none = slots?.length === 0;
  const frame = {
    session,
    title: say(session, booked ? 'changeTime' : 'callMe'),
    failed,
    back: booked ? ('keepTime' as const) : ('keepWaiting' as const),
    onBack,
    onSend: none ? () => onMail?.() : submit,
    send: none ? (
      onMail && <SendButton session={session} busy={false} name="answerByMail" />
    ) : (
      <SendButton session={session} busy={busy} name="book" />
    ),
  };
  return (
    <WayForm {...frame}>
      {!none && <AddressField session={session} address={phone} />}
      {slots && !none && <TimeField session={session} slots={slots} times={times} />}
      <p role="status">
        {none ? say(session, onMail ? 'noTimes' : 'noOtherTimes') : slots || failed ? '' : say(session, 'looking')}
      </p>
    </WayForm>
  );
}
